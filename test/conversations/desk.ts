/**
 * Our desk in memory: everything between a raw mail and a raw letter is the real thing (reader, understanding,
 * decisions, wording, composer); only the database is replaced, by lists that are asked the same questions. The test
 * drives the time: a mail comes at a moment, and `until` lets time pass and does what falls due meanwhile.
 */
import type { Autonomy } from '../../src/domain/autonomy.ts'
import type { CaseFile } from '../../src/domain/casework/case-file.ts'
import type { Clec } from '../../src/domain/casework/clec.ts'
import type { DeskSettings } from '../../src/domain/casework/desk-settings.ts'
import type { Standing } from '../../src/domain/casework/standing.ts'
import type { ArrivalFacts, ArrivedMail } from '../../src/domain/decide/arrival.ts'
import { mailArrived } from '../../src/domain/decide/mail-arrived.ts'
import type { Answered } from '../../src/domain/decide/staff-mail.ts'
import { timePassed } from '../../src/domain/decide/time-passed.ts'
import type { Decision, LetterWish, ReplyWish, TaskSort } from '../../src/domain/decision.ts'
import type { Digest } from '../../src/domain/digest/digest.ts'
import { answerLinks } from '../../src/domain/digest/links.ts'
import type { ReadMail } from '../../src/domain/mail.ts'
import { standingOf } from '../../src/domain/process/standing.ts'
import { understand } from '../../src/domain/understand/understand.ts'
import { factKeys } from '../../src/flows/fact-keys.ts'
import { giveOrder, type OrderParts } from '../../src/flows/give-order.ts'
import { type JoinParts, joinIntroduced } from '../../src/flows/join-introduced.ts'
import { recognisePictures } from '../../src/flows/recognise-pictures.ts'
import { type DraftParts, refreshDrafts } from '../../src/flows/refresh-drafts.ts'
import { answerStaff, type StaffMailParts } from '../../src/flows/staff-mail.ts'
import { type WriteParts, writeAnew, writeLetter, writeReply } from '../../src/flows/write-reply.ts'
import { writeStaffLetter } from '../../src/flows/write-staff-letter.ts'
import { shippedModel } from '../../src/learning/shipped.ts'
import type { WrittenReply } from '../../src/ports/stores/written-reply.ts'
import { createDigestRenderer } from '../../src/render/digest.ts'
import { builtInTemplates, createRenderer } from '../../src/render/handlebars.ts'
import { staffLetter } from '../../src/render/staff-letter.ts'
import { composeMessage } from '../../src/smtp/compose-message.ts'
import { hmacSigner } from '../../src/tokens/signer.ts'
import { orderAnswer } from '../../templates/order-answer/model.ts'
import { readBytes } from '../mime/mails.ts'
import { AUTO, DESK_SETTINGS } from '../support/arrivals.ts'
import { digestOf } from './digests.ts'
import { memoryDrafts } from './drafts.ts'
import { memoryJoins } from './joins.ts'
import { memoryOrders, ordersIn } from './orders.ts'
import {
  besides,
  commitCases,
  commitMail,
  commitWishes,
  emptyWorld,
  factsFor,
  openOf,
  settle,
  unanswered,
  type World,
  waits,
} from './world.ts'

export const DESK = 'intagree@carrier.example'

/** A letter of ours as it was written; `text` as a mail program shows it. */
export interface SentLetter {
  readonly at: number
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly sections: readonly string[]
  /** `draft` waits for a person and never left. */
  readonly state: ReplyWish['state']
  readonly reply: WrittenReply
  /** The mail that it answers. */
  readonly answers: number | null
}

/** A question to a person. */
export interface AskedTask {
  readonly at: number
  readonly sort: TaskSort
  readonly sentence: string
  readonly caseRef: string | null
  /** The mail that it is about. */
  readonly messageId: number | null
  /** While it is open, no other with that key is opened. */
  readonly once: string | null
}

/** A mail of ours to one of us. */
export interface StaffLetter {
  readonly at: number
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly reply: WrittenReply
  /** A digest, or what became of orders. */
  readonly digest: Digest | null
  readonly answers: readonly Answered[]
  /** The mail whose orders it confirms. */
  readonly answersMail: number | null
}

export interface SaidDigest {
  readonly id: number
  readonly at: number
  readonly staff: string
  readonly messageId: string
  readonly lines: Digest['lines']
}

