/** A reminder is never sent after the answer that makes it pointless: not when it waits as a draft, nor before we read it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { decideStore } from '../../src/db/decide-mail.ts'
import { bouncesOf, letters, openTaskRows, remindersSince } from '../../src/db/digest-rows.ts'
import { failuresOf, remindersOf } from '../../src/db/digest-waiting.ts'
import { timeStore } from '../../src/db/due-cases.ts'
import { lettersToExport } from '../../src/db/export-rows.ts'
import { outboxOfCase } from '../../src/db/lists.ts'
import { transaction } from '../../src/db/pool.ts'
import { settleRestored } from '../../src/db/restored.ts'
import { sendStore } from '../../src/db/send-mail.ts'
import { draftStore } from '../../src/db/waiting-drafts.ts'
import type { CaseFile } from '../../src/domain/casework/case-file.ts'
import { passTime } from '../../src/flows/pass-time.ts'
import { refreshDrafts } from '../../src/flows/refresh-drafts.ts'
import { type SendParts, sendMail } from '../../src/flows/send-mail.ts'
import { continueThread } from '../../src/flows/write-reply.ts'
import { AUTO, anUnderstanding, CONTENT_FREE, DESK_SETTINGS } from '../support/arrivals.ts'
import { crossed } from '../support/crossed.ts'
import { decider, WRITING } from '../support/deciding.ts'
import { comesBack } from '../support/digest-world.ts'
import { type Ledger, openLedger, rememberingBell } from '../support/ledger.ts'
import { letter, repliesTo } from '../support/letters.ts'

let ledger: Ledger
beforeAll(async () => {
  ledger = await openLedger('overtaken')
})
afterAll(() => ledger?.stop())

async function asked() {
  const { mail, sender } = letter()
  await decider(ledger).receive(mail)
  const [reply] = await repliesTo(ledger, sender)
  await ledger.rows(`update outbox set state = 'sent' where id = $1`, reply?.id)
  return { sender, caseId: reply?.case_id ?? 0, messageId: reply?.message_id ?? '' }
}

let written = 0
async function reminder(caseId: number, state: string): Promise<number> {
  written += 1
  const id = await ledger.value<number>(
    `insert into outbox (key, case_id, template, recipient, recipient_domain, subject, message_id, return_path, raw,
       plain_receipt, state, created_at, not_before)
     values ($1, $2, 'reminder', 'p@x.example', 'x.example', '', $1, '', '', false, $3, now(), now() + interval '1 hour')
     returning id`,
    `reminder ${written}`,
    caseId,
    state,
  )
  if (state === 'queued') await ledger.rows(`insert into work (stage, ref, next_at) values ('send', $1, now())`, id)
  return id
}

test.each(['draft', 'queued'])('a reminder that is still %s is dropped when somebody answers', async (state) => {
  const { sender, caseId, messageId } = await asked()
  const [own, other] = [await reminder(caseId, state), await reminder((await asked()).caseId, state)]
  const answer = letter({ from: sender }).mail
  await decider(ledger, { understand: () => CONTENT_FREE }).receive({ ...answer, inReplyTo: [messageId] })
  const states = await ledger.rows<{ state: string }>('select state from outbox where id = any($1) order by id', [
    own,
    other,
  ])
  expect(states.map((one) => one.state)).toEqual(['rejected', state])
  const work = `select count(*)::int from work where stage = 'send' and ref = $1`
  expect(await ledger.value(work, own)).toBe(0)
  expect(await ledger.value(`select event from timeline where outbox_id = $1`, own)).toBe('draft-rejected')
})

test('a reminder that a person approves in the moment in which somebody answers is dropped, and no work is left of it', async () => {
  const { sender, caseId, messageId } = await asked()
  const id = await reminder(caseId, 'draft')
  const answer = letter({ from: sender }).mail
  const { workId } = await ledger.arrive({ ...answer, inReplyTo: [messageId] })
  await crossed({
    url: ledger.url,
    theirs: [
      `with moved as (update outbox set state = 'queued', not_before = null where id = $1 returning id)
       insert into work (stage, ref, next_at) select 'send', id, now() from moved`,
      id,
    ],
    ours: (pool) =>
      decider(ledger, { store: decideStore(pool, () => 2026), understand: () => CONTENT_FREE }).decide(workId),
    next: ['select'],
  })
  expect(await ledger.value('select state from outbox where id = $1', id)).toBe('rejected')
  const left = `select id from work where stage = 'send' and ref = $1`
  await sendMail(SENDING())(String(await ledger.value<number>(left, id)))
  expect(await ledger.rows(left, id)).toEqual([])
})

/** As the sender has it, which is rung for that work. */
const SENDING = (): SendParts => ({
  ...{ store: sendStore(ledger.pool, 1, false), sentMailbox: null, bell: rememberingBell(), attempts: 5 },
  courier: { send: () => Promise.reject(new Error('there is nothing to send')), close: async () => undefined },
  ...{ clock: () => new Date(), jitter: () => 0, isOutage: () => false, pause: async () => undefined },
  ...{ stopping: AbortSignal.abort(), onSent: () => undefined },
})

