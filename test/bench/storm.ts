/**
 * A storm: so many mails of one sender lie in the mailbox, and while they are worked through other carriers write, one
 * mail each. Told: how long these wait for their acknowledgement, beside the time of the whole storm.
 */
import { spawn } from 'node:child_process'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { until } from '../support/until.ts'
import { letter } from './letters.ts'
import { ADDRESS, startServers } from './servers.ts'

const PROGRAM = fileURLToPath(new URL('../../src/cli/intagree.js', import.meta.url))
const WAIT_MS = 600_000
const OTHERS = 12
const PAUSE_MS = 1_000

export async function storm(mails: number): Promise<void> {
  const servers = await startServers()
  await servers.dovecot.deliverMaildir(Array.from({ length: mails }, (_, index) => fromOne(index)))
  const environment = servers.environment()
  const child = spawn(process.execPath, [PROGRAM, 'start', '--from', 'all', '--answer-old'], {
    ...{ env: environment, stdio: ['ignore', 'ignore', 'inherit'] },
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const pool = new pg.Pool({ connectionString: environment.DATABASE_URL })
  const count = async (which: string) =>
    Number((await pool.query(`select count(*) as n from message where ${which}`)).rows[0]?.n ?? 0)
  const done = () => count('outcome is not null').catch(() => 0)
  try {
    await until(async () => (await done()) > mails / 100, { ms: WAIT_MS, every: 100, what: 'the storm is worked on' })
    const began = performance.now()
    const before = await done()
    const waits: string[] = []
    for (let number = 0; number < OTHERS && (await done()) < mails; number += 1) {
      const delivered = performance.now()
      await servers.dovecot.deliver(letter(number, ADDRESS, 'other'))
      const to = `robin@carrier-other-${number}.example`
      const arrived = () => servers.sink.mails().some((mail) => mail.to.includes(to))
      await until(arrived, { ms: WAIT_MS, every: 5, what: 'the acknowledgement of another carrier' })
      waits.push(`${Math.round(performance.now() - delivered)} ms (${await done()} done)`)
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
    }
    await until(async () => (await done()) >= mails, { ms: WAIT_MS, every: 250, what: 'the storm is over' })
    const seconds = (performance.now() - began) / 1000
    const tasks = (await pool.query(`select count(*) as n from task where sort = 'loop'`)).rows[0]?.n
    print(`storm of ${mails} mails from one sender: ${((mails - before) / seconds).toFixed(0)} mails/s\n`)
    print(`answered of them: ${servers.sink.mails().filter((mail) => mail.to.includes(STORMER)).length}\n`)
    print(`tasks about it: ${tasks}\n`)
    print(`acknowledgements of others meanwhile: ${waits.join(', ')}\n`)
  } finally {
    child.kill('SIGTERM')
    await ended
    await pool.end()
    await servers.stop()
  }
}

const STORMER = 'robin@storm.example'

function fromOne(index: number): Buffer {
  const text = letter(index, ADDRESS, 'storm').toString()
  return Buffer.from(text.replaceAll(`robin@carrier-storm-${index}.example`, STORMER))
}

function print(text: string): void {
  process.stdout.write(text)
}
