/** "rejected by the commission on 2026-07-01 as docket X", "ends 2028-05-01": what becomes of an agreement. */
import { DAY_PATTERN, dayOf } from './days.ts'
import { aboutCase, type Reader } from './saying.ts'
import { tailOf } from './tail.ts'

const IT = '(?:it|this|the agreement|agreement|the ica|ica|the contract|contract|the filing|filing)'
const OFFICE = '(?:the )?(?:state )?(?:commission|puc|psc|board|utilities commission)'
const NO = '(?:rejected|refused|denied|disapproved|turned down|not approved)'
const NOT_APPROVED = new RegExp(
  `^(?:(?:${IT}\\s+)?(?:(?:was|is|has been)\\s+)?${NO} by ${OFFICE}|(?:${IT}\\s+)?(?:(?:was|is|has been)\\s+)?not approved|${OFFICE}(?:\\s+has)?\\s+(?:rejected|refused|denied|disapproved|turned down|did not approve|not approved)(?:\\s+${IT})?)$`,
  'i',
)

const BY_OFFICE = new RegExp(`\\b${OFFICE}\\b`, 'i')

export const sayNotApproved: Reader = (saying) => {
  const tail = tailOf(saying.words, saying.context.today)
  if ('problem' in tail)
    return new RegExp(`\\b${NO}\\b.*\\b(?:commission|puc|psc|board)\\b`, 'i').test(saying.words) ? tail : null
  if (!NOT_APPROVED.test(tail.body)) return null
  // Of a draft or a question it may be that which is not approved; the commission has to be named then.
  const isAboutCase = saying.target === null || saying.target.kind === 'case' || saying.target.kind === 'clock'
  if (!isAboutCase && !BY_OFFICE.test(tail.body)) return null
  const { on, value, note } = tail
  return aboutCase(saying, (caseRef) => [{ act: 'not-approved', caseRef, on, value, note }])
}

const ENDS = new RegExp(
  `^(?:(?:it|the agreement|agreement|the ica|ica|the term|term)\\s+)?(?:ends?|expires?|terminates?|runs out|(?:runs|is good|is valid) (?:until|till|through))\\s+(?:on\\s+)?(${DAY_PATTERN})$`,
  'i',
)

export const sayEnds: Reader = (saying) => {
  const said = ENDS.exec(saying.words)?.[1]
  if (said === undefined) return null
  const read = dayOf(said, saying.context.today)
  if ('problem' in read) return read
  const { day } = read
  return aboutCase(saying, (caseRef) => [
    { act: 'tick', caseRef, item: 'agreement-end', on: null, value: day, note: null },
  ])
}
