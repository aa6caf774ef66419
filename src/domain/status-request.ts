/**
 * A mail that says nothing but STATUS, or asks for its place in the queue: the answer is the checklist, for whom it may be disclosed to. Longer questions
 * after the status are the intent `status-inquiry`.
 */
import { caseRefsIn } from './case.ts'
import type { ReadMail } from './mail.ts'
import { subjectStem } from './subject.ts'
import { foldText, textOf } from './understand/newest-text.ts'
import { plain } from './understand/plain.ts'

export interface StatusRequest {
  /** Cases that it names; none: the one that it answers, or all of the sender's. */
  readonly refs: readonly string[]
  readonly saw: string
}

const REF = '\\[?clec-\\d{4}-\\d{5,9}\\]?'
const REFS = `(?:${REF}(?:(?:\\s*,\\s*|\\s+and\\s+|\\s+)${REF})*)`
const STATUS = new RegExp(
  `^(?:(?:please|pls|kindly)\\s+)?(?:(?:send|give|get)(?: (?:me|us))?\\s+(?:the\\s+|a\\s+)?)?(?:case\\s+|current\\s+|our\\s+|the\\s+)?status(?:\\s+(?:please|pls|update|report|request|check))?(?:\\s*[:,-]?\\s*(?:(?:of|for|on|in)\\s+)?(?:(?:our|the|this)\\s+)?(?:case\\s+)?${REFS}|\\s+(?:of|for|on)\\s+(?:our|the|this|my)\\s+(?:case|request|agreement))?(?:\\s*,?\\s+(?:please|pls|thanks|thank you))?$|^${REFS}\\s*[:,-]?\\s*status(?:\\s+please)?$`,
  'i',
)
/** "What is our place in the early ordering queue?" */
const PLACE = new RegExp(
  `^(?:(?:please|pls) )?(?:what(?:'s| is)|tell (?:me|us)|let (?:me|us) know) (?:our|my|the) (?:current )?(?:place|position|number|turn) (?:in|on) (?:the |your )?(?:early[- ]order(?:ing)? )?(?:queue|line|list)(?:,? (?:for |of |in )?(?:case )?${REFS})?(?: now)?(?:,? please)?$|^where (?:are|do) we (?:(?:now|stand|currently) )?(?:in|on) (?:the |your )(?:early[- ]order(?:ing)? )?(?:queue|line|list)(?: now)?(?:,? (?:for |of |in )?(?:case )?${REFS})?$`,
  'i',
)
const NOTHING =
  /^(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|greetings)\b.{0,40}|(?:many )?(?:thanks|thank you|thx|please|regards)\b.{0,30})$/i
/** Under something else: the writer's name. */
const NAME = /^\p{Lu}[\p{L}.'-]{1,20}(?: \p{Lu}[\p{L}.'-]{0,20}){0,2}$/u
/** Longer texts say more than that. */
const MOST = 400

export function statusRequest({ subject, text }: Pick<ReadMail, 'subject' | 'text'>): StatusRequest | null {
  const folded = foldText(plain(text))
  const lines = textOf(folded, folded.newest)
    .split('\n')
    .map(said)
    .filter((line) => line !== '')
    .filter((line, at) => !NOTHING.test(line) && !(at > 0 && NAME.test(line) && !isStatus(line)))
  const about = said(plain(subjectStem(subject)))
  const inSubject = STATUS.test(about)
  const words = lines.join('\n')
  if (words.length > MOST || lines.length > 2) return null
  const inText = lines.length > 0 && lines.every((line) => isStatus(line) || isRefsOnly(line)) && lines.some(isStatus)
  if (!inText && !(inSubject && lines.every(isRefsOnly))) return null
  const refs = caseRefsIn(words).length > 0 ? caseRefsIn(words) : caseRefsIn(subject)
  return { refs, saw: inText ? `text: ${lines.join(' ')}` : `subject: ${subject.trim().slice(0, 120)}` }
}

function isStatus(line: string): boolean {
  return STATUS.test(line) || PLACE.test(line)
}

function isRefsOnly(line: string): boolean {
  return new RegExp(`^(?:case\\s+)?${REFS}$`, 'i').test(line)
}

function said(line: string): string {
  return line
    .replace(/\s+/g, ' ')
    .replace(/^["'*>\s]+|["'*\s.!?,]+$/g, '')
    .trim()
}
