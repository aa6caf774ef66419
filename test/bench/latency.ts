/**
 * Latency: from the moment the mail server took a mail (LMTP 250) to the acknowledgement at the sink, one mail at a
 * time, beside the time the server itself needs to push the news to an IDLE client (Dovecot bundles such news).
 */
import { spawn } from 'node:child_process'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { ImapFlow } from 'imapflow'
import { until } from '../support/until.ts'
import { letter } from './letters.ts'
import { ADDRESS, type Servers, startServers } from './servers.ts'

const PROGRAM = fileURLToPath(new URL('../../src/cli/intagree.js', import.meta.url))
const WARM_UP = 10
const WAIT_MS = 60_000

export async function latency(mails: number): Promise<void> {
  const servers = await startServers()
  const child = spawn(process.execPath, [PROGRAM, 'start', '--from', 'all', '--answer-old'], {
    env: servers.environment(),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  try {
    await new Promise<void>((resolve) => {
      child.stdout.on('data', (chunk: Buffer) => chunk.toString().includes('intagree is running') && resolve())
    })
    const watcher = await idleWatcher(servers)
    const answers: number[] = []
    const pushes: number[] = []
    for (let number = 0; number < mails + WARM_UP; number += 1) {
      const pushed = watcher.next()
      await servers.dovecot.deliver(letter(number, ADDRESS, 'latency'))
      const taken = performance.now()
      const push = pushed.then(() => performance.now() - taken)
      await until(() => servers.sink.mails().length > number, { ms: WAIT_MS, every: 1, what: 'the acknowledgement' })
      if (number >= WARM_UP) answers.push(performance.now() - taken)
      if (number >= WARM_UP) pushes.push(await push)
      else await push
    }
    await watcher.close()
    report('delivery to acknowledgement', answers)
    report("the server's own IDLE push  ", pushes)
  } finally {
    child.kill('SIGTERM')
    await ended
    await servers.stop()
  }
}

/** A second client in IDLE on the same mailbox, which tells when the server announced the next mail. */
async function idleWatcher(servers: Servers) {
  const url = new URL(servers.dovecot.imapUrl())
  const client = new ImapFlow({
    ...{ host: url.hostname, port: Number(url.port), auth: { user: url.username, pass: url.password } },
    ...{ secure: false, doSTARTTLS: false, logger: false as const },
  })
  client.on('error', () => undefined)
  await client.connect()
  await client.mailboxOpen('INBOX', { readOnly: true })
  void client.idle()
  return {
    next: () => new Promise<void>((resolve) => client.once('exists', () => resolve())),
    close: () => client.logout(),
  }
}

function report(what: string, values: readonly number[]): void {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] as number
  const figures = [50, 95, 99].map(
    (percent) =>
      `p${percent} ${at(percent / 100)
        .toFixed(0)
        .padStart(5)} ms`,
  )
  process.stdout.write(`${what}  ${figures.join('  ')}  (${values.length} mails)\n`)
}
