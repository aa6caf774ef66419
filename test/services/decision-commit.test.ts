/** Deciding on the database: each mail once, all of it or nothing, and on facts that are really committed. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { approveDraft, rejectDraft, stateOfReply } from '../../src/db/drafts.ts'
import type { ReadMail } from '../../src/domain/mail.ts'
import { aMachine, anUnderstanding, CONTENT_FREE, PUZZLING } from '../support/arrivals.ts'
import { decider } from '../support/deciding.ts'
import { type Ledger, openLedger } from '../support/ledger.ts'
import { aMail, type MailSketch } from '../support/mail-builder.ts'

let ledger: Ledger
let written = 0

beforeAll(async () => {
  ledger = await openLedger('decision')
})
afterAll(() => ledger?.stop())

interface Letter {
  readonly mail: ReadMail
  readonly sender: string
}

/** A mail of a company of its own, unless told whose. */
function letter(sketch: MailSketch & { readonly id?: string } = {}): Letter {
  written += 1
  const sender = sketch.from ?? `paula@company${written}.example`
  const messageId = sketch.id ?? `<${written}@company.example>`
  const mail = aMail({ subject: `Interconnection request ${written}`, ...sketch, from: sender })
  return { mail: { ...mail, messageId }, sender }
}

interface Outbox {
  readonly id: number
  readonly key: string
  readonly case_id: number
  readonly state: string
  readonly message_id: string
  readonly return_path: string
}

function repliesTo(sender: string): Promise<readonly Outbox[]> {
  return ledger.rows<Outbox>('select * from outbox where recipient = $1 order by id', sender)
}

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
      timeline: 4,
      task: 0,
      'decide work': 0,
      'send work': 1,
    })
    const events = await ledger.rows<{ event: string }>(
      'select event from timeline where message_id = $1 order by id',
      messageId,
    )
    expect(events.map((row) => row.event)).toEqual(['case-opened', 'mail-filed', 'mail-settled', 'reply-queued'])
    const [reply] = await repliesTo(sender)
    expect(reply?.key).toBe(`case ${reply?.case_id} / acknowledgement / mail ${messageId}`)
    const [work] = await ledger.rows<{ id: number }>(`select id from work where stage = 'send' and ref = $1`, reply?.id)
    expect(desk.bell.rung).toEqual([{ stage: 'send', workId: String(work?.id), rings: 0 }])
  })

  test('of the same work by four at once, in two processes, is committed once', async () => {
    const { mail, sender } = letter()
    const { messageId, workId } = await ledger.arrive(mail)
    const desks = [false, true, false, true].map((elsewhere) => decider(ledger, { elsewhere }))
    await Promise.all(desks.map((desk) => desk.decide(workId)))
    expect(await traces(messageId)).toMatchObject({ decision: 1, case: 1, outbox: 1, timeline: 4, 'send work': 1 })
    expect(await repliesTo(sender)).toHaveLength(1)
    expect(await decider(ledger).decide(workId)).toBeNull()
  })

  test('that cannot be committed leaves nothing but its work', async () => {
    const taken = letter()
    await decider(ledger).receive(taken.mail)
    const [first] = await repliesTo(taken.sender)
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
      change: (reply) => (reply.wish.key.endsWith(`mail ${bad}`) ? { ...reply, subject: 'with \u0000 in it' } : reply),
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
})

