/**
 * Somebody wants no more reminders, lets the matter rest, or disputes that what we ask for is owed: that certification
 * is no condition of negotiating the FCC says itself (domain T1; 47 CFR 51.301(c)(4)). What such a mail proves counts,
 * and nobody is asked or reminded of anything until a person decides. Better one too many, as with a withdrawal.
 */
import { echoesOurs } from '../letter/echo.ts'
import type { ReadMail } from '../mail.ts'
import { firstFound, newestWords } from '../understand/newest-words.ts'
import { quote } from '../understand/quote.ts'
import { sentencesOf } from '../understand/sentences.ts'
import type { CaseFile } from './case-file.ts'

export interface Objection {
  readonly quote: string
}

/** What a case says that waits for a person because of such a mail. */
const HOLDS = 'the sender does not want to be asked'

export function objectionWords({ quote: said }: Objection): string {
  return `${HOLDS}: "${said}"`
}

export function isObjection({ needsPerson }: Pick<CaseFile, 'needsPerson'>): boolean {
  return needsPerson?.startsWith(HOLDS) ?? false
}

const OWED = '(?:send|provide|submit|complete|fill|furnish|give|deliver|hold|obtain|have|produce|return|supply)'
const PAPER =
  '(?:certificat\\w+|CPCN|questionnaires?|forms?|papers?|documents?|letters?|OCN|NECA|registration|deposit|items?|information)'

const SAYS: readonly RegExp[] = [
  // no more of it
  /\b(?:stop|cease|discontinue|quit|no more|no further|end)\b[^.?!]{0,40}\b(?:remind\w*|chas\w+|follow-?ups?|asking|nagging|pressing|badgering|pestering|automated (?:e-?mails?|mails?|letters|messages))\b/i,
  /(?<!\b(?:we|i|they|who|which|it) )\b(?:do not|don't|no longer|not to) (?:keep )?(?:send\w* (?:us|me )?[^.?!]{0,20}remind\w*|remind\w*|chas\w+|press\w*|ask\w*) (?:us|me)?/i,
  /\b(?:take|remove) (?:us|me) (?:off|from)\b[^.?!]{0,30}\b(?:remind\w*|list|mailings?)\b/i,
  // it rests
  /\b(?:put|place\w*|is|are|keep|remain\w*|currently|now)\b[^.?!]{0,40}\bon hold\b(?! (?:for )?\d+ min)(?! since your)/i,
  /\b(?:suspend\w*|paus\w+|postpon\w+|shelv\w+)\b[^.?!]{0,40}\b(?:request|project|matter|application|plans?|launch|build)\b/i,
  // it is not owed
  /\b(?:is|are)(?: not|n't) an? (?:\w+ )?(?:condition|prerequisite|precondition|requirement)\b|\bno (?:condition|prerequisite|precondition)\b/i,
  new RegExp(
    `\\b(?:not|n't|no|never)\\b (?:\\w+ )?(?:required|obliged|obligated|obligation|bound|duty) to ${OWED}`,
    'i',
  ),
  new RegExp(
    `\\b${PAPER}\\b[^.?!]{0,60}\\b(?:is|are)(?: not|n't) (?:required|owed|necessary|needed|due|for you to)\\b`,
    'i',
  ),
  /\b(?:you|qwest|centurylink|lumen) (?:may|can|must|should)(?: not|n't| no longer|not) (?:require|demand|insist|request|condition|ask)\b|\b(?:cannot|can't|no right to|not entitled to|no basis to|no grounds to) (?:require|demand|insist|ask for|request|condition)\b/i,
  /\b(?:object\w*|take issue|disagree\w*)\b (?:to|with)\b[^.?!]{0,60}\b(?:request|asking|demand|requirement|questionnaire|certificat\w+|remind\w*)\b/i,
  /\b(?:will|shall|do|does|can|see)(?: not|n't|not| no reason to)\b (?:be )?(?:send|provid|submit|complet|fill|furnish|giv|deliver|produc|return|supply)\w*\b[^.?!]{0,80}\b(?:before|until|unless|at this (?:stage|time)|as long as)\b(?! (?:the )?(?:\d|mon|tue|wed|thu|fri|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|next|end of))/i,
  new RegExp(`\\bno ${PAPER} to ${OWED}\\b[^.?!]{0,40}\\b(?:before|until)\\b`, 'i'),
]
/** Nothing is with this mail, nothing is asked, and it was sent before: we may have overlooked it. */
const SENT = new RegExp(
  `\\balready (?:sent|provided|submitted|supplied|given|e-?mailed|gave)\\b[^.?!]{0,40}\\b${PAPER}\\b|\\b${PAPER}\\b[^.?!]{0,30}\\b(?:was|were|has been|have been) (?:already )?(?:sent|provided|submitted|supplied|e-?mailed|given)\\b[^.?!]{0,60}\\b(?:already|twice|before|ago|last (?:week|month))\\b`,
  'i',
)
const BUT = /\?\s*$|\bif (?:we|you|our|the)\b/i

/**
 * In the newest words of the mail, unless they are a letter of ours that comes back; null: nothing is objected to.
 * `settled`: a sentence that a rule follows by itself (`rest-until.ts`).
 */
export function objection(mail: ReadMail, settled?: string): Objection | null {
  const words = newestWords(mail)
  if (echoesOurs(words)) return null
  const alone = !mail.attachments.some((file) => !file.inline) && !words.includes('?')
  const patterns = alone ? [...SAYS, SENT] : SAYS
  for (const sentence of sentencesOf(words)) {
    if (BUT.test(sentence) || sentence === settled) continue
    const at = firstFound(patterns, sentence)
    if (at !== null) return { quote: quote(sentence, at) }
  }
  return null
}
