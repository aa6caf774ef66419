/** The commission did not approve the filed agreement (47 U.S.C. 252(e)(2)). */
import type { Act } from '../casework/act.ts'
import type { CaseFile } from '../casework/case-file.ts'
import { byHand, inCase, ordered, refused } from './answer.ts'
import type { Effects } from './effects.ts'
import { shutBy } from './gates.ts'
import { howTo } from './how-to.ts'
import { whyNotOn } from './item-effects.ts'
import type { OrderFacts } from './order-facts.ts'
import { quoted } from './words.ts'

type ActOf<Name extends Act['act']> = Extract<Act, { act: Name }>

const PROBLEM = 'The commission did not approve the agreement as filed.'

export function notApproved(order: ActOf<'not-approved'>, file: CaseFile, facts: OrderFacts): Effects {
  const wrong = whyNot(order, file, facts)
  if (wrong !== null) return refused(`${file.ref}: that the commission said no was not recorded: ${wrong}.`)
  const { on, value, note } = order
  const at = on === null || on === facts.today ? facts.now : Math.max(facts.zone.startOf(on), file.receivedAt)
  const words = [...(value === null ? [] : [`docket ${value}`]), ...(note === null ? [] : [note])].join('; ')
  const proof = byHand(facts, words)
  const said = [...(on === null ? [] : [` on ${on}`]), ...(value === null ? [] : [` under docket ${quoted(value)}`])]
  return ordered(facts, {
    changes: inCase(file, { change: 'item-problem', item: 'approved', at, problem: PROBLEM, proof }),
    sentence: `${file.ref}: the commission did not approve the agreement${said.join('')}. The next step is ours; the CLEC is not told.`,
  })
}

function whyNot({ on }: ActOf<'not-approved'>, file: CaseFile, facts: OrderFacts): string | null {
  const known = file.items.approved
  if (known?.state === 'problem') return 'it is recorded already'
  if (known !== undefined) {
    const untick = howTo({ to: 'untick', ref: file.ref, item: 'approved' }, facts.speech)
    return `approved is ticked; ${untick} first`
  }
  return shutBy('approved', file, facts.standingOf(file)) ?? (on === null ? null : whyNotOn(on, file, facts))
}
