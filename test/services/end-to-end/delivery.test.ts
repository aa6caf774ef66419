/** The main job: mail comes in while the real program runs, and every person is answered once, properly. */
import type { ImapFlow } from 'imapflow'
import { simpleParser } from 'mailparser'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { HOSTILE } from '../../hostile/classes/index.ts'
import { ADDRESS, type Desk, openDesk } from '../../support/desk.ts'
import { type Dovecot, startDovecot } from '../../support/dovecot.ts'
import { caughtUp, cleanups, type Running } from '../../support/installation.ts'
import {
  type AccountingLine,
  type CaseFile,
  checkLedger,
  type MessageLine,
  type OutboxLine,
} from '../../support/ledger-check.ts'
import { answerTo, bounceOf } from '../../support/mail-answers.ts'
import { isHuman, type WrittenMail, writeMails } from '../../support/mail-writer.ts'
import { type Redis, startRedis } from '../../support/redis.ts'
import { until } from '../../support/until.ts'

let dovecot: Dovecot
let redis: Redis

beforeAll(async () => {
  dovecot = await startDovecot({ users: ['intagree', 'postgres', 'established', 'history', 'drafts', 'observed'] })
  redis = await startRedis()
})

afterAll(async () => {
  await dovecot?.stop()
  await redis?.stop()
})

describe('200 mails, queue on Redis', () => {
  const mails = writeMails(200, { seed: 11, to: ADDRESS })
  const people = mails.filter(isHuman)
  const [first, second] = people as [WrittenMail, WrittenMail]
  const { over, clean } = cleanups()
  let desk: Desk
  let program: Running
  let person: ImapFlow
  let outbox: readonly OutboxLine[]

  beforeAll(async () => {
    desk = await openDesk(over, { dovecot, user: 'intagree', redisUrl: redis.url })
    program = await desk.site.start()
    await program.ready()
    await desk.deliver(mails.slice(0, 100))
    person = await desk.client()
    await person.mailboxOpen('INBOX')
    await person.messageFlagsAdd('3', ['\\Seen'])
    await person.messageFlagsAdd('5', ['\\Flagged', 'Later'])
    await desk.deliver(mails.slice(100))
    await caughtUp(desk.site, program)
    outbox = await desk.site.lines<OutboxLine>(['outbox'])
  })

  afterAll(clean)

  test('every mail is taken and every person answered once', async () => {
    const reckoning = await checkLedger(desk.site, desk.sink, mails)
    expect(reckoning).toMatchObject({ mails: 200, secondCopies: 0, unsure: 0, parked: 0 })
    expect(reckoning.answered + reckoning.withheld).toBe(people.length)
  })

  test('a person who reads along finds the flags as they left them', async () => {
    const flags = await person.fetchAll('1:*', { flags: true })
    const set = flags.map((mail) => [mail.seq, [...(mail.flags ?? [])].filter((flag) => flag !== '\\Recent').sort()])
    expect(set.filter(([, words]) => (words as string[]).length > 0)).toEqual([
      [3, ['\\Seen']],
      [5, ['Later', '\\Flagged']],
    ])
  })

  test('the Sent mailbox holds one copy of each reply', async () => {
    await person.mailboxOpen('Sent')
    const copies = await person.fetchAll('1:*', { envelope: true })
    const inSent = copies.map((mail) => mail.envelope?.messageId).sort()
    expect(inSent).toEqual(outbox.map((row) => row.messageId).sort())
  })

  test('replies are marked as automatic, thread with their mail and name the case', async () => {
    for (const { from, to, raw } of desk.sink.mails()) {
      const reply = await simpleParser(raw)
      const row = outbox.find((one) => one.messageId === reply.messageId)
      const original = mails.find((mail) => mail.messageId === reply.inReplyTo)
      expect(from).toMatch(/^intagree\+b-m\d+-[a-z0-9]{6,16}@ilec\.example$/)
      expect(to).toEqual([original?.from])
      expect(reply.from?.value[0]?.address).toBe(ADDRESS)
      expect([reply.references].flat()).toContain(original?.messageId)
      expect(reply.subject).toBe(`Re: ${original?.subject.replace(/^Re: /, '')} [${row?.caseRef}]`)
      expect(reply.headers.get('auto-submitted')).toBe('auto-replied')
      expect(reply.headers.get('x-auto-response-suppress')).toBe('All')
      expect([reply.text, reply.html]).toEqual([
        expect.stringContaining(row?.caseRef ?? '-'),
        expect.stringContaining(row?.caseRef ?? '-'),
      ])
    }
  })

  test('an answer to our answer joins its case', async () => {
    const ours = outbox.find((row) => row.inReplyTo === first.messageId) as OutboxLine
    const about = { from: first.from, to: ADDRESS, text: 'Thank you. Our OCN is 471H.', of: 'thanks' }
    const answer = answerTo({ ...ours, references: [first.messageId] }, about)
    await desk.deliver([answer])
    const filed = await until(
      async () => {
        const messages = await desk.site.lines<MessageLine>(['messages'])
        return messages.find((row) => row.messageId === answer.messageId && row.outcome !== null)
      },
      { what: 'the answer is decided', every: 200 },
    )
    expect(filed).toMatchObject({ kind: 'human', outcome: 'filed', caseRefs: [ours.caseRef] })
  })

  test('a bounce marks its reply, opens no case and is not answered', async () => {
    const cases = await desk.site.lines(['cases'])
    const bounced = outbox.find((row) => row.inReplyTo === second.messageId) as OutboxLine
    const returnPath = desk.sink.mails().find((mail) => mail.to[0] === second.from)?.from as string
    const notice = bounceOf({ messageId: bounced.messageId, recipient: second.from, envelopeFrom: returnPath })
    await caughtUp(desk.site, program)
    const sent = desk.sink.mails().length
    await desk.deliver([notice], returnPath)
    const marked = async () => {
      const [file] = await desk.site.lines<CaseFile>(['case', bounced.caseRef])
      return file?.timeline.some((line) => line.outboxId === bounced.id && line.event === 'reply-bounced')
    }
    await until(marked, { what: 'the bounce is tied to its reply', every: 200 })
    await caughtUp(desk.site, program)
    expect(await desk.site.lines(['cases'])).toHaveLength(cases.length)
    expect(desk.sink.mails()).toHaveLength(sent)
  })
})

