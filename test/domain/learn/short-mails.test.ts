import { describe, expect, test } from 'vitest'
import { parseShortMails } from '../../../src/domain/learn/short-mails.ts'

const TWO = `=== intents=opt-in-inquiry,status-inquiry agreement=interconnection path=opt-in reply
From: "Wren Oakes" <Wren@Oakes.example>
Subject: Re: Utah
File: adoption.pdf = adoption-letter
File: logo.png = decoration
We sent the adoption.

Any news?
=== kind=auto-reply
Subject: Away
I am away.
`

describe('two short mails', () => {
  const [asks, away] = parseShortMails(TWO)

  test.each([
    ['the line on which each begins', [asks?.line, away?.line], [1, 9]],
    ['the kind, a person’s unless told', [asks?.kind, away?.kind], ['human', 'auto-reply']],
    ['what it wants, main one first', asks?.intents, ['opt-in-inquiry', 'status-inquiry']],
    ['that a machine wants nothing', away?.intents, []],
    ['the agreement and the way to it', [asks?.agreement, asks?.path], ['interconnection', 'opt-in']],
    ['that neither is told', [away?.agreement, away?.path], [null, null]],
    ['who wrote', asks?.mail.from, [{ name: 'Wren Oakes', address: 'wren@oakes.example' }]],
    ['the subject', [asks?.mail.subject, away?.mail.subject], ['Re: Utah', 'Away']],
    ['that it answers a mail', [asks?.mail.inReplyTo.length, away?.mail.inReplyTo.length], [1, 0]],
    ['its files', asks?.mail.attachments.map(({ filename }) => filename), ['adoption.pdf', 'logo.png']],
    ['what they are', asks?.documents, ['adoption-letter', 'decoration']],
    ['the text with its blank lines', asks?.mail.text, 'We sent the adoption.\n\nAny news?'],
  ])('%s', (_what, found, told) => {
    expect(found).toEqual(told)
  })
})

test.each([
  ['an empty file', '', 0],
  ['blank lines alone', '\n\n', 0],
  ['lines that end as on Windows', TWO.replaceAll('\n', '\r\n'), 2],
  ['a forwarded mail', '=== intents=unrelated forward\nSubject: Fwd: Lunch\nSee below.', 1],
  ['no text at all', '=== intents=unrelated', 1],
])('%s: %#', (_what, text, count) => {
  expect(parseShortMails(text)).toHaveLength(count)
})

test.each([
  ['a name', 'From: Ann Lee <ann@lee.example>', { name: 'Ann Lee', address: 'ann@lee.example' }],
  ['an address alone', 'From: ann@lee.example', { name: '', address: 'ann@lee.example' }],
  ['an address in brackets', 'From: <ann@lee.example>', { name: '', address: 'ann@lee.example' }],
])('the sender may be %s', (_what, line, sender) => {
  const [mail] = parseShortMails(`=== kind=bulk\n${line}\nSubject: News\nNews.`)
  expect(mail?.mail).toMatchObject({ from: [sender], subject: 'News', text: 'News.' })
})

test('after a blank line even "From:" is text', () => {
  const [mail] = parseShortMails('=== intents=unrelated forward\nSubject: Fwd\n\nFrom: Ann\nFile: none')
  expect(mail?.mail).toMatchObject({ from: [], attachments: [], text: 'From: Ann\nFile: none' })
})

describe('a mistake is told with its line', () => {
  test.each([
    ['an unknown intent', '=== intents=status-enquiry', 'line 1: "status-enquiry" is none of agreement-request, '],
    ['no intent', '=== kind=human', 'line 1: "" is none of agreement-request, '],
    ['an unknown kind', '=== intents=unrelated\nHi\n=== kind=robot', 'line 3: "robot" is none of human, '],
    ['an unknown agreement', '=== intents=unrelated agreement=lease', 'line 1: "lease" is none of interconnection, '],
    ['an unknown path', '=== intents=unrelated path=shortcut', 'line 1: "shortcut" is none of template-as-is, '],
    ['an unknown word', '=== intents=unrelated replied', 'line 1: "replied" is none of kind, '],
    ['a machine that wants something', '=== kind=bulk intents=unrelated', 'line 1: a mail of kind bulk wants nothing'],
    ['a head that says nothing', '=== intents=unrelated\nHi\n===\nBye', 'line 3: "" is none of kind, '],
    ['an unknown sort of file', '=== intents=unrelated\nSubject: x\nFile: a.pdf = fax', 'line 3: "fax" is none of '],
    ['a file without its sort', '=== intents=unrelated\nFile: a.pdf', 'line 2: say "From: Name <address>" and "File: '],
    ['a sender without address', '=== intents=unrelated\nFrom: Ann\nHi', 'line 2: say "From: Name <address>" and '],
    ['text before the first mail', '\nHello\n=== intents=unrelated', 'line 1: a mail begins with "==="'],
  ])('%s', (_what, text, sentence) => {
    expect(() => parseShortMails(text)).toThrow(sentence)
  })
})
