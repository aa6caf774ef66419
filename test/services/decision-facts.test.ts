/** What a decision knows is what was really committed: second deliveries, caps, threads, bounces, drafts. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { orderStore } from '../../src/db/orders.ts'
import { giveOrder } from '../../src/flows/give-order.ts'
import { AUTO, aMachine, anUnderstanding, CONTENT_FREE, DESK_SETTINGS, PUZZLING } from '../support/arrivals.ts'
import { decider } from '../support/deciding.ts'
import { type Ledger, openLedger } from '../support/ledger.ts'
import { letter, type Outbox, repliesTo } from '../support/letters.ts'

let ledger: Ledger

beforeAll(async () => {
  ledger = await openLedger('decision')
})
afterAll(() => ledger?.stop())

/** As the command line orders it. */
function order(act: 'approve' | 'reject', draft: number, by: string) {
  const parts = {
    store: orderStore(ledger.pool, () => 2026, DESK_SETTINGS),
    ...{ bell: { ring: async () => undefined }, clock: () => new Date(), desk: DESK_SETTINGS, autonomy: () => AUTO },
    write: () => Promise.reject(new Error('no letter follows')),
    onOrder: () => undefined,
  }
  return giveOrder(parts, { act, draft }, { by, via: 'cli', messageId: null, place: null, link: null })
}

function stateOf(draft: number): Promise<string> {
  return ledger.value('select state from outbox where id = $1', draft)
}

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
      expect(await repliesTo(ledger, sender)).toHaveLength(1)
    }
  })

  test('what the first mail of a case said, which nobody understood, is at hand when the next says what is wanted', async () => {
    const first = letter({ text: 'Tilde Voice, LLC, Colorado: as on the phone, please.' })
    const puzzling = anUnderstanding({ ...PUZZLING, company: 'Tilde Voice, LLC', states: ['CO'] })
    const { messageId } = await decider(ledger, { understand: () => puzzling }).receive(first.mail)
    const next = letter({ from: first.sender, text: 'We ask for your template agreement.' })
    const answer = { ...next.mail, inReplyTo: [first.mail.messageId ?? ''] }
    const { decision } = await decider(ledger, {
      understand: () => anUnderstanding({ company: null, states: [] }),
    }).receive(answer)
    const [found] = decision.cases
    expect(found?.file).toMatchObject({ needsPerson: null, company: 'Tilde Voice, LLC', state: 'CO' })
    expect(found?.file.items['legal-name']?.proof.messageId).toBe(messageId)
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
    ['other words', { text: 'We also ask for the template of Utah.' }, {}],
  ])('the same Message-ID with %s is another mail', async (_what, sketch, change) => {
    const first = letter()
    const second = letter({
      from: first.sender,
      ...sketch,
      ...(first.mail.messageId ? { id: first.mail.messageId } : {}),
    })
    const { messageId } = await decider(ledger).receive(first.mail)
    const { decision } = await decider(ledger).receive({ ...second.mail, ...change })
    expect(decision.because[0]?.rule).not.toBe('second-delivery')
    const saw = `mail ${messageId} has the same Message-ID and is another mail; both are kept`
    expect(decision.because.at(-1)).toEqual({ rule: 'message-id-reused', saw })
  })

  test('many mails of one sender at once, in two processes, stay within the cap', async () => {
    const { sender } = letter()
    const arrived = await Promise.all(Array.from({ length: 8 }, () => ledger.arrive(letter({ from: sender }).mail)))
    const desks = [false, true].map((elsewhere) => decider(ledger, { elsewhere, caps: { perAddressPerHour: 3 } }))
    await Promise.all(arrived.map(({ workId }, index) => desks[index % 2]?.decide(workId)))
    expect(await repliesTo(ledger, sender)).toHaveLength(3)
    const ids = arrived.map((one) => one.messageId)
    const held = `select count(*)::int from timeline where event = 'reply-withheld' and message_id = any($1)`
    expect(await ledger.value(held, ids)).toBe(5)
    // A storm is one thing to look at.
    const asked = `select count(*)::int from task where sort = 'loop' and message_id = any($1)`
    expect(await ledger.value(asked, ids)).toBe(1)
  })

  test('only replies that go out count: no drafts, none rejected, none older than an hour', async () => {
    const { sender } = letter()
    const one = (mode: 'auto' | 'draft') =>
      decider(ledger, { mode, caps: { perAddressPerHour: 1 } }).receive(letter({ from: sender }).mail)
    await one('draft')
    await one('draft')
    const [first] = await repliesTo(ledger, sender)
    await order('reject', first?.id ?? 0, 'ann')
    await one('auto')
    await one('auto')
    expect((await repliesTo(ledger, sender)).map((reply) => reply.state)).toEqual(['rejected', 'draft', 'queued'])
    await ledger.rows(`update outbox set created_at = now() - interval '61 minutes' where recipient = $1`, sender)
    await one('auto')
    expect(await repliesTo(ledger, sender)).toHaveLength(4)
  })
})

