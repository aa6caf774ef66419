import { expect, test } from 'vitest'
import { redactUrls } from '../../src/config/redact.ts'

test.for([
  ['imap://desk:hunter2@mail.example/INBOX', 'imap://desk:***@mail.example/INBOX'],
  ['imap://desk@mail.example', 'imap://desk@mail.example'],
  ['smtp://mail.example:587', 'smtp://mail.example:587'],
  ['redis://:hunter2@cache.example', 'redis://:***@cache.example'],
  ['imap://desk:hunter@2@mail.example', 'imap://desk:***@mail.example'],
  ['imap://desk:hunter/2?x#y@mail.example', 'imap://desk:***@mail.example'],
  ['imap://desk:hunter2', 'imap://desk:***'],
  ['imap://desk:2hunter/mail.example', 'imap://desk:***'],
  ['imap://desk:hunter 2@mail.example', 'imap://desk:*** ***@mail.example'],
  ['imap://desk:hun ter 2@mail.example', 'imap://desk:*** *** ***@mail.example'],
  ['desk:hunter2@mail.example', '***@mail.example'],
  ['desk:hunter2', '***'],
  [
    'postgres://db.example/desk?user=app&password=hunter2&ssl=on',
    'postgres://db.example/desk?user=app&password=***&ssl=on',
  ],
  ['mail.example', 'mail.example'],
])('%s is shown as %s', ([value, expected]) => {
  expect(redactUrls(value!)).toBe(expected)
})

test('redacting twice changes nothing', () => {
  const once = redactUrls('imap://desk:hunter2@mail.example imap://desk:hunter2')
  expect(redactUrls(once)).toBe(once)
})
