/** A digest in which every section has a line, and every sort of task one of its own. */
import { instantOf } from '../../../src/domain/calendar/zone.ts'
import type { CaseFile } from '../../../src/domain/casework/case-file.ts'
import type { Clock } from '../../../src/domain/clocks/clock.ts'
import { TASK_SORTS } from '../../../src/domain/decision.ts'
import type { Digest } from '../../../src/domain/digest/digest.ts'
import { digestFor } from '../../../src/domain/digest/digest-for.ts'
import type { DigestFacts, OpenTask } from '../../../src/domain/digest/facts.ts'
import { caseFile, standing } from '../reminders/cases.ts'

const ZONE = 'America/Denver'
const NOW = instantOf('2026-03-06', '07:30', ZONE)
const at = instantOf('2026-03-05', '10:00', ZONE)
export const STAFF = [
  { name: 'Anna Keller', email: 'anna@example.com', states: ['CO'], manager: false },
  { name: 'Ben Ortiz', email: 'ben@example.com', states: [], manager: true },
]

const clock: Clock = {
  ...{ id: 'window-closes', title: 'Window for arbitration closes', source: '47 U.S.C. 252(b)(1)' },
  ...{ startsOn: '2025-10-05', startedBy: 'The request was received on 2025-10-05.', due: '2026-03-14' },
  ...{ rolled: '2026-03-16', state: 'running', metOn: null, owedBy: 'either', confidential: true, protective: false },
  ...{ warned: 'from-receipt', derivation: [] },
}

function open(number: number, some: Partial<CaseFile> = {}, clocks: readonly Clock[] = []) {
  const file = caseFile({ ref: ref(number), company: 'Pinyon Fiber LLC', negotiator: 'anna@example.com', ...some })
  return { file, standing: standing([]), clocks }
}

function ref(number: number): string {
  return `CLEC-2026-0000${number}`
}

const SENTENCES: Readonly<Record<string, string>> = {
  correction: `jo corrects something in ${ref(1)}: "I meant Oregon". Write "state OR" if that is the state.`,
  thread: `${ref(1)} was opened apart from ${ref(2)}: nothing shows that it is theirs. Do they belong together?`,
}

const TASKS: readonly OpenTask[] = [...TASK_SORTS, 'thread'].map((sort, index) => ({
  ...{ taskId: index + 1, sort, caseRef: ref(1), messageId: index + 101, openedAt: at, legal: sort === 'legal' },
  ...{
    quote: '',
    sentence:
      index < TASK_SORTS.length ? (SENTENCES[sort] ?? `Task ${sort}`) : `jo wrote in ${ref(1)}, which is closed`,
  },
}))

export function fullDigest(): Digest {
  const facts: DigestFacts = {
    ...{ timeZone: ZONE, staff: STAFF, unreachable: [], accounting: [], ending: [] },
    cases: [
      open(1, {}, [clock]),
      open(2, { needsPerson: 'it is not sure what the mail wants' }),
      open(3, { needsPerson: 'the sender takes it back: "we withdraw"' }),
      open(4, { negotiator: null, state: 'CO' }),
    ],
    newRequests: [{ caseRef: ref(1), messageId: 63, at, from: 'jo@p.example', subject: 'Request', quote: '' }],
    tasks: [...TASKS, { ...(TASKS[0] as OpenTask), taskId: 99, sort: 'sender', legal: false, caseRef: null }],
    drafts: [
      {
        ...{ outboxId: 5, caseRef: ref(1), messageId: 64, to: 'jo@p.example', subject: 'We received it' },
        ...{ createdAt: at, quote: '', text: 'Hello Jo,\n\nThank you.' },
      },
    ],
    failures: [
      {
        ...{ outboxId: 1, caseRef: ref(1), messageId: null, taskId: null, to: 'x@p.example', subject: 'Hello', at },
        ...{ how: 'bounced', permanent: true, detail: '550' },
      },
    ],
    lowConfidence: [
      {
        ...{ messageId: 110, taskId: null, caseRef: ref(1), from: 'o@q.example', subject: 'Hm', at },
        readings: [
          { intent: 'opt-in-inquiry', likely: 0.48, quote: '' },
          { intent: 'agreement-request', likely: 0.41, quote: '' },
        ],
      },
    ],
    overdue: [{ caseRef: ref(1), label: 'Tax forms', due: '2026-03-01', daysLate: 5, place: '', quote: '' }],
    earlyOrdering: [{ caseRef: ref(1), position: 1, completeAt: at }],
    reminders: [],
  }
  const [anna] = STAFF as [(typeof STAFF)[number]]
  const digest = digestFor({ ...anna, role: 'negotiator' }, facts, NOW)
  if (digest === null) throw new Error('the digest has nothing to say')
  return digest
}
