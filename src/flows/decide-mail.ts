/**
 * Load -> decide -> commit. All mails of one correspondent are decided one after the other (the store holds a lock on
 * the sender), so that caps, threads and second deliveries are judged on what is really committed.
 */
import type { ArrivalFacts, ArrivedMail } from '../domain/decide/arrival.ts'
import { mailArrived } from '../domain/decide/mail-arrived.ts'
import type { Decision, Wish } from '../domain/decision.ts'
import type { ReadMail } from '../domain/mail.ts'
import type { Understanding } from '../domain/understanding.ts'
import type { Bell, Chime, Clock } from '../ports.ts'
import type { Handler } from './work.ts'

/** A reply as it will go over the wire, fixed before it is committed. */
export interface WrittenReply {
  readonly wish: Extract<Wish, { wish: 'send-reply' }>
  readonly messageId: string
  readonly returnPath: string
  readonly inReplyTo: string | null
  readonly subject: string
  readonly raw: Buffer
}

export interface MailToDecide {
  readonly messageId: number
  readonly receivedAt: Date
  readonly mail: ReadMail
}

/** Facts as the store knows them; what configuration knows is added here. */
export type StoredFacts = Omit<ArrivalFacts, 'mode' | 'ownAddresses' | 'caps'>

/** The keys by which facts are looked up. */
export interface FactKeys {
  readonly sender: string
  readonly recipient: string
  readonly messageIds: readonly string[]
  /** Case references out of tokens whose signature holds. */
  readonly tokenRefs: readonly string[]
  readonly subjectRefs: readonly string[]
  /** Message-IDs and return-path keys of ours that a bounce is about. */
  readonly bounced: readonly string[]
  readonly wantsCase: boolean
}

export interface DecideStore {
  /** Runs `work` in one transaction that holds the sender's lock; null when there is nothing left to decide. */
  decide(
    workId: string,
    work: (todo: MailToDecide, session: DecideSession) => Promise<readonly Chime[]>,
  ): Promise<readonly Chime[]>
}

export interface DecideSession {
  facts(todo: MailToDecide, keys: FactKeys): Promise<StoredFacts>
  commit(todo: MailToDecide, decision: Decision, replies: readonly WrittenReply[]): Promise<readonly Chime[]>
}

export interface DecideParts {
  readonly store: DecideStore
  readonly bell: Bell
  readonly clock: Clock
  readonly modeOf: (understanding: Understanding) => ArrivalFacts['mode']
  readonly ownAddresses: readonly string[]
  readonly caps: ArrivalFacts['caps']
  readonly understand: (mail: ReadMail) => Understanding
  readonly keysOf: (mail: ReadMail, understanding: Understanding) => FactKeys
  readonly write: (arrived: ArrivedMail, wish: WrittenReply['wish']) => Promise<WrittenReply>
  readonly onDecided: (decision: Decision, milliseconds: number) => void
}

export function decideMail(parts: DecideParts): Handler {
  return async (workId) => {
    let decided: Decision | undefined
    const started = parts.clock().getTime()
    const chimes = await parts.store.decide(workId, async (todo, session) => {
      const understanding = parts.understand(todo.mail)
      const stored = await session.facts(todo, parts.keysOf(todo.mail, understanding))
      const arrived = { id: todo.messageId, receivedAt: todo.receivedAt.getTime(), mail: todo.mail, understanding }
      const { ownAddresses, caps } = parts
      decided = mailArrived(arrived, { ...stored, mode: parts.modeOf(understanding), ownAddresses, caps })
      const wishes = decided.wishes.filter((wish) => wish.wish === 'send-reply')
      const replies = await Promise.all(wishes.map((wish) => parts.write(arrived, wish)))
      return session.commit(todo, decided, replies)
    })
    if (decided) parts.onDecided(decided, parts.clock().getTime() - started)
    await parts.bell.ring(chimes).catch(() => undefined) // the sweep rings again
  }
}
