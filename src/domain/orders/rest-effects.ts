/** Nobody is reminded before a day; then it goes on by itself. */
import type { Act } from '../casework/act.ts'
import { type CaseFile, ORDERED } from '../casework/case-file.ts'
import { QUESTIONS } from '../casework/moot.ts'
import { isObjection } from '../casework/objection.ts'
import { inCase, ordered, personDone, refused } from './answer.ts'
import { daysBetween, isDay } from './days.ts'
import type { Effects } from './effects.ts'
import { howTo } from './how-to.ts'
import type { OrderFacts } from './order-facts.ts'
import { listed } from './words.ts'

/** Nobody means a rest of a year: a mistyped one (domain T13). */
const MOST_DAYS = 366

/** Where they do not want to be asked, the day is the answer to that in all cases that their words hold up. */
export function rested({ until }: Extract<Act, { act: 'rest' }>, file: CaseFile, facts: OrderFacts): Effects {
  const wrong = whyNot(until, file, facts)
  if (wrong !== null) return refused(`${file.ref}: reminders were not put off: ${wrong}.`.replace('?.', '?'))
  const all = isObjection(file) ? heldWith(file, facts) : [file]
  const refs = all.map(({ ref }) => ref)
  // What another mail wants is still to be said.
  const answered = isObjection(file) ? refs.map(QUESTIONS.objection) : []
  const ids = [...facts.tasks.values()].flatMap(({ id, open, once }) =>
    open && once !== null && answered.includes(once) ? [id] : [],
  )
  const rest = { by: facts.by, at: facts.now, why: ORDERED }
  const pause = { change: 'chase-paused', until: facts.zone.startOf(until), rest } as const
  return ordered(facts, {
    changes: all.flatMap((one) => [...inCase(one, pause), ...personDone(one, ids, facts)]),
    also: ids.map((task) => ({ also: 'close-task', task }) as const),
    sentence: `${listed(refs)}: no reminder to ${file.chase?.to ?? 'anybody'} before ${until}; from then on they go on by themselves, on working days.`,
  })
}

function whyNot(until: string, file: CaseFile, facts: OrderFacts): string | null {
  if (!isDay(until)) return `"${until}" is no day; write it as 2026-03-05`
  if (until <= facts.today) return `${until} is not to come`
  if (daysBetween(facts.today, until) > MOST_DAYS) return `${until} is more than a year away; is the year right?`
  if (file.chase !== null && file.chase.stopped === null) return null
  const ask = howTo({ to: 'ask', ref: file.ref }, facts.speech)
  return `nobody is reminded there${file.chase?.stopped == null ? '' : ` (${file.chase.stopped})`}; to ask again, ${ask}`
}

function heldWith(file: CaseFile, facts: OrderFacts): readonly CaseFile[] {
  const isSame = (one: CaseFile) =>
    one.requestId === file.requestId && one.closed === null && isObjection(one) && one.chase?.stopped === null
  return [...facts.cases.values()].filter((one) => one.ref === file.ref || isSame(one))
}
