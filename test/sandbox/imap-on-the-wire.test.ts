/** What no well-behaved client sends, and what such a client never shows. */
import { describe, expect, it } from 'vitest'
import { until } from '../support/until.ts'
import { mail, useSandbox, type Wire } from './sandbox-fixture.ts'

const at = useSandbox()

async function loggedIn(): Promise<Wire> {
  const wire = await at.wire()
  expect((await wire.say('LOGIN desk desk')).at(-1)).toMatch(/^\. OK \[CAPABILITY IMAP4rev1 /)
  return wire
}

async function inboxWith(...subjects: readonly string[]): Promise<Wire> {
  for (const subject of subjects) await at.sandbox.deliver('desk', mail(subject))
  const wire = await loggedIn()
  await wire.say('SELECT INBOX')
  return wire
}

describe('credentials', () => {
  const plain = Buffer.from('\0desk\0desk').toString('base64')

  it('come with AUTHENTICATE, or after it', async () => {
    expect((await (await at.wire()).say(`AUTHENTICATE PLAIN ${plain}`)).at(-1)).toMatch(/^\. OK /)
    const wire = await at.wire()
    wire.write('a AUTHENTICATE PLAIN\r\n')
    await wire.hear(/^\+ /)
    wire.write(`${plain}\r\n`)
    await wire.hear(/^a OK /)
  })

  it('can be called off', async () => {
    const wire = await at.wire()
    wire.write('a AUTHENTICATE PLAIN\r\n')
    await wire.hear(/^\+ /)
    wire.write('*\r\n')
    await wire.hear(/^a BAD /)
    expect((await wire.say('LOGIN desk desk')).at(-1)).toMatch(/^\. OK /)
  })
})

describe('requests that make no sense are refused, and the session goes on', () => {
  it.each([
    ['NONSENSE', 'BAD'],
    ['UID NOOP', 'BAD'],
    ['UID', 'BAD'],
    ['LOGIN desk desk', 'BAD'],
    ['SELECT', 'BAD'],
    ['SELECT nowhere', 'NO'],
    ['CREATE ../../escape', 'NO'],
    ['CREATE a//b', 'NO'],
    ['CREATE "a*"', 'NO'],
    ['CREATE inbox', 'NO'],
    ['CREATE sent', 'NO'],
    ['DELETE INBOX', 'NO'],
    [`CREATE ${'x'.repeat(300)}`, 'NO'],
    ['STATUS INBOX (WEATHER)', 'BAD'],
    ['LIST "" (((', 'BAD'],
    ['LIST "" "open', 'BAD'],
    [`LIST "" "${'a*'.repeat(50)}"`, 'BAD'],
    [`LIST "" ${'('.repeat(1000)}`, 'BAD'],
    ['APPEND INBOX "no date" {1+}\r\nx', 'BAD'],
    ['APPEND INBOX (\\Strange) {1+}\r\nx', 'BAD'],
    ['APPEND nowhere {1+}\r\nx', 'NO [TRYCREATE]'],
    ['APPEND INBOX {0+}\r\n', 'NO'],
    ['FETCH 1 FLAGS', 'BAD'],
  ])('%j', async (command, refusal) => {
    const wire = await loggedIn()
    expect((await wire.say(command)).at(-1)).toMatch(new RegExp(`^\\. ${refusal.replace(/[[\]]/g, '\\$&')} `))
    expect(await wire.say('NOOP')).toEqual(['. OK NOOP completed'])
  })

  it.each([
    ['FETCH 2 FLAGS', 'BAD'],
    ['FETCH 0 FLAGS', 'BAD'],
    ['FETCH 1:x FLAGS', 'BAD'],
    ['FETCH 99999999999 FLAGS', 'BAD'],
    ['FETCH 1 WEATHER', 'BAD'],
    ['FETCH 1 BODY[1.2.WEATHER]', 'BAD'],
    ['FETCH 1 (BODY[HEADER.FIELDS ()])', 'BAD'],
    ['UID FETCH 7 FLAGS', 'OK'],
    ['STORE 1 FLAGS', 'BAD'],
    ['STORE 1 +FLAGS (\\Recent)', 'BAD'],
    ['SEARCH', 'BAD'],
    ['SEARCH WEATHER', 'BAD'],
    ['SEARCH SINCE yesterday', 'BAD'],
    ['SEARCH CHARSET KOI8-Z ALL', 'NO [BADCHARSET'],
    ['COPY 1 nowhere', 'NO [TRYCREATE]'],
    ['COPY 3 Sent', 'BAD'],
  ])('with a mailbox selected: %j', async (command, refusal) => {
    const wire = await inboxWith('one')
    expect((await wire.say(command)).at(-1)).toContain(`. ${refusal}`)
    expect((await wire.say('FETCH 1 UID')).at(0)).toBe('* 1 FETCH (UID 1)')
  })

  it('before login nothing else is answered', async () => {
    const wire = await at.wire()
    for (const command of ['SELECT INBOX', 'LIST "" "*"', 'FETCH 1 FLAGS', 'APPEND INBOX {1+}\r\nx']) {
      expect((await wire.say(command)).at(-1)).toMatch(/^\. BAD /)
    }
  })
})

describe('limits', () => {
  it('refuses a literal that is too large before it is sent', async () => {
    const wire = await loggedIn()
    expect((await wire.say('APPEND INBOX {999999999}')).at(-1)).toMatch(/^\. NO \[TOOBIG\]/)
    expect((await wire.say('NOOP')).at(-1)).toBe('. OK NOOP completed')
  })

  it.each([
    ['a literal that is too large and does not wait', 'a APPEND INBOX {999999999+}\r\n'],
    ['a line without end', `a ${'x'.repeat(2_000_000)}`],
  ])('hangs up on %s', async (_name, bytes) => {
    const wire = await loggedIn()
    wire.write(bytes)
    await wire.hear(/^\* BYE /)
    await until(() => wire.ended, { what: 'the server hangs up' })
    expect(await at.client()).toMatchObject({ usable: true })
  })

  it('lives on when clients vanish in the middle of things', async () => {
    for (const bytes of ['a APPEND INBOX {1000}\r\n', 'a APPEND INBOX {1000+}\r\nhalf', 'a IDLE\r\n', 'a FET']) {
      const wire = await inboxWith('one')
      wire.write(bytes)
      wire.close()
    }
    expect(await (await at.client()).status('INBOX', { messages: true })).toMatchObject({ messages: 4 })
  })
})

describe('several sessions', () => {
  it('keep their numbers until they may be told', async () => {
    const reader = await inboxWith('one', 'two', 'three')
    const other = await loggedIn()
    await other.say('SELECT INBOX')
    await other.say('STORE 1 +FLAGS (\\Deleted)')
    await other.say('EXPUNGE')
    await at.sandbox.deliver('desk', mail('four'))
    // Numbers are in use: no EXPUNGE, and the mail that is gone is passed over.
    expect(await reader.say('FETCH 1:3 UID')).toEqual([
      '* 2 FETCH (UID 2)',
      '* 3 FETCH (UID 3)',
      '* 4 EXISTS',
      '* 0 RECENT',
      '. OK FETCH completed',
    ])
    expect(await reader.say('NOOP')).toEqual(['* 1 EXPUNGE', '. OK NOOP completed'])
    expect(await reader.say('FETCH 1:* UID')).toEqual([
      '* 1 FETCH (UID 2)',
      '* 2 FETCH (UID 3)',
      '* 3 FETCH (UID 4)',
      '. OK FETCH completed',
    ])
  })

  it('end when their mailbox is deleted', async () => {
    const [reader, other] = [await loggedIn(), await loggedIn()]
    await other.say('CREATE Gone')
    await reader.say('SELECT Gone')
    await other.say('DELETE Gone')
    reader.write('a NOOP\r\n')
    await reader.hear(/^\* BYE /)
    await until(() => reader.ended, { what: 'the server hangs up' })
  })
})

describe('sections of a mail', () => {
  const NESTED = [
    'From: ann@acme.example',
    'Content-Type: multipart/mixed; boundary="AA"',
    '',
    'preamble',
    '--AA',
    'Content-Type: multipart/alternative; boundary=BB',
    '',
    '--BB',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'plain',
    '--BB',
    'Content-Type: text/html',
    '',
    '<p>html</p>',
    '--BB--',
    '--AA',
    'Content-Type: message/rfc822',
    'Content-Disposition: attachment; filename="a b.eml"',
    '',
    'Subject: inner',
    '',
    'inner body',
    '--AA--',
    'epilogue',
    '',
  ].join('\r\n')

  it.each([
    ['1.1', 'plain'],
    ['1.1.MIME', 'Content-Type: text/plain; charset=utf-8\r\n\r\n'],
    ['1.2', '<p>html</p>'],
    ['2', 'Subject: inner\r\n\r\ninner body'],
    ['2.HEADER', 'Subject: inner\r\n\r\n'],
    ['2.TEXT', 'inner body'],
    ['2.1', 'inner body'],
    ['HEADER.FIELDS (FROM X-NONE)', 'From: ann@acme.example\r\n\r\n'],
    ['HEADER.FIELDS.NOT (FROM)', 'Content-Type: multipart/mixed; boundary="AA"\r\n\r\n'],
  ])('BODY[%s]', async (section, content) => {
    await at.sandbox.deliver('desk', Buffer.from(NESTED))
    const wire = await inboxWith()
    const lines = await wire.say(`FETCH 1 BODY.PEEK[${section}]`)
    expect(lines.join('\r\n')).toBe(
      `* 1 FETCH (BODY[${section}] {${content.length}}\r\n${content})\r\n. OK FETCH completed`,
    )
  })

  it('a part that is not there is empty', async () => {
    await at.sandbox.deliver('desk', Buffer.from(NESTED))
    const wire = await inboxWith()
    expect(await wire.say('FETCH 1 BODY.PEEK[9.1]')).toEqual(['* 1 FETCH (BODY[9.1] "")', '. OK FETCH completed'])
  })

  it('the structure tells the same', async () => {
    await at.sandbox.deliver('desk', Buffer.from(NESTED))
    const wire = await inboxWith()
    expect((await wire.say('FETCH 1 BODY')).at(0)).toBe(
      '* 1 FETCH (BODY ((("text" "plain" ("charset" "utf-8") NIL NIL "7bit" 5 0)' +
        '("text" "html" ("charset" "us-ascii") NIL NIL "7bit" 11 0) "alternative")' +
        '("message" "rfc822" NIL NIL NIL "7bit" 28 (NIL "inner" NIL NIL NIL NIL NIL NIL NIL NIL) ' +
        '("text" "plain" ("charset" "us-ascii") NIL NIL "7bit" 10 0) 2) "mixed"))',
    )
  })

  it('reading a body sets \\Seen and says so', async () => {
    const wire = await inboxWith('one')
    expect((await wire.say('FETCH 1 BODY[TEXT]')).slice(0, 2)).toEqual(['* 1 FETCH (BODY[TEXT] {7}', 'Hello'])
    expect((await wire.say('FETCH 1 FLAGS')).at(0)).toBe('* 1 FETCH (FLAGS (\\Seen))')
  })
})
