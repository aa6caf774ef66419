/** From a wish to the bytes on the wire, with the real wording, composer and signer; and back, when they are answered. */
import { describe, expect, test } from 'vitest'
import type { ArrivedMail } from '../../src/domain/decide/arrival.ts'
import { mailArrived } from '../../src/domain/decide/mail-arrived.ts'
import type { ReadMail } from '../../src/domain/mail.ts'
import { territoryOf } from '../../src/domain/territories.ts'
import type { Understanding } from '../../src/domain/understanding.ts'
import { factKeys } from '../../src/flows/fact-keys.ts'
import { type WriteParts, writeReply } from '../../src/flows/write-reply.ts'
import type { WrittenReply } from '../../src/ports/stores/written-reply.ts'
import { builtInTemplates, createRenderer } from '../../src/render/handlebars.ts'
import { composeMessage } from '../../src/smtp/compose-message.ts'
import { hmacSigner } from '../../src/tokens/signer.ts'
import { readBytes } from '../mime/mails.ts'
import { aMachine, anUnderstanding, arrivalFacts, arrived, OURS, PUZZLING } from '../support/arrivals.ts'
import { aMail, type MailSketch } from '../support/mail-builder.ts'

const signer = hmacSigner('a secret of the test')
const PARTS: WriteParts = {
  renderer: createRenderer({ directories: [builtInTemplates()] }),
  compose: composeMessage,
  sign: signer.sign,
  clock: () => new Date('2026-03-02T16:00:01Z'),
  from: { name: 'Interconnection Agreements', address: OURS },
  timeZone: 'America/Denver',
  returnPath: 'plus',
}

/** The reply that is decided for a mail, and how a mail program reads it. */
async function replyTo(mail: ArrivedMail, change: Partial<WriteParts> = {}) {
  const wish = mailArrived(mail, arrivalFacts()).wishes.find((one) => one.wish === 'send-reply')
  if (wish?.wish !== 'send-reply') throw new Error('no reply was decided')
  const written = await writeReply({ ...PARTS, ...change }, mail, wish)
  return { written, read: await readBytes(written.raw) }
}

function field(mail: ReadMail, name: string): string | undefined {
  return mail.headers.find((one) => one.name === name)?.value
}

function answered(sketch: MailSketch, ids: Partial<ReadMail>, understanding?: Understanding): ArrivedMail {
  const mail = arrived(sketch, understanding)
  return { ...mail, mail: { ...mail.mail, ...ids } }
}

const THREAD = { messageId: '<2@acmefiber.example>', references: ['<1@acmefiber.example>'] }

describe('the header of a reply', () => {
  test('ties it to the mail it answers (RFC 5322 3.6.4)', async () => {
    const { read, written } = await replyTo(answered({}, THREAD))
    expect(read.inReplyTo).toEqual(['<2@acmefiber.example>'])
    expect(read.references).toEqual(['<1@acmefiber.example>', '<2@acmefiber.example>'])
    expect(read.messageId).toBe(written.messageId)
    expect(written.inReplyTo).toBe('<2@acmefiber.example>')
  })

  test('says that a machine wrote it (RFC 3834), and asks for silence', async () => {
    const { read } = await replyTo(arrived())
    expect(field(read, 'auto-submitted')).toBe('auto-replied')
    expect(field(read, 'x-auto-response-suppress')).toBe('All')
  })

  test.each([
    ['Interconnection in Colorado', 'Re: Interconnection in Colorado [CLEC-2026-00042]'],
    ['RE: Fwd: Interconnection', 'Re: Fwd: Interconnection [CLEC-2026-00042]'],
    ['Größe der Anlage', 'Re: Größe der Anlage [CLEC-2026-00042]'],
  ])('keeps the subject "%s" and adds the reference', async (subject, expected) => {
    const { read, written } = await replyTo(arrived({ subject }))
    expect(read.subject).toBe(expected)
    expect(written.subject).toBe(expected)
  })

  test('a mail without a subject is answered under one of ours', async () => {
    const { read } = await replyTo(arrived({ subject: '' }))
    expect(read.subject).toMatch(/^\S.* \[CLEC-2026-00042\]$/)
  })

  test('goes from us to the sender', async () => {
    const { read } = await replyTo(arrived())
    expect(read.from).toEqual([{ name: 'Interconnection Agreements', address: OURS }])
    expect(read.to).toEqual([{ name: 'Paula Writer', address: 'paula@acmefiber.example' }])
    expect(read.date).toBe('2026-03-02T16:00:01.000Z')
  })

  test.each([
    ['a mail without a Message-ID', { messageId: null, references: [] }],
    ['a Message-ID that is none', { messageId: '<two words@acmefiber.example>', references: [] }],
  ])('%s is answered without a thread', async (_what, ids) => {
    const { read } = await replyTo(answered({}, ids))
    expect(read.inReplyTo).toEqual([])
    expect(read.references).toEqual([])
  })
})

