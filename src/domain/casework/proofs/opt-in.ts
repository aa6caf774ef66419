/** Which agreement is adopted and with which amendments (domain 3.6, 3.7, T14). */

import { stateName } from '../../states.ts'
import { docketIn } from '../../understand/dockets.ts'
import { sentencesOf } from '../../understand/sentences.ts'
import type { CaseFile } from '../case-file.ts'
import { carrierIn, holderIn } from './adopted-carrier.ts'
import { amendmentsChoiceIn, CHOICES } from './amendments-choice.ts'
import { checklistClaims } from './checklist.ts'
import { type Claim, met, type Place, type ProvingMail, unfit } from './claim.ts'
import { papersOf } from './documents.ts'
import { holdersIn } from './holder.ts'
import { inFile, literal, ownSentences, textOfFile } from './place.ts'

interface Said {
  readonly text: string
  readonly place: (at: number) => Place
  /** It speaks of adopting, or is an item of a list that such words open. */
  readonly isAbout: boolean
}

const ABOUT =
  /\badopt\w*|\bopt(?:s|ing|ed)?[ -]?in(?:to)?\b|\b252 ?\(i\)|\bMFN\b|\bmost[ -]favou?red[ -]nation\b|\bunder the same terms\b/i
/** The same in a mail that is understood to adopt: who says it in plain words names the other's paper and no section. */
const IN_PLAIN_WORDS =
  /\b(?:same|whole|exact) (?:\w+ ){0,2}(?:agreement|contract|ICA|terms|deal|paper)\b|\b(?:agreement|contract|ICA|terms|deal|one|what)\b[^.;?]{0,100}\b(?:has|have|holds?|got|signed|made)\b|\p{L}'s (?:\w+ ){0,2}(?:agreement|contract|ICA|terms|deal)\b|\b[Tt]he (?:\p{Lu}[\w&'-]* ){1,4}(?:agreement|contract|ICA|deal|terms)\b/u
const INSTEAD = /\bagreement\b[^.?]{0,120}\binstead\b|\binstead\b[^.?]{0,120}\bagreement\b/i
export function optInClaims(mail: ProvingMail, file: CaseFile): readonly Claim[] {
  const said = saidOf(mail, file)
  const agreement = agreementClaim(said, mail, file)
  const choice = amendmentsClaim(said)
  return [agreement, choice, ...checklistClaims(mail, file)].filter((claim) => claim !== null)
}

/** The writer's sentences, and those of the adoption letter, without what they say of the request's other states (domain T7). */
function saidOf(mail: ProvingMail, file: CaseFile): readonly Said[] {
  const { abstained, states } = mail.understanding
  const own = abstained ? [] : ownSentences(mail)
  const adopted = file.route === 'opt-in' ? file.items['adopted-agreement'] : undefined
  const chosen = adopted !== undefined
  // Which one it is was asked: whoever names one with its docket answers.
  const isAsked = file.route === 'opt-in' && adopted?.state !== 'met'
  const adopts = mail.understanding.intents.some(({ intent }) => intent === 'opt-in-inquiry')
  const letters = papersOf(mail).filter(({ sort }) => sort === 'adoption-letter')
  const said = [
    ...aboutAdoption(own, chosen, adopts).map((one) => ({
      ...one,
      isAbout: one.isAbout || (isAsked && docketIn(one.text) !== null && holdersIn(one.text).length > 0),
      place: () => ({ attachment: null, page: null, quote: one.text.slice(0, 160) }),
    })),
    ...letters.flatMap((letter) =>
      aboutAdoption(sentencesOf(textOfFile(letter.file).slice(0, 8_000)), chosen, true).map((one) => ({
        ...one,
        place: () => inFile(letter.file, literal(one.text.slice(0, 40))),
      })),
    ),
  ]
  return said.filter(({ text }) => !isOfOthers(text, file.state, states))
}

