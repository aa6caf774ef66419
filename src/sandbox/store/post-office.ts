import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Clock } from '../../ports/clock.ts'
import { Account } from './account.ts'
import { folderOf, nameOf } from './names.ts'

/** All users of the sandbox, kept in `<directory>/<user>/<mailbox>/`. Only one process may hold the directory. */
export class PostOffice {
  readonly now: Clock
  readonly #directory: string
  readonly #accounts = new Map<string, Account>()

  constructor(directory: string, now: Clock) {
    this.#directory = directory
    this.now = now
    mkdirSync(directory, { recursive: true })
  }

  /** The user's mailboxes, made on first use. Null when the name is too long for a folder. */
  account(user: string): Account | null {
    const open = this.#accounts.get(user)
    if (open) return open
    const folder = folderOf(user)
    if (folder === null) return null
    const account = new Account(join(this.#directory, folder), user, () => this.#newUidValidity())
    this.#accounts.set(user, account)
    return account
  }

  /** Everybody who ever got mail or logged in, by name. */
  users(): readonly string[] {
    const folders = readdirSync(this.#directory, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    return folders.map((folder) => nameOf(folder.name)).sort()
  }

  /** Puts a mail into the user's INBOX; it survives the death of this process when this returns. Null: no such user. */
  deliver(user: string, raw: Uint8Array, seed?: string): number | null {
    const inbox = this.account(user)?.mailbox('INBOX')
    if (!inbox) return null
    const arrival = { content: { bytes: raw }, flags: [], at: this.now() }
    const [uid] = inbox.add([seed === undefined ? arrival : { ...arrival, seed }])
    return uid ?? null
  }

  /** Rises with every mailbox ever made here, so that a name used again is never mistaken (RFC 3501 2.3.1.1). */
  #newUidValidity(): number {
    const file = join(this.#directory, 'uidvalidity.json')
    const last = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
    const next = Math.max(Math.floor(this.now().getTime() / 1000), (Number.isFinite(last) ? last : 0) + 1)
    writeFileSync(`${file}.tmp`, String(next))
    renameSync(`${file}.tmp`, file)
    return next
  }
}