test('an answer that lies here undecided holds reminders back, and so does a letter that has not left', async () => {
  const { sender, caseId } = await asked()
  const store = timeStore(ledger.pool)
  const request = await ledger.value<number>('select request_id from casefile where id = $1', caseId)
  expect(await store.waits(request, [sender])).toBe(false)
  const draft = await reminder(caseId, 'draft')
  expect(await store.waits(request, [sender])).toBe(true)
  await ledger.rows(`update outbox set state = 'sent' where id = $1`, draft)
  await ledger.arrive(letter({ from: 'somebody@else.example' }).mail)
  expect(await store.waits(request, [sender])).toBe(false)
  await ledger.arrive(letter({ from: sender }).mail)
  expect(await store.waits(request, [sender])).toBe(true)
})

test('nobody is reminded of what a person did not let us ask', async () => {
  const { sender, caseId } = await asked()
  const request = await ledger.value<number>('select request_id from casefile where id = $1', caseId)
  expect(await timeStore(ledger.pool).waits(request, [sender])).toBe(false)
  await ledger.rows(`update outbox set state = 'rejected' where case_id = $1`, caseId)
  expect(await timeStore(ledger.pool).waits(request, [sender])).toBe(true)
})

/** Two requests of one company, and the moment of the first reminder. */
async function askedTwice() {
  const { sender } = letter()
  const company = `Company of ${sender}`
  const requests = []
  for (const state of ['AZ', 'UT']) {
    const understand = () => anUnderstanding({ company, states: [state] })
    const { messageId } = await decider(ledger, { understand }).receive(letter({ from: sender }).mail)
    requests.push(await ledger.value<number>('select case_id from case_message where message_id = $1', messageId))
  }
  await ledger.rows(`update outbox set state = 'sent' where recipient = $1`, sender)
  const due = await ledger.value<Date>('select min(next_due_at) from casefile where id = any($1)', requests)
  return { sender, company, requests, due }
}

async function passUntil(moment: Date, master: 'auto' | 'draft') {
  await passTime({
    ...{ store: timeStore(ledger.pool), bell: rememberingBell(), clock: () => moment, desk: DESK_SETTINGS },
    ...{ autonomy: () => ({ ...AUTO, master }), perHour: 5_000, onPass: () => undefined },
    write: (wish, original, number) => continueThread(WRITING, wish, original, number),
    onTrouble: (error) => {
      throw error
    },
  })
}

test('two requests of a company are reminded of in one letter, and what answers it belongs to both', async () => {
  const { sender, company, requests, due } = await askedTwice()
  await passUntil(due, 'auto')
  const reminders = (await repliesTo(ledger, sender)).filter(({ key }) => key.includes('reminder'))
  expect(reminders).toHaveLength(1)
  const [reminder] = reminders
  expect(await timeStore(ledger.pool).waits(requests[1] ?? 0, [])).toBe(true)
  const understand = () => anUnderstanding({ ...CONTENT_FREE, company, states: [] })
  const answer = { ...letter({ from: sender }).mail, inReplyTo: [reminder?.message_id ?? ''] }
  const { decision } = await decider(ledger, { understand }).receive(answer)
  expect(decision.cases.map(({ file }) => file.id)).toEqual(requests)
})

