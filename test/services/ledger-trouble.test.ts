/** Taking in when something is in the way: nothing is lost, nothing is taken twice, nothing stops for long. */
import { describe, expect, test } from 'vitest'
import { postgresLeases } from '../../src/db/leases.ts'
import { type TakeInParts, takeIn } from '../../src/flows/take-in.ts'
import { watchMailbox } from '../../src/flows/watch-mailbox.ts'
import { IntakeError } from '../../src/foundation/intake-error.ts'
import { rememberingBell } from '../support/ledger.ts'
import { LARGE, mail, OVER_THE_LIMIT, polledBoxes, sha256 } from '../support/polled-boxes.ts'

const site = polledBoxes('trouble')

describe('a mail that cannot be taken whole', () => {
  test('over the limit: its header is kept, and decided', async () => {
    const raw = mail({ bytes: OVER_THE_LIMIT })
    const inbox = await site.box('all', [mail(), raw, mail()])
    await inbox.pass()
    expect(await inbox.lines()).toEqual(['1 in work', '2 in work', '3 in work'])
    const header = raw.subarray(0, raw.indexOf('\r\n\r\n') + 4)
    expect(await site.archive.get(sha256(header))).toEqual(header)
    expect(await site.ledger.value('select bytes from message where sha256 = $1', sha256(header))).toBe(raw.length)
  })

  test('over the limit twice: once decided, once a duplicate', async () => {
    const raw = mail({ bytes: OVER_THE_LIMIT })
    const inbox = await site.box('all', [raw, mail(), raw])
    await inbox.pass()
    expect(await inbox.lines()).toEqual(['1 in work', '2 in work', '3 duplicate'])
  })

  test('over the limit, with the header of another: one is decided, the other is for a person', async () => {
    const raw = mail({ bytes: OVER_THE_LIMIT })
    const inbox = await site.box('all', [raw, Buffer.concat([raw, Buffer.from('more')])])
    await inbox.pass()
    expect(await inbox.lines()).toEqual(['1 in work', '2 quarantined'])
    const header = sha256(raw.subarray(0, raw.indexOf('\r\n\r\n') + 4))
    const task = `select m.quarantine_code as code, t.sort from message m join task t on t.message_id = m.id where sha256 = $1`
    expect(await site.ledger.rows(task, header)).toEqual([{ code: 'size-limit', sort: 'quarantine' }])
  })

  test.each([
    ['small', 0],
    ['large', LARGE],
    ['over the limit', OVER_THE_LIMIT],
  ])('%s, and expunged between list and fetch: nothing was lost, nothing stops', async (_size, bytes) => {
    const inbox = await site.box('all', [mail(), mail({ bytes }), mail()])
    const { session, epoch } = await inbox.open()
    const listed = await session.list(1)
    await inbox.expunge(2)
    expect(await takeIn(inbox.parts, { ...session, list: async () => listed }, epoch)).toBe(3)
    expect(await inbox.lines()).toEqual(['1 in work', '3 in work'])
    expect(await inbox.audit()).toBe(0)
  })
})

describe('a mail that the server cannot hand over', () => {
  test('listed, and without bytes: a person sees it', async () => {
    const inbox = await site.box('all', [mail(), mail(), mail()])
    const { session, epoch } = await inbox.open()
    const damaged = async (uids: readonly number[]) => {
      const bodies = new Map(await session.fetch(uids))
      bodies.delete(2)
      return bodies
    }
    await takeIn(inbox.parts, { ...session, fetch: damaged }, epoch)
    expect(await inbox.lines()).toEqual(['1 in work', '2 quarantined', '3 in work'])
  })

  test('one that breaks the connection each time is found among the others and given up; an outage blames nobody', async () => {
    const inbox = await site.box('all', [mail(), mail(), mail(), mail(), mail()])
    const stop = new AbortController()
    const troubles: string[] = []
    const outages = ['refused', 'refused', 'refused', 'refused', 'refused']
    const poisoned = {
      ...inbox.source,
      async open() {
        if (outages.pop()) throw new IntakeError('mailbox', 'connection refused')
        const session = await inbox.source.open()
        const fetch = async (uids: readonly number[]) => {
          if (uids.includes(4)) throw new IntakeError('mailbox', 'the connection was lost during FETCH')
          return session.fetch(uids)
        }
        return { ...session, fetch }
      },
    }
    const leases = await postgresLeases(site.ledger.url, () => undefined)
    const watching = watchMailbox(
      {
        ...inbox.parts,
        store: site.ledger.taking,
        source: poisoned,
        ...{ leases, clock: () => new Date(), start: 'all', answersOld: true, pollMs: 60_000, auditMs: 600_000 },
        onTrouble: (error) => troubles.push(error.message),
        onSynced: () => stop.abort(),
        pause: async () => undefined,
      },
      stop.signal,
    )
    await watching
    await leases.close()
    expect(await inbox.lines()).toEqual(['1 in work', '2 in work', '3 in work', '4 quarantined', '5 in work'])
    expect(troubles.filter((one) => one.includes('FETCH')).length).toBe(4)
  })
})

describe('when something breaks', () => {
  test('between archive and commit: the next pass takes each mail once', async () => {
    const inbox = await site.box('all', [mail(), mail(), mail(), mail(), mail()])
    let commits = 0
    const store = {
      ...site.ledger.taking,
      take: (...args: Parameters<TakeInParts['store']['take']>) => {
        commits += 1
        return commits === 2 ? Promise.reject(new Error('power cut')) : site.ledger.taking.take(...args)
      },
    }
    await expect(inbox.pass({ store })).rejects.toThrow('power cut')
    expect(await inbox.lines()).toEqual(['1 in work', '2 in work', '3 in work'])
    expect(await inbox.pass()).toBe(2)
    expect(await inbox.lines()).toEqual([1, 2, 3, 4, 5].map((uid) => `${uid} in work`))
  })

  test('a bell that is away is no reason to stop: the work is there', async () => {
    const inbox = await site.box('all', [mail(), mail()])
    const bell = rememberingBell(() => Promise.reject(new Error('Redis is away')))
    expect(await inbox.pass({ bell })).toBe(2)
    expect(await inbox.lines()).toEqual(['1 in work', '2 in work'])
  })

  test('an archive that is full stops the pass before anything is committed', async () => {
    const inbox = await site.box('all', [mail()])
    const full = { ...site.archive, putAll: () => Promise.reject(new Error('ENOSPC')) }
    await expect(inbox.pass({ archive: full })).rejects.toThrow('ENOSPC')
    expect(await inbox.lines()).toEqual([])
    expect(await inbox.pass()).toBe(1)
  })

  test('a row that is missing is found by the audit, and its mail is taken', async () => {
    const inbox = await site.box('all', [mail(), mail(), mail()])
    await inbox.pass()
    await site.ledger.rows(
      `with lost as (delete from message where uid = 2 and mailbox_id = (select id from mailbox where name = $1) returning id)
       delete from work where ref in (select id from lost) and stage = 'read'`,
      inbox.path,
    )
    expect(await inbox.lines()).toEqual(['1 in work', '3 in work'])
    expect(await inbox.audit()).toBe(1)
    expect(await inbox.lines()).toEqual(['1 in work', '2 in work', '3 in work'])
    const [seen] = await site.ledger.rows(
      `select in_mailbox, next_uid from mailbox_epoch e join mailbox b on b.id = e.mailbox_id where b.name = $1`,
      inbox.path,
    )
    expect(seen).toEqual({ in_mailbox: 3, next_uid: 4 })
  })
})
