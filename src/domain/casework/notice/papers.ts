/**
 * Whether an attached paper is a legal notice. Its title and first lines weigh most: there a letter names its matter
 * and a pleading its caption. The rest of a letter is read as the mail itself is; the rest of an agreement, a form or a
 * certificate is not, for each of them has clauses on default, dispute and termination.
 */
import { isAttachedMail } from '../../files/attached-mail.ts'
import type { Attachment } from '../../mail.ts'
import { sortOfText } from '../../understand/documents/titles.ts'
import { FILE_TEXT_LIMIT } from '../../understand/limits.ts'
import { foldText, textOf } from '../../understand/newest-text.ts'
import { plain, wordsOfName } from '../../understand/plain.ts'
import { type Found, noticeIn } from './sentences.ts'

/** Lines with words in which a paper says what it is, and characters of them. */
const HEAD_LINES = 16
const HEAD = 1_200
/** An agreement says it in its title, and clauses follow at once. */
const TITLE_LINES = 3

const MATTER =
  '(?:(?:formal|legal|written|final|billing|our|of|and|to|the) )*(?:default|disputes?|breach|claims?|non-?payment|terminat\\w+|cancellation|non-?renewal|violation|arbitration|mediation|litigation|rejection|appeal|deposition|bankruptcy|force majeure|bad faith|intent(?:ion)? to (?:sue|arbitrate|petition|terminate|cancel|file|disconnect))'
const NOTICE = new RegExp(
  `\\b(?:notice|notification|letter) (?:of|re|regarding|concerning) (?:an? |material |its |your )*${MATTER}\\b|\\b(?:default|dispute|breach|termination|non-?renewal|arbitration) notice\\b|\\bbilling dispute notice\\b`,
  'i',
)
const PLEADING =
  /\bpetition\b[^.;:]{0,120}\b(?:for|to) (?:arbitrat|mediat|compel|enforce|declaratory|interven)|\bcomplaint\b[^.;:]{0,60}\b(?:against|v\.?|vs\.?)(?=\W)|\b(?:formal|verified|informal|amended) complaint\b|\bcomplainants?\b|\bdemand (?:letter|for (?:arbitration|payment|mediation|performance))\b|\bcease[- ]and[- ]desist\b|\bsubpoena\b|\bsummons\b|\border to show cause\b|\blitigation hold\b|\bpreservation (?:of|letter|demand|notice)\b|\b(?:application|request) for (?:arbitration|mediation)\b|\bmotion (?:to|for)\b[^.;:]{0,40}\b(?:compel|dismiss|relief|injunct|sanction)|\bcertificate of service\b|\bservice copy\b/i
/** A commission takes away what ordering rests on (domain 7, intent 27). */
const REVOKES =
  /\border (?:revoking|suspending|cancel+ing|rescinding|of (?:revocation|suspension|cancel+ation))\b[^.;:]{0,60}\b(?:certificat\w+|CPCN|authority|registration)\b/i
/** A line by itself. */
const TITLE = /^\W{0,4}(?:complaint|petition|summons|subpoena|demand)\W{0,4}$/im

/** Papers of others, and papers about an agreement that was reached. */
const NEWS = /\b(?:news\b|press release|for immediate release|by [A-Z]\. ?[A-Z]\w+|newsletter|article)/i
const APPROVAL = /\b(?:order|application|petition|request)\b[^.;]{0,30}\b(?:approving|for approval|to approve)\b/i

export function noticeInFile(file: Attachment): Found | null {
  const words = wordsOfName(file.filename)
  const named = noticeInName(words)
  if (named !== null) return { text: words, at: named }
  const text = textOfPaper(file)
  if (text.trim() === '') return null
  const head = headOf(text, HEAD_LINES)
  if (NEWS.test(`${words}\n${head}`)) return null
  const sort = sortOfText(text)
  const isLetter = sort === null || sort === 'other'
  const isClauses = !isLetter || (CLAUSES.test(text) && !LETTER.test(text))
  const titled = noticeInHead(isClauses ? titleOf(text) : head)
  if (titled !== null || isClauses) return titled
  return noticeIn(text)
}

/** Numbered clauses on what a party may do: terms, whatever they call themselves. */
const CLAUSES = /^\s*\d{1,2}\.\d{1,2}\.?\s[^\n]*\n(?:[^\n]*\n){0,40}?\s*\d{1,2}\.\d{1,2}\.?\s/m

const LETTER = /^\s{0,12}(?:Dear\b|To whom it may|Ladies and|Gentlemen\b|Re:|VIA\b)/im

/** Its first lines, up to the first clause. */
function titleOf(text: string): string {
  const lines = headOf(text, TITLE_LINES).split('\n')
  const clause = lines.findIndex((line) => /^(?:section )?\d{1,2}\.\d/i.test(line))
  return lines.slice(0, clause < 0 ? TITLE_LINES : clause).join('\n')
}

function noticeInName(words: string): number | null {
  const revokes = REVOKES.exec(words)
  if (revokes !== null) return revokes.index
  if (/\b(?:redlines?|template|draft|contact|clause|certificate|arbitrated|points?)\b/i.test(words)) return null
  const found = NOTICE.exec(words) ?? PLEADING.exec(words)
  return found === null ? null : found.index
}

function noticeInHead(head: string): Found | null {
  if (APPROVAL.test(head)) return null
  const line = head.replace(/\n/g, ' ')
  const found = NOTICE.exec(line) ?? PLEADING.exec(line) ?? REVOKES.exec(line)
  if (found !== null) return { text: line, at: found.index }
  const title = TITLE.exec(head)
  return title === null ? null : { text: head, at: title.index }
}

/** The first lines with words. */
function headOf(text: string, lines: number): string {
  const some: string[] = []
  for (const line of text.slice(0, 4 * HEAD).split('\n')) {
    if (some.length === lines) break
    if (line.trim() !== '') some.push(line.trim())
  }
  return some.join('\n').slice(0, HEAD)
}

/** An attached mail quotes what it answers, ours for example. */
function textOfPaper({ text, mediaType }: Attachment): string {
  const whole = plain((text ?? '').slice(0, FILE_TEXT_LIMIT))
  if (!isAttachedMail(mediaType)) return whole
  const body = whole.indexOf('\n\n')
  const folded = foldText(body < 0 ? '' : whole.slice(body))
  return `${/^subject:.*$/im.exec(whole.slice(0, 4 * HEAD))?.[0] ?? ''}\n${textOf(folded, folded.newest)}`
}

/** The line that says what a mail is about. */
export function noticeInSubject(subject: string): Found | null {
  const text = plain(subject.slice(0, 400))
  if (/\?\s*$|\bquestions?\b|\bredlines?\b|\bclause\b|\bsection\b[^,;]{0,20}\blanguage\b/i.test(text)) return null
  return noticeInHead(text)
}
