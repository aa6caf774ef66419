/**
 * Two machines that answer each other. However the other one hides, we answer at most once: the first mail of a
 * conversation may be taken for a person's, an answer to our answer never is.
 */
import { describe, expect, test } from 'vitest'
import type { WrittenReply } from '../../src/stores.ts'
import { mail, readBytes } from '../mime/mails.ts'
import { DESK, openDesk } from './desk.ts'

interface Letter {
  readonly from?: string
  readonly subject: string
  readonly text: readonly string[]
  readonly headers?: readonly string[]
}

/** Answers our reply number `round`, whose words are in `text`; what it repeats of them makes it look like a person. */
type Responder = (ours: WrittenReply, round: number, text: readonly string[]) => Letter

const ROUNDS = 12

function raw(letter: Letter, round: number): Buffer {
  return mail(
    `From: ${letter.from ?? 'Acme Fiber <desk@acmefiber.example>'}`,
    `To: ${DESK}`,
    `Subject: ${letter.subject}`,
    `Date: Mon, 2 Mar 2026 09:${String(round).padStart(2, '0')}:00 -0700`,
    `Message-ID: <${round}.${Math.abs(hash(letter.subject))}@responder.example>`,
    ...(letter.headers ?? []),
    '',
    ...letter.text,
    '',
  )
}

function hash(text: string): number {
  return [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, 7)
}

const REQUEST: Letter = {
  subject: 'Interconnection agreement for Colorado',
  text: [
    'Hello,',
    '',
    'Acme Fiber, LLC requests an interconnection agreement for the state of Colorado.',
    'Please send us your template agreement so that we can start negotiations.',
    '',
    'Paula Writer, Acme Fiber, LLC, 303-555-0123',
  ],
}

/** A request, then the responder answers whatever we send, for as long as we send. Returns our replies. */
async function converse(responder: Responder, first: Letter = REQUEST): Promise<readonly WrittenReply[]> {
  const desk = openDesk()
  let turn = await desk.receive(raw(first, 0))
  for (let round = 1; turn.reply !== null && round <= ROUNDS; round += 1) {
    await desk.pass(60_000)
    const { text } = await readBytes(turn.reply.raw)
    turn = await desk.receive(raw(responder(turn.reply, round, text.split('\n')), round))
  }
  return desk.replies
}

function thread(ours: WrittenReply): readonly string[] {
  return [`In-Reply-To: ${ours.messageId}`, `References: ${ours.messageId}`]
}

const ABSENT = [
  'I am out of the office until Monday, March 9, with limited access to e-mail.',
  'For urgent matters call 303-555-0100.',
]
const RECEIPT = [
  'Thank you for contacting Acme Fiber. Your message has been received.',
  'We will get back to you within two business days.',
]
const TERSE = ['Thanks, got it.']

describe('a responder that answers our acknowledgement', () => {
  const responders: Readonly<Record<string, Responder>> = {
    'says so, as RFC 3834 asks': (ours) => ({
      subject: `Re: ${ours.subject}`,
      headers: [...thread(ours), 'Auto-Submitted: auto-replied'],
      text: TERSE,
    }),
    'is away, and keeps the thread': (ours) => ({
      subject: `Re: ${ours.subject}`,
      headers: thread(ours),
      text: ABSENT,
    }),
    'is away, and has a subject of its own': () => ({ subject: 'Out of office', text: ABSENT }),
    'is a ticket desk with the thread': (ours) => ({
      subject: `Re: ${ours.subject}`,
      headers: thread(ours),
      text: RECEIPT,
    }),
    'is a ticket desk with the subject only': (ours) => ({ subject: `Re: ${ours.subject}`, text: RECEIPT }),
    'is terse, unmarked, with the thread': (ours) => ({
      subject: `Re: ${ours.subject}`,
      headers: thread(ours),
      text: TERSE,
    }),
    'is terse, unmarked, with the subject only': (ours) => ({ subject: `Re: ${ours.subject}`, text: TERSE }),
    'quotes all we wrote': (ours, _round, text) => ({
      subject: `Re: ${ours.subject}`,
      headers: thread(ours),
      text: [...TERSE, '', ...text.map((line) => `> ${line}`)],
    }),
    'repeats all we wrote below a line, as Outlook does': (ours, _round, text) => ({
      subject: `RE: ${ours.subject}`,
      headers: thread(ours),
      text: [...TERSE, '', '-----Original Message-----', `From: ${DESK}`, `Subject: ${ours.subject}`, '', ...text],
    }),
    'repeats all we wrote, unmarked': (ours, _round, text) => ({
      subject: `RE: ${ours.subject}`,
      headers: thread(ours),
      text: [...TERSE, '', ...text],
    }),
    'writes from another address each time': (ours, round) => ({
      from: `Acme Desk <desk+${round}@acmefiber.example>`,
      subject: `Re: ${ours.subject}`,
      text: TERSE,
    }),
    'writes from another host each time, with the thread': (ours, round) => ({
      from: `desk@host${round}.elsewhere${round}.example`,
      subject: `Re: ${ours.subject}`,
      headers: thread(ours),
      text: TERSE,
    }),
    'writes from another host each time, with the subject only': (ours, round) => ({
      from: `desk@host${round}.elsewhere${round}.example`,
      subject: `Re: ${ours.subject}`,
      text: TERSE,
    }),
    'drops our reference from the subject': (ours) => ({
      subject: `Re: ${ours.subject.replace(/\s*\[.*\]/, '')}`,
      text: TERSE,
    }),
    'writes in German': (ours) => ({
      subject: `AW: ${ours.subject}`,
      headers: thread(ours),
      text: ['Vielen Dank, Ihre Nachricht ist eingegangen und wird bearbeitet.'],
    }),
    'is empty': (ours) => ({ subject: `Re: ${ours.subject}`, headers: thread(ours), text: [''] }),
  }

  test.each(Object.entries(responders))('%s: hears of us once', async (_how, responder) => {
    const replies = await converse(responder)
    expect(replies.map((reply) => reply.wish.template)).toEqual(['acknowledgement'])
  })
})