describe('mail from before the mailbox was connected', () => {
  const connected = (below: number, at: string) =>
    ledger.rows('update mailbox_epoch set old_below = $1, opened_at = $2', below, at)
  const LATER = 1_000_000

  test.each([
    ['lay there', LATER, '2026-03-01', 'draft'],
    ['was moved there later, and is older', 1, '2026-03-04', 'draft'],
    ['came just before, by a clock that is late', 1, '2026-03-02T20:00:00Z', 'queued'],
    ['came afterwards', 1, '2026-03-01', 'queued'],
    ['lay there and is to be answered', 0, '2026-03-04', 'queued'],
  ])('that %s', async (_what, below, at, state) => {
    await connected(below, at)
    const { sender, mail } = letter()
    const { decision } = await decider(ledger).receive(mail)
    expect((await repliesTo(ledger, sender)).map((reply) => reply.state)).toEqual([state])
    expect(decision.because.some(({ rule }) => rule === 'old-mail')).toBe(state === 'draft')
    await connected(0, '2026-03-01')
  })
})

describe('an answer finds its case', () => {
  async function opened() {
    const first = letter()
    await decider(ledger).receive(first.mail)
    const [reply] = await repliesTo(ledger, first.sender)
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
    expect(await repliesTo(ledger, sender)).toHaveLength(1)
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

  test('that came before it, by the Message-ID that it named; two that name the same one meet before', async () => {
    const { sender } = letter()
    const missing = `<missing-${sender}>`
    const named = () => letter({ from: sender, inReplyTo: missing, subject: 'Re: something' }).mail
    const first = await decider(ledger).receive(named())
    const second = await decider(ledger, { elsewhere: true }).receive(named())
    const awaited = `select count(*)::int from awaited_messages where message_id = $1`
    expect(await ledger.value(awaited, missing)).toBe(2)
    // Nor does a stranger who names it, too, or has its Message-ID.
    const stranger = await decider(ledger).receive(letter({ inReplyTo: missing }).mail)
    const impostor = await decider(ledger).receive(letter({ id: missing }).mail)
    const itself = await decider(ledger).receive(letter({ from: sender, id: missing }).mail)
    const rules = [first, second, stranger, impostor, itself].map(({ decision }) => decision.because[0]?.rule)
    expect(rules).toEqual(['no-thread', 'same-awaited', 'no-thread', 'no-thread', 'awaited'])
    const home = await caseOf(first.messageId)
    expect([await caseOf(second.messageId), await caseOf(itself.messageId)]).toEqual([home, home])
    expect([await caseOf(stranger.messageId), await caseOf(impostor.messageId)]).not.toContain(home)
    // What is found is not awaited any more; the stranger's case goes on to.
    expect(await ledger.value(awaited, missing)).toBe(1)
    const asked = `select count(*)::int from task where sort = 'thread' and message_id = $1`
    expect(await ledger.value(asked, impostor.messageId)).toBe(2)
  })

  test('sent before a reply of the same sender that is in a case: by sender and subject', async () => {
    const { sender } = letter()
    const reply = letter({ from: sender, inReplyTo: '<never@came.example>', subject: 'Re: Collocation in Denver' }).mail
    const first = await decider(ledger).receive(reply)
    const before = letter({ from: sender, subject: 'Collocation in Denver', date: '2026-03-02T15:00:00.000Z' }).mail
    const { messageId, decision } = await decider(ledger).receive(before)
    expect(decision.because[0]?.rule).toBe('sent-before')
    expect(await caseOf(messageId)).toBe(await caseOf(first.messageId))
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

  test('counsel whom the contact introduces writes in the case and takes no part in it', async () => {
    const { sender, reply } = await opened()
    const lawyer = `poe@law-of-${reply.case_id}.example`
    const text = `Our counsel, ${lawyer}, will handle this from here.`
    await decider(ledger).receive(letter({ from: sender, inReplyTo: reply.message_id, text }).mail)
    const hers = await decider(ledger).receive(letter({ from: lawyer, inReplyTo: reply.message_id }).mail)
    expect(await caseOf(hers.messageId)).toBe(reply.case_id)
    const associate = lawyer.replace('poe', 'gray')
    const his = await decider(ledger).receive(letter({ from: associate, inReplyTo: reply.message_id }).mail)
    expect(await caseOf(his.messageId)).not.toBe(reply.case_id)
    const people = `select address from case_participant where case_id = $1`
    expect(await ledger.rows(people, reply.case_id)).toEqual([{ address: sender }])
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
    const [reply] = await repliesTo(ledger, sender)
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
    const both = await Promise.all([order('approve', id, 'ann'), order('approve', id, 'bob')])
    expect(both.filter(({ done }) => done)).toHaveLength(1)
    expect(await ledger.value(`select count(*)::int from work where stage = 'send' and ref = $1`, id)).toBe(1)
    expect(await stateOf(id)).toBe('queued')
    expect(await told(id)).toEqual(['system reply-draft', expect.stringMatching(/^(ann|bob) draft-approved$/)])
  })

  test('rejected is never sent', async () => {
    const { id } = await draft()
    expect(await order('reject', id, 'ann')).toMatchObject({ done: true })
    expect(await order('approve', id, 'bob')).toMatchObject({ done: false })
    expect(await order('reject', id, 'bob')).toMatchObject({ done: false })
    expect(await stateOf(id)).toBe('rejected')
    expect(await told(id)).toEqual(['system reply-draft', 'ann draft-rejected'])
  })

  test('refused orders leave no gap in the numbers of those that were carried out', async () => {
    const one = (await draft()).id
    const two = (await draft()).id
    const first = await order('approve', one, 'ann')
    expect(await order('approve', one, 'bob')).toEqual({ done: false, number: null, sentence: expect.anything() })
    expect((await order('approve', two, 'ann')).number).toBe((first.number ?? 0) + 1)
  })
})
