/** Taking in: from a real mailbox into the archive and the ledger. Every mail gets exactly one row. */
import { describe, expect, test } from 'vitest'
import { takeInStore } from '../../src/db/take-in.ts'
import { crossed } from '../support/crossed.ts'
import { LARGE, mail, OVER_THE_LIMIT, polledBoxes, START, sha256 } from '../support/polled-boxes.ts'

const site = polledBoxes('ledger')

describe('from where on mail is ours', () => {
  test('now: what lies there is explained by the start, what comes is taken', async () => {
    const inbox = await site.box('now', [mail(), mail()])
    expect(await inbox.pass()).toBe(0)
    await inbox.put(mail())
    expect(await inbox.pass()).toBe(1)
    expect(await inbox.lines()).toEqual(['3 in work'])
  })

  test('a day: from the first mail received on it', async () => {
    const inbox = await site.box({ since: new Date('2026-03-03T00:00:00Z') }, [mail(), mail()])
    await inbox.put(mail())
    expect(await inbox.pass()).toBe(1)
    expect(await inbox.lines()).toEqual(['3 in work'])
  })

  test('a day after which nothing came yet', async () => {
    const inbox = await site.box({ since: new Date('2026-03-03T00:00:00Z') }, [mail()])
    expect(await inbox.pass()).toBe(0)
    await inbox.put(mail())
    await inbox.pass()
    expect(await inbox.lines()).toEqual(['2 in work'])
  })

  test('all: from the first', async () => {
    const inbox = await site.box('all', [mail(), mail()])
    expect(await inbox.pass()).toBe(2)
    expect(await inbox.lines()).toEqual(['1 in work', '2 in work'])
  })

  test('a later start with another rule changes nothing', async () => {
    const inbox = await site.box('now', [mail()])
    await inbox.pass()
    const { epoch } = await inbox.open()
    expect(epoch).toMatchObject({ startUid: 2, byContent: false, startAt: START })
  })
})

describe('a mail that is taken', () => {
  test('lies in the archive byte for byte, has its row, and is rung for reading', async () => {
    const raw = mail()
    const inbox = await site.box('all', [raw])
    await inbox.pass()
    expect(await site.archive.get(sha256(raw))).toEqual(raw)
    const [row] = await site.ledger.rows(
      `select m.sha256, m.bytes, m.received_at, m.stage, w.id::text as work from message m
       join work w on w.ref = m.id and w.stage = 'read' where m.sha256 = $1`,
      sha256(raw),
    )
    expect(row).toEqual({
      sha256: sha256(raw),
      bytes: raw.length,
      received_at: START,
      stage: 'taken',
      work: expect.anything(),
    })
    expect(inbox.bell.rung).toEqual([{ stage: 'read', workId: (row as { work: string }).work, rings: 0 }])
  })

  test('stays in the mailbox as it was: no flag, no move', async () => {
    const inbox = await site.box('all', [mail(), mail({ bytes: LARGE })])
    await inbox.pass()
    await inbox.audit()
    const state = await site.dovecot.doveadm(['fetch', '-u', 'desk', 'uid flags', 'mailbox', inbox.path, 'all'])
    expect(state.match(/^(?:uid|flags):.*/gm)).toEqual(['uid: 1', 'flags: \\Recent', 'uid: 2', 'flags: \\Recent'])
  })

  test('large ones stand between small ones, all in order', async () => {
    const raws = [mail(), mail({ bytes: LARGE }), mail(), mail(), mail(), mail(), mail({ bytes: 9_000 })]
    const inbox = await site.box('all', raws)
    expect(await inbox.pass()).toBe(7)
    expect(await inbox.lines()).toEqual([1, 2, 3, 4, 5, 6, 7].map((uid) => `${uid} in work`))
    for (const raw of raws) expect(await site.archive.get(sha256(raw))).toEqual(raw)
  })

  test('is not taken again', async () => {
    const inbox = await site.box('all', [mail()])
    await inbox.pass()
    expect(await inbox.pass()).toBe(0)
    expect(await inbox.audit()).toBe(0)
  })
})