test('a responder that begins the conversation hears of us at most once', async () => {
  for (const text of [ABSENT, RECEIPT, TERSE]) {
    const again: Responder = (ours) => ({ subject: `Re: ${ours.subject}`, headers: thread(ours), text })
    expect((await converse(again, { subject: 'Hello', text })).length).toBeLessThanOrEqual(1)
  }
})

test('our twin, another desk like ours, ends it at once', async () => {
  const [here, there] = [openDesk(), openDesk()]
  const first = await here.receive(raw(REQUEST, 0))
  const answer = await there.receive(first.reply?.raw ?? Buffer.from(''))
  expect(answer.reply).toBeNull()
})

test('a machine that repeats a whole request under new numbers is stopped by the cap of its case', async () => {
  const replies = await converse((ours, round) => ({
    ...REQUEST,
    subject: `Re: ${ours.subject}`,
    text: [...REQUEST.text, `#${round}`],
    headers: thread(ours),
  }))
  expect(replies.length).toBeLessThanOrEqual(5)
})

/** Another company each time: a second request of the same company for the same state belongs to the first one. */
const COMPANIES = ['Aspen Fiber, LLC', 'Birch Telecom, Inc.', 'Cedar Networks, LLC', 'Dogwood Wireless, Inc.']

function ofCompany(name: string): Letter {
  return { ...REQUEST, text: REQUEST.text.map((line) => line.replace('Acme Fiber, LLC', name)) }
}

test('a machine that invents a new request each time is stopped by the cap of its address', async () => {
  const desk = openDesk({ caps: { perAddressPerHour: 3 } })
  for (const [round, company] of COMPANIES.entries())
    await desk.receive(raw({ ...ofCompany(company), subject: `Request ${round}` }, round))
  expect(desk.replies).toHaveLength(3)
  await desk.pass(3_600_000)
  await desk.receive(raw({ ...ofCompany('Juniper Ridge Telecom, LLC'), subject: 'The next hour' }, ROUNDS))
  expect(desk.replies).toHaveLength(4)
})

describe('people are not taken for machines', () => {
  test('a second request in the same thread is answered again', async () => {
    const replies = await converse((ours, round) =>
      round === 1
        ? {
            subject: `Re: ${ours.subject}`,
            headers: thread(ours),
            text: [
              'We would also like to request an interconnection agreement for the state of Utah. Please send the template.',
            ],
          }
        : { subject: `Re: ${ours.subject}`, headers: thread(ours), text: TERSE },
    )
    expect(replies).toHaveLength(2)
  })

  test('the same mail delivered over two routes is answered once', async () => {
    const desk = openDesk()
    await desk.receive(raw(REQUEST, 0))
    const second = await desk.receive(Buffer.concat([Buffer.from('X-Route: second\r\n'), raw(REQUEST, 0)]))
    expect(second.decision.changes).toMatchObject([{ change: 'mail-settled', outcome: 'duplicate', duplicateOf: 1 }])
    expect(desk.replies).toHaveLength(1)
  })
})
