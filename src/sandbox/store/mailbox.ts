import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Flags, sameFlags, withFlags } from './flags.ts'
import { appendEntries, createJournal, type JournalEntry, readJournal } from './journal.ts'

export interface Message {
  readonly uid: number
  /** INTERNALDATE in milliseconds since 1970. */
  readonly at: number
  readonly size: number
  readonly flags: Flags
  readonly modseq: number
}

/** A mail on its way into a mailbox: its bytes, or the file of another mailbox that holds them. */
export interface Arrival {
  readonly content: { readonly bytes: Uint8Array } | { readonly file: string; readonly size: number }
  readonly flags: readonly string[]
  readonly at: Date
  readonly seed?: string
}

/** Told of every change, also of those it caused itself. */
export interface Watcher {
  arrived(uids: readonly number[]): void
  changed(uids: readonly number[]): void
  expunged(uids: readonly number[]): void
  /** The mailbox was deleted or renamed. */
  gone(): void
}

/**
 * One mailbox: `<uid>.eml` files and the log that says which of them count. A file is complete before the log names
 * it, and the log is written before anybody is answered. All work is synchronous, so every change is whole.
 */
export class Mailbox {
  readonly name: string
  readonly directory: string
  readonly uidValidity: number
  readonly watchers = new Set<Watcher>()
  readonly #log: string
  readonly #messages = new Map<number, Message>()
  readonly #seeds = new Set<string>()
  #uidNext = 1
  #modseq = 1
  #seeded = false

  /** Opens or creates. `uidValidity` is asked for only when the mailbox is new. */
  constructor(directory: string, name: string, uidValidity: () => number) {
    this.name = name
    this.directory = directory
    this.#log = join(directory, 'log.ndjson')
    mkdirSync(directory, { recursive: true })
    if (!existsSync(this.#log)) createJournal(this.#log, uidValidity())
    let validity = 0
    for (const entry of readJournal(this.#log)) {
      if (entry.kind === 'opened') validity = entry.uidValidity
      else this.#replay(entry)
    }
    this.uidValidity = validity
    this.#tidy()
  }

  get uidNext(): number {
    return this.#uidNext
  }

  get highestModseq(): number {
    return this.#modseq
  }

  get count(): number {
    return this.#messages.size
  }

  get(uid: number): Message | undefined {
    return this.#messages.get(uid)
  }

  /** In UID order. */
  messages(): IterableIterator<Message> {
    return this.#messages.values()
  }

  fileOf(uid: number): string {
    return join(this.directory, `${uid}.eml`)
  }

  /** Stores mails and returns their UIDs; all of them are in the mailbox afterwards, or (when it throws) none. */
  add(arrivals: readonly Arrival[]): readonly number[] {
    const entries = arrivals.map((arrival, index) => this.#store(arrival, this.#uidNext + index))
    if (entries.length > 0) this.#commit(entries)
    const uids = entries.map((entry) => entry.uid)
    for (const watcher of this.watchers) watcher.arrived(uids)
    return uids
  }

  setFlags(changes: ReadonlyMap<number, Flags>): void {
    const modseq = this.#modseq + 1
    const entries: JournalEntry[] = []
    for (const [uid, flags] of changes) {
      const message = this.#messages.get(uid)
      if (message && !sameFlags(message.flags, flags)) entries.push({ kind: 'flagged', uid, flags: [...flags], modseq })
    }
    if (entries.length === 0) return
    this.#commit(entries)
    const uids = entries.flatMap((entry) => (entry.kind === 'flagged' ? [entry.uid] : []))
    for (const watcher of this.watchers) watcher.changed(uids)
  }

  expunge(uids: readonly number[]): void {
    const present = uids.filter((uid) => this.#messages.has(uid))
    if (present.length === 0) return
    this.#commit([{ kind: 'expunged', uids: present, modseq: this.#modseq + 1 }])
    for (const uid of present) rmSync(this.fileOf(uid), { force: true })
    for (const watcher of this.watchers) watcher.expunged(present)
  }

  /** Whether this sample mail ever arrived here, even if it was deleted since. */
  hadSeed(name: string): boolean {
    return this.#seeds.has(name)
  }

  get seeded(): boolean {
    return this.#seeded
  }

  markSeeded(): void {
    this.#commit([{ kind: 'seeded' }])
  }

  /** Tells the watchers that this mailbox is not to be used any more. */
  abandon(): void {
    for (const watcher of [...this.watchers]) watcher.gone()
  }

  #store(arrival: Arrival, uid: number): Extract<JournalEntry, { kind: 'arrived' }> {
    const { content, flags, at, seed } = arrival
    const temporary = join(this.directory, `${uid}.tmp`)
    if ('bytes' in content) writeFileSync(temporary, content.bytes)
    else copyFileSync(content.file, temporary)
    renameSync(temporary, this.fileOf(uid))
    const size = 'bytes' in content ? content.bytes.length : content.size
    const kept = [...withFlags(new Set(), flags)]
    const entry = { kind: 'arrived', uid, at: at.getTime(), size, flags: kept, modseq: this.#modseq + 1 } as const
    return seed === undefined ? entry : { ...entry, seed }
  }

  #commit(entries: readonly JournalEntry[]): void {
    appendEntries(this.#log, entries)
    for (const entry of entries) this.#replay(entry)
  }

  #replay(entry: JournalEntry): void {
    if ('modseq' in entry) this.#modseq = Math.max(this.#modseq, entry.modseq)
    switch (entry.kind) {
      case 'arrived': {
        const { uid, at, size, modseq } = entry
        this.#messages.set(uid, { uid, at, size, flags: new Set(entry.flags), modseq })
        this.#uidNext = Math.max(this.#uidNext, uid + 1)
        if (entry.seed !== undefined) this.#seeds.add(entry.seed)
        return
      }
      case 'flagged': {
        const message = this.#messages.get(entry.uid)
        const { flags, modseq } = entry
        if (message) this.#messages.set(entry.uid, { ...message, flags: new Set(flags), modseq })
        return
      }
      case 'expunged':
        for (const uid of entry.uids) this.#messages.delete(uid)
        return
      case 'seeded':
        this.#seeded = true
        return
      case 'opened':
        return
    }
  }

  /** Removes files no line of the log speaks of, and forgets mails whose file somebody took away. */
  #tidy(): void {
    const files = new Set(readdirSync(this.directory))
    for (const file of files) {
      const mail = /^(\d+)\.(eml|tmp)$/.exec(file)
      if (!mail || (mail[2] === 'eml' && this.#messages.has(Number(mail[1])))) continue
      rmSync(join(this.directory, file), { force: true })
    }
    this.expunge([...this.#messages.keys()].filter((uid) => !files.has(`${uid}.eml`)))
  }
}
