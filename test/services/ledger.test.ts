/** Taking in: from a real mailbox into the archive and the ledger. Every mail gets exactly one row, whatever happens. */
import { createHash } from 'node:crypto'
import type { ImapFlow } from 'imapflow'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { fileArchive } from '../../src/archive/file-archive.ts'
import { TAKE_IN_LIMITS } from '../../src/flows/batches.ts'
import { type Epoch, epochOf } from '../../src/flows/epoch.ts'
import { type StartRule, startMoment, startRuleText } from '../../src/flows/start-rule.ts'
import { audit, type TakeInParts, takeIn } from '../../src/flows/take-in.ts'
import { imapMailbox } from '../../src/imap/imap-mailbox.ts'
import type { Archive, MailboxSession } from '../../src/ports.ts'
import { type Dovecot, startDovecot } from '../support/dovecot.ts'
import { imapAccount, otherClient } from '../support/imap-client.ts'
import { type HeardBell, type Ledger, openLedger, rememberingBell } from '../support/ledger.ts'
import { type TempDir, tempDir } from '../support/temp-dir.ts'

const START = new Date('2026-03-02T12:00:00Z')
const LIMITS = { ...TAKE_IN_LIMITS, smallBytes: 2_000, mailBytes: 20_000, batchMails: 3 }

let dovecot: Dovecot
let ledger: Ledger
let folder: TempDir
let archive: Archive
let other: ImapFlow
let sessions: MailboxSession[] = []
let mailboxes = 0

