/** What a process hands over to itself in memory stands in the database first, and is found there when memory is lost. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Claims, handOver } from '../../src/db/claims.ts'
import { copyStore } from '../../src/db/copy-sent.ts'
import { decideStore } from '../../src/db/decide-mail.ts'
import { senderCheckOf } from '../../src/db/past-decisions.ts'
import type { Copy } from '../../src/db/reply-moves.ts'
import { sendStore } from '../../src/db/send-mail.ts'
import type { ReadMail } from '../../src/domain/mail.ts'
import { readMail } from '../../src/flows/read-mail.ts'
import type { ClaimedReply } from '../../src/ports/stores/send-mail.ts'
import { decider } from '../support/deciding.ts'
import { type Ledger, openLedger, rememberingBell } from '../support/ledger.ts'
import { letter } from '../support/letters.ts'
import { type QueuedReply, toldOf } from '../support/queued-reply.ts'

/** Numbers of processes that never lived. */
const [HERE, THERE] = [900_011, 900_012]

let ledger: Ledger
let claims: Claims

beforeAll(async () => {
  ledger = await openLedger('handed')
})
beforeEach(() => {
  claims = { ...handOver<ClaimedReply>(8), instance: HERE }
})
afterAll(() => ledger?.stop())

function desk() {
  return decider(ledger, { store: decideStore(ledger.pool, (at) => at.getUTCFullYear(), claims) })
}

/** Takes the mail in and reads it with a decider beside the reader. */
async function readAndDecide(mail: ReadMail, beside: ReturnType<typeof decider> | null = desk()) {
  const { messageId, workId } = await ledger.take()
  const bell = rememberingBell()
  const reader = {
    read: async () => ({ outcome: 'read', mail }) as const,
    extract: async () => new Map<string, Uint8Array>(),
    close: async () => {},
  }
  const archive = { pathOf: () => 'anywhere' } as never
  const decideReading = beside?.decideReading ?? null
  const parts = {
    store: ledger.reading,
    work: ledger.work,
    archive,
    reader,
    bell,
    clock: () => new Date(),
    scanning: null,
    checking: null,
    decideReading,
    onRead: () => {},
  }
  await readMail(parts)(workId)
  return { messageId, bell, sent: beside?.bell }
}

async function claimedReply(): Promise<QueuedReply> {
  const own = desk()
  await own.receive(letter().mail)
  const [chime] = own.bell.rung
  const workId = chime?.workId ?? ''
  return { workId, outboxId: await ledger.value<number>('select ref from work where id = $1', workId) }
}

describe('a mail with the decider beside its reader', () => {
  test('is recorded and decided in one transaction', async () => {
    const { mail } = letter()
    const checked = { result: 'pass', domain: 'acmefiber.example', policy: 'none' } as const
    const { messageId, bell } = await readAndDecide({ ...mail, contentId: 'together', checked })
    const [row] = await ledger.rows<Record<string, unknown>>(
      `select m.stage, m.outcome, m.content_id, m.message_id, m.from_address, m.subject, m.sent_at,
         r.mail ->> 'text' as text, r.xmin = d.xmin as together,
         (select count(*)::int from work where stage in ('read', 'decide') and ref = m.id) as left
       from message m join reading r on r.message_id = m.id join decision d on d.message_id = m.id where m.id = $1`,
      messageId,
    )
    expect(row).toEqual({
      ...{ stage: 'done', outcome: 'filed', content_id: 'together', together: true, left: 0 },
      ...{ message_id: mail.messageId, from_address: mail.from[0]?.address, subject: mail.subject, text: mail.text },
      sent_at: mail.date === null ? null : new Date(mail.date),
    })
    expect(bell.rung).toEqual([])
    expect(await senderCheckOf(ledger.pool, messageId)).toEqual(checked)
  })

  test('whose content is known is a duplicate, and is not answered', async () => {
    const { mail } = letter()
    const first = await readAndDecide({ ...mail, contentId: 'twice' })
    const second = await readAndDecide({ ...letter({ from: mail.from[0]?.address ?? '' }).mail, contentId: 'twice' })
    const [row] = await ledger.rows('select stage, outcome, duplicate_of from message where id = $1', second.messageId)
    expect(row).toEqual({ stage: 'done', outcome: 'duplicate', duplicate_of: first.messageId })
    expect(second.sent?.rung).toEqual([])
  })

  test('that cannot be decided is recorded all the same, and deciding is work of its own', async () => {
    const puzzled = decider(ledger, {
      understand: () => {
        throw new Error('no understanding')
      },
    })
    const { messageId, bell } = await readAndDecide({ ...letter().mail, contentId: 'puzzling' }, puzzled)
    expect(await ledger.value('select stage from message where id = $1', messageId)).toBe('read')
    expect(bell.rung).toMatchObject([{ stage: 'decide' }])
  })
})

