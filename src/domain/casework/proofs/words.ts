/** What the writer's own words prove: signed, submitted, asked for early ordering, network codes. */
import type { Intent } from '../../labels.ts'
import { STATE_NAMES } from '../../states.ts'
import type { CaseFile } from '../case-file.ts'
import { type Claim, met, type ProvingMail } from './claim.ts'
import { papersOf } from './documents.ts'
import { isSaidPartial } from './fitness.ts'
import { inFile, inOwnWords, textOfFile } from './place.ts'
import { evidenceOf } from './request.ts'

const SIGNED =
  /\b(?:we|i|our \w+)(?:'ve| have| has)?(?: now| already| just| both)? (?:e-?signed|signed|executed)\b|\b(?:has|have|was|were) been (?:fully )?(?:signed|executed) (?:by us|by our|on our side)\b|\b(?:signed|executed) (?:via|through|in|with|on) (?:docusign|adobe|the e-?sign\w*)\b|\bsigned originals\b[^.]{0,100}\b(?:mailed|sent|went|couriered|fedex\w*|on their way)\b|\bsigned by our \w+/i
const NOT_YET =
  /(?:\b(?:not|never|once|when|after|before|until|if|will|shall|to be)|n't)\b[^.]{0,40}\b(?:sign|signed|execute|executed|submit|submitted|complete|completed)\b|\?\s*$/i
const SUBMITTED =
  /\b(?:we|i)(?:'ve| have)?(?: now| already| just)? (?:submitted|completed|filed|filled (?:in|out))\b[^.]{0,40}\bquestionn?aire\b|\bquestionn?aire (?:has been|was|is) (?:now )?(?:submitted|completed|filed)\b/i

/** A mail that nobody understood proves nothing by its words. */
export function wordClaims(mail: ProvingMail, file: CaseFile, sentences: readonly string[]): readonly Claim[] {
  const { understanding } = mail
  if (understanding.abstained) return []
  const wants = (intent: Intent) => understanding.intents.some((one) => one.intent === intent)
  const firm = sentences.filter((one) => !NOT_YET.test(one))
  return [
    ...(wants('signed-agreement') ? signedByWords(mail, firm) : []),
    ...(wants('early-ordering-letter') ? earlyOrdering(mail, firm, sentences) : []),
    ...(file.family === 'ct-eq' || isSaidPartial(sentences)
      ? []
      : claimOf('questionnaire', inOwnWords(firm, SUBMITTED))),
    ...networkClaims(mail, sentences, wants('network-readiness')),
  ]
}

/** Words count only where no signed copy is with them: the copy speaks for itself. */
function signedByWords(mail: ProvingMail, sentences: readonly string[]): readonly Claim[] {
  if (papersOf(mail).some(({ sort }) => sort === 'signed-agreement')) return []
  const number = /\bCDS-\d{6}-\d{4}\b/.exec(sentences.join('\n'))?.[0] ?? null
  const signed = inOwnWords(sentences, SIGNED)
  // What was signed was sent before.
  return [...claimOf('draft-issued', signed, number), ...claimOf('clec-signature', signed, number)]
}

function earlyOrdering(mail: ProvingMail, firm: readonly string[], sentences: readonly string[]): readonly Claim[] {
  const asked = inOwnWords(
    sentences,
    /\bearly[ -]order\w*|\bEOLA?\b|\border\w*\b[^.]{0,60}\b(?:before|pending|prior to)\b/i,
  )
  const letter = firm.filter((one) => /\bearly[ -]order\w* (?:letter|agreement)|\bEOLA?\b/i.test(one))
  return [
    met('early-ordering-request', asked ?? evidenceOf(mail.understanding, 'early-ordering-letter', mail.mail.subject)),
    ...claimOf('early-ordering-letter-signed', inOwnWords(letter, SIGNED)),
  ]
}

/** 4 letters of the place, 2 of the state, 2 of the building, 3 of the switch (domain 3.8). */
const CLLI = /\b[A-Z]{4}([A-Z]{2})(?:[A-Z]{2}|\d{2})(?:[0-9A-Z]{3})?\b/g
const POINT = /\bpoints? of interconnection\b|\bPOI\b|\bLATA \d{3,5}\b/

/** Codes count beside their label, or in a mail about the network; bare capitals are no codes. */
function networkClaims(mail: ProvingMail, sentences: readonly string[], isAboutNetwork: boolean): readonly Claim[] {
  const texts = [
    ...sentences.map((text) => ({ text, place: () => inOwnWords([text], /\S/) })),
    ...papersOf(mail)
      .filter(({ sort }) => sort === 'other' || sort === 'agreement-request-form')
      .map(({ file }) => ({
        text: textOfFile(file),
        place: () => inFile(file, /\bCLLI\b|\bpoints? of interconnection\b/i),
      })),
  ]
  for (const { text, place } of texts) {
    const codes = /\b(?:CLLI|ACTL)\b/i.test(text) || isAboutNetwork ? clliIn(text) : []
    const isPoint = isAboutNetwork && POINT.test(text) && /\d/.test(text)
    if (codes.length > 0 || isPoint) return claimOf('network-information', place(), codes.join(', ') || null)
  }
  return []
}

function clliIn(text: string): readonly string[] {
  const codes = [...text.matchAll(CLLI)].filter((match) => Object.hasOwn(STATE_NAMES, match[1] ?? ''))
  return [...new Set(codes.map((match) => match[0]))].slice(0, 5)
}

function claimOf(
  item: Claim['item'],
  place: ReturnType<typeof inOwnWords>,
  value: string | null = null,
): readonly Claim[] {
  return place === null ? [] : [met(item, place, value)]
}
