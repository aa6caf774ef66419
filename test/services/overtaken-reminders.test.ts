/** A reminder is never sent after the answer that makes it pointless: not when it waits as a draft, nor before we read it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { timeStore } from '../../src/db/due-cases.ts'
import { CONTENT_FREE } from '../support/arrivals.ts'
import { decider } from '../support/deciding.ts'
import { type Ledger, openLedger } from '../support/ledger.ts'
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
