/** What was acknowledged is there after `kill -9` at any moment. */
import { type ChildProcess, fork } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { createTransport } from 'nodemailer'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts'
import { readSeeds } from '../../src/sandbox/seed.ts'
import { type TempDir, tempDir } from '../support/temp-dir.ts'
import { until } from '../support/until.ts'
import { imapClient, mail, OURS, options } from './sandbox-fixture.ts'

const KILLS = 4

let home: TempDir
let children: ChildProcess[] = []

beforeEach(async () => {
  home = await tempDir('sandbox-kill')
})
afterEach(async () => {
  await Promise.all(children.map(kill9))
  children = []
  await home.remove()
})

interface Urls {
  readonly imapUrl: string
  readonly smtpUrl: string
}

function startChild(content: 'seed' | 'empty'): { readonly child: ChildProcess; readonly ready: Promise<Urls> } {
  const program = new URL('./sandbox-child.ts', import.meta.url)
  const child = fork(program, [home.path, content], { execArgv: ['--import', 'tsx'], stdio: 'pipe' })
  children.push(child)
  let output = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    output += chunk.toString()
  })
  const ready = new Promise<Urls>((resolve, reject) => {
    child.once('message', (urls) => resolve(urls as Urls))
    child.once('exit', () => reject(new Error(`the child ended before it was ready: ${output}`)))
  })
  return { child, ready }
}

async function kill9(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await ended
}

interface Found {
  readonly uidValidity: number
  readonly subjects: ReadonlyMap<string, number>
}

async function look(sandbox: Sandbox): Promise<Found> {
  const client = imapClient(sandbox, 'desk', 'desk')
  await client.connect()
  const { uidValidity, exists } = await client.mailboxOpen('INBOX', { readOnly: true })
  const rows = exists === 0 ? [] : await client.fetchAll('1:*', { source: true, envelope: true, size: true })
  for (const row of rows) expect(row.source?.length).toBe(row.size)
  await client.logout()
  return {
    uidValidity: Number(uidValidity),
    subjects: new Map(rows.map((row) => [row.envelope?.subject ?? '', row.uid])),
  }
}

/** Sends one mail after another on several connections until the server is gone; the subjects that got a 250. */
async function sendUntilGone(smtpUrl: string, round: number, onAcknowledged: () => void): Promise<readonly string[]> {
  const mailer = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 3,
    maxMessages: Number.POSITIVE_INFINITY,
  } as never)
  const acknowledged: string[] = []
  async function sendMany(lane: number): Promise<void> {
    for (let number = 1; ; number++) {
      const subject = `round ${round} lane ${lane} mail ${number}`
      const raw = mail(subject, 'x'.repeat(5000))
      try {
        await mailer.sendMail({ envelope: { from: 'ann@acme.example', to: OURS }, raw })
      } catch {
        return
      }
      acknowledged.push(subject)
      onAcknowledged()
    }
  }
  await Promise.all([1, 2, 3].map(sendMany))
  mailer.close()
  return acknowledged
}

it('keeps every mail that SMTP acknowledged, under the same UID, through several kills', async () => {
  const acknowledged: string[] = []
  let before: Found | null = null
  for (let round = 1; round <= KILLS; round++) {
    const { child, ready } = startChild('empty')
    const { smtpUrl } = await ready
    let count = 0
    const sending = sendUntilGone(smtpUrl, round, () => {
      count++
    })
    // A different moment each time, and always in the middle of traffic.
    await until(() => count >= 20 * round, { what: 'mail flows', every: 1 })
    await kill9(child)
    acknowledged.push(...(await sending))

    const sandbox = await startSandbox(options(home.path))
    const found = await look(sandbox)
    await sandbox.stop()
    expect(acknowledged.filter((subject) => !found.subjects.has(subject))).toEqual([])
    expect(new Set(found.subjects.values()).size).toBe(found.subjects.size)
    if (before) {
      expect(found.uidValidity).toBe(before.uidValidity)
      for (const [subject, uid] of before.subjects) expect(found.subjects.get(subject)).toBe(uid)
    }
    before = found
  }
  expect(acknowledged.length).toBeGreaterThan(20 * KILLS)
})

it('delivers every sample mail once although the first start was killed', async () => {
  const { child, ready } = startChild('seed')
  const beaten = ready.catch(() => null)
  const inbox = `${home.path}/mail/desk/INBOX`
  await until(() => existsSync(inbox) && readdirSync(inbox).some((file) => file.endsWith('.eml')), {
    what: 'the first sample mail is there',
    every: 0,
  })
  await kill9(child)
  await beaten

  const sandbox = await startSandbox({ ...options(home.path), seed: true })
  const { subjects } = await look(sandbox)
  const mails = sandbox.mailboxesWithMail()
  await sandbox.stop()
  expect(mails).toEqual([{ user: 'desk', count: readSeeds().length }])
  expect(subjects.size).toBe(readSeeds().length)
})
