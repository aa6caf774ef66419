/** Merging and taking it back: the case that goes on is found, and nobody stays who does not belong. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { joinStore } from '../../src/db/joins.ts'
import { orderStore } from '../../src/db/orders.ts'
import type { Act } from '../../src/domain/casework/act.ts'
import type { CaseFile } from '../../src/domain/casework/case-file.ts'
import { type CaseOutcome, changedCase } from '../../src/domain/casework/outcome.ts'
import { summarizer } from '../../src/domain/casework/summary.ts'
import type { Also } from '../../src/domain/orders/effects.ts'
import type { OrderParts } from '../../src/flows/give-order.ts'
import { joinIntroduced } from '../../src/flows/join-introduced.ts'
import type { CarriedOut } from '../../src/ports/stores/orders.ts'
import { AUTO, anUnderstanding, CONTENT_FREE, DESK_SETTINGS } from '../support/arrivals.ts'
import { decider } from '../support/deciding.ts'
import { type Ledger, openLedger } from '../support/ledger.ts'
import { letter, repliesTo } from '../support/letters.ts'

let ledger: Ledger
beforeAll(async () => {
  ledger = await openLedger('merged')
})
afterAll(() => ledger?.stop())

async function opened() {
  const { mail, sender } = letter()
  const { messageId } = await decider(ledger).receive(mail)
  const [reply] = await repliesTo(ledger, sender)
  const id = reply?.case_id ?? 0
  return { sender, mail: messageId, id, ours: reply?.message_id ?? '', file: await fileOf(id) }
}

async function fileOf(id: number): Promise<CaseFile> {
  return ledger.value<CaseFile>('select file from casefile where id = $1', id)
}

async function carryOut(order: Act, also: readonly Also[], cases: readonly CaseOutcome[]) {
  const store = orderStore(ledger.pool, () => 2026, DESK_SETTINGS)
  const { number } = await store.draw(order, Date.now())
  const work: CarriedOut = {
    ...{ now: Date.now(), actor: 'anna@carrier.example', cases, replies: [], tasks: [], number, order, via: 'cli' },
    ...{ messageId: null, place: null, link: null, before: new Map(), also, sentence: 'Done.' },
  }
  expect(await store.commit(work)).not.toBeNull()
  return number
}

const summarize = summarizer(DESK_SETTINGS)

test('what answers a letter of the merged case is filed in the one that goes on; undone, nobody has a part in both', async () => {
  const [from, into] = [await opened(), await opened()]
  const move: Also = { also: 'move-mails', from: from.file.ref, into: into.file.ref, messageIds: [from.mail] }
  const end = { change: 'closed', reason: 'merged', at: Date.now(), into: into.file.ref } as const
  const merge: Act = { act: 'merge', caseRef: from.file.ref, into: into.file.ref }
  const number = await carryOut(
    merge,
    [move],
    [changedCase(from.file, [end], summarize), changedCase(into.file, [], summarize)],
  )
  const answer = letter({ from: from.sender }).mail
  const answered = await decider(ledger, { understand: () => CONTENT_FREE }).receive({
    ...answer,
    inReplyTo: [from.ours],
  })
  expect(answered.decision.cases.map(({ file }) => file.ref)).toEqual([into.file.ref])

  const people = () =>
    ledger.rows<{ address: string }>('select address from case_participant where case_id = $1 order by 1', into.id)
  expect((await people()).map((one) => one.address)).toEqual([from.sender, into.sender].sort())
  const back: Also = { ...move, from: move.into, into: move.from, messageIds: [from.mail, answered.messageId] }
  await carryOut(
    { act: 'undo', order: number },
    [back],
    [
      changedCase(await fileOf(from.id), [{ change: 'reopened' }], summarize),
      changedCase(await fileOf(into.id), [], summarize),
    ],
  )
  expect((await people()).map((one) => one.address)).toEqual([into.sender])
})

test('who was introduced in the one that goes on takes no part in it by a merge', async () => {
  const [from, into] = [await opened(), await opened()]
  const proof = { messageId: into.mail, attachment: null, page: null, quote: '', by: 'system' }
  const value = `Mary Poe, ${from.sender}`
  const introduced = { change: 'item-met', item: 'introduced', at: Date.now(), value, proof } as const
  const end = { change: 'closed', reason: 'merged', at: Date.now(), into: into.file.ref } as const
  await carryOut(
    { act: 'merge', caseRef: from.file.ref, into: into.file.ref },
    [{ also: 'move-mails', from: from.file.ref, into: into.file.ref, messageIds: [from.mail] }],
    [changedCase(from.file, [end], summarize), changedCase(into.file, [introduced], summarize)],
  )
  const people = await ledger.rows('select address from case_participant where case_id = $1', into.id)
  expect(people).toEqual([{ address: into.sender }])
})

test('what counsel wrote before she was introduced comes to the case of her client, and a person hears of it', async () => {
  const understand = () => anUnderstanding({ company: 'Mesa Voice, LLC', states: ['AZ'] })
  const [client, counsel] = [letter(), letter()]
  const { messageId } = await decider(ledger, { understand }).receive(client.mail)
  const before = await decider(ledger, { understand }).receive(counsel.mail)
  const refOf = (id: number) =>
    ledger.value<string>(
      'select ref from casefile c join case_message m on m.case_id = c.id where m.message_id = $1',
      id,
    )
  const [into, from] = [await refOf(messageId), await refOf(before.messageId)]
  await introduce(client.sender, counsel.sender, into, messageId)
  expect(await refOf(before.messageId)).toBe(into)
  const said = await ledger.rows(
    `select o.by_whom as by, t.sort, t.once from ordered o, task t
     where o.act ->> 'caseRef' = $1 and t.once = 'joined ' || $1 and t.done_at is null`,
    from,
  )
  expect(said).toEqual([{ by: 'system', sort: 'account', once: `joined ${from}` }])
  const people = `select p.address from case_participant p join casefile c on c.id = p.case_id where c.ref = $1`
  expect(await ledger.rows(people, into)).toEqual([{ address: client.sender }])
})

test('what counsel wrote is found behind any number of newer cases of her other clients', async () => {
  const [client, counsel] = [letter(), letter()]
  const wrote = async (from: string, company: string | null) => {
    const understand = () => anUnderstanding({ company, states: ['AZ'] })
    const { messageId } = await decider(ledger, { understand }).receive(letter({ from }).mail)
    return ledger.value<string>(
      'select ref from casefile c join case_message m on m.case_id = c.id where m.message_id = $1',
      messageId,
    )
  }
  const company = `Mesa Voice of ${client.sender}, LLC`
  const own = await wrote(client.sender, company)
  const trading = await wrote(counsel.sender, `${company} d/b/a MesaNet`)
  const strange = await wrote(counsel.sender, 'Tarn Telecom, Inc.')
  // One that names nobody is nobody's.
  await wrote(counsel.sender, null)
  await ledger.rows(
    `with copies as (
       insert into casefile (id, ref, request_id, company, company_key, status, opened_at, received_at, last_mail_at, file)
       select nextval('case_number'), 'COPY-' || n, c.request_id, c.company, c.company_key, c.status, c.opened_at,
         c.received_at, c.last_mail_at, c.file
       from casefile c, generate_series(1, 120) n where c.ref = $1 returning id)
     insert into case_participant (case_id, address) select id, $2 from copies`,
    strange,
    counsel.sender,
  )
  const introduces = { by: client.sender, said: [{ name: 'Mary Poe', address: counsel.sender, quote: '' }], named: [] }
  const { others } = await joinStore(ledger.pool).apart({ ...introduces, caseRefs: [own] })
  expect(others.map(({ file }) => file.ref)).toEqual([trading])
})

/** As a decision does about a mail that introduces somebody with her address. */
async function introduce(by: string, address: string, ref: string, messageId: number) {
  const counsel = { name: 'Mary Poe', address, quote: 'our counsel' }
  const orders: OrderParts = {
    ...{ store: orderStore(ledger.pool, () => 2026, DESK_SETTINGS), bell: { ring: async () => undefined } },
    ...{ clock: () => new Date(), desk: DESK_SETTINGS, autonomy: () => AUTO, onOrder: () => undefined },
    write: async () => {
      throw new Error('nothing is written to anybody')
    },
  }
  const introduces = { by, said: [counsel], named: [], caseRefs: [ref] }
  await joinIntroduced({ orders, store: joinStore(ledger.pool) }, messageId, introduces)
}

