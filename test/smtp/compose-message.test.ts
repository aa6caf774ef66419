import { simpleParser } from 'mailparser'
import { describe, expect, test } from 'vitest'
import { composeMessage, type Message } from '../../src/smtp/compose-message.ts'

const REPLY: Message = {
  from: { name: 'Interconnection Agreements', address: 'intagree@carrier.test' },
  to: { name: 'Jordan Reyes', address: 'jordan@pinyonsage.example' },
  subject: 'Re: Request for Colorado [CLEC-2026-00042]',
  text: 'Hello,\n\nThank you.\n',
  html: '<p>Hello</p>\n<p>Thank you.</p>\n',
  messageId: '<clec-2026-00042.acknowledgement.m4711.k3x9a2@carrier.test>',
  inReplyTo: '<b@pinyonsage.example>',
  references: ['<a@pinyonsage.example>', '<b@pinyonsage.example>'],
  date: new Date('2026-03-05T21:03:00Z'),
  headers: { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' },
}

test('the bytes of a reply', async () => {
  const raw = (await composeMessage(REPLY)).toString('latin1')
  const boundary = /boundary="([^"]+)"/.exec(raw)?.[1] ?? ''
  expect(raw.split('\r\n')).toEqual([
    'Auto-Submitted: auto-replied',
    'X-Auto-Response-Suppress: All',
    'From: Interconnection Agreements <intagree@carrier.test>',
    'To: Jordan Reyes <jordan@pinyonsage.example>',
    'In-Reply-To: <b@pinyonsage.example>',
    'References: <a@pinyonsage.example> <b@pinyonsage.example>',
    'Subject: Re: Request for Colorado [CLEC-2026-00042]',
    'Message-ID: <clec-2026-00042.acknowledgement.m4711.k3x9a2@carrier.test>',
    'Date: Thu, 05 Mar 2026 21:03:00 +0000',
    'MIME-Version: 1.0',
    'Content-Type: multipart/alternative;',
    ` boundary="${boundary}"`,
    '',
    `--${boundary}`,
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 7bit',
    '',
    'Hello,',
    '',
    'Thank you.',
    '',
    `--${boundary}`,
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: 7bit',
    '',
    '<p>Hello</p>',
    '<p>Thank you.</p>',
    '',
    `--${boundary}--`,
    '',
  ])
})

test('the same message gives the same bytes, another Message-ID another boundary', async () => {
  const first = await composeMessage(REPLY)
  expect(await composeMessage({ ...REPLY })).toEqual(first)
  const boundary = (raw: Buffer) => /boundary="([^"]+)"/.exec(raw.toString())?.[1]
  expect(boundary(await composeMessage({ ...REPLY, messageId: '<other@carrier.test>' }))).not.toBe(boundary(first))
})

test('no parent: neither In-Reply-To nor References', async () => {
  const raw = await composeMessage({ ...REPLY, inReplyTo: null, references: [] })
  expect(raw.toString()).not.toMatch(/^(In-Reply-To|References):/m)
})

const AWKWARD: readonly (readonly [string, Partial<Message>])[] = [
  [
    'names and words beyond ASCII',
    {
      subject: 'Re: Señal — 光 📡 [CLEC-2026-00042]',
      to: { name: 'Zoë "Z" Øst, ABC', address: 'z@pinyonsage.example' },
    },
  ],
  ['a line of 20,000 characters', { text: `${'x'.repeat(20_000)}\n`, html: `<p>${'é'.repeat(20_000)}</p>\n` }],
  ['mixed and bare line ends', { text: 'a\r\nb\nc\rd\n', html: '<p>a\r\nb\nc</p>\n' }],
  ['a long subject', { subject: `Re: ${'Interconnection '.repeat(12)}[CLEC-2026-00042]` }],
  [
    'a long thread',
    { references: Array.from({ length: 20 }, (_, i) => `<${String(i).repeat(60)}@mail.pinyonsage.example>`) },
  ],
]

describe('on the wire', () => {
  test.each(AWKWARD)('%s: ASCII, CRLF, at most 998 octets a line', async (_what, part) => {
    const raw = await composeMessage({ ...REPLY, ...part })
    expect([...raw].filter((byte) => byte > 0x7e)).toEqual([])
    const lines = raw.toString('latin1').split('\r\n')
    expect(lines.filter((line) => /[\r\n]/.test(line) || line.length > 998)).toEqual([])
  })

  test.each(AWKWARD)('%s: reads back as it was meant', async (_what, part) => {
    const meant = { ...REPLY, ...part }
    const mail = await simpleParser(await composeMessage(meant))
    expect(mail.subject).toBe(meant.subject)
    expect(mail.to).toMatchObject({ value: [meant.to] })
    expect(mail.messageId).toBe(meant.messageId)
    expect([mail.references].flat()).toEqual(meant.references)
    expect(mail.text?.trimEnd()).toBe(meant.text.replace(/\r\n?/g, '\n').trimEnd())
  })
})

test('line breaks in a field do not make another field', async () => {
  const mail = await simpleParser(
    await composeMessage({
      ...REPLY,
      subject: 'hello\r\nBcc: a@evil.test',
      to: { name: 'x\r\nBcc: b@evil.test', address: 'jordan@pinyonsage.example' },
      headers: { 'X-Note': 'y\r\nBcc: c@evil.test' },
    }),
  )
  expect(mail.headers.has('bcc')).toBe(false)
})
