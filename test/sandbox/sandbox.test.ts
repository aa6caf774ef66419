import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { startSandbox } from '../../src/sandbox/sandbox.ts'
import { mail, OURS, options, portOf, useSandbox } from './sandbox-fixture.ts'

const at = useSandbox()

describe('a sandbox that is started again', () => {
  it('has its mail, UIDs, flags and ports', async () => {
    const { imapUrl, smtpUrl } = at.sandbox
    await at.sandbox.deliver('desk', mail('one'))
    await at.sandbox.deliver('desk', mail('two'))
    await at.sandbox.deliver('ann@acme.example', mail('three'))
    const before = await at.client()
    const { uidValidity } = await before.mailboxOpen('INBOX')
    await before.messageFlagsAdd('2', ['$Kept'])
    await before.messageDelete('1')
    await at.restart()
    expect(at.sandbox).toMatchObject({ imapUrl, smtpUrl })
    const after = await at.client()
    expect(await after.mailboxOpen('INBOX')).toMatchObject({ uidValidity, uidNext: 3, exists: 1 })
    expect(await after.fetchOne('1', { flags: true, uid: true })).toMatchObject({ uid: 2, flags: new Set(['$Kept']) })
    expect(at.sandbox.mailboxesWithMail()).toEqual([
      { user: 'ann@acme.example', count: 1 },
      { user: 'desk', count: 1 },
    ])
  })

  it('takes another port when its own is gone', async () => {
    const { imapUrl } = at.sandbox
    const other = createServer()
    await at.sandbox.stop()
    await new Promise<void>((resolve) => other.listen(portOf(imapUrl), '127.0.0.1', resolve))
    await at.restart()
    expect(at.sandbox.imapUrl).not.toBe(imapUrl)
    expect(await at.client()).toMatchObject({ usable: true })
    await new Promise((resolve) => other.close(resolve))
  })
})

it('speaks through URLs anybody can use', () => {
  expect(at.sandbox.imapUrl).toMatch(/^imap:\/\/desk:desk@127\.0\.0\.1:\d+\/INBOX$/)
  expect(at.sandbox.smtpUrl).toMatch(/^smtp:\/\/127\.0\.0\.1:\d+$/)
})

it('delivers to users that exist only', async () => {
  expect(await at.sandbox.deliver(OURS, mail('one'))).toEqual({ uid: 1 })
  expect(await at.sandbox.deliver('desk', mail('two'))).toEqual({ uid: 2 })
  await expect(at.sandbox.deliver('nobody', mail('x'))).rejects.toMatchObject({ code: 'mailbox' })
})

describe('a directory that is in use', () => {
  it('is refused, with a sentence that says by whom', async () => {
    await expect(startSandbox(options(at.directory))).rejects.toMatchObject({
      code: 'mailbox',
      message: expect.stringContaining(`in use by process ${process.pid}`),
    })
    expect(await at.client()).toMatchObject({ usable: true })
  })

  it('is given to one of several that come at once', async () => {
    await at.sandbox.stop()
    const starts = await Promise.allSettled(Array.from({ length: 5 }, () => startSandbox(options(at.directory))))
    const started = starts.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []))
    expect(started).toHaveLength(1)
    await started[0]?.stop()
  })

  it('is free again after a holder that was killed, whatever has its process id or port now', async () => {
    await at.sandbox.stop()
    const stranger = createServer((socket) => socket.end('220 some other program\r\n'))
    await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve))
    const address = stranger.address()
    const imapPort = typeof address === 'object' && address ? address.port : 0
    const [lock = ''] = readdirSync(at.directory).filter((file) => file.startsWith('lock.'))
    const holder = JSON.parse(readFileSync(join(at.directory, lock), 'utf8'))
    writeFileSync(join(at.directory, lock), JSON.stringify({ ...holder, pid: process.pid, imapPort }))
    await at.restart()
    expect(await at.client()).toMatchObject({ usable: true })
    await new Promise((resolve) => stranger.close(resolve))
  })

  it('is free again although the lock cannot be read', async () => {
    await at.sandbox.stop()
    for (const file of readdirSync(at.directory)) {
      if (file.startsWith('lock.')) writeFileSync(join(at.directory, file), '')
    }
    await at.restart()
    expect(await at.client()).toMatchObject({ usable: true })
  })
})

it('refuses a port that is taken when it was told to use that one', async () => {
  const port = portOf(at.sandbox.imapUrl)
  const directory = join(at.directory, 'other')
  await expect(startSandbox({ ...options(directory), imapPort: port })).rejects.toMatchObject({
    code: 'mailbox',
    message: expect.stringContaining(`Port ${port}`),
  })
})

describe('a log that was damaged', () => {
  const logOf = (directory: string) => join(directory, 'mail', 'desk', 'INBOX', 'log.ndjson')

  it.each([
    ['a torn last line', '{"kind":"arrived","uid":2,"at":17'],
    ['a last line that is no JSON', '\0\0\0\0\n'],
  ])('is mended when it is %s', async (_name, tail) => {
    await at.sandbox.deliver('desk', mail('one'))
    await at.sandbox.stop()
    writeFileSync(logOf(at.directory), tail, { flag: 'a' })
    await at.restart()
    await at.sandbox.deliver('desk', mail('two'))
    await at.restart()
    const client = await at.client()
    expect(await client.mailboxOpen('INBOX')).toMatchObject({ exists: 2, uidNext: 3 })
  })

  it('is not guessed at when it is in the middle', async () => {
    await at.sandbox.deliver('desk', mail('one'))
    const whole = readFileSync(logOf(at.directory), 'utf8')
    await at.sandbox.stop()
    writeFileSync(logOf(at.directory), whole.replace('\n', '\nnonsense\n'))
    await expect(startSandbox({ ...options(at.directory), seed: true })).rejects.toMatchObject({
      code: 'mailbox',
      message: expect.stringContaining('Line 2'),
    })
    writeFileSync(logOf(at.directory), whole)
    await at.restart()
  })

  it('makes no mail of a file that it does not name', async () => {
    await at.sandbox.deliver('desk', mail('one'))
    await at.sandbox.stop()
    const stray = join(at.directory, 'mail', 'desk', 'INBOX', '2.eml')
    writeFileSync(stray, mail('never acknowledged'))
    await at.restart()
    expect(at.sandbox.mailboxesWithMail()).toEqual([{ user: 'desk', count: 1 }])
    expect(existsSync(stray)).toBe(false)
  })
})
