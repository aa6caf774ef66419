/** Who used the processor: CPU milliseconds by program name since a snapshot, from /proc (Linux only, else empty). */
import { readdirSync, readFileSync } from 'node:fs'

/** Clock ticks per second; 100 on every Linux that Node runs on. */
const TICKS = 100

export type CpuSnapshot = ReadonlyMap<number, { readonly name: string; readonly milliseconds: number }>

/** All processes below this one, and this one as `sink` (it holds the sink). */
export function cpuSnapshot(): CpuSnapshot {
  const all = processes()
  const mine = new Map<number, { name: string; milliseconds: number }>()
  for (const one of all)
    if (one.pid === process.pid) mine.set(one.pid, { name: 'sink', milliseconds: one.milliseconds })
  for (let grew = true; grew; ) {
    grew = false
    for (const one of all)
      if (!mine.has(one.pid) && (mine.has(one.parent) || isServer(one.name))) {
        mine.set(one.pid, { name: one.name, milliseconds: one.milliseconds })
        grew = true
      }
  }
  return mine
}

/** `program 3.1 ms · postgres 2.0 ms · …` per mail, largest first. */
export function cpuReport(before: CpuSnapshot, after: CpuSnapshot, mails: number): string {
  const used = new Map<string, number>()
  for (const [pid, one] of after) {
    const milliseconds = one.milliseconds - (before.get(pid)?.milliseconds ?? 0)
    used.set(one.name, (used.get(one.name) ?? 0) + milliseconds)
  }
  return [...used]
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
      const stat = readFileSync(`/proc/${entry}/stat`, 'utf8')
      const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'))
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      const ticks = Number(fields[11]) + Number(fields[12])
      return [{ pid: Number(entry), name, parent: Number(fields[1]), milliseconds: (ticks * 1000) / TICKS }]
    } catch {
      return []
    }
  })
}

function readdirOrNothing(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
