/**
 * Who used the processor: CPU milliseconds by program name since a snapshot, from /proc (Linux only, else empty). The
 * main threads of node are told apart from its other threads (readers, garbage collection, files).
 */
import { readdirSync, readFileSync } from 'node:fs'

/** Clock ticks per second; 100 on every Linux that Node runs on. */
const TICKS = 100

export type CpuSnapshot = ReadonlyMap<number, Used>

interface Used {
  readonly name: string
  readonly milliseconds: number
  /** Of the first thread. */
  readonly main: number
}

/** All processes below this one, and this one as `sink` (it holds the sink). */
export function cpuSnapshot(): CpuSnapshot {
  const all = processes()
  const mine = new Map<number, Used>()
  for (const one of all) if (one.pid === process.pid) mine.set(one.pid, { ...one, name: 'sink' })
  for (let grew = true; grew; ) {
    grew = false
    for (const one of all)
      if (!mine.has(one.pid) && (mine.has(one.parent) || isServer(one.name))) {
        mine.set(one.pid, one)
        grew = true
      }
  }
  return mine
}

/** `all 6.0 ms · node main 3.1 ms · postgres 2.0 ms · …` per mail, largest first. */
export function cpuReport(before: CpuSnapshot, after: CpuSnapshot, mails: number): string {
  const used = new Map<string, number>()
  const add = (name: string, milliseconds: number) => used.set(name, (used.get(name) ?? 0) + milliseconds)
  for (const [pid, one] of after) {
    const milliseconds = one.milliseconds - (before.get(pid)?.milliseconds ?? 0)
    const main = one.main - (before.get(pid)?.main ?? 0)
    if (one.name !== 'node') add(one.name, milliseconds)
    else {
      add('node main', main)
      add('node threads', milliseconds - main)
    }
  }
  const all = [...used.values()].reduce((sum, one) => sum + one, 0)
  return [['all', all] as const, ...used]
    .sort((a, b) => b[1] - a[1])
    .filter(([, milliseconds]) => milliseconds / mails >= 0.05)
    .map(([name, milliseconds]) => `${name} ${(milliseconds / mails).toFixed(1)} ms`)
    .join(' · ')
}

/** Dovecot and PostgreSQL leave our process tree when they start. */
function isServer(name: string): boolean {
  return ['imap', 'imap-login', 'dovecot', 'auth', 'anvil', 'postgres', 'redis-server'].includes(name)
}

function processes() {
  return readdirOrNothing('/proc').flatMap((entry) => {
    if (!/^\d+$/.test(entry)) return []
    try {
      const whole = statOf(`/proc/${entry}/stat`)
      const name = whole.name === 'MainThread' ? 'node' : whole.name
      return [{ ...whole, name, pid: Number(entry), main: statOf(`/proc/${entry}/task/${entry}/stat`).milliseconds }]
    } catch {
      return []
    }
  })
}

function statOf(path: string) {
  const stat = readFileSync(path, 'utf8')
  const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'))
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const ticks = Number(fields[11]) + Number(fields[12])
  return { name, parent: Number(fields[1]), milliseconds: (ticks * 1000) / TICKS }
}

function readdirOrNothing(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