/** Fifty small ones of the table, from its beginning to its end. */
const HOSTILES = Object.values(HOSTILE)
  .flat()
  .map(({ mail }) => mail())
  .filter(({ length }) => length > 10 && length < 100_000)
  .filter((_raw, at, all) => Math.floor((at * 50) / all.length) !== Math.floor(((at - 1) * 50) / all.length))

test('40 mails among 50 hostile ones, queue on PostgreSQL', async () => {
  const { site, sink, deliver } = await openDesk(onTestFinished, { dovecot, user: 'postgres' })
  const program = await site.start()
  await program.ready()
  const mails = writeMails(40, { seed: 12, to: ADDRESS })
  await deliver(mails.slice(0, 20))
  await dovecot.deliverMaildir(HOSTILES, 'postgres')
  await deliver(mails.slice(20))
  await caughtUp(site, program)
  expect(await checkLedger(site, sink, mails, HOSTILES.length)).toMatchObject({
    mails: 40,
    secondCopies: 0,
    unsure: 0,
    parked: 0,
  })
  const ours = new Set(mails.map(({ messageId }) => messageId))
  const others = (await site.lines<MessageLine>(['messages'])).filter(({ messageId }) => !ours.has(messageId ?? ''))
  expect(others.map(({ outcome }) => outcome)).toEqual(HOSTILES.map(() => expect.any(String)))
})