describe('the same bytes again', () => {
  test.each([
    ['twice in one batch', 0],
    ['twice among large mails', LARGE],
  ])('%s', async (_where, bytes) => {
    const raw = mail({ bytes })
    const inbox = await site.box('all', [raw, mail(), raw, raw])
    await inbox.pass()
    expect(await inbox.lines()).toEqual(['1 in work', '2 in work', '3 duplicate', '4 duplicate'])
  })

  test('in another mailbox', async () => {
    const raw = mail()
    const [first, second] = [await site.box('all', [raw]), await site.box('all', [raw])]
    await first.pass()
    await second.pass()
    expect([...(await first.lines()), ...(await second.lines())]).toEqual(['1 in work', '1 duplicate'])
  })

  test('in two mailboxes at the same time', async () => {
    const raws = [mail(), mail(), mail(), mail(), mail(), mail()]
    const inboxes = [await site.box('all', raws), await site.box('all', [...raws].reverse())] as const
    await Promise.all(inboxes.map((inbox) => inbox.pass()))
    const lines = (await Promise.all(inboxes.map((inbox) => inbox.lines()))).flat()
    expect(lines.filter((line) => line.endsWith('in work'))).toHaveLength(6)
    expect(lines.filter((line) => line.endsWith('duplicate'))).toHaveLength(6)
  })

  test('in two mailboxes that wait for each other', async () => {
    const raws = [mail(), mail()] as const
    const [ours, theirs] = [await site.box('all', raws), await site.box('all')]
    const { epoch } = await theirs.open()
    const theirTake = (uid: number, raw: Buffer) =>
      [TAKE, epoch.mailboxId, epoch.uidValidity, uid, sha256(raw)] as const
    await crossed({
      url: site.ledger.url,
      theirs: theirTake(1, raws[1]),
      ours: (pool) => ours.pass({ store: takeInStore(pool) }),
      next: theirTake(2, raws[0]),
    })
    expect(await ours.lines()).toEqual(['1 duplicate', '2 duplicate'])
    expect(await theirs.lines()).toEqual(['1 in work', '2 in work'])
  })
})

describe('a new UIDVALIDITY (RFC 3501 2.3.1.1)', () => {
  test('what we have is a duplicate, new mail is taken, old mail is explained by the start', async () => {
    const inbox = await site.box('now')
    const before = new Date(START.getTime() - 24 * 3_600_000)
    await inbox.put(mail(), before)
    await inbox.put(mail({ bytes: OVER_THE_LIMIT }), before)
    await inbox.pass()
    await inbox.put(mail())
    await inbox.pass()
    expect(await inbox.lines()).toEqual(['3 in work'])
    await inbox.put(mail())
    await site.dovecot.changeUidValidity('desk', inbox.path, 4711)
    await inbox.pass()
    expect(await inbox.lines()).toEqual(['1 before-start', '2 before-start', '3 duplicate', '4 in work'])
  })

  test('a server that was moved and lost the dates of arrival: the Date field tells old from new', async () => {
    const inbox = await site.box('now')
    await inbox.pass()
    await site.dovecot.changeUidValidity('desk', inbox.path, 4712)
    await inbox.put(mail({ date: 'Mon, 3 Mar 2025 09:00:00 -0700' }))
    await inbox.put(mail({ date: 'Tue, 3 Mar 2026 09:00:00 -0700' }))
    await inbox.put(mail({ date: 'nonsense' }))
    await inbox.pass()
    expect(await inbox.lines()).toEqual(['1 before-start', '2 in work', '3 in work'])
  })

  test('a mail over the limit that was quarantined before', async () => {
    const inbox = await site.box('all', [mail({ bytes: OVER_THE_LIMIT }), mail()])
    await inbox.pass()
    await site.dovecot.changeUidValidity('desk', inbox.path, 4713)
    await inbox.pass()
    expect(await inbox.lines()).toEqual(['1 duplicate', '2 duplicate'])
  })

  test('the first one comes back: we go on where we were', async () => {
    const inbox = await site.box('all', [mail()])
    const { epoch } = await inbox.open()
    await inbox.pass()
    await site.dovecot.changeUidValidity('desk', inbox.path, 4714)
    await inbox.pass()
    await site.dovecot.changeUidValidity('desk', inbox.path, epoch.uidValidity)
    expect(await inbox.pass()).toBe(0)
    expect((await inbox.open()).epoch).toMatchObject({ uidValidity: epoch.uidValidity, nextUid: 2, byContent: false })
  })
})

const TAKE = `
insert into message (mailbox_id, uidvalidity, uid, sha256, bytes, received_at, stage)
values ($1, $2, $3, $4, 1, now(), 'taken')`
