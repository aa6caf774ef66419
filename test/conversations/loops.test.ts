/**
 * Two machines that answer each other. However the other one hides, we answer at most once: the first mail of a
 * conversation may be taken for a person's, an answer to our answer never is.
 */
import { describe, expect, test } from 'vitest'
import { heldBack } from '../../src/domain/breaker.ts'
import type { WrittenReply } from '../../src/ports/stores/written-reply.ts'
import { mail, readBytes } from '../mime/mails.ts'
import { DESK, openDesk, type Turn } from './desk.ts'

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

/** Letters go to and fro until one of the two says nothing. */
async function converseDesks(strip: (raw: Buffer) => Buffer): Promise<readonly [number, number]> {
  const here = openDesk()
  const there = openDesk({ address: 'desk@other-carrier.example' })
  let raw: Buffer | null = raw0(REQUEST, 'desk@other-carrier.example')
  for (let round = 0; raw !== null && round < ROUNDS; round += 1) {
    const desk = round % 2 === 0 ? here : there
    await desk.pass(60_000)
    const { reply }: Turn = await desk.receive(strip(raw))
    raw = reply === null ? null : reply.raw
  }
  return [here.replies.length, there.replies.length]
}

/** A request in the name of the other system, so that our answer goes there. */
function raw0(letter: Letter, from: string): Buffer {
  return raw({ ...letter, from: `Acme Fiber <${from}>` }, 0)
}

const MARKS = /^(?:auto-submitted|x-auto-response-suppress|precedence):.*\r?\n/gim
const THREAD = /^(?:in-reply-to|references):.*\r?\n(?:[ \t].*\r?\n)*/gim

describe('two systems of ours that write to each other', () => {
  test('stop after the first answer: it says that it is a machine’s', async () => {
    expect(await converseDesks((letter) => letter)).toEqual([1, 0])
  })

  test.each([
    ['of these marks', [MARKS]],
    ['of the marks and of the thread', [MARKS, THREAD]],
  ])('stop after one answer each, when a gateway robs their letters %s', async (_what, patterns) => {
    const strip = (letter: Buffer) =>
      Buffer.from(
        patterns.reduce((text, pattern) => text.replace(pattern, ''), letter.toString('latin1')),
        'latin1',
      )
    const [here, there] = await converseDesks(strip)
    expect({ here, there }).toEqual({ here: 1, there: expect.toSatisfy((count: number) => count <= 1) })
  })
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
  expect(desk.tasks.filter(({ sort }) => sort === 'loop')).toHaveLength(1)
  await desk.pass(3_600_000)
  await desk.receive(raw({ ...ofCompany('Juniper Ridge Telecom, LLC'), subject: 'The next hour' }, ROUNDS))
  expect(desk.replies).toHaveLength(4)
})

describe('the breaker', () => {
  test('more letters than a desk writes in an hour: they wait as drafts, a person hears of it once, and it ends by itself', async () => {
    const desk = openDesk({ caps: { perHour: 2 } })
    for (const [round, company] of COMPANIES.entries())
      await desk.receive(
        raw({ ...ofCompany(company), subject: `Request ${round}`, from: `a@one${round}.example` }, round),
      )
    expect(desk.letters.map(({ state }) => state)).toEqual(['queued', 'queued', 'draft', 'draft'])
    expect(desk.tasks.filter(({ sort }) => sort === 'loop').map(({ sentence }) => sentence)).toEqual([
      expect.stringContaining('2 letters went out within the hour, 2 are allowed (caps.perHour)'),
    ])
    await desk.pass(3_600_000)
    await desk.receive(
      raw({ ...ofCompany('Juniper Ridge Telecom, LLC'), subject: 'Later', from: 'a@five.example' }, ROUNDS),
    )
    expect(desk.letters.at(-1)?.state).toBe('queued')
  })

  test.each(['draft', 'observe'] as const)('lets nothing further than the mode does: %s', (master) => {
    const autonomy = { master, held: {}, demoted: [], delayMinutes: 15 }
    expect(heldBack(autonomy, { repliesLastHour: 9, perHour: 2 })).toEqual(autonomy)
  })
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
