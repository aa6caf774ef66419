/**
 * Servers without TLS: on this machine they are fine, elsewhere nobody logs in there unless it was permitted. The
 * sandbox offers none, and by the address 0.0.0.0 it is reached like a server elsewhere.
 */
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { IntakeError } from '../../src/foundation/intake-error.ts'
import type { ImapAccount } from '../../src/imap/imap-account.ts'
import { imapMailbox } from '../../src/imap/imap-mailbox.ts'
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts'
import { smtpCourier } from '../../src/smtp/smtp-courier.ts'
import { imapAccount } from '../support/imap-client.ts'
import { type TempDir, tempDir } from '../support/temp-dir.ts'

const ELSEWHERE = '0.0.0.0'

let directory: TempDir
let sandbox: Sandbox

beforeAll(async () => {
  directory = await tempDir('clear-text')
  const address = 'intagree@example.test'
  sandbox = await startSandbox({ directory: directory.path, address, seed: false, now: () => new Date() })
})
afterAll(async () => {
  await sandbox?.stop()
  await directory?.remove()
})

/** What it rejects with; nothing when all is well. */
async function sentence(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (error === null) return ''
  if (!(error instanceof IntakeError)) throw error
  return error.message
}

describe('IMAP', () => {
  async function opening(change: Partial<ImapAccount>): Promise<string> {
    const account = imapAccount(sandbox.imapUrl, change)
    const opened = imapMailbox(account).open()
    return sentence(opened.then((session) => session.close()))
  }

  test('elsewhere: no login, and a sentence', async () => {
    const { port, user } = imapAccount(sandbox.imapUrl)
    expect(await opening({ host: ELSEWHERE })).toBe(
      `${user}@0.0.0.0:${port}: 0.0.0.0 port ${port} offers no TLS, and the login would cross the network in clear. Use imaps:// in IMAP_URL, or, on a line that you trust, set allowClearText: true.`,
    )
  })

  test.each([
    ['on this machine', {}],
    ['where it was permitted', { host: ELSEWHERE, allowClearText: true }],
  ])('%s it opens', async (_where, change) => {
    expect(await opening(change)).toBe('')
  })
})

describe('SMTP', () => {
  function checking(url: string, allowClearText = false): Promise<string> {
    const courier = smtpCourier({ url, connections: 1, timeoutMs: 2_000, allowClearText })
    onTestFinished(() => courier.close())
    return sentence(courier.check())
  }

  test.each(['', '?ignoreTLS=true', '?requireTLS=false&opportunisticTLS=true'])(
    'elsewhere: no login, and a sentence %s',
    async (query) => {
      const url = new URL(sandbox.smtpUrl)
      url.hostname = ELSEWHERE
      expect(await checking(`${url.href}${query}`)).toMatch(
        /^The SMTP server 0\.0\.0\.0:\d+ offers no TLS, and .* Use smtps:\/\/ in SMTP_URL, or, on a line that you trust, set allowClearText: true\.$/,
      )
    },
  )

  test('on this machine, or where it was permitted, it takes us', async () => {
    const url = new URL(sandbox.smtpUrl)
    expect(await checking(url.href)).toBe('')
    url.hostname = ELSEWHERE
    expect(await checking(url.href, true)).toBe('')
  })
})