describe('facts that are really committed', () => {
  test('the same mail by two routes at once: one is answered, the other is its duplicate', async () => {
    for (const order of [0, 1]) {
      const { mail, sender } = letter()
      const both = [await ledger.arrive(mail), await ledger.arrive(mail)]
      const [first, second] = order === 0 ? both : [...both].reverse()
      await Promise.all([
        decider(ledger).decide(first?.workId ?? ''),
        decider(ledger, { elsewhere: true }).decide(second?.workId ?? ''),
      ])
      const outcomes = await ledger.rows<{ id: number; outcome: string; duplicate_of: number | null }>(
        'select id, outcome, duplicate_of from message where id = any($1)',
        both.map((one) => one.messageId),
      )
      const filed = outcomes.find((row) => row.outcome === 'filed')
      const duplicate = outcomes.find((row) => row.outcome === 'duplicate')
      expect(duplicate?.duplicate_of).toBe(filed?.id)
      expect(await repliesTo(sender)).toHaveLength(1)
    }
  })

  test('a third copy is a duplicate of the one that was answered, not of its duplicate', async () => {
    const { mail } = letter()
    const copies = [await ledger.arrive(mail), await ledger.arrive(mail), await ledger.arrive(mail)] as const
    for (const copy of [copies[1], copies[0], copies[2]]) await decider(ledger).decide(copy.workId)
    const [found] = await ledger.rows<{ duplicate_of: number }>(
      'select duplicate_of from message where id = $1',
      copies[2].messageId,
    )
    expect(found?.duplicate_of).toBe(copies[1].messageId)
  })

  test.each([
    ['another sender', { from: 'eve@elsewhere.example' }, {}],
    ['another date', {}, { date: '2026-03-02T16:00:01.000Z' }],
    ['no date', {}, { date: null }],
  ])('the same Message-ID with %s is another mail', async (_what, sketch, change) => {
    const first = letter()
    const second = letter({ from: first.sender, ...sketch, ...(first.mail.messageId ? { id: first.mail.messageId } : {}) })
    await decider(ledger).receive(first.mail)
    const { decision } = await decider(ledger).receive({ ...second.mail, ...change })
    expect(decision.because[0]?.rule).not.toBe('second-delivery')
  })

  test('many mails of one sender at once, in two processes, stay within the cap', async () => {
    const { sender } = letter()
    const arrived = await Promise.all(Array.from({ length: 8 }, () => ledger.arrive(letter({ from: sender }).mail)))
    const desks = [false, true].map((elsewhere) => decider(ledger, { elsewhere, caps: { perAddressPerHour: 3 } }))
    await Promise.all(arrived.map(({ workId }, index) => desks[index % 2]?.decide(workId)))
    expect(await repliesTo(sender)).toHaveLength(3)
    const held = await ledger.value(`select count(*)::int from task where sort = 'loop' and message_id = any($1)`, [
      ...arrived.map((one) => one.messageId),
    ])
    expect(held).toBe(5)
  })

  test('only replies that go out count: no drafts, none rejected, none older than an hour', async () => {
    const { sender } = letter()
    const one = (mode: 'auto' | 'draft') =>
      decider(ledger, { mode, caps: { perAddressPerHour: 1 } }).receive(letter({ from: sender }).mail)
    await one('draft')
    await one('draft')
    const [first] = await repliesTo(sender)
    await rejectDraft(ledger.pool, first?.id ?? 0, 'ann')
    await one('auto')
    await one('auto')
    expect((await repliesTo(sender)).map((reply) => reply.state)).toEqual(['rejected', 'draft', 'queued'])
    await ledger.rows(`update outbox set created_at = now() - interval '61 minutes' where recipient = $1`, sender)
    await one('auto')
    expect(await repliesTo(sender)).toHaveLength(4)
  })
})