describe('a reply claimed as it is committed', () => {
  test('is sending by us, and is handed over once with what stands in the row', async () => {
    const reply = await claimedReply()
    expect(await toldOf(ledger, reply)).toEqual(['sending 1', 'work: send'])
    const sending = sendStore(ledger.pool, HERE, true, { claims })
    const claim = await sending.claim(reply.workId)
    const [row] = await ledger.rows<Record<string, unknown>>('select * from outbox where id = $1', reply.outboxId)
    expect(claim).toEqual({
      ...{ outboxId: reply.outboxId, attempts: 1, recipient: row?.recipient, returnPath: row?.return_path },
      ...{ answers: row?.answers, messageId: row?.message_id, raw: row?.raw, createdAt: row?.created_at, waitedMs: 0 },
    })
    expect([row?.claimed_by, row?.in_doubt, row?.handed]).toEqual([HERE, false, 0])
    expect(await sending.claim(reply.workId)).toBeNull()
  })

  test('is told as queued, and is ours alone', async () => {
    const reply = await claimedReply()
    const events = await ledger.rows<{ event: string }>(
      'select event from timeline where outbox_id = $1',
      reply.outboxId,
    )
    expect(events.map((row) => row.event)).toEqual(['reply-queued'])
    const other = sendStore(ledger.pool, THERE, true)
    expect(await other.claim(reply.workId)).toBeNull()
    await expect(other.beforeDot(reply.outboxId)).rejects.toThrow('not ours')
  })

  test('is queued again when its process stops before it was begun; one that was begun is not', async () => {
    const [first, second] = [await claimedReply(), await claimedReply()]
    const sending = sendStore(ledger.pool, HERE, true, { claims })
    await sending.claim(first.workId)
    await sending.release()
    expect(await toldOf(ledger, first)).toEqual(['sending 1', 'work: send'])
    expect(await toldOf(ledger, second)).toEqual(['queued 1', 'work: send'])
  })

  test('is left for everybody when the sender has no room, and when it is a draft', async () => {
    claims = { ...handOver<ClaimedReply>(0), instance: HERE }
    expect(await toldOf(ledger, await claimedReply())).toEqual(['queued 0', 'work: send'])
    claims = { ...handOver<ClaimedReply>(8), instance: HERE }
    const store = decideStore(ledger.pool, (at) => at.getUTCFullYear(), claims)
    const { messageId } = await decider(ledger, { store, mode: 'draft' }).receive(letter().mail)
    expect(await ledger.value('select state from outbox where answers = $1', messageId)).toBe('draft')
    expect(claims.rest()).toEqual([])
  })
})

test('a copy is handed over with its attempt counted: a second attempt knows of the first', async () => {
  const reply = await claimedReply()
  const copies = handOver<Copy>(8)
  const sending = sendStore(ledger.pool, HERE, true, { claims, copies })
  const claim = (await sending.claim(reply.workId)) as ClaimedReply
  // Two replies move at once, one before its dot and one after it.
  const other = await claimedReply()
  await sending.beforeDot(reply.outboxId)
  const [chimes] = await Promise.all([
    sending.sent(reply.workId, reply.outboxId, '250 kept', claim),
    sending.beforeDot(other.outboxId),
  ])
  expect(chimes).toEqual([{ stage: 'copy', workId: expect.any(String), rings: 0, here: true }])
  expect(await ledger.value('select in_doubt from outbox where id = $1', other.outboxId)).toBe(true)
  const work = chimes[0]?.workId ?? ''
  const copying = copyStore(ledger.pool, copies)
  expect(await copying.toCopy(work)).toMatchObject({ outboxId: reply.outboxId, raw: claim.raw, again: false })
  expect(await copying.toCopy(work)).toMatchObject({ outboxId: reply.outboxId, again: true })
})

test('in a rush a copy is nobody’s yet: it is not rung, not counted, and due for the first sweep after the rush', async () => {
  const reply = await claimedReply()
  const copies = handOver<Copy>(8)
  const sending = sendStore(ledger.pool, HERE, true, { copies, rush: () => true })
  const claim = (await sending.claim(reply.workId)) as ClaimedReply
  await sending.beforeDot(reply.outboxId)
  expect(await sending.sent(reply.workId, reply.outboxId, '250 kept', claim)).toEqual([])
  expect(copies.rest()).toEqual([])
  const due = `select attempts from work where stage = 'copy' and ref = $1 and next_at <= now()`
  expect(await ledger.value(due, reply.outboxId)).toBe(0)
})