/** What became of one mail. */
export interface Turn {
  readonly decision: Decision
  /** Our answer, or null. */
  readonly reply: WrittenReply | null
  readonly letter: SentLetter | null
}

export interface Desk {
  /**
   * A mail comes now, or at that moment: what falls due until then is done first. `recognised`: what a machine reads in
   * its pictures, by name of the file.
   */
  receive(raw: Buffer, at?: number, recognised?: ReadonlyMap<string, string>): Promise<Turn>
  /** Somebody of the desk orders something in plain words; the sentences that answer, one for each order. */
  order(words: string, by?: string): Promise<readonly string[]>
  /** The digest of one of us, as of now; null when there is nothing to say. */
  digest(to: string): Promise<StaffLetter | null>
  /** Lets time pass, so many milliseconds or until that moment, and does what falls due. */
  pass(milliseconds: number): Promise<void>
  until(moment: number): Promise<void>
  readonly now: number
  /** In the order of their numbers. */
  readonly cases: readonly { readonly file: CaseFile; readonly standing: Standing }[]
  readonly letters: readonly SentLetter[]
  readonly replies: readonly WrittenReply[]
  readonly tasks: readonly AskedTask[]
  /** Those that no person has dealt with and that need nobody any more. */
  readonly settled: World['settled']
  /** Drafts that were withdrawn, or written anew. */
  readonly replaced: World['replaced']
  readonly staffLetters: readonly StaffLetter[]
  /** Addresses to which nothing more is sent. */
  readonly blocked: ReadonlySet<string>
  readonly clecs: readonly Clec[]
}

export interface DeskOptions {
  readonly start?: number
  /** Another system of ours has another address. */
  readonly address?: string
  readonly caps?: Partial<ArrivalFacts['caps']>
  readonly autonomy?: Partial<Autonomy>
  readonly settings?: Partial<DeskSettings>
  readonly authservIds?: readonly string[]
  /** How mails are read; without it in this thread, and without their documents. */
  readonly read?: (raw: Buffer) => Promise<ReadMail>
}

/** What the configuration says. */
export interface Settled {
  readonly autonomy: Autonomy
  readonly desk: DeskSettings
}

const PICTURES = { mailFiles: 20, mailMs: 60_000, clock: () => 0 }
const CAPS = { perAddressPerHour: 25, perDomainPerHour: 400, perCasePerDay: 5, perHour: 5000 }
const signer = hmacSigner('a secret of the test')
const renderer = createRenderer({ directories: [builtInTemplates()] })
const digestWords = createDigestRenderer({ directories: [builtInTemplates()] })
const answerWords = staffLetter([builtInTemplates()], 'order-answer', orderAnswer)
const TEAM = 'Interconnection Agreements'

