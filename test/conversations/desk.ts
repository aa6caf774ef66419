/**
 * Our desk in memory: everything between a raw mail and a raw reply is the real thing (reader, understanding, decision,
 * wording, composer); only the database is replaced, by lists that are asked the same questions.
 */
import type { CaseView } from '../../src/domain/case.ts'
import { caseRef } from '../../src/domain/case.ts'
import type { ArrivalFacts } from '../../src/domain/decide/arrival.ts'
import { mailArrived } from '../../src/domain/decide/mail-arrived.ts'
import type { Decision } from '../../src/domain/decision.ts'
import type { ReadMail } from '../../src/domain/mail.ts'
import { domainOf } from '../../src/domain/thread.ts'
import { understand } from '../../src/domain/understand/understand.ts'
import { factKeys } from '../../src/flows/fact-keys.ts'
import { writeReply } from '../../src/flows/write-reply.ts'
import { shippedModel } from '../../src/learning/shipped.ts'
import { builtInTemplates, createRenderer } from '../../src/render/handlebars.ts'
import { composeMessage } from '../../src/smtp/compose-message.ts'
import type { FactKeys, WrittenReply } from '../../src/stores.ts'
import { hmacSigner } from '../../src/tokens/signer.ts'
import { readBytes } from '../mime/mails.ts'

export const DESK = 'intagree@carrier.example'
const HOUR = 3_600_000

/** What became of one mail. */
export interface Turn {
  readonly decision: Decision
  /** Our reply as it left, or null. */
  readonly reply: WrittenReply | null
}

export interface Desk {
  receive(raw: Buffer): Promise<Turn>
  pass(ms: number): void
  readonly replies: readonly WrittenReply[]
  readonly cases: ReadonlyMap<number, CaseView>
}

interface World {
  now: number
  mails: number
  readonly cases: Map<number, CaseView>
  readonly seen: Map<string, Set<number>>
  readonly delivered: Map<string, number>
  readonly sent: { readonly reply: WrittenReply; readonly at: number }[]
}

const signer = hmacSigner('a secret of the test')
const renderer = createRenderer({ directories: [builtInTemplates()] })

export function openDesk(caps: Partial<ArrivalFacts['caps']> = {}): Desk {
  const world: World = {
    now: Date.parse('2026-03-02T16:00:00Z'),
    mails: 0,
    cases: new Map(),
    seen: new Map(),
    delivered: new Map(),
    sent: [],
  }
  const known = { mode: 'auto', ownAddresses: [DESK], caps: { ...CAPS, ...caps } } as const

  async function receive(raw: Buffer): Promise<Turn> {
    const mail = await readBytes(raw)
    const understanding = understand(mail, { ownAddresses: [DESK], model: shippedModel() })
    const keys = factKeys({ address: DESK, ownAddresses: [DESK], holds: signer.holds }, mail, understanding)
    world.mails += 1
    world.now += 1_000
    const arrived = { id: world.mails, receivedAt: world.now, mail, understanding }
    const decision = mailArrived(arrived, { ...factsOf(world, mail, keys), ...known })
    const wish = decision.wishes.find((one) => one.wish === 'send-reply')
    const reply = wish?.wish === 'send-reply' ? await writeReply(writing(world), arrived, wish) : null
    commit(world, mail, decision, reply)
    return { decision, reply }
  }

  return {
    receive,
    pass(ms) {
      world.now += ms
    },
    get replies() {
      return world.sent.map(({ reply }) => reply)
    },
    cases: world.cases,
  }
}

const CAPS = { perAddressPerHour: 25, perDomainPerHour: 400, perCasePerDay: 5 }

function writing(world: World) {
  return {
    renderer,
    compose: composeMessage,
    sign: signer.sign,
    clock: () => new Date(world.now),
    from: { name: 'Interconnection Agreements', address: DESK },
    timeZone: 'America/Denver',
    returnPath: 'plus',
  } as const
}

function factsOf(world: World, mail: ReadMail, keys: FactKeys): Omit<ArrivalFacts, 'mode' | 'ownAddresses' | 'caps'> {
  const all = [...world.cases.values()]
  const referred = new Set(keys.messageIds.flatMap((id) => [...(world.seen.get(id) ?? [])]))
  const sentSince = (ms: number) => world.sent.filter((one) => world.now - one.at < ms).map(({ reply }) => reply.wish)
  const number = world.cases.size + 1
  return {
    threads: {
      byToken: all.filter((one) => keys.tokenRefs.includes(one.ref)),
      byReference: all.filter((one) => referred.has(one.id)),
      bySubjectRef: all.filter((one) => keys.subjectRefs.includes(one.ref)),
      bySender: all.filter((one) => one.participants.includes(keys.sender)),
    },
    earlierDelivery: world.delivered.get(deliveryKey(mail)) ?? null,
    bouncedReply: null,
    repliesToAddressLastHour: sentSince(HOUR).filter((wish) => wish.to.address === keys.recipient).length,
    repliesToDomainLastHour: sentSince(HOUR).filter((wish) => domainOf(wish.to.address) === domainOf(keys.recipient))
      .length,
    repliesInCaseLastDay: new Map(all.map((one) => [one.id, repliesIn(sentSince(24 * HOUR), one.id)])),
    recipientBlocked: false,
    freshCase: { id: number, ref: caseRef(2026, number) },
  }
}

function repliesIn(wishes: readonly WrittenReply['wish'][], caseId: number): number {
  return wishes.filter((wish) => wish.caseId === caseId).length
}

function deliveryKey(mail: ReadMail): string {
  return mail.messageId === null || mail.date === null
    ? `nothing in common with ${Math.random()}`
    : JSON.stringify([mail.messageId, mail.date, mail.from[0]?.address])
}

function commit(world: World, mail: ReadMail, decision: Decision, reply: WrittenReply | null): void {
  world.delivered.set(deliveryKey(mail), world.mails)
  for (const change of decision.changes) {
    if (change.change === 'case-opened')
      world.cases.set(change.case.id, { ...change.case, participants: [], lastMailAt: world.now })
    if (change.change === 'mail-filed') file(world, change.caseId, mail, decision.understanding.kind === 'human')
  }
  if (!reply) return
  world.sent.push({ reply, at: world.now })
  remember(world, reply.messageId, reply.wish.caseId)
}

function file(world: World, caseId: number, mail: ReadMail, takesPart: boolean): void {
  const found = world.cases.get(caseId) as CaseView
  const sender = mail.from[0]?.address
  const participants = takesPart && sender ? [...new Set([...found.participants, sender])] : found.participants
  world.cases.set(caseId, { ...found, participants, lastMailAt: world.now })
  if (mail.messageId !== null) remember(world, mail.messageId, caseId)
}

function remember(world: World, messageId: string, caseId: number): void {
  world.seen.set(messageId, (world.seen.get(messageId) ?? new Set()).add(caseId))
}
