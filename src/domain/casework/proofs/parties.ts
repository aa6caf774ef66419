/** Whose agreement or form a paper is: ours, or one with another incumbent that came as an example (domain 9, 10). */
import { firmNamesIn } from '../../understand/facts/company/firm-names.ts'

/** Our companies (domain 1.1, 2.4). Brightspeed's are no longer ours, and Level 3 is no incumbent. */
const OURS =
  /\b(?:Qwest|CenturyLink|CenturyTel|Lumen|Embarq|U ?S ?WEST|(?:United|Central) Telephone|CDS-\d{6}-\d{4})\b/i
const OTHERS =
  /\b(?:Frontier|Verizon|AT&T|Windstream|Brightspeed|Ziply|BellSouth|(?:Pacific|Southwestern|Illinois|Indiana|Michigan|Ohio|Wisconsin|Nevada|Cincinnati) Bell|Consolidated Communications|TDS Telecom\w*|Hawaiian Tel\w*|Citizens (?:Telecom\w*|Utilities))\b/i
/** "between Frontier Northwest, Inc. and Acme Fiber, LLC" */
const BETWEEN = /\b(?:by and between|between|among)\s([\s\S]{5,400})/i
const REACH = 6_000

/** Where the parties are named they decide; else whoever else the paper names. */
export function isWithOther(text: string): boolean {
  const body = text.slice(0, REACH)
  const parties = BETWEEN.exec(body)?.[1]
  if (parties !== undefined && OURS.test(parties)) return false
  if (parties !== undefined && (OTHERS.test(parties) || areTwo(parties))) return true
  return OTHERS.test(body) && !OURS.test(body)
}

function areTwo(parties: string): boolean {
  const [first, second] = firmNamesIn(parties.split('\n\n')[0] ?? '')
  return first !== undefined && second !== undefined && /\band\b/.test(parties.slice(first.to, second.from))
}
