/** Whose agreement it is that somebody adopts (domain 3.6). */
import { STATE_NAMES } from '../../states.ts'
import { firmNamesIn } from '../../understand/facts/company/firm-names.ts'
import { OTHER_TRADE } from '../../understand/facts/company/name-words.ts'
import { isSameEntity } from './entities.ts'
import { holdersIn } from './holder.ts'

const NAMED =
  /\b(?:adopt(?:ion of|ing)?|opt(?:ing)?[ -]?in(?:to)?|MFN into|port)\s+(?:to |into )?(?:the |your )?(?:existing |current |approved )*((?:[A-Z][\w&.'-]*)(?:[ ,]+(?:[A-Z\d&][\w&.'-]*)){0,6}?)(?:'s)?\s+(?:interconnection\s+|approved\s+)*(?:agreement|ICA)\b/
const NOBODY =
  /^(?:Interconnection|State\b|Template|Negotiations?|CenturyLink|Lumen|Qwest|CenturyTel|Embarq|Master|Section|Entire|Agreement)\b/i

/** The other carrier whose agreement is adopted. */
export function carrierIn(sentence: string, company: string | null): string | null {
  const isOwn = (name: string) => company !== null && isSameEntity(name, company)
  const named = withoutState(NAMED.exec(sentence)?.[1] ?? '')
  if (named !== '' && !NOBODY.test(named) && !isOwn(named)) return named
  const firm = firmNamesIn(sentence).find(
    ({ name }) =>
      !isOwn(name) && !NOBODY.test(name) && !OTHER_TRADE.test(name) && !/\bQC\b|Lumen|CenturyLink/.test(name),
  )
  return firm?.name ?? null
}

/** The same where the name has no legal form and nothing but the agreement stands beside it. */
export function holderIn(sentence: string, company: string | null): string | null {
  const isOwn = (name: string) => company !== null && isSameEntity(name, company)
  const names = holdersIn(sentence).map(withoutState)
  return names.find((name) => name !== '' && !isOwn(name) && !OTHER_TRADE.test(name)) ?? null
}

/** "Dakota Skyline's Nebraska" agreement is Dakota Skyline's; the "Wyoming" agreement is nobody's yet. */
function withoutState(name: string): string {
  const names = Object.values(STATE_NAMES)
  const state = names.find((one) => name.trim().endsWith(one))
  const rest = state === undefined ? name : name.trim().slice(0, -state.length)
  return rest.trim().replace(/'s$|[,\s]+$/g, '')
}
