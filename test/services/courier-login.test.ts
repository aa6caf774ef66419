/** What the courier says when the server does not let us in. */
import { expect, test } from 'vitest'
import { IntakeError } from '../../src/foundation/intake-error.ts'
import { smtpCourier } from '../../src/smtp/smtp-courier.ts'
import { type Script, startScripted } from './scripted-smtp.ts'

const OFFERS_LOGIN = '250-scripted.test\r\n250 AUTH PLAIN'
const PARCEL = {
  from: '',
  to: ['jordan@pinyonsage.example'],
  raw: Buffer.from('Subject: hello\r\n\r\nHello\r\n'),
  beforeDot: async () => {},
}

const refusing: Script = (step) =>
  step === 'ehlo' ? OFFERS_LOGIN : step === 'auth' ? '535 5.7.8 bad credentials' : undefined
const content: Script = (step) => (step === 'ehlo' ? OFFERS_LOGIN : undefined)
const wantingLogin: Script = (step) => (step === 'mail' ? '530 5.7.0 authentication required' : undefined)

async function withCourier<T>(
  script: Script,
  login: string,
  use: (courier: ReturnType<typeof smtpCourier>) => Promise<T>,
) {
  const server = await startScripted(script)
  const courier = smtpCourier({ url: server.url.replace('//', `//${login}`), connections: 1, timeoutMs: 500 })
  try {
    return await use(courier)
  } finally {
    await courier.close()
    await server.stop()
  }
}

test('a refused login keeps the mail, which is not at fault, and says what to check', async () => {
  expect(await withCourier(refusing, 'desk:secret-word@', (courier) => courier.send(PARCEL))).toEqual({
    outcome: 'not-sent',
    why: 'The SMTP server did not accept our login; check SMTP_URL. It said: 535 5.7.8 bad credentials',
  })
})

test('a server that wants a login which we do not have keeps the mail, which is not at fault,', async () => {
  expect(await withCourier(wantingLogin, '', (courier) => courier.send(PARCEL))).toMatchObject({ outcome: 'not-sent' })
})

test('check says in a sentence what is wrong, without the password', async () => {
  const error: unknown = await withCourier(refusing, 'desk:secret-word@', (courier) => courier.check().catch((e) => e))
  expect(error).toBeInstanceOf(IntakeError)
  expect(String(error)).toMatch(/The SMTP server 127\.0\.0\.1:\d+ cannot be used: .*535 5\.7\.8.* Check SMTP_URL\./)
  expect(String(error)).not.toContain('secret-word')
})

test('check is content with a server that lets us in', async () => {
  await expect(withCourier(content, 'desk:secret-word@', (courier) => courier.check())).resolves.toBeUndefined()
})

test.each(['mail.example.com:25', 'http://mail.example.com', ''])('%j is not an SMTP URL', (url) => {
  expect(() => smtpCourier({ url, connections: 1, timeoutMs: 500 })).toThrow(/SMTP_URL is not a URL/)
})