const ITEM = /^(?:[-*•·▪]|\(?[a-z\d]{1,2}[.)])\s/i

/**
 * `chosen`: an agreement was named before, so that another one with its docket stands in its place; `adopts`: the mail is
 * understood to adopt one.
 */
function aboutAdoption(sentences: readonly string[], chosen: boolean, adopts: boolean): readonly Omit<Said, 'place'>[] {
  let opens = false
  return sentences.map((text) => {
    const isAbout =
      ABOUT.test(text) ||
      (opens && ITEM.test(text)) ||
      (chosen && INSTEAD.test(text)) ||
      (adopts && IN_PLAIN_WORDS.test(text))
    opens = isAbout && (ITEM.test(text) || text.endsWith(':'))
    return { text, isAbout }
  })
}

/** It names states of the request, and not that of the case. */
function isOfOthers(text: string, state: string | null, states: readonly string[]): boolean {
  if (state === null || !states.includes(state)) return false
  const named = states.filter((one) => new RegExp(`\\b${stateName(one)}\\b`, 'i').test(text))
  return named.length > 0 && !named.includes(state)
}

function agreementClaim(said: readonly Said[], mail: ProvingMail, file: CaseFile): Claim | null {
  const company = file.company ?? mail.understanding.company
  const about = said.filter(({ isAbout }) => isAbout)
  const namedBy = (carrierOf: typeof carrierIn) =>
    about.flatMap((one) => {
      const carrier = carrierOf(one.text, company)
      return carrier === null ? [] : [{ ...one, carrier }]
    })[0]
  // A whole name counts, wherever it stands, before one without its legal form.
  const named = namedBy(carrierIn) ?? namedBy(holderIn)
  const [docket] = [...(named === undefined ? [] : [named]), ...about, ...said].flatMap(({ text, place }) => {
    const number = docketIn(text)
    return number === null ? [] : [{ number, place: place(0) }]
  })
  if (named === undefined) return completed(said, file)
  const words = [named.carrier, file.state, docket?.number].filter((word) => word !== null && word !== undefined)
  if (docket !== undefined) return met('adopted-agreement', named.place(0), words.join(', '))
  return unfit('adopted-agreement', named.place(0), `${READ}${named.carrier}${NO_DOCKET}`)
}

const READ = 'We read that the agreement is that of '
const NO_DOCKET = '; the docket or order number under which the commission approved it is not stated.'
/** Other papers have numbers of the commission, too. */
const OTHER_NUMBER = /\b(?:certificat\w+|CPCN|registration|authority|filing|petition|PON|LSR|ASR|invoice|ticket)\b/i

/** Whose agreement it is was said before, and now under which number: "It is docket ARB 527". */
function completed(said: readonly Said[], { items, state: where }: CaseFile): Claim | null {
  const { problem, state } = items['adopted-agreement'] ?? {}
  if (state !== 'problem' || !problem?.startsWith(READ) || !problem.endsWith(NO_DOCKET)) return null
  const carrier = problem.slice(READ.length, -NO_DOCKET.length)
  for (const { text, place } of said) {
    const number = OTHER_NUMBER.test(text) ? null : docketIn(text)
    if (number !== null)
      return met('adopted-agreement', place(0), [carrier, where, number].filter((word) => word !== null).join(', '))
  }
  return null
}

/** Silence chooses nothing (domain T14), nor do a mail and its letter that contradict each other. */
function amendmentsClaim(said: readonly Said[]): Claim | null {
  const chosen = said.flatMap(({ text, place }) => {
    const choice = amendmentsChoiceIn(text)
    return choice === null ? [] : [{ choice, place }]
  })
  const [first] = chosen
  const isBase = ({ choice }: { readonly choice: string }) => choice === CHOICES[0]
  if (first === undefined || (chosen.some(isBase) && !chosen.every(isBase))) return null
  return met('amendments-choice', first.place(0), first.choice)
}