describe('an answer finds its case', () => {
  async function opened() {
    const first = letter()
    await decider(ledger).receive(first.mail)
    const [reply] = await repliesTo(first.sender)
    return { ...first, reply: reply as Outbox }
  }

  function caseOf(messageId: number): Promise<number> {
    return ledger.value<number>('select case_id from case_message where message_id = $1', messageId)
  }

  test('by the token in our Message-ID', async () => {
    const { sender, reply } = await opened()
    const answer = letter({ from: sender, inReplyTo: reply.message_id, subject: 'Re: anything' })
    const { messageId, decision } = await decider(ledger, { understand: () => CONTENT_FREE }).receive(answer.mail)
    expect(await caseOf(messageId)).toBe(reply.case_id)
    expect(decision.because[0]?.rule).toBe('reply-token')
    expect(await repliesTo(sender)).toHaveLength(1)
  })

  test('by a Message-ID of theirs', async () => {
    const { sender, mail, reply } = await opened()
    const answer = letter({ from: sender, inReplyTo: mail.messageId ?? '', subject: 'Re: anything' })
    const { messageId, decision } = await decider(ledger).receive(answer.mail)
    expect([await caseOf(messageId), decision.because[0]?.rule]).toEqual([reply.case_id, 'references'])
  })

  test('by sender and subject, as long as it is open', async () => {
    const { sender, mail, reply } = await opened()
    const again = () => letter({ from: sender, subject: `Re: ${mail.subject}` }).mail
    const { messageId } = await decider(ledger).receive(again())
    expect(await caseOf(messageId)).toBe(reply.case_id)
    await ledger.rows(`update casefile set status = 'closed' where id = $1`, reply.case_id)
    const late = await decider(ledger).receive(again())
    expect(await caseOf(late.messageId)).not.toBe(reply.case_id)
  })

  test('a colleague becomes a participant; an absence note does not make its sender one', async () => {
    const { sender, reply } = await opened()
    const domain = sender.slice(sender.indexOf('@'))
    const from = (name: string) => letter({ from: name + domain, inReplyTo: reply.message_id }).mail
    await decider(ledger).receive(from('counsel'))
    await decider(ledger, { understand: () => aMachine('auto-reply') }).receive(from('robot'))
    const who = await ledger.rows<{ address: string }>(
      'select address from case_participant where case_id = $1 order by address',
      reply.case_id,
    )
    expect(who.map((row) => row.address)).toEqual([`counsel${domain}`, sender])
  })

  test('a bounce by the return path: the reply is marked, the address is not written to again', async () => {
    const { sender, reply } = await opened()
    const recipients = [{ recipient: sender, action: 'failed', status: '5.1.1' }]
    const bounce = letter({
      from: 'mailer-daemon@relay.example',
      headers: { 'Delivered-To': reply.return_path },
      deliveryReport: { originalMessageId: null, envelopeId: null, recipients },
    })
    await decider(ledger, { understand: () => aMachine('bounce') }).receive(bounce.mail)
    expect(await ledger.value('select bounced_at from outbox where id = $1', reply.id)).toBeInstanceOf(Date)
    const { decision } = await decider(ledger).receive(letter({ from: sender }).mail)
    expect(decision.changes).toContainEqual(expect.objectContaining({ change: 'reply-withheld', rule: 'blocked' }))
  })
})

describe('a draft', () => {
  async function draft(): Promise<Outbox> {
    const { mail, sender } = letter()
    await decider(ledger, { mode: 'draft', understand: () => anUnderstanding() }).receive(mail)
    const [reply] = await repliesTo(sender)
    return reply as Outbox
  }
  const told = async (outboxId: number) =>
    (
      await ledger.rows<{ line: string }>(
        `select actor || ' ' || event as line from timeline where outbox_id = $1 order by id`,
        outboxId,
      )
    ).map((row) => row.line)

  test('waits without work', async () => {
    const { id, state } = await draft()
    expect(state).toBe('draft')
    expect(await ledger.value(`select count(*)::int from work where stage = 'send' and ref = $1`, id)).toBe(0)
  })

  test('approved by one of two, goes out once', async () => {
    const { id } = await draft()
    const both = await Promise.all([approveDraft(ledger.pool, id, 'ann'), approveDraft(ledger.pool, id, 'bob')])
    expect(both.filter((chimes) => chimes !== null)).toHaveLength(1)
    expect(both.flat().filter(Boolean)).toEqual([{ stage: 'send', workId: expect.any(String), rings: 0 }])
    expect(await stateOfReply(ledger.pool, id)).toBe('queued')
    expect(await told(id)).toEqual(['system reply-draft', expect.stringMatching(/^(ann|bob) draft-approved$/)])
  })

  test('rejected is never sent', async () => {
    const { id } = await draft()
    expect(await rejectDraft(ledger.pool, id, 'ann')).toBe(true)
    expect(await approveDraft(ledger.pool, id, 'bob')).toBeNull()
    expect(await rejectDraft(ledger.pool, id, 'bob')).toBe(false)
    expect(await stateOfReply(ledger.pool, id)).toBe('rejected')
    expect(await told(id)).toEqual(['system reply-draft', 'ann draft-rejected'])
  })
})