export function openDesk(options: DeskOptions = {}): Desk {
  const { address = DESK } = options
  const world = emptyWorld(options.start ?? Date.parse('2026-03-02T16:00:00Z'))
  const desk: DeskSettings = { ...DESK_SETTINGS, ...options.settings }
  const { authservIds = [], read = readBytes } = options
  const autonomy = { ...AUTO, ...options.autonomy }
  const settled = {
    autonomy,
    desk,
    ownAddresses: [address],
    authservIds,
    mailMegabytes: 150,
    caps: { ...CAPS, ...options.caps },
  }
  const keyParts = { address, ownAddresses: [address], holds: signer.holds, territory: desk.territory }
  const writing: WriteParts = {
    ...{ renderer, compose: composeMessage, sign: signer.sign, clock: () => new Date(world.now) },
    from: { name: TEAM, address: DESK },
    timeZone: desk.timeZone,
    returnPath: 'plus',
  }

  async function receive(
    raw: Buffer,
    at = world.now + 1_000,
    recognised: ReadonlyMap<string, string> = new Map(),
  ): Promise<Turn> {
    await until(at)
    const mail = await recognisePictures(
      withScans(await read(raw), [...recognised.keys()]),
      PICTURES,
      async ({ filename }) => {
        const text = recognised.get(filename) ?? ''
        return { text, confidence: text === '' ? 0 : 0.9, problems: [] }
      },
    )
    const understanding = understand(mail, { ownAddresses: [address], authservIds, model: shippedModel() })
    const arrived = { id: world.mails + 1, receivedAt: world.now, mail, understanding }
    const keys = factKeys(keyParts, mail, understanding)
    const facts = { ...factsFor(world, mail, keys), ...settled, now: world.now }
    const ordered = await answerStaff(staffMails, arrived, facts, keys.messageIds)
    const decision = ordered?.decision ?? mailArrived(arrived, facts)
    const wish = decision.wishes.find((one) => one.wish === 'send-reply')
    const letter = wish === undefined ? null : await sent(await writeReply(writing, arrived, wish), wish, arrived.id)
    commitMail(world, mail, decision, letter)
    if (decision.introduces !== undefined) await joinIntroduced(joins, arrived.id, decision.introduces)
    await refreshed()
    return { decision, letter, reply: letter?.reply ?? null }
  }

  async function sent(reply: WrittenReply, wish: ReplyWish, answers: number | null = null): Promise<SentLetter> {
    const { subject, raw } = reply
    const { text } = await readBytes(raw)
    const sections = wish.sections.map((one) => one.section)
    const mail = answers ?? wish.answers ?? null
    return { at: world.now, to: wish.to.address, subject, text, sections, state: wish.state, reply, answers: mail }
  }

  const given: OrderParts = {
    store: memoryOrders(world, settled, (reply) => sent(reply, reply.wish as ReplyWish)),
    bell: { ring: async () => undefined },
    clock: () => new Date(world.now),
    desk,
    autonomy: () => autonomy,
    write: (wish, original, number) =>
      writeLetter(writing, { wish, original, number, name: wish.to.name, receivedAt: null }),
    onOrder: () => undefined,
  }

  const joins: JoinParts = { orders: given, store: memoryJoins(world) }

  const drafts: DraftParts = {
    store: memoryDrafts(world, (reply) => sent(reply, reply.wish as ReplyWish)),
    clock: () => new Date(world.now),
    desk,
    write: (wish, original, letter) => writeAnew(writing, wish, original, letter),
    onTrouble: (error) => {
      throw error
    },
  }

  const staffMails: StaffMailParts = {
    orders: given,
    store: {
      digest: async (messageIds, id) =>
        world.digests.find((one) => one.id === id || (id === null && messageIds.includes(one.messageId))) ?? null,
      confirmed: async (messageIds, address) =>
        world.staffLetters.some(
          ({ to, digest, reply }) => digest === null && to === address && messageIds.includes(reply.messageId),
        ),
      given: async (messageIds, by) => {
        const answered = world.staffLetters.flatMap(({ reply, answersMail }) =>
          messageIds.includes(reply.messageId) ? [answersMail] : [],
        )
        return world.orders.filter((one) => one.by === by && one.undoneBy === null && answered.includes(one.messageId))
      },
      carriedOut: async () => new Map(),
      linkIsUsed: async () => false,
    },
    holds: signer.holds,
    write: (arrived, wish, answers) => answerOrders(arrived, wish, answers),
  }

  async function answerOrders(
    arrived: ArrivedMail,
    wish: LetterWish,
    answers: readonly Answered[],
  ): Promise<WrittenReply> {
    const words = answerWords({ name: wish.to.name, answers: [...answers], team: TEAM })
    const reply = await writeStaffLetter(writing, { wish, words, original: arrived.mail, number: arrived.id })
    world.staffLetters.push(await toStaff(reply, { digest: null, answers, answersMail: arrived.id }))
    return reply
  }

  async function toStaff(
    reply: WrittenReply,
    about: Pick<StaffLetter, 'digest' | 'answers' | 'answersMail'>,
  ): Promise<StaffLetter> {
    const { text } = await readBytes(reply.raw)
    return { at: world.now, to: reply.wish.to.address, subject: reply.subject, text, reply, ...about }
  }

  async function digest(to: string): Promise<StaffLetter | null> {
    const member = desk.staff.find((one) => one.email === to)
    if (member === undefined) throw new Error(`${to} is none of the desk`)
    const said = digestOf(world, member, desk)
    if (said === null) return null
    const id = world.digests.length + 1
    const links = answerLinks(said, { digestId: id, address, sign: signer.sign })
    const words = digestWords.render({ digest: said, links, answerable: true, team: TEAM })
    const wish: LetterWish = {
      ...{ key: `digest ${said.day} / ${to}`, template: 'digest', caseId: null },
      ...{ caseRef: `DESK-0000-${String(id).padStart(5, '0')}`, to: { name: said.name, address: to } },
      ...{ state: 'queued', delayMinutes: 0 },
    }
    const reply = await writeStaffLetter(writing, { wish, words, original: null, number: id })
    const letter = await toStaff(reply, { digest: said, answers: [], answersMail: null })
    world.staffLetters.push(letter)
    world.digests.push({ id, at: world.now, staff: to, messageId: reply.messageId, lines: said.lines })
    return letter
  }

  async function orders(words: string, by = desk.staff[0]?.email ?? ''): Promise<readonly string[]> {
    const answers: string[] = []
    for (const one of ordersIn(words, by, world, settled)) {
      const orderer = { by, via: 'mail', messageId: null, place: null, link: null } as const
      answers.push(typeof one === 'string' ? one : (await giveOrder(given, one, orderer)).sentence)
      await refreshed()
      world.now += 1_000
    }
    return answers
  }

  async function until(moment: number): Promise<void> {
    if (moment < world.now) throw new Error(`${new Date(moment).toISOString()} is past`)
    for (let due = nextDue(world); due !== null && due <= moment; due = nextDue(world)) {
      world.now = Math.max(world.now, due)
      for (const requestId of dueRequests(world)) await lookAt(requestId)
      if (dueRequests(world).length > 0) throw new Error('a case that was looked at is due again at once')
    }
    world.now = moment
    await refreshed()
  }

  async function refreshed(): Promise<void> {
    await refreshDrafts(drafts)
  }

  async function lookAt(requestId: number): Promise<void> {
    const files = openOf(world, requestId)
    const others = besides(
      world,
      requestId,
      files.flatMap(({ chase }) => chase?.to ?? []),
    )
    const held = others.filter((id) => waits(world, id)).flatMap((id) => openOf(world, id))
    const { cases, wishes, settles } = timePassed(files, {
      now: world.now,
      desk,
      autonomy,
      blocked: [...world.blocked],
      waits: waits(world, requestId),
      unanswered: [...[requestId, ...others].flatMap((id) => unanswered(world, id)), ...held.map(({ id }) => id)],
      beside: others.flatMap((id) => openOf(world, id)),
    })
    commitCases(world, cases)
    settle(world, settles)
    const letters: SentLetter[] = []
    for (const [at, wish] of wishes.filter((one) => one.wish === 'send-reply').entries())
      letters.push(await sent(await writeLetter(writing, toWrite(world, wish, at)), wish))
    commitWishes(world, wishes, letters)
  }

  return {
    receive,
    order: orders,
    digest,
    until,
    pass: (milliseconds) => until(world.now + milliseconds),
    get now() {
      return world.now
    },
    get cases() {
      return [...world.cases.values()].map(({ file }) => ({ file, standing: standingOf(file) }))
    },
    letters: world.letters,
    get replies() {
      return world.letters.map(({ reply }) => reply)
    },
    tasks: world.tasks,
    settled: world.settled,
    replaced: world.replaced,
    staffLetters: world.staffLetters,
    blocked: world.blocked,
    get clecs() {
      return [...world.clecs.values()]
    },
  }
}

