import { describe, expect, test } from 'vitest'
import { type ImapUrl, parseImapUrl } from '../../src/config/urls.ts'

const READ: readonly (readonly [string, Partial<ImapUrl>])[] = [
  ['imap://desk:pw@mail.example', { host: 'mail.example', port: 143, secure: false, mailbox: 'INBOX' }],
  ['imaps://desk:pw@mail.example', { port: 993, secure: true }],
  ['IMAPS://desk:pw@MAIL.Example:1993/', { host: 'mail.example', port: 1993, secure: true, mailbox: 'INBOX' }],
  ['imap://desk:pw@mail.example/Desk/Intake', { mailbox: 'Desk/Intake' }],
  ['imap://desk:pw@mail.example/Desk%20%26%20Intake', { mailbox: 'Desk & Intake' }],
  ['imap://desk:pw@mail.example/Entw%C3%BCrfe', { mailbox: 'Entwürfe' }],
  ['imap://desk%40corp.example:p%40%3A%2Fw@mail.example', { user: 'desk@corp.example', password: 'p@:/w' }],
  ['imap://desk:a:b+c@mail.example', { user: 'desk', password: 'a:b+c' }],
  ['imap://desk%40corp.example@mail.example', { user: 'desk@corp.example', password: null }],
  ['imap://desk@corp.example@mail.example', { user: 'desk@corp.example', password: null, host: 'mail.example' }],
  ['imap://desk:p@w@mail.example', { user: 'desk', password: 'p@w', host: 'mail.example' }],
  ['imap://desk:pw@[::1]:1143/', { host: '::1', port: 1143 }],
  ['imap://desk%40corp.example:pw@mail.example', { account: 'desk@corp.example@mail.example:143' }],
]

describe('is read', () => {
  test.for(READ)('%s', ([text, expected]) => {
    expect(parseImapUrl(text)).toMatchObject({ url: expected })
  })
})

const REFUSED: readonly (readonly [string, RegExp])[] = [
  ['mail.example', /begin with imap/],
  ['imap://mail.example/INBOX', /a user and a password/],
  ['imap://desk:@mail.example', /a user and a password/],
  ['imap://@mail.example', /a user and a password/],
  ['imap://:pw@mail.example', /a user and a password/],
  ['imap://desk:pw@', /a host/],
  ['imap://desk:pw@:143/', /a host/],
  ['imap://desk:pw@mail.example:0', /from 1 to 65535/],
  ['imap://desk:pw@mail.example:imap', /from 1 to 65535/],
  ['imap://desk:pw@mail.example/INBOX?tls=1', /nothing may follow/],
  ['imap://desk:pw@mail.example/INBOX#x', /nothing may follow/],
  ['imap://desk:%zz@mail.example', /percent-encoded/],
  ['imap://desk:%ff@mail.example', /percent-encoded/],
  ['imap://desk:pw%0d%0aA1%20LOGOUT@mail.example', /control character/],
  ['imap://desk:pw@mail.example/IN%00BOX', /control character/],
]

describe('is refused', () => {
  test.for(REFUSED)('%s', ([text, why]) => {
    const reading = parseImapUrl(text)
    expect('mistake' in reading ? reading.mistake : reading).toMatch(why)
  })
})
