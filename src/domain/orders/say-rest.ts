/** "no reminders until April 10": nobody is reminded in the case before a day. */
import { DAY_PATTERN, dayOf } from './days.ts'
import { aboutCase, type Reader } from './saying.ts'

const THEM = '(?:them|him|her|the clec|the customer|anybody|anyone)'
const REMINDERS = `(?:(?:the |all |any |more |further |its |their )*reminders?|reminding(?: ${THEM})?|chasing(?: ${THEM})?)`
const QUIET = `(?:(?:stop|pause|suspend|hold(?: off)?(?: on)?|rest|no|no more|halt|delay) ${REMINDERS}|(?:do not|don't) (?:remind|chase)(?: ${THEM})?(?: again)?|(?:let )?(?:the )?reminders (?:rest|wait|pause|stop))`
const REST = new RegExp(`^${QUIET}(?:(?: again)? (?:until|till|before)(?: the)? (${DAY_PATTERN}))?$`, 'i')
const REMIND = new RegExp(
  `^(?:remind|chase)(?: ${THEM})? (?:again )?(?:not before|only from|from|on)(?: the)? (${DAY_PATTERN})(?: on)?$`,
  'i',
)

export const sayRest: Reader = (saying) => {
  const found = REST.exec(saying.words) ?? REMIND.exec(saying.words)
  if (found === null) return null
  const said = found[1]
  if (said === undefined) return { problem: 'say until when: write "no reminders until 2026-04-10"' }
  const day = dayOf(said, saying.context.today)
  return 'problem' in day ? day : aboutCase(saying, (caseRef) => [{ act: 'rest', caseRef, until: day.day }])
}
