import type { Mailbox, Message, Watcher } from '../store/mailbox.ts'
import { resolve, type SequenceSet } from './sequence-set.ts'
import { flagList } from './wire.ts'

/** A message with the number under which this session knows it. */
export interface Numbered {
  readonly number: number
  readonly message: Message
}

/**
 * A selected mailbox as one session sees it. Numbers change only when the client is told (RFC 3501 7.4.1), so news
 * waits here until the next moment at which it may be sent.
 */
export class View implements Watcher {
  readonly mailbox: Mailbox
  readonly readOnly: boolean
  readonly #onNews: () => void
  #known: number[]
  /** No UID up to here is news. */
  #floor: number
  #arrived = false
  readonly #changed = new Set<number>()
  readonly #expunged = new Set<number>()
  #gone = false

  constructor(mailbox: Mailbox, readOnly: boolean, onNews: () => void) {
    this.mailbox = mailbox
    this.readOnly = readOnly
    this.#onNews = onNews
    this.#known = [...mailbox.messages()].map((message) => message.uid)
    this.#floor = mailbox.uidNext - 1
    mailbox.watchers.add(this)
  }

  close(): void {
    this.mailbox.watchers.delete(this)
  }

  get count(): number {
    return this.#known.length
  }

  /** The mailbox was deleted or renamed by somebody. */
  get isGone(): boolean {
    return this.#gone
  }

  /** Messages of a set in ascending order; null when the set names a number that does not exist. */
  select(set: SequenceSet, byUid: boolean): readonly Numbered[] | null {
    const count = this.#known.length
    if (!byUid && resolve(set, count).some(([from, to]) => from < 1 || to > count)) return null
    return this.within(set, byUid)
  }

  /** The same, but numbers that do not exist are passed over. */
  within(set: SequenceSet, byUid: boolean): readonly Numbered[] {
    const count = this.#known.length
    const picked = new Set<number>()
    for (const [from, to] of resolve(set, byUid ? (this.#known.at(-1) ?? 0) : count)) {
      const first = byUid ? this.#firstAtLeast(from) : Math.max(0, from - 1)
      const last = byUid ? this.#firstAtLeast(to + 1) : Math.min(count, to)
      for (let index = first; index < last; index++) picked.add(index)
    }
    return [...picked].sort((a, b) => a - b).flatMap((index) => this.#at(index))
  }

  all(): readonly Numbered[] {
    return this.#known.flatMap((_, index) => this.#at(index))
  }

  /** The number of a UID in this view, or null. */
  numberOf(uid: number): number | null {
    const index = this.#firstAtLeast(uid)
    return this.#known[index] === uid ? index + 1 : null
  }

  /** The client has been told of these flags already. */
  settle(uid: number): void {
    this.#changed.delete(uid)
  }

  arrived(): void {
    this.#arrived = true
    this.#onNews()
  }

  changed(uids: readonly number[]): void {
    for (const uid of uids) this.#changed.add(uid)
    this.#onNews()
  }

  expunged(uids: readonly number[]): void {
    for (const uid of uids) this.#expunged.add(uid)
    this.#onNews()
  }

  gone(): void {
    this.#gone = true
    this.#onNews()
  }

  /** Untagged responses with all that is new. Expunges wait while the client's numbers are in use. */
  news(expunges: boolean, withModseq: boolean): string {
    const lines: string[] = []
    if (expunges && this.#expunged.size > 0) lines.push(...this.#takeExpunged())
    if (this.#arrived) lines.push(...this.#takeArrived())
    for (const uid of this.#changed) {
      const message = this.mailbox.get(uid)
      const number = this.numberOf(uid)
      if (!message || number === null) continue
      const modseq = withModseq ? ` MODSEQ (${message.modseq})` : ''
      lines.push(`* ${number} FETCH (UID ${uid} FLAGS ${flagList(message.flags)}${modseq})\r\n`)
    }
    this.#changed.clear()
    return lines.join('')
  }

  #takeExpunged(): string[] {
    const lines: string[] = []
    const kept: number[] = []
    for (const uid of this.#known) {
      // Each number counts after those before it are gone.
      if (this.#expunged.has(uid)) lines.push(`* ${kept.length + 1} EXPUNGE\r\n`)
      else kept.push(uid)
    }
    this.#known = kept
    this.#expunged.clear()
    return lines
  }

  #takeArrived(): string[] {
    this.#arrived = false
    const fresh: number[] = []
    for (let uid = this.#floor + 1; uid < this.mailbox.uidNext; uid++) {
      if (this.mailbox.get(uid)) fresh.push(uid)
    }
    this.#floor = this.mailbox.uidNext - 1
    if (fresh.length === 0) return []
    for (const uid of fresh) this.#known.push(uid)
    return [`* ${this.#known.length} EXISTS\r\n* 0 RECENT\r\n`]
  }

  #at(index: number): Numbered[] {
    const uid = this.#known[index]
    const message = uid === undefined ? undefined : this.mailbox.get(uid)
    return message ? [{ number: index + 1, message }] : []
  }

  #firstAtLeast(uid: number): number {
    let low = 0
    let high = this.#known.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#known[middle] ?? 0) < uid) low = middle + 1
      else high = middle
    }
    return low
  }
}
