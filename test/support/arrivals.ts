/** Cases, understandings and facts for tests of decisions: ordinary ones, changed where a test says so. */
import type { Autonomy } from '../../src/domain/autonomy.ts'
import type { CaseView } from '../../src/domain/case.ts'
import type { DeskSettings } from '../../src/domain/casework/desk-settings.ts'
import type { ArrivalFacts, ArrivedMail } from '../../src/domain/decide/arrival.ts'
import { territoryOf } from '../../src/domain/territories.ts'
import type { ThreadFacts } from '../../src/domain/thread.ts'
import type { Understanding } from '../../src/domain/understanding.ts'
import { blankCase } from './blank-case.ts'
import { aMail, type MailSketch } from './mail-builder.ts'

export const NOW = Date.parse('2026-03-02T16:00:00Z')
export const OURS = 'intagree@carrier.example'

/** A person who asks for an interconnection agreement. */
export function anUnderstanding(change: Partial<Understanding> = {}): Understanding {
  return {
    kind: 'human',
    intents: [{ intent: 'agreement-request', confidence: 0.97 }],
    abstained: false,
    likeliest: [],
    agreement: 'interconnection',
    path: 'negotiate',
    company: 'Acme Fiber, LLC',
    states: ['CO', 'UT'],
    identifiers: {},
    contact: null,
    documents: [],
    evidence: [],
    model: 'shipped',
    ...change,
  }
}

/** A machine's mail, with the evidence that gave it away. */
export function aMachine(kind: 'auto-reply' | 'bounce' | 'bulk' | 'spam'): Understanding {
  const evidence = [{ for: kind, from: 'header', quote: 'what gave it away' }]
  const nothing = { company: null, states: [], agreement: null, path: null, intents: [] }
  return anUnderstanding({ kind, ...nothing, evidence })
}

/** A person whose mail nobody can make sense of. */
export const PUZZLING = anUnderstanding({
  abstained: true,
  intents: [{ intent: 'process-question', confidence: 0.4 }],
  likeliest: [
    { intent: 'process-question', confidence: 0.4 },
    { intent: 'status-inquiry', confidence: 0.3 },
  ],
  evidence: [{ for: 'process-question', from: 'text', quote: 'how does it work' }],
})

/** A person's mail that was understood and asks for nothing: "Thanks!" */
export const CONTENT_FREE = anUnderstanding({ intents: [], company: null, states: [], agreement: null, path: null })

/** Case 7, opened by Paula of Acme Fiber a day ago. */
export function aCase(change: Partial<CaseView> = {}): CaseView {
  const id = change.id ?? 7
  return {
    ...blankCase(NOW - 24 * 3_600_000),
    ...{ id, ref: 'CLEC-2026-00007', requestId: id, status: 'received', participants: ['paula@acmefiber.example'] },
    ...{
      company: 'Acme Fiber, LLC',
      state: 'CO',
      family: 'qc',
      agreement: 'interconnection',
      intent: null,
      version: 1,
    },
    ...change,
  }
}

/** The desk as it is without any settings. */
export const DESK_SETTINGS: DeskSettings = {
  timeZone: 'America/Denver',
  territory: territoryOf(),
  links: {},
  departments: {},
  staff: [],
  reminders: {
    missingItems: [7, 14, 21],
    questionnaireDocuments: [14],
    unsignedAgreement: [14, 30],
    expiringAgreement: [180, 90, 60],
    negotiationClock: [30, 60, 90, 120, 135, 150, 155, 158, 160],
  },
}

export const AUTO: Autonomy = { master: 'auto', held: {}, demoted: [], delayMinutes: 15 }

export function threadFacts(change: Partial<ThreadFacts> = {}): ThreadFacts {
  const { requests, byLetterOfSeveral = [], ...by } = change
  const cases = Object.values(by).flat()
  return {
    ...{ byToken: [], byReference: [], awaiting: [], sameAwaited: [] },
    ...{ bySubjectRef: [], bySender: [], incomplete: [], byMatter: [], byCompany: [] },
    ...by,
    byLetterOfSeveral,
    requests: requests ?? [...new Map(cases.map((one) => [one.id, one])).values()],
  }
}

/** Nobody wrote before, nothing was sent, answers go out by themselves, and the next case is number 42. */
export function arrivalFacts(change: Partial<ArrivalFacts> = {}): ArrivalFacts {
  return {
    now: NOW,
    autonomy: AUTO,
    desk: DESK_SETTINGS,
    ownAddresses: [OURS],
    authservIds: [],
    repliesTo: [],
    threads: threadFacts(),
    isOld: false,
    earlierDelivery: null,
    sameMessageId: null,
    bouncedReply: null,
    repliesToAddressLastHour: 0,
    repliesToDomainLastHour: 0,
    repliesLastHour: 0,
    repliesInCaseLastDay: new Map(),
    caps: { perAddressPerHour: 5, perDomainPerHour: 50, perCasePerDay: 3, perHour: 500 },
    recipientBlocked: false,
    mailMegabytes: 150,
    freshCases: [42, 43, 44, 45, 46].map((id) => ({ id, ref: `CLEC-2026-000${id}` })),
    clec: { freshId: 5, known: null },
    affiliations: [],
    earlyOrders: [],
    unread: new Map(),
    ...change,
  }
}

/** Mail 4711 in the ledger. */
export function arrived(sketch: MailSketch = {}, understanding: Understanding = anUnderstanding()): ArrivedMail {
  return {
    id: 4711,
    receivedAt: NOW,
    mail: aMail({ subject: 'Interconnection in Colorado', ...sketch }),
    understanding,
  }
}
