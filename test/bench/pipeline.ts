/**
 * Throughput: mails per second of the full durable pipeline beside the bare loop over the same mails, on the same
 * servers, in the same run. Both are fresh processes and both are measured at the sink, from the first reply to the
 * last, so that starting up counts for neither.
 */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { until } from '../support/until.ts'
import { cpuReport, cpuSnapshot } from './cpu.ts'
import { letter } from './letters.ts'
import { ADDRESS, type Servers, startServers } from './servers.ts'

const WAIT_MS = 300_000
const PROGRAM = fileURLToPath(new URL('../../src/cli/intagree.js', import.meta.url))
const SENT_COUNT = ['mailbox', 'status', '-u', 'desk', 'messages', 'Sent']
const BARE_LOOP = fileURLToPath(new URL('./bare-loop.ts', import.meta.url))

export async function pipeline(mails: number): Promise<void> {
  const servers = await startServers()
  try {
    await servers.dovecot.deliverMaildir(Array.from({ length: mails }, (_, index) => letter(index, ADDRESS)))
    print(`${mails} mails of ${letter(0, ADDRESS).length} bytes, one process on PostgreSQL + Redis\n`)
    const bare = await bareLoop(servers, mails)
    const full = await fullPipeline(servers, mails)
    print(`bare loop (fetch, parse, send; nothing stored)  ${bare.toFixed(0)} mails/s\n`)
    print(`full durable pipeline                           ${full.toFixed(0)} mails/s\n`)
    print(`ratio                                           ${(full / bare).toFixed(2)}\n`)
  } finally {
    await servers.stop()
  }
}

async function bareLoop(servers: Servers, mails: number): Promise<number> {
  const args = ['--import', 'tsx', BARE_LOOP, servers.dovecot.imapUrl(), servers.sink.url, ADDRESS]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] })
  try {
    const before = cpuSnapshot()
    const rate = await rateAtSink(servers, mails)
    print(`CPU per mail, bare loop: ${cpuReport(before, cpuSnapshot(), mails)}\n`)
    return rate
  } finally {
    child.kill()
    servers.sink.clear()
  }
}

async function fullPipeline(servers: Servers, mails: number): Promise<number> {
  const child = spawn(process.execPath, [...profiling(), PROGRAM, 'start', '--from', 'all', '--answer-old'], {
    env: servers.environment(),
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  try {
    const before = cpuSnapshot()
    const rate = await rateAtSink(servers, mails)
    print(`CPU per mail, full pipeline: ${cpuReport(before, cpuSnapshot(), mails)}\n`)
    await tellOfCopies(servers, mails)
    return rate
  } finally {
    child.kill('SIGTERM')
    await ended
  }
}

/** Copies in Sent wait for the end of a rush: what is not in the figures is told, and that it is done in the end. */
async function tellOfCopies(servers: Servers, mails: number): Promise<void> {
  const began = performance.now()
  const filed = async () => Number((await servers.dovecot.doveadm(SENT_COUNT)).match(/messages=(\d+)/)?.[1] ?? 0)
  const by = await filed().catch(() => 0)
  await until(async () => (await filed()) >= mails, { ms: WAIT_MS, every: 500, what: 'every copy is filed in Sent' })
  const seconds = (performance.now() - began) / 1000
  print(`copies in Sent: ${by} of ${mails} by the last reply, all of them ${seconds.toFixed(0)} s later\n`)
}

async function rateAtSink(servers: Servers, mails: number): Promise<number> {
  const kept = await servers.sink.waitFor(mails, WAIT_MS)
  const times = kept.map((mail) => mail.at.getTime()).sort((a, b) => a - b)
  const seconds = ((times.at(-1) as number) - (times[0] as number)) / 1000
  return (mails - 1) / seconds
}

/** With `PROFILE=folder` the program writes CPU profiles there, one per thread; `NODE_FLAGS` go to node as they are. */
function profiling(): readonly string[] {
  const flags = process.env.NODE_FLAGS?.split(' ').filter(Boolean) ?? []
  return process.env.PROFILE ? [...flags, '--cpu-prof', `--cpu-prof-dir=${process.env.PROFILE}`] : flags
}

function print(text: string): void {
  process.stdout.write(text)
}
