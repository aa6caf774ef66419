/** One request for five states, from the first mail to the person who takes over when nobody answers. */
import { expect, test } from 'vitest'
import { mail } from '../mime/mails.ts'
import { DESK, openDesk } from './desk.ts'

const DAY = 24 * 3_600_000

function letterOf(id: string, subject: string, text: readonly string[], headers: readonly string[] = []): Buffer {
  return mail(
    'From: Paula Writer <paula@acmefiber.example>',
    `To: ${DESK}`,
    `Subject: ${subject}`,
    'Date: Mon, 2 Mar 2026 09:00:00 -0700',
    `Message-ID: <${id}@acmefiber.example>`,
    ...headers,
    '',
    ...text,
    '',
  )
}

const REQUEST = letterOf('1', 'Interconnection agreements', [
  'Hello,',
  '',
  'Acme Fiber, LLC requests interconnection agreements for the states of Colorado, Utah, Washington, Oregon and Arizona.',
  'Please send us your template agreement so that we can start negotiations.',
  '',
  'Paula Writer, Acme Fiber, LLC, 303-555-0123',
])

test('five cases, one answer under the first reference, one letter per reminder, then a person', async () => {
  const desk = openDesk()
  const { letter } = await desk.receive(REQUEST)
  expect(desk.cases.map(({ file }) => file.state)).toEqual(['AZ', 'CO', 'OR', 'UT', 'WA'])
  const [first] = desk.cases
  expect(new Set(desk.cases.map(({ file }) => file.requestId))).toEqual(new Set([first?.file.id]))
  expect(letter?.subject).toContain(first?.file.ref)
  for (const { file } of desk.cases) expect(letter?.text).toContain(file.ref)
  expect(letter?.sections.at(-1)).toBe('missing-information')
  expect(desk.clecs).toMatchObject([{ legalName: 'Acme Fiber, LLC' }])

  await desk.pass(60 * DAY)
  const reminders = desk.letters.filter(({ sections }) => sections.includes('reminder'))
  expect(reminders).toHaveLength(3)
  expect(reminders.map(({ at }) => Math.round((at - (letter?.at ?? 0)) / DAY))).toEqual([7, 14, 21])
  for (const reminder of reminders) expect(reminder.subject).toBe(letter?.subject)
  expect(desk.tasks.filter(({ sort }) => sort === 'chase').map(({ caseRef }) => caseRef)).toEqual(
    desk.cases.map(({ file }) => file.ref),
  )
  expect(desk.cases.every(({ file }) => file.chase?.stopped != null)).toBe(true)

  await desk.pass(140 * DAY)
  expect(desk.letters.filter(({ sections }) => sections.includes('reminder'))).toHaveLength(3)
  const clocks = desk.tasks.filter(({ sort }) => sort === 'clock')
  expect(new Set(clocks.map(({ caseRef }) => caseRef)).size).toBe(5)
})

test('an answer starts the time anew, for the states that it names and for the others as it was', async () => {
  const desk = openDesk()
  const { letter } = await desk.receive(REQUEST)
  await desk.pass(5 * DAY)
  const thread = [`In-Reply-To: ${letter?.reply.messageId}`, `References: ${letter?.reply.messageId}`]
  await desk.receive(
    letterOf('2', `Re: ${letter?.subject}`, ['We are working on the papers for Utah and Oregon.'], thread),
  )
  const asked = desk.cases.map(({ file }) => [file.state, desk.now - (file.chase?.heardAt ?? 0) < DAY])
  expect(asked).toEqual([
    ['AZ', false],
    ['CO', false],
    ['OR', true],
    ['UT', true],
    ['WA', false],
  ])
})

test('a bounce for good stops the reminders and blocks the address', async () => {
  const desk = openDesk()
  const { letter } = await desk.receive(REQUEST)
  const bounce = mail(
    'From: MAILER-DAEMON@relay.example',
    'Return-Path: <>',
    `Delivered-To: ${letter?.reply.returnPath}`,
    `To: ${letter?.reply.returnPath}`,
    'Subject: Undelivered Mail Returned to Sender',
    'Date: Mon, 2 Mar 2026 09:01:00 -0700',
    'Message-ID: <bounce@relay.example>',
    'Auto-Submitted: auto-replied',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    '--b',
    '',
    'It could not be delivered.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; relay.example',
    '',
    'Final-Recipient: rfc822; paula@acmefiber.example',
    'Action: failed',
    'Status: 5.1.1',
    '',
    '--b--',
    '',
  )
  await desk.receive(bounce)
  expect([...desk.blocked]).toEqual(['paula@acmefiber.example'])
  await desk.pass(60 * DAY)
  expect(desk.letters).toHaveLength(1)
  expect(desk.tasks.map(({ sort }) => sort)).toContain('bounce')
})
