/** What an operator relies on: the canary comes through, the log tells nothing of the mails, a stop loses nothing. */
import { join } from 'node:path'
import nodemailer from 'nodemailer'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { liesInMailbox } from '../../../src/imap/canary-mailbox.ts'
import { findRunningSandbox } from '../../../src/sandbox/running.ts'
import { ADDRESS, openDesk } from '../../support/desk.ts'
import { type Dovecot, startDovecot } from '../../support/dovecot.ts'
import { imapAccount } from '../../support/imap-client.ts'
import { caughtUp, installation } from '../../support/installation.ts'
import { type AccountingLine, checkLedger, type MessageLine as Line } from '../../support/ledger-check.ts'
import { writeMails } from '../../support/mail-writer.ts'
import { type Redis, startRedis } from '../../support/redis.ts'
import { until } from '../../support/until.ts'

type MessageLine = Line & { readonly subject: string }

let dovecot: Dovecot
let redis: Redis
beforeAll(async () => {
  dovecot = await startDovecot()
  redis = await startRedis()
})
afterAll(async () => {
  await dovecot?.stop()
  await redis?.stop()
})

test('the canary comes through and leaves no case; the log, told in full, holds no word of a mail', async () => {
  const site = await installation(onTestFinished, { env: { LOG_LEVEL: 'trace' } })
  const program = await site.start()
  await program.ready()
  const smtp = /SMTP\s+(smtp:\/\/\S+)/.exec(program.output())?.[1]
  const mailer = nodemailer.createTransport(smtp ?? '')
  await mailer.sendMail({
    ...{ from: 'Quenby Halloran <quenby@xylophonic.example>', to: 'intagree@sandbox.example' },
    subject: 'Vermilion interconnection agreement',
    text: 'Xylophonic Fiber, LLC requests an interconnection agreement for Colorado.\n\nThe marmalade lies in the pantry.\n\nQuenby Halloran, 303-555-0177',
    attachments: [{ filename: 'wainscot.txt', content: 'Certificate of authority, thimblerig' }],
  })

  type Step = { readonly step: string; readonly ok: boolean; readonly milliseconds: number }
  const steps = await site.lines<Step>(['doctor', '--canary', '--patience', '30'])
  expect(steps.map(({ step, ok }) => `${step}: ${ok}`)).toEqual([
    'send: true',
    'take in and read: true',
    'decide: true',
    'draft: true',
    'put away: true',
  ])
  const account = imapAccount((await findRunningSandbox(join(site.home, 'sandbox')))?.imapUrl ?? '')
  const flown = await site.lines<MessageLine>(['messages'])
  const messageId = flown.find((mail) => mail.messageId?.startsWith('<canary-'))?.messageId ?? ''
  expect(await liesInMailbox(account, messageId)).toBe(false)
  expect(await liesInMailbox({ ...account, mailbox: 'intagree canary' }, messageId)).toBe(true)
  await caughtUp(site, program)
  const messages = await site.lines<MessageLine>(['messages'])
  const canary = messages.find(({ messageId }) => messageId?.startsWith('<canary-'))
  expect(canary).toMatchObject({ outcome: 'machine', caseRefs: [] })
  expect(messages.some(({ subject }) => subject === 'Vermilion interconnection agreement')).toBe(true)
  expect(await site.lines<AccountingLine>(['accounting'])).toMatchObject([{ remainder: 0 }])

  await program.end(30_000)
  const log = program
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{'))
  expect(log.some((line) => line.includes('"mail decided"'))).toBe(true)
  const words = /vermilion|xylophonic|quenby|halloran|marmalade|wainscot|thimblerig|555-0177/i
  expect(log.filter((line) => words.test(line))).toEqual([])
})

test('a stop in the middle of everything is over within half a minute and loses nothing', async () => {
  const desk = await openDesk(onTestFinished, { dovecot, user: 'desk', redisUrl: redis.url })
  const first = await desk.site.start()
  await first.ready()
  const mails = writeMails(16, { seed: 47, to: ADDRESS })
  await desk.deliver(mails)
  await until(() => desk.sink.mails().length > 0, { what: 'the first answer has left' })
  await first.end(30_000)
  expect(first.exitCode()).toBe(0)
  expect(first.output()).toContain('nothing is lost')
  const second = await desk.site.start()
  await second.ready()
  await caughtUp(desk.site, second)
  expect(await checkLedger(desk.site, desk.sink, mails)).toMatchObject({
    mails: 16,
    secondCopies: 0,
    unsure: 0,
    parked: 0,
  })
})