test('several processes at once write one letter', async () => {
  const { sender, due } = await askedTwice()
  await Promise.all([passUntil(due, 'auto'), passUntil(due, 'auto'), passUntil(due, 'auto')])
  await passUntil(due, 'auto')
  expect((await repliesTo(ledger, sender)).filter(({ key }) => key.includes('reminder'))).toHaveLength(1)
})

test('it stands among the letters of both, and is told to the negotiators of both', async () => {
  const { sender, requests, due } = await askedTwice()
  await passUntil(due, 'auto')
  const [reminder] = (await repliesTo(ledger, sender)).filter(({ key }) => key.includes('reminder'))
  const files = await Promise.all(
    requests.map((id) => ledger.value<CaseFile>('select file from casefile where id = $1', id)),
  )
  for (const { id } of files) {
    expect((await outboxOfCase(ledger.pool, id)).map((one) => one.key)).toContain(reminder?.key)
    expect((await lettersToExport(ledger.pool, id)).map((one) => one.id)).toContain(reminder?.id)
  }
  const sent = await remindersSince(ledger.pool, files, 0)
  const told = remindersOf(sent, [], files, 0).map(({ caseRef, number }) => [caseRef, number])
  expect(told.sort()).toEqual(files.map(({ ref }) => [ref, 1]))
})

test('when it comes back for good, each of its requests hears of it, and nobody is reminded in either', async () => {
  const { sender, requests, due } = await askedTwice()
  await passUntil(due, 'auto')
  const [reminder] = (await repliesTo(ledger, sender)).filter(({ key }) => key.includes('reminder'))
  await comesBack(ledger, reminder?.message_id ?? '', sender)
  const asked = `select case_id from task where sort = 'bounce' and case_id = any($1) order by case_id`
  expect((await ledger.rows<{ case_id: number }>(asked, requests)).map((one) => one.case_id)).toEqual(requests)
  const stopped = `select file #>> '{chase,stopped}' from casefile where id = $1`
  for (const id of requests) expect(await ledger.value(stopped, id)).toBe(`the mail to ${sender} came back`)
  const open = await openTaskRows(ledger.pool)
  const bounces = await bouncesOf(ledger.pool, open, 0)
  const failures = failuresOf(open, await letters(ledger.pool, open, bounces), bounces, 0)
  const refs = await Promise.all(
    requests.map((id) => ledger.value<string>('select ref from casefile where id = $1', id)),
  )
  expect(
    failures
      .filter((one) => one.to === sender)
      .map(({ caseRef }) => caseRef)
      .toSorted(),
  ).toEqual(refs)
})

/** The reminder of both, whose moment lies ahead, waits for a yes, or to leave, as if it had been written just now. */
async function drafted(mode: 'draft' | 'auto' = 'draft') {
  const asked = await askedTwice()
  await passUntil(asked.due, mode)
  await ledger.rows(`update outbox set created_at = now() where recipient = $1 and template = 'reminder'`, asked.sender)
  return asked
}

async function answeredIn(request: number | undefined, sender: string): Promise<void> {
  const [acknowledged] = await ledger.rows<{ message_id: string }>(
    `select message_id from outbox where case_id = $1 and state = 'sent'`,
    request,
  )
  const answer = { ...letter({ from: sender }).mail, inReplyTo: [acknowledged?.message_id ?? ''] }
  await decider(ledger, { understand: () => CONTENT_FREE }).receive(answer)
}

const rounds = () =>
  refreshDrafts({
    ...{ store: draftStore(ledger.pool), clock: () => new Date(Date.now() + 60_000), desk: DESK_SETTINGS },
    write: (wish, original, { id }) => continueThread(WRITING, wish, original, id),
    onTrouble: (error) => {
      throw error
    },
  })

async function remindersTo(sender: string) {
  const found = await ledger.rows<{ state: string; about: number; refs: string; along: number[] | null }>(
    `select o.state, o.case_id as about, o.sections #>> '{0,refs}' as refs,
       (select json_agg(case_id) from outbox_along where outbox_id = o.id) as along
     from outbox o where o.recipient = $1 and o.template = 'reminder' order by o.id`,
    sender,
  )
  return found
}