test('what a mail of a merged case awaits is awaited by the one that goes on, and undone no more', async () => {
  const { sender } = letter()
  const missing = `<missing-${sender}>`
  const { messageId } = await decider(ledger).receive(letter({ from: sender, inReplyTo: missing }).mail)
  const id = await ledger.value<number>('select case_id from case_message where message_id = $1', messageId)
  const [file, into] = [await fileOf(id), await opened()]
  const awaiting = () => ledger.rows('select case_id, named_by from awaited_messages where message_id = $1', missing)
  const move: Also = { also: 'move-mails', from: file.ref, into: into.file.ref, messageIds: [messageId] }
  const merge: Act = { act: 'merge', caseRef: file.ref, into: into.file.ref }
  const number = await carryOut(merge, [move], [changedCase(file, [], summarize)])
  expect(await awaiting()).toEqual([{ case_id: into.id, named_by: messageId }])
  const back: Also = { ...move, from: move.into, into: move.from }
  await carryOut({ act: 'undo', order: number }, [back], [changedCase(await fileOf(id), [], summarize)])
  expect(await awaiting()).toEqual([{ case_id: id, named_by: messageId }])
})

test('a case merged into one that was merged itself goes on in the last', async () => {
  const [first, second, last] = [await opened(), await opened(), await opened()]
  for (const [from, into] of [
    [first, second],
    [second, last],
  ] as const) {
    const move: Also = { also: 'move-mails', from: from.file.ref, into: into.file.ref, messageIds: [from.mail] }
    const end = { change: 'closed', reason: 'merged', at: Date.now(), into: into.file.ref } as const
    await carryOut(
      { act: 'merge', caseRef: from.file.ref, into: into.file.ref },
      [move],
      [changedCase(await fileOf(from.id), [end], summarize), changedCase(await fileOf(into.id), [], summarize)],
    )
  }
  const answer = { ...letter({ from: first.sender }).mail, inReplyTo: [first.ours] }
  const { decision } = await decider(ledger, { understand: () => CONTENT_FREE }).receive(answer)
  expect(decision.cases.map(({ file }) => file.ref)).toEqual([last.file.ref])
})