test('a mailbox that was in use before: nothing old is answered, everything is accounted for', async () => {
  const old = writeMails(300, { seed: 13, to: ADDRESS })
  await dovecot.deliverMaildir(
    old.map((mail) => mail.raw),
    'established',
  )
  const { site, sink, deliver } = await openDesk(onTestFinished, {
    dovecot,
    user: 'established',
    redisUrl: `${redis.url}/1`,
  })
  const program = await site.start()
  await program.ready()
  const fresh = writeMails(10, { seed: 14, to: ADDRESS })
  await deliver(fresh)
  await caughtUp(site, program)
  await checkLedger(site, sink, fresh)
  const [line] = await site.lines<AccountingLine>(['accounting'])
  expect(line).toMatchObject({ inMailbox: 310, taken: 10, beforeStart: 300, remainder: 0 })
})

test('a mailbox that is read from its beginning: what lay there waits for a person, what comes is answered', async () => {
  await dovecot.deliverMaildir(
    writeMails(3, { seed: 17, to: ADDRESS }).map((mail) => mail.raw),
    'history',
  )
  const { site, sink, deliver } = await openDesk(onTestFinished, {
    ...{ dovecot, user: 'history', redisUrl: `${redis.url}/4` },
    settings: 'limits: { mailMegabytes: 1 }',
  })
  const program = await site.start('--from', 'all')
  await program.ready()
  const [fresh, large] = writeMails(2, { seed: 18, to: ADDRESS }) as [WrittenMail, WrittenMail]
  await deliver([fresh, { ...large, raw: Buffer.concat([large.raw, Buffer.alloc(2 ** 20, 'large mail\r\n')]) }])
  await caughtUp(site, program)
  const letters = (await site.lines<OutboxLine>(['outbox'])).map(
    (row) => `${row.state} ${row.template} ${row.inReplyTo}`,
  )
  expect(letters.filter((line) => line.startsWith('draft'))).toHaveLength(3)
  // Of a mail over the limit only the header is here; whoever wrote it is asked for smaller ones.
  expect(letters.filter((line) => line.startsWith('sent')).sort()).toEqual([
    expect.stringMatching(`^sent .* ${fresh.messageId}$`),
    `sent too-large ${large.messageId}`,
  ])
  expect(sink.mails()).toHaveLength(2)
})

test('without INTAGREE_MODE replies are drafts, and approving one sends it', async () => {
  const { site, sink, deliver } = await openDesk(onTestFinished, {
    dovecot,
    user: 'drafts',
    redisUrl: `${redis.url}/2`,
    mode: null,
  })
  const program = await site.start()
  await program.ready()
  await deliver(writeMails(3, { seed: 15, to: ADDRESS }))
  await caughtUp(site, program)
  const drafts = await site.lines<OutboxLine>(['outbox'])
  expect(drafts.map((row) => row.state)).toEqual(['draft', 'draft', 'draft'])
  expect(sink.mails()).toHaveLength(0)

  const chosen = drafts[1] as OutboxLine
  expect(await site.run('approve', String(chosen.id))).toMatchObject({ code: 0 })
  await sink.waitFor(1, 15_000)
  await caughtUp(site, program)
  expect(sink.copiesOf(chosen.messageId)).toBe(1)
  const states = (await site.lines<OutboxLine>(['outbox'])).map((row) => row.state)
  expect(states).toEqual(['draft', 'sent', 'draft'])
})

test('INTAGREE_MODE=observe writes no reply at all', async () => {
  const { site, sink, deliver } = await openDesk(onTestFinished, { dovecot, user: 'observed', mode: 'observe' })
  const program = await site.start()
  await program.ready()
  await deliver(writeMails(5, { seed: 16, to: ADDRESS }))
  await caughtUp(site, program)
  expect(await site.lines(['outbox'])).toEqual([])
  expect(await site.lines(['cases'])).not.toEqual([])
  expect(sink.mails()).toHaveLength(0)
})
