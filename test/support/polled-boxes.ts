import { createHash } from 'node:crypto'
import type { ImapFlow } from 'imapflow'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { fileArchive } from '../../src/archive/file-archive.ts'
import { TAKE_IN_LIMITS } from '../../src/flows/batches.ts'
import { epochOf } from '../../src/flows/epoch.ts'
import { type StartRule, startMoment, startRuleText } from '../../src/flows/start-rule.ts'
import { audit, type TakeInParts, takeIn } from '../../src/flows/take-in.ts'
import { imapMailbox } from '../../src/imap/imap-mailbox.ts'
import type { Archive } from '../../src/ports/archive.ts'
import type { MailboxSession, MailboxSource } from '../../src/ports/mailbox.ts'
import type { Epoch } from '../../src/ports/stores/take-in.ts'
import { type Dovecot, startDovecot } from './dovecot.ts'
import { imapAccount, otherClient } from './imap-client.ts'
import { type HeardBell, type Ledger, openLedger, rememberingBell } from './ledger.ts'
import { type TempDir, tempDir } from './temp-dir.ts'

/** When every mailbox was connected, and its first mails arrived. */
export const START = new Date('2026-03-02T12:00:00Z')
/** Small, so that short mails can be large ones. */
const LIMITS = { ...TAKE_IN_LIMITS, smallBytes: 2_000, mailBytes: 20_000, batchMails: 3 }
/** A mail of so many bytes is fetched alone, or not fetched at all. */
export const LARGE = 5_000
export const OVER_THE_LIMIT = 30_000

/** A mailbox of its own, and what the poller does with it. */
export interface PolledBox {
  readonly path: string
  readonly source: MailboxSource
  readonly bell: HeardBell
  readonly parts: TakeInParts
  put(raw: Buffer, at?: Date): Promise<void>
  expunge(uid: number): Promise<void>
  /** One pass: opens the mailbox, finds the epoch, takes everything from the cursor on. */
  pass(change?: Partial<TakeInParts>): Promise<number>
  audit(): Promise<number>
  open(): Promise<{ readonly session: MailboxSession; readonly epoch: Epoch }>
  /** `UID outcome` in the order of UIDs of the newest UIDVALIDITY; `in work` has no outcome yet. */
  lines(): Promise<readonly string[]>
}

export interface PolledBoxes {
  readonly ledger: Ledger
  readonly archive: Archive
  readonly dovecot: Dovecot
  /** A new mailbox with these mails in it, which arrived at START. */
  box(start?: StartRule, raws?: readonly Buffer[]): Promise<PolledBox>
}

/** Gives the tests of a file one Dovecot, one archive and one ledger. */
export function polledBoxes(name: string): PolledBoxes {
  let dovecot: Dovecot
  let ledger: Ledger
  let folder: TempDir
  let archive: Archive
  let other: ImapFlow
  let sessions: MailboxSession[] = []
  let mailboxes = 0

  beforeAll(async () => {
    ;[dovecot, ledger, folder] = await Promise.all([startDovecot(), openLedger(name), tempDir('archive')])
    archive = fileArchive(folder.path)
    other = await otherClient(imapAccount(dovecot.imapUrl()))
  })
  afterEach(async () => {
    await Promise.all(sessions.map((session) => session.close()))
    sessions = []
  })
  afterAll(async () => {
    await other?.logout()
    await Promise.all([dovecot?.stop(), ledger?.stop()])
    await folder?.remove()
  })

  async function box(start: StartRule = 'all', raws: readonly Buffer[] = []): Promise<PolledBox> {
    mailboxes += 1
    const path = `Box${mailboxes}`
    const account = imapAccount(dovecot.imapUrl('desk', path))
    const source = imapMailbox(account)
    const bell = rememberingBell()
    await other.mailboxCreate(path)
    for (const raw of raws) await other.append(path, raw, [], START)

    async function open() {
      const rule = { rule: startRuleText(start), at: startMoment(start, START) }
      const mailbox = await ledger.taking.openMailbox(source, rule)
      const session = await source.open()
      sessions.push(session)
      const epoch = await epochOf(
        ledger.taking,
        { id: mailbox.id, start, answersOld: false, startAt: mailbox.startAt },
        session,
      )
      return { session, epoch }
    }
    const parts: TakeInParts = {
      ...{ store: ledger.taking, archive, bell, limits: LIMITS, tidy: null },
      clock: () => new Date(),
      onTaken: () => {},
      onUntidy: () => {},
    }

    return {
      path,
      source,
      bell,
      parts,
      open,
      async put(raw, at = new Date('2026-03-03T12:00:00Z')) {
        await other.append(path, raw, [], at)
      },
      async expunge(uid) {
        await other.mailboxOpen(path)
        await other.messageDelete(String(uid), { uid: true })
        await other.mailboxClose()
      },
      async pass(change = {}) {
        const { session, epoch } = await open()
        return takeIn({ ...parts, ...change }, session, epoch)
      },
      async audit() {
        const { session, epoch } = await open()
        return audit(parts, session, epoch)
      },
      async lines() {
        const found = await ledger.rows<{ uid: number; outcome: string | null }>(
          `select uid, outcome from message where (mailbox_id, uidvalidity) = (
             select mailbox_id, uidvalidity from mailbox_epoch e join mailbox b on b.id = e.mailbox_id
             where b.name = $1 order by e.opened_at desc limit 1) order by uid`,
          path,
        )
        return found.map((row) => `${row.uid} ${row.outcome ?? 'in work'}`)
      },
    }
  }

  return {
    get ledger() {
      return ledger
    },
    get archive() {
      return archive
    },
    get dovecot() {
      return dovecot
    },
    box,
  }
}

let written = 0

/** A mail unlike all others; `bytes` makes it long. */
export function mail({ date = 'Mon, 2 Mar 2026 09:00:00 -0700', bytes = 0 } = {}): Buffer {
  written += 1
  const fields = ['From: ann@acme.example', `Date: ${date}`, `Subject: Mail ${written}`]
  const header = [...fields, `Message-ID: <${written}@acme.example>`].join('\r\n')
  return Buffer.from(`${header}\r\n\r\nHello ${'x'.repeat(bytes)}\r\n`)
}

export function sha256(raw: Buffer): string {
  return createHash('sha256').update(raw).digest('hex')
}