test.each([0, 1])('as a draft it goes on without the request in which somebody answers (%i)', async (answered) => {
  const { sender, requests } = await drafted()
  await answeredIn(requests[answered], sender)
  expect((await remindersTo(sender)).map(({ state }) => state)).toEqual(['draft'])
  await rounds()
  const other = requests[1 - answered]
  const ref = await ledger.value<string>('select ref from casefile where id = $1', other)
  const [old, anew, ...more] = await remindersTo(sender)
  expect(more).toEqual([])
  expect(old?.state).toBe('rejected')
  expect(anew).toEqual({ state: 'draft', about: other, refs: `["${ref}"]`, along: null })
})

test.each([0, 1])(
  'one that was to leave leaves without the request in which somebody answers (%i)',
  async (answered) => {
    const { sender, requests } = await drafted('auto')
    expect((await remindersTo(sender)).map(({ state }) => state)).toEqual(['queued'])
    await answeredIn(requests[answered], sender)
    // Nobody sends meanwhile what was overtaken.
    expect((await remindersTo(sender)).map(({ state }) => state)).toEqual(['draft'])
    expect(await sending(sender)).toBe(0)
    await rounds()
    const other = requests[1 - answered]
    const [old, anew, ...more] = await remindersTo(sender)
    expect(more).toEqual([])
    expect(old?.state).toBe('rejected')
    expect(anew).toEqual({ state: 'queued', about: other, refs: null, along: null })
    const said = await ledger.value<string>(
      `select convert_from(raw, 'UTF8') from outbox where recipient = $1 and state = 'queued'`,
      sender,
    )
    const refs = await Promise.all(
      requests.map((id) => ledger.value<string>('select ref from casefile where id = $1', id)),
    )
    expect(refs.map((ref) => said.includes(ref))).toEqual(requests.map((id) => id === other))
    expect(await sending(sender)).toBe(1)
  },
)

function sending(sender: string): Promise<number> {
  const work = `select count(*)::int from work w join outbox o on o.id = w.ref
    where w.stage = 'send' and o.recipient = $1 and o.template = 'reminder'`
  return ledger.value(work, sender)
}

test.each(['draft', 'auto'] as const)('and ends when somebody answers in both (%s)', async (mode) => {
  const { sender, requests } = await drafted(mode)
  for (const request of requests) await answeredIn(request, sender)
  await rounds()
  expect((await remindersTo(sender)).map(({ state }) => state)).toEqual(['rejected'])
})

test('nobody is written to twice on a day, also where the first of the letters has not left yet', async () => {
  const { sender, requests, due } = await askedTwice()
  // What another letter of its request held up at the moment of the first.
  const held = await reminder(requests[0] ?? 0, 'draft')
  await passUntil(due, 'draft')
  await ledger.rows(`delete from outbox where id = $1`, held)
  const soon = new Date(due.getTime() + 3_600_000)
  await passUntil(soon, 'draft')
  expect((await remindersTo(sender)).map(({ about }) => about)).toEqual([requests[1]])
  await passUntil(new Date(due.getTime() + 25 * 3_600_000), 'draft')
  expect((await remindersTo(sender)).map(({ about }) => about)).toEqual(requests.toReversed())
})

test('after a restore it waits for a yes where nothing shows that one of them was not reminded already', async () => {
  const { sender, requests, due } = await askedTwice()
  const [second, first] = requests
  await ledger.rows(`update casefile set opened_at = '2026-03-01' where id = any($1)`, requests)
  await ledger.rows(`update outbox set created_at = '2026-03-04' where case_id = $1`, first)
  await ledger.rows(`update outbox set created_at = '2026-03-02' where case_id = $1`, second)
  await transaction(ledger.pool, 'begin', (client) => settleRestored(client, 'root', 'x', new Date('2026-03-03')))
  await passUntil(due, 'auto')
  const [reminder, ...more] = (await repliesTo(ledger, sender)).filter(({ key }) => key.includes('reminder'))
  expect(more).toEqual([])
  expect(reminder).toMatchObject({ case_id: first, state: 'draft' })
  expect(await ledger.rows(`select id from work where stage = 'send' and ref = $1`, reminder?.id)).toEqual([])
  expect(await ledger.rows(`select sort from task where outbox_id = $1`, reminder?.id)).toEqual([{ sort: 'delivery' }])
})
