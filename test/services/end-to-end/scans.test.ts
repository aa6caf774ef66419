/** Mails whose form is only a picture, through the real program. */
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { formPicture, grayImage, scanOfPages } from '../../documents/build/picture.ts'
import { mailWithFiles } from '../../mime/mails.ts'
import { ADDRESS, openDesk } from '../../support/desk.ts'
import { type Dovecot, startDovecot } from '../../support/dovecot.ts'
import { caughtUp } from '../../support/installation.ts'
import type { MessageLine, OutboxLine } from '../../support/ledger-check.ts'
import { type WrittenMail, writeMails } from '../../support/mail-writer.ts'
import { until } from '../../support/until.ts'

let dovecot: Dovecot

beforeAll(async () => {
  dovecot = await startDovecot()
})
afterAll(() => dovecot?.stop())

/** Long enough under way for all that is to happen meanwhile. */
const PAGES = 10

test('a slow scan delays nobody, outlives a kill, and is answered once, by what stands on it', async () => {
  const { site, sink, deliver } = await openDesk(onTestFinished, { dovecot, user: 'desk' })
  const first = await site.start()
  await first.ready()
  const waiting = () => first.metric('intagree_work_pending', /stage="ocr"/)

  await deliver([await scanned()])
  await until(async () => (await waiting()) === 1, { what: 'the scan is being recognised', every: 20 })
  const [letter] = writeMails(1, { seed: 41, to: ADDRESS }) as [WrittenMail]
  await deliver([letter])
  await sink.waitFor(1, 30_000)
  expect(sink.mails().map(({ to }) => to)).toEqual([[letter.from]])
  expect(await waiting()).toBe(1)

  await first.kill9()
  const second = await site.start()
  await second.ready()
  await caughtUp(site, second, 90_000)
  const messages = await site.lines<MessageLine>(['messages'])
  expect(messages.map(({ kind, outcome }) => [kind, outcome])).toEqual([
    ['human', 'filed'],
    ['human', 'filed'],
  ])
  const outbox = await site.lines<OutboxLine>(['outbox'])
  expect(outbox.filter(({ to }) => to === 'ida@alderfork.example').map(({ state }) => state)).toEqual(['sent'])
  expect(sink.mails().filter(({ to }) => to.includes('ida@alderfork.example'))).toHaveLength(1)
  const ref = (await site.lines<OutboxLine>(['outbox'])).find(({ to }) => to === 'ida@alderfork.example')?.caseRef ?? ''
  const [found] = await site.lines<{ decisions: readonly { understanding: object }[] }>(['case', ref])
  expect(found?.decisions[0]?.understanding).toMatchObject({
    ...{ company: 'Juniper Hollow Communications, LLC', states: ['MT', 'WY'] },
    documents: ['agreement-request-form'],
  })
})

async function scanned(): Promise<WrittenMail> {
  const image = grayImage(await formPicture())
  const bytes = scanOfPages(Array.from({ length: PAGES }, () => image))
  const from = 'ida@alderfork.example'
  const raw = mailWithFiles({ name: 'scan.pdf', type: 'application/pdf', bytes })
  return { sort: 'human', messageId: '', envelopeFrom: from, from, subject: 'form', raw }
}