describe('the words of a reply', () => {
  test('the acknowledgement says when, under which reference, and what was understood', async () => {
    const { read } = await replyTo(arrived())
    for (const words of ['CLEC-2026-00042', 'Paula Writer', 'Acme Fiber, LLC', 'Colorado, Utah', 'March 2, 2026'])
      expect(read.text).toContain(words)
  })

  test('the receipt of a mail that a person reads guesses nothing', async () => {
    const { read, written } = await replyTo(arrived({}, PUZZLING))
    expect(written.wish.template).toBe('received-for-person')
    expect(read.text).toContain('CLEC-2026-00042')
    expect(read.text).not.toContain('Acme Fiber')
  })

  test.each(['amendment-request', 'process-question', 'unrelated'] as const)(
    '%s has no wording of its own, and is acknowledged',
    async (intent) => {
      const { written } = await replyTo(arrived({}, anUnderstanding({ intents: [{ intent, confidence: 0.9 }] })))
      expect(written.wish.template).toBe('acknowledgement')
    },
  )

  test('what a stranger wrote cannot add a header or a template', async () => {
    const hostile = anUnderstanding({ company: 'Acme\r\nBcc: all@carrier.example\r\n\r\n{{secret}}' })
    const { read } = await replyTo(arrived({ subject: 'Hi\r\nBcc: all@carrier.example' }, hostile))
    expect(field(read, 'bcc')).toBeUndefined()
    expect(read.subject).toContain('Hi Bcc: all@carrier.example')
    expect(read.text).toContain('{{secret}}')
  })
})

test('the same mail gives the same bytes, so that a second attempt sends nothing new', async () => {
  const [first, second] = await Promise.all([replyTo(arrived()), replyTo(arrived())])
  expect(first.written).toEqual(second.written)
})

describe('a reply that comes back finds its way', () => {
  const holds = signer.holds

  function keys(mail: ReadMail, understanding: Understanding, address = OURS) {
    return factKeys({ address, ownAddresses: [address], holds, territory: territoryOf() }, mail, understanding)
  }

  /** Somebody answers our reply: only what a mail program repeats of it. */
  function answer(written: WrittenReply, change: Partial<ReadMail> = {}): ReadMail {
    const mail = aMail({ subject: written.subject, inReplyTo: written.messageId })
    return { ...mail, ...change }
  }

  test('an answer names the case by the signed Message-ID, by the thread and by the subject', async () => {
    const { written } = await replyTo(arrived())
    expect(keys(answer(written), anUnderstanding())).toEqual({
      sender: 'paula@acmefiber.example',
      recipient: 'paula@acmefiber.example',
      messageIds: [written.messageId],
      ownIds: [written.messageId],
      tokenRefs: ['CLEC-2026-00042'],
      subjectRefs: ['CLEC-2026-00042'],
      bounced: [],
      wantsCases: 2,
      companyKey: 'acme fiber',
      states: ['CO', 'UT'],
      tracking: [],
      wantsQueue: false,
    })
  })

  test('also when a mail system changed the case of its letters', async () => {
    const { written } = await replyTo(arrived())
    const shouting = answer(written, { inReplyTo: [], references: [written.messageId.toUpperCase()] })
    expect(keys(shouting, anUnderstanding()).tokenRefs).toEqual(['CLEC-2026-00042'])
  })

  test.each([
    ['another case', (id: string) => id.replace('00042', '00001')],
    ['another mail', (id: string) => id.replace('m4711', 'm4712')],
    ['another template', (id: string) => id.replace('acknowledgement', 'received-for-person')],
    ['another token', (id: string) => id.replace(/[a-z0-9]{12}@/, 'aaaaaaaaaaaa@')],
  ])('a forged Message-ID with %s counts for nothing', async (_what, forge) => {
    const { written } = await replyTo(arrived())
    const forged = forge(written.messageId)
    expect(forged).not.toBe(written.messageId)
    expect(keys(answer(written, { inReplyTo: [forged], references: [] }), anUnderstanding()).tokenRefs).toEqual([])
  })

  test('a bounce names the reply by the return path it was sent to', async () => {
    const { written } = await replyTo(arrived())
    expect(written.returnPath).toMatch(/^intagree\+b-m4711-[a-z0-9]{12}@carrier\.example$/)
    const bounce = aMail({ from: '<>', to: [], headers: { 'Delivered-To': `<${written.returnPath.toUpperCase()}>` } })
    expect(keys(bounce, aMachine('bounce'))).toMatchObject({ bounced: [written.returnPath], wantsCases: 0 })
  })

  test('or by the header that it returns', async () => {
    const { written } = await replyTo(arrived())
    const report = { originalMessageId: written.messageId, envelopeId: null, recipients: [] }
    expect(keys(aMail({ from: '<>', deliveryReport: report }), aMachine('bounce')).bounced).toEqual([written.messageId])
  })

  test('only a bounce is looked up so', async () => {
    const { written } = await replyTo(arrived())
    expect(keys(aMail({ to: [written.returnPath] }), anUnderstanding()).bounced).toEqual([])
  })

  test('where the mail server knows no sub-addresses, bounces come to our bare address', async () => {
    const { written } = await replyTo(arrived(), { returnPath: 'plain' })
    expect(written.returnPath).toBe(OURS)
    expect(keys(aMail({ from: '<>', to: [OURS] }), aMachine('bounce')).bounced).toEqual([])
  })

  test('the last 50 references are looked up, and no more', () => {
    const references = Array.from({ length: 500 }, (_, index) => `<${index}@acmefiber.example>`)
    const { messageIds } = keys({ ...aMail(), references }, anUnderstanding())
    expect(messageIds).toEqual(references.slice(-50))
  })
})
