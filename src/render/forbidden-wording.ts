/**
 * What no automatic mail says (domain rules T1 to T4): it accepts, waives, extends, admits and promises nothing, names no
 * date or term, calls no agreement adoptable and makes nothing a condition of negotiating. A list of words cannot
 * prove that; it catches the slips, in our wording and in a carrier's own.
 */
import type { Rendered } from '../ports/renderer.ts'

const FORBIDDEN: readonly RegExp[] = [
  /\baccept(?:s|ed|ing|able|ance)?\b/,
  /\bapprov(?:e|es|ed|al|als|ing)\b/,
  /\b(?:we|hereby|fully|both) agree\b|\bagree(?:s|d)? (?:to|with|that)\b|\bagreeable\b|\bagreed\b/,
  /\bwaiv(?:e|es|ed|er|ers|ing)\b/,
  /\bexten(?:d|ds|ded|ding|sion|sions)\b|\btoll(?:s|ed|ing)?\b(?![ -]free)/,
  /\badmit(?:s|ted|ting)?\b|\badmissions?\b|\b(?:acknowledge|confirm) that (?:you|your|we)\b|\bconced(?:e|es|ed)\b/,
  /\bpromis(?:e|es|ed|ing)\b|\bguarant(?:ee|ees|eed)\b|\bcommit(?:s|ted|ment|ments)?\b|\bassur(?:e|es|ed|ance)\b/,
  /\bwe (?:will|shall)\b|\bwe'll\b|\bwill be (?:ready|done|sent|issued|processed|signed|filed|answered|available)\b/,
  /\badoptable\b|\b(?:available|eligible|open) (?:for|to) (?:adopt\w*|opt\w*)|\b(?:can|may) (?:be )?adopt(?:ed)?\b/,
  /\byou (?:can|may|are free to) (?:opt|take over)\b|\b(?:is|are) available\b/,
  /\bwithin\b[^.]{0,40}\b(?:hour|day|week|month|year)s?\b|\bno later than\b|\bby (?:the )?(?:end|close) of\b/,
  /\bas soon as\b|\bshortly\b|\bpromptly\b|\bimmediately\b|\bwithout delay\b|\btoday\b|\btomorrow\b|\bsoon\b/,
  /\b(?:\d+|an?|one|two|three|four|five|six|seven|ten|few|several) (?:business |working |calendar )?(?:hours?|days?|weeks?|months?)\b/,
  /\bday \d+\b|\b(?:135|160|270)(?:th)?\b|\bdeadlines?\b|\bdue (?:dates?|by|on)\b|\bclock\b|\bwindow\b|\barbitrat\w+/,
  /\bbona fide\b|\bgood faith\b|\bbinding\b|\bexecuted\b|\beffective\b|\bin force\b|\bvalid request\b/,
  /\b(?:before|until|unless|once|after) (?:we|you|your)\b|\bconditional (?:on|upon)\b|\bprerequisites?\b/,
  /\bmust (?:first|be certified|be certificated|have|provide|complete|submit|sign|obtain)\b|\brequired (?:before|to negotiate)\b/,
  /\bnon-?disclosure\b|\bnda\b|\bconfidentiality agreement\b|\battest\w*\b|\bcertify that\b/,
  /\b(?:is|was|are|were) (?:incomplete|rejected|denied|invalid|refused)\b|\bwe (?:reject|deny|refuse)\b/,
]

/** What a commission does is a fact about it, not our consent. */
const OF_A_COMMISSION =
  /\bcommission(?:'s)? (?:has |have |had )?approv(?:es|ed|al)\b|\bapprov(?:ed|al) (?:by|of|from) (?:the |a |its )?(?:\w+ )?commission\b/g

/** A sentence that says what the mail is not; the words of a commitment may stand there, and nothing of ours beside. */
const NEGATION =
  /(^|[.!?] ?)(?:it|this (?:\w+ ){0,3}(?:mail|message|confirmation)) (?:is not|does not constitute) (?:(?!\b(?:but|however|we|yet)\b)[^.;:!?])*(?=[.;])/g

/** The forbidden words in a text, as they stand there in lower case. */
export function forbiddenIn(text: string): readonly string[] {
  const said = text
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/\s+/g, ' ')
    .replace(NEGATION, '$1')
    .replace(OF_A_COMMISSION, ' ')
  return FORBIDDEN.map((pattern) => pattern.exec(said)?.[0].trim() ?? '').filter((found) => found !== '')
}

/** In all that a person sees of a letter. */
export function forbiddenInLetter({ subject, text, html }: Rendered): readonly string[] {
  return [...new Set([subject, text, readableHtml(html)].flatMap(forbiddenIn))]
}

/** What a person sees of our HTML. */
export function readableHtml(html: string): string {
  return html
    .replace(/^[\s\S]*<body[^>]*>/, '')
    .replace(/<\/?(?:p|li|ul|td|tr|table|br|div|h\d)\b[^>]*>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}
