/** Case files and what orders need to know, ordinary ones, changed where a test says so. */
import type { CaseFile, Item, Proof } from '../../src/domain/casework/case-file.ts'
import { ITEMS, type ItemId } from '../../src/domain/casework/items.ts'
import type { ItemStanding, Owner, Standing } from '../../src/domain/casework/standing.ts'
import type { CaseMail, OrderFacts } from '../../src/domain/orders/order-facts.ts'
import { blankCase } from './blank-case.ts'

export const RECEIVED = Date.parse('2026-03-02T16:00:00Z')
export const NOW = Date.parse('2026-03-10T15:00:00Z')

export function aProof(change: Partial<Proof> = {}): Proof {
  return { messageId: 11, attachment: 'papers.pdf', page: 1, quote: 'as it says', by: 'system', ...change }
}

export function met(change: Partial<Item> = {}): Item {
  return { state: 'met', at: RECEIVED, value: null, problem: null, proof: aProof(), ...change }
}

export function aFile(change: Partial<CaseFile> = {}): CaseFile {
  return {
    ...blankCase(RECEIVED),
    ...{ clecId: 7, company: 'Acme Fiber, LLC', state: 'CO', family: 'qc' },
    ...{ agreement: 'interconnection', route: 'negotiate', version: 3 },
    ...change,
  }
}

const OURS: ReadonlySet<ItemId> = new Set([
  'draft-issued',
  'carrier-signature',
  'filed',
  'early-ordering-letter-issued',
  'ready-to-order',
])
/** In this process there is no tariff and no deposit. */
const NOT_HERE: ReadonlySet<ItemId> = new Set(['tariff-election', 'start-up-deposit'])

/** A mail of Paula in a case, filed when it came. */
export function aCaseMail({ id, ...change }: Partial<CaseMail> & Pick<CaseMail, 'id'>): CaseMail {
  const receivedAt = change.receivedAt ?? RECEIVED
  return {
    ...{ id, receivedAt, filedAt: receivedAt, subjectStem: `mail ${id}`, sender: 'paula@acmefiber.example' },
    ...{ messageId: `<${id}@acmefiber.example>`, refersTo: [] },
    ...change,
  }
}

/** One long step with every item, nothing more: what is not in is missing. */
export function simpleStanding(file: CaseFile): Standing {
  const items = ITEMS.filter((item) => !NOT_HERE.has(item)).map((id): ItemStanding => {
    const item = file.items[id] ?? null
    const byHead = id === 'route' && file.route !== null
    const owner: Owner = OURS.has(id) ? 'carrier' : id === 'approved' ? 'commission' : 'clec'
    return { id, label: id, owner, state: item?.state ?? (byHead ? 'met' : 'missing'), item, ask: `Please send ${id}.` }
  })
  return {
    stage: 'received',
    steps: [{ id: 'agreement-request', title: 'All', state: 'open', reasons: [], items }],
    missing: items.filter((one) => one.owner === 'clec' && (one.state === 'missing' || one.state === 'problem')),
    turn: 'clec',
    next: '',
  }
}

/** Anna of ours orders; the next order is number 17. The zone is UTC. */
export function orderFacts(files: readonly CaseFile[], change: Partial<OrderFacts> = {}): OrderFacts {
  return {
    ...{ number: 17, speech: 'mail' },
    by: 'anna@carrier.example',
    staff: [
      { address: 'anna@carrier.example', name: 'Anna Lee' },
      { address: 'bob@carrier.example', name: 'Bob Ray' },
    ],
    now: NOW,
    today: '2026-03-10',
    zone: {
      dayOf: (at) => new Date(at).toISOString().slice(0, 10),
      startOf: (day) => Date.parse(`${day}T00:00:00Z`),
    },
    cases: new Map(files.map((file) => [file.ref, file])),
    standingOf: simpleStanding,
    territory: (state) => (state === 'NV' || state === 'FL' ? 'kept' : state === 'TX' ? 'sold' : 'qc'),
    mails: new Map(),
    readings: new Map(),
    letters: [],
    contacts: new Map(files.map((file) => [file.ref, 'paula@acmefiber.example'])),
    drafts: new Map(),
    waiting: [],
    tasks: new Map(),
    affiliations: [],
    orders: new Map(),
    relabelled: null,
    freshCase: { id: 99, ref: 'CLEC-2026-00099' },
    ...change,
  }
}