test('the books of an undo know both cases, their mails with what these answer, and our letters', async () => {
  const [from, into] = [await opened(), await opened()]
  const move: Also = { also: 'move-mails', from: from.file.ref, into: into.file.ref, messageIds: [from.mail] }
  const end = { change: 'closed', reason: 'merged', at: Date.now(), into: into.file.ref } as const
  const merge: Act = { act: 'merge', caseRef: from.file.ref, into: into.file.ref }
  const number = await carryOut(merge, [move], [changedCase(from.file, [end], summarize)])
  const answer = { ...letter({ from: from.sender }).mail, inReplyTo: [from.ours] }
  const { messageId } = await decider(ledger, { understand: () => CONTENT_FREE }).receive(answer)
  const facts = await orderStore(ledger.pool, () => 2026, DESK_SETTINGS).facts({ act: 'undo', order: number })
  expect([...facts.cases.keys()]).toEqual([from.file.ref, into.file.ref])
  expect(facts.mails.get(into.file.ref)?.at(-1)).toMatchObject({
    ...{ id: messageId, sender: from.sender, messageId: answer.messageId, refersTo: [from.ours] },
    filedAt: expect.any(Number),
  })
  expect(facts.letters).toContainEqual(
    expect.objectContaining({ messageId: from.ours, caseRef: from.file.ref, answers: from.mail }),
  )
})