/** What the reader says of files whose pages are pictures. */
function withScans(mail: ReadMail, scans: readonly string[]): ReadMail {
  const isScan = (filename: string) => scans.includes(filename)
  const detail = 'its pages are pictures without text'
  return {
    ...mail,
    attachments: mail.attachments.map((one) => (isScan(one.filename) ? { ...one, textFrom: 'picture' } : one)),
    problems: [...mail.problems, ...scans.map((name) => ({ code: 'picture', detail: `${name}: ${detail}` }) as const)],
  }
}

function nextDue(world: World): number | null {
  const moments = [...world.cases.values()].flatMap(({ nextDueAt }) => (nextDueAt === null ? [] : [nextDueAt]))
  return moments.length === 0 ? null : Math.min(...moments)
}

function dueRequests(world: World): readonly number[] {
  const due = [...world.cases.values()].filter(({ nextDueAt }) => nextDueAt !== null && nextDueAt <= world.now)
  return [...new Set(due.map(({ file }) => file.requestId))]
}

/** A letter of our own accord continues the newest mail of a person in the request. */
function toWrite(world: World, wish: ReplyWish, at: number) {
  const request = world.cases.get(wish.caseId)?.file.requestId
  const original = request === undefined ? null : (world.newest.get(request) ?? null)
  return { wish, original, number: world.now + at, name: wish.to.name, receivedAt: null }
}
