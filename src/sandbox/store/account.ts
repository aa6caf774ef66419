import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Mailbox } from './mailbox.ts'
import { folderOf, nameOf } from './names.ts'

/** Mailboxes every user has, with their special use (RFC 6154). They cannot be deleted. */
export const STANDARD_MAILBOXES: ReadonlyMap<string, string | null> = new Map([
  ['INBOX', null],
  ['Drafts', '\\Drafts'],
  ['Sent', '\\Sent'],
])

/** The mailboxes of one user. Every name given here has passed `readMailboxName`. */
export class Account {
  readonly user: string
  readonly #directory: string
  readonly #newUidValidity: () => number
  readonly #open = new Map<string, Mailbox>()
  readonly #names: Set<string>
  #subscribed: Set<string>

  constructor(directory: string, user: string, newUidValidity: () => number) {
    this.user = user
    this.#directory = directory
    this.#newUidValidity = newUidValidity
    mkdirSync(directory, { recursive: true })
    const entries = readdirSync(directory, { withFileTypes: true })
    for (const entry of entries) {
      // A deletion that was interrupted; the rename had already made it final.
      if (entry.name.startsWith('.')) rmSync(join(directory, entry.name), { recursive: true, force: true })
    }
    const folders = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    this.#names = new Set([...STANDARD_MAILBOXES.keys(), ...folders.map((folder) => nameOf(folder.name))])
    this.#subscribed = this.#readSubscriptions()
  }

  /** All names in alphabetical order. */
  names(): readonly string[] {
    return [...this.#names].sort()
  }

  has(name: string): boolean {
    return this.#names.has(name)
  }

  /** Names that differ only in case would share a folder on some file systems. */
  hasSimilar(name: string): boolean {
    return [...this.#names].some((known) => known.toLowerCase() === name.toLowerCase())
  }

  childrenOf(name: string): readonly string[] {
    return this.names().filter((other) => other.startsWith(`${name}/`))
  }

  mailbox(name: string): Mailbox | null {
    if (!this.#names.has(name)) return null
    const open = this.#open.get(name)
    if (open) return open
    const mailbox = new Mailbox(this.#folder(name), name, this.#newUidValidity)
    this.#open.set(name, mailbox)
    return mailbox
  }

  /** Creates the mailbox and those above it (RFC 3501 6.3.3). */
  create(name: string): void {
    const levels = name.split('/')
    for (let depth = 1; depth <= levels.length; depth++) {
      const level = levels.slice(0, depth).join('/')
      this.#names.add(level)
      this.mailbox(level)
    }
  }

  delete(name: string): void {
    const mailbox = this.mailbox(name)
    this.#names.delete(name)
    this.#open.delete(name)
    const grave = join(this.#directory, `.deleted-${mailbox?.uidValidity ?? 0}`)
    renameSync(this.#folder(name), grave)
    rmSync(grave, { recursive: true, force: true })
    mailbox?.abandon()
  }

  /** Gives the mailbox and those below it a new name. Mails keep their UIDs, and the mailbox its UIDVALIDITY. */
  rename(from: string, to: string): void {
    if (to.includes('/')) this.create(to.slice(0, to.lastIndexOf('/')))
    for (const name of [from, ...this.childrenOf(from)]) {
      const mailbox = this.mailbox(name)
      const target = to + name.slice(from.length)
      renameSync(this.#folder(name), this.#folder(target))
      this.#names.delete(name)
      this.#open.delete(name)
      this.#names.add(target)
      mailbox?.abandon()
    }
  }

  isSubscribed(name: string): boolean {
    return this.#subscribed.has(name)
  }

  subscribed(): readonly string[] {
    return [...this.#subscribed].sort()
  }

  setSubscribed(name: string, wanted: boolean): void {
    if (wanted) this.#subscribed.add(name)
    else this.#subscribed.delete(name)
    const file = join(this.#directory, 'subscriptions.json')
    writeFileSync(`${file}.tmp`, JSON.stringify(this.subscribed()))
    renameSync(`${file}.tmp`, file)
  }

  #readSubscriptions(): Set<string> {
    const file = join(this.#directory, 'subscriptions.json')
    if (!existsSync(file)) return new Set(STANDARD_MAILBOXES.keys())
    const names: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return new Set(Array.isArray(names) ? names.filter((name) => typeof name === 'string') : [])
  }

  #folder(name: string): string {
    const folder = folderOf(name)
    if (folder === null) throw new Error(`mailbox name was not checked: ${name}`)
    return join(this.#directory, folder)
  }
}
