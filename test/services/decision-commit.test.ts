/** Deciding on the database: each mail once, and all that belongs to it or nothing. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anUnderstanding, PUZZLING } from '../support/arrivals.ts'
import { decider } from '../support/deciding.ts'
import { type Ledger, openLedger } from '../support/ledger.ts'
import { letter, repliesTo } from '../support/letters.ts'

let ledger: Ledger

/** What happens to the case that a mail opens. */
const CHANGES = new Set(['facts-learned', 'item-met', 'item-problem', 'route-chosen', 'asked'])

beforeAll(async () => {
  ledger = await openLedger('decision')
})
afterAll(() => ledger?.stop())

/** How many rows speak of a mail: everything that a commit writes. */
async function traces(messageId: number) {
  const counts = await ledger.rows<{ what: string; n: number }>(
    `select 'decision' as what, count(*)::int as n from decision where message_id = $1
     union all select 'case', count(*)::int from case_message where message_id = $1
     union all select 'outbox', count(*)::int from outbox where answers = $1
     union all select 'timeline', count(*)::int from timeline where message_id = $1
     union all select 'task', count(*)::int from task where message_id = $1
     union all select 'decide work', count(*)::int from work where stage = 'decide' and ref = $1
     union all select 'send work', count(*)::int from work w join outbox o on o.id = w.ref
       where w.stage = 'send' and o.answers = $1`,
    messageId,
  )
  return Object.fromEntries(counts.map((row) => [row.what, row.n]))
}

describe('a decision', () => {
  test('leaves everything that belongs to it, and rings the sender of mail', async () => {
    const { mail, sender } = letter()
    const desk = decider(ledger)
    const { messageId } = await desk.receive(mail)
    expect(await traces(messageId)).toEqual({
      decision: 1,
      case: 1,
      outbox: 1,
      timeline: expect.any(Number),
      task: 0,
      'decide work': 0,
      'send work': 1,
    })
    const events = await ledger.rows<{ event: string }>(
      'select event from timeline where message_id = $1 order by id',
      messageId,
    )
    const told = events.map((row) => row.event)
    expect(told.filter((event) => !CHANGES.has(event))).toEqual([
      ...['mail-filed', 'mail-settled', 'case-opened', 'request-received', 'reply-queued'],
    ])
    expect(told).toContain('facts-learned')
    expect(told).toContain('asked')
    const [reply] = await repliesTo(ledger, sender)
    expect(reply?.key).toBe(`case ${reply?.case_id} / acknowledgement / mail ${messageId}`)
    const [work] = await ledger.rows<{ id: number }>(`select id from work where stage = 'send' and ref = $1`, reply?.id)
    expect(desk.bell.rung).toEqual([{ stage: 'send', workId: String(work?.id), rings: 0 }])
  })

  test('of the same work by four at once, in two processes, is committed once', async () => {
    const { mail, sender } = letter()
    const { messageId, workId } = await ledger.arrive(mail)
    const desks = [false, true, false, true].map((elsewhere) => decider(ledger, { elsewhere }))
    await Promise.all(desks.map((desk) => desk.decide(workId)))
    expect(await traces(messageId)).toMatchObject({ decision: 1, case: 1, outbox: 1, 'send work': 1 })
    expect(await repliesTo(ledger, sender)).toHaveLength(1)
    expect(await decider(ledger).decide(workId)).toBeNull()
  })

  test('that cannot be committed leaves nothing but its work', async () => {
    const taken = letter()
    await decider(ledger).receive(taken.mail)
    const [first] = await repliesTo(ledger, taken.sender)
    const clash = decider(ledger, {
      change: (reply) => ({ ...reply, wish: { ...reply.wish, key: first?.key ?? '' } }),
    })
    const { messageId, workId } = await ledger.arrive(letter().mail)
    await expect(clash.decide(workId)).rejects.toThrow(/outbox_key_key/)
    expect(await traces(messageId)).toEqual({
      decision: 0,
      case: 0,
      outbox: 0,
      timeline: 0,
      task: 0,
      'decide work': 1,
      'send work': 0,
    })
    expect(await ledger.value('select stage from message where id = $1', messageId)).toBe('read')
    await decider(ledger).decide(workId)
    expect(await traces(messageId)).toMatchObject({ decision: 1, outbox: 1, 'decide work': 0 })
  })

  test('of a neighbour in the same batch is not dragged down by one that fails', async () => {
    const works = await Promise.all([letter(), letter(), letter()].map(({ mail }) => ledger.arrive(mail)))
    const bad = works[1]?.messageId
    const desk = decider(ledger, {
      // No such state: PostgreSQL refuses the row.
      change: (reply) =>
        reply.wish.key.endsWith(`mail ${bad}`) ? { ...reply, wish: { ...reply.wish, state: 'lost' as never } } : reply,
    })
    const ends = await Promise.allSettled(works.map(({ workId }) => desk.decide(workId)))
    expect(ends.map((end) => end.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  })

  test('that nobody can make sense of asks a person', async () => {
    const { messageId } = await decider(ledger, { understand: () => PUZZLING }).receive(letter().mail)
    expect(await ledger.value('select sort from task where message_id = $1', messageId)).toBe('understand')
  })
})

describe('the year and number of a case', () => {
  test('are given out once each, also to many at once', async () => {
    const arrived = await Promise.all(Array.from({ length: 12 }, () => ledger.arrive(letter().mail)))
    await Promise.all(arrived.map(({ workId }) => decider(ledger).decide(workId)))
    const refs = await ledger.rows<{ ref: string }>(
      'select c.ref from casefile c join case_message m on m.case_id = c.id where m.message_id = any($1)',
      arrived.map((one) => one.messageId),
    )
    expect(new Set(refs.map((row) => row.ref)).size).toBe(12)
    expect(refs[0]?.ref).toMatch(/^CLEC-2026-\d{5}$/)
  })

  test('closes a question that the mail answers, and says so in the timeline', async () => {
    const company = 'Otter Creek Voice, LLC'
    const paper = (name: string) => ({
      filename: 'certificate.txt',
      text: `UTAH PUBLIC SERVICE COMMISSION\nCertificate of Public Convenience and Necessity\n${name} is granted authority to provide local exchange service in Utah.`,
    })
    const understand = () => anUnderstanding({ company, states: ['UT'], documents: ['certification'] })
    const { mail, sender } = letter({ attachments: [paper('Beaver Dam Telephone, Inc.')] })
    const desk = decider(ledger, { understand })
    const first = await desk.receive(mail)
    const tasks = `select sort, done_by from task where message_id = $1`
    expect(await ledger.rows(tasks, first.messageId)).toEqual([{ sort: 'entity', done_by: null }])
    const [reply] = await repliesTo(ledger, sender)
    const right = letter({ from: sender, inReplyTo: reply?.message_id ?? '', attachments: [paper(company)] }).mail
    const second = await desk.receive(right)
    expect(await ledger.rows(tasks, first.messageId)).toEqual([{ sort: 'entity', done_by: 'system' }])
    const told = await ledger.rows<{ detail: { why: string } }>(
      `select detail from timeline where event = 'task-settled' and message_id = $1`,
      second.messageId,
    )
    expect(told.map(({ detail }) => detail.why)).toEqual(['no paper that counts names another company any more'])
  })
})