beforeAll(async () => {
  ;[dovecot, ledger, folder] = await Promise.all([startDovecot(), openLedger('ledger'), tempDir('archive')])
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

let written = 0
/** A mail unlike all others; `bytes` makes it long. */
function mail({ date = 'Mon, 2 Mar 2026 09:00:00 -0700', bytes = 0 } = {}): Buffer {
  written += 1
  const header = `From: ann@acme.example\r\nDate: ${date}\r\nSubject: Mail ${written}\r\nMessage-ID: <${written}@acme.example>`
  return Buffer.from(`${header}\r\n\r\nHello ${'x'.repeat(bytes)}\r\n`)
}

/** A mailbox of its own, and what the poller does with it. */
interface Box {
  readonly path: string
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

async function box(start: StartRule = 'all', raws: readonly Buffer[] = []): Promise<Box> {
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
    const epoch = await epochOf(ledger.taking, { id: mailbox.id, start, startAt: mailbox.startAt }, session)
    return { session, epoch }
  }
  const parts: TakeInParts = {
    ...{ store: ledger.taking, archive, bell, limits: LIMITS, tidy: null },
    onTaken: () => {},
    onUntidy: () => {},
  }

  return {
    path,
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

function sha256(raw: Buffer): string {
  return createHash('sha256').update(raw).digest('hex')
}

describe('from where on mail is ours', () => {
  test('now: what lies there is explained by the start, what comes is taken', async () => {
    const inbox = await box('now', [mail(), mail()])
    expect(await inbox.pass()).toBe(0)
    await inbox.put(mail())
    expect(await inbox.pass()).toBe(1)
    expect(await inbox.lines()).toEqual(['3 in work'])
  })

  test('a day: from the first mail received on it', async () => {
    const inbox = await box({ since: new Date('2026-03-03T00:00:00Z') }, [mail(), mail()])
    await inbox.put(mail())
    expect(await inbox.pass()).toBe(1)
    expect(await inbox.lines()).toEqual(['3 in work'])
  })

  test('a day after which nothing came yet', async () => {
    const inbox = await box({ since: new Date('2026-03-03T00:00:00Z') }, [mail()])
    expect(await inbox.pass()).toBe(0)
    await inbox.put(mail())
    await inbox.pass()
    expect(await inbox.lines()).toEqual(['2 in work'])
  })

  test('all: from the first', async () => {
    const inbox = await box('all', [mail(), mail()])
    expect(await inbox.pass()).toBe(2)
    expect(await inbox.lines()).toEqual(['1 in work', '2 in work'])
  })

  test('a later start with another rule changes nothing', async () => {
    const inbox = await box('now', [mail()])
    await inbox.pass()
    const { epoch } = await inbox.open()
    expect(epoch).toMatchObject({ startUid: 2, byContent: false, startAt: START })
  })
})

describe('a mail that is taken', () => {
  test('lies in the archive byte for byte, has its row, and is rung for reading', async () => {
    const raw = mail()
    const inbox = await box('all', [raw])
    await inbox.pass()
    expect(await archive.get(sha256(raw))).toEqual(raw)
    const [row] = await ledger.rows(
      `select m.sha256, m.bytes, m.received_at, m.stage, w.id::text as work from message m
       join work w on w.ref = m.id and w.stage = 'read' where m.sha256 = $1`,
      sha256(raw),
    )
    expect(row).toEqual({ sha256: sha256(raw), bytes: raw.length, received_at: START, stage: 'taken', work: expect.anything() })
    expect(inbox.bell.rung).toEqual([{ stage: 'read', workId: (row as { work: string }).work, rings: 0 }])
  })

  test('stays in the mailbox as it was: no flag, no move', async () => {
    const inbox = await box('all', [mail(), mail({ bytes: 5_000 })])
    await inbox.pass()
    await inbox.audit()
    const state = await dovecot.doveadm(['fetch', '-u', 'desk', 'uid flags', 'mailbox', inbox.path, 'all'])
    expect(state.match(/^(?:uid|flags):.*/gm)).toEqual(['uid: 1', 'flags: \\Recent', 'uid: 2', 'flags: \\Recent'])
  })

  test('large ones stand between small ones, all in order', async () => {
    const raws = [mail(), mail({ bytes: 5_000 }), mail(), mail(), mail(), mail(), mail({ bytes: 9_000 })]
    const inbox = await box('all', raws)
    expect(await inbox.pass()).toBe(7)
    expect(await inbox.lines()).toEqual([1, 2, 3, 4, 5, 6, 7].map((uid) => `${uid} in work`))
    for (const raw of raws) expect(await archive.get(sha256(raw))).toEqual(raw)
  })

  test('is not taken again', async () => {
    const inbox = await box('all', [mail()])
    await inbox.pass()
    expect(await inbox.pass()).toBe(0)
    expect(await inbox.audit()).toBe(0)
  })
})

describe('the same bytes again', () => {
  test.each([
    ['twice in one batch', 0],
    ['twice among large mails', 5_000],
  ])('%s', async (_where, bytes) => {
    const raw = mail({ bytes })
    const inbox = await box('all', [raw, mail(), raw, raw])
    await inbox.pass()
    expect(await inbox.lines()).toEqual(['1 in work', '2 in work', '3 duplicate', '4 duplicate'])
  })

  test('in another mailbox', async () => {
    const raw = mail()
    const [first, second] = [await box('all', [raw]), await box('all', [raw])]
    await first.pass()
    await second.pass()
    expect([...(await first.lines()), ...(await second.lines())]).toEqual(['1 in work', '1 duplicate'])
  })

  test('in two mailboxes at the same time', async () => {
    const raws = [mail(), mail(), mail(), mail(), mail(), mail()]
    const inboxes = [await box('all', raws), await box('all', [...raws].reverse())] as const
    await Promise.all(inboxes.map((inbox) => inbox.pass()))
    const lines = (await Promise.all(inboxes.map((inbox) => inbox.lines()))).flat()
    expect(lines.filter((line) => line.endsWith('in work'))).toHaveLength(6)
    expect(lines.filter((line) => line.endsWith('duplicate'))).toHaveLength(6)
  })
})

describe('a mail that cannot be taken whole', () => {
  test('over the limit: its header is kept, and a person sees it', async () => {
    const raw = mail({ bytes: 30_000 })
    const inbox = await box('all', [mail(), raw, mail()])
    await inbox.pass()
    expect(await inbox.lines()).toEqual(['1 in work', '2 quarantined', '3 in work'])
    const header = raw.subarray(0, raw.indexOf('\r\n\r\n') + 4)
    expect(await archive.get(sha256(header))).toEqual(header)
    const [row] = await ledger.rows(
      `select m.bytes, m.quarantine_code as code, t.sort from message m join task t on t.message_id = m.id where sha256 = $1`,
      sha256(header),
    )
    expect(row).toEqual({ bytes: raw.length, code: 'size-limit', sort: 'quarantine' })
  })

  test('over the limit twice: once for a person, once a duplicate', async () => {
    const raw = mail({ bytes: 30_000 })
    const inbox = await box('all', [raw, mail(), raw])
    await inbox.pass()
    expect(await inbox.lines()).toEqual(['1 quarantined', '2 in work', '3 duplicate'])
  })

  test('over the limit, with the header of another: each for a person', async () => {
    const raw = mail({ bytes: 30_000 })
    const inbox = await box('all', [raw, Buffer.concat([raw, Buffer.from('more')])])
    await inbox.pass()
    expect(await inbox.lines()).toEqual(['1 quarantined', '2 quarantined'])
  })

  test.each([
    ['small', 0],
    ['large', 5_000],
    ['over the limit', 30_000],
  ])('%s, and expunged between list and fetch: nothing was lost, nothing stops', async (_size, bytes) => {
    const inbox = await box('all', [mail(), mail({ bytes }), mail()])
    const { session, epoch } = await inbox.open()
    const listed = await session.list(1)
    await inbox.expunge(2)
    expect(await takeIn(inbox.parts, { ...session, list: async () => listed }, epoch)).toBe(3)
    expect(await inbox.lines()).toEqual(['1 in work', '3 in work'])
    expect(await inbox.audit()).toBe(0)
  })
})

describe('a new UIDVALIDITY (RFC 3501 2.3.1.1)', () => {
  test('what we have is a duplicate, new mail is taken, old mail is explained by the start', async () => {
    const inbox = await box('now')
    const before = new Date(START.getTime() - 24 * 3_600_000)
    await inbox.put(mail(), before)
    await inbox.put(mail({ bytes: 30_000 }), before)
    await inbox.pass()
    await inbox.put(mail())
    await inbox.pass()
    expect(await inbox.lines()).toEqual(['3 in work'])
    await inbox.put(mail())
    await dovecot.changeUidValidity('desk', inbox.path, 4711)
    await inbox.pass()
    expect(await inbox.lines()).toEqual(['1 before-start', '2 before-start', '3 duplicate', '4 in work'])
  })

  test('a server that was moved and lost the dates of arrival: the Date field tells old from new', async () => {
    const inbox = await box('now')
    await inbox.pass()
    await dovecot.changeUidValidity('desk', inbox.path, 4712)
    await inbox.put(mail({ date: 'Mon, 3 Mar 2025 09:00:00 -0700' }))
    await inbox.put(mail({ date: 'Tue, 3 Mar 2026 09:00:00 -0700' }))
    await inbox.put(mail({ date: 'nonsense' }))
    await inbox.pass()
    expect(await inbox.lines()).toEqual(['1 before-start', '2 in work', '3 in work'])
  })

  test('a mail over the limit that was quarantined before', async () => {
    const inbox = await box('all', [mail({ bytes: 30_000 }), mail()])
    await inbox.pass()
    await dovecot.changeUidValidity('desk', inbox.path, 4713)
    await inbox.pass()
    expect(await inbox.lines()).toEqual(['1 duplicate', '2 duplicate'])
  })

  test('the first one comes back: we go on where we were', async () => {
    const inbox = await box('all', [mail()])
    const { epoch } = await inbox.open()
    await inbox.pass()
    await dovecot.changeUidValidity('desk', inbox.path, 4714)
    await inbox.pass()
    await dovecot.changeUidValidity('desk', inbox.path, epoch.uidValidity)
    expect(await inbox.pass()).toBe(0)
    expect((await inbox.open()).epoch).toMatchObject({ uidValidity: epoch.uidValidity, nextUid: 2, byContent: false })
  })
})

describe('when something breaks', () => {
  test('between archive and commit: the next pass takes each mail once', async () => {
    const inbox = await box('all', [mail(), mail(), mail(), mail(), mail()])
    let commits = 0
    const store = {
      ...ledger.taking,
      take: (...args: Parameters<TakeInParts['store']['take']>) => {
        commits += 1
        return commits === 2 ? Promise.reject(new Error('power cut')) : ledger.taking.take(...args)
      },
    }
    await expect(inbox.pass({ store })).rejects.toThrow('power cut')
    expect(await inbox.lines()).toEqual(['1 in work', '2 in work', '3 in work'])
    expect(await inbox.pass()).toBe(2)
    expect(await inbox.lines()).toEqual([1, 2, 3, 4, 5].map((uid) => `${uid} in work`))
  })

  test('a bell that is away is no reason to stop: the work is there', async () => {
    const inbox = await box('all', [mail(), mail()])
    const bell = rememberingBell(() => Promise.reject(new Error('Redis is away')))
    expect(await inbox.pass({ bell })).toBe(2)
    expect(await inbox.lines()).toEqual(['1 in work', '2 in work'])
  })

  test('an archive that is full stops the pass before anything is committed', async () => {
    const inbox = await box('all', [mail()])
    const full = { ...archive, putAll: () => Promise.reject(new Error('ENOSPC')) }
    await expect(inbox.pass({ archive: full })).rejects.toThrow('ENOSPC')
    expect(await inbox.lines()).toEqual([])
    expect(await inbox.pass()).toBe(1)
  })

  test('a row that is missing is found by the audit, and its mail is taken', async () => {
    const inbox = await box('all', [mail(), mail(), mail()])
    await inbox.pass()
    await ledger.rows(
      `with lost as (delete from message where uid = 2 and mailbox_id = (select id from mailbox where name = $1) returning id)
       delete from work where ref in (select id from lost) and stage = 'read'`,
      inbox.path,
    )
    expect(await inbox.lines()).toEqual(['1 in work', '3 in work'])
    expect(await inbox.audit()).toBe(1)
    expect(await inbox.lines()).toEqual(['1 in work', '2 in work', '3 in work'])
    const [seen] = await ledger.rows(
      `select in_mailbox, next_uid from mailbox_epoch e join mailbox b on b.id = e.mailbox_id where b.name = $1`,
      inbox.path,
    )
    expect(seen).toEqual({ in_mailbox: 3, next_uid: 4 })
  })
})
