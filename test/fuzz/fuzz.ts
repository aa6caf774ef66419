/** Runs mutated mails through everything that is ours and looks for what must never happen. */
import { type HostileDesk, hostileDesk } from '../hostile/handle.ts'
import { chance } from '../support/chance.ts'
import { violations } from './invariants.ts'
import { mutate } from './mutate.ts'
import { type Seed, seeds } from './seeds.ts'
import { shrink } from './shrink.ts'

export interface Finding {
  /** The number of the case; it alone makes the same bytes again. */
  readonly number: number
  /** The mail that was mutated. */
  readonly from: string
  readonly violations: readonly string[]
  readonly bytes: Buffer
}

export interface FuzzProgress {
  readonly cases: number
  readonly found: number
  readonly slowestMs: number
  readonly rssMb: number
}

export interface FuzzRun extends FuzzProgress {
  readonly findings: readonly Finding[]
  /** Number of the slowest case. */
  readonly slowest: number
}

export interface FuzzOptions {
  /** Number of the first case; the others follow. */
  readonly seed: number
  readonly isOver: (cases: number) => boolean
  readonly onProgress?: (progress: FuzzProgress) => void
  readonly mostFindings?: number
  /** Called with each mail before it is tried, so that one that never ends can be found. */
  readonly onTry?: (bytes: Buffer) => void
}

const PROGRESS_EVERY = 50

export async function fuzz({ seed, isOver, onProgress, onTry, mostFindings = 10 }: FuzzOptions): Promise<FuzzRun> {
  const all = seeds()
  const findings: Finding[] = []
  const opened = await hostileDesk()
  const desk: HostileDesk = {
    ...opened,
    handle(bytes) {
      onTry?.(bytes)
      return opened.handle(bytes)
    },
  }
  let [cases, slowest, slowestMs, rssMb] = [0, seed, 0, 0]
  const progress = () => ({ cases, found: findings.length, slowestMs, rssMb })
  try {
    for (; !isOver(cases) && findings.length < mostFindings; cases += 1) {
      const number = seed + cases
      const { bytes, from } = caseOf(number, all)
      const began = performance.now()
      const wrong = await wrongWith(bytes, desk)
      const ms = Math.round(performance.now() - began)
      if (ms > slowestMs) [slowest, slowestMs] = [number, ms]
      rssMb = Math.max(rssMb, Math.round(process.memoryUsage.rss() / 1024 / 1024))
      const [first] = wrong
      if (first !== undefined && !findings.some((one) => sort(one.violations[0] ?? '') === sort(first)))
        findings.push({ number, from, violations: wrong, bytes: await smallest(bytes, first, desk) })
      if (cases % PROGRESS_EVERY === 0) onProgress?.(progress())
    }
  } finally {
    await desk.close()
  }
  return { ...progress(), slowest, findings }
}

/** The mail of a number. */
export function caseOf(number: number, all: readonly Seed[]): { readonly bytes: Buffer; readonly from: string } {
  const luck = chance(number)
  const seed = luck.pick(all)
  return { bytes: mutate(seed.bytes, luck, () => luck.pick(all).bytes), from: seed.name }
}

/** One mail may take so much, whatever it is; the process around it is larger than the program's own. */
const MOST_GROWTH = 300 * 1024 * 1024

async function wrongWith(bytes: Buffer, desk: HostileDesk): Promise<readonly string[]> {
  const before = process.memoryUsage.rss()
  try {
    const first = violations(bytes, await desk.handle(bytes))
    // Limits of time are those of the clock on the wall: on a machine that does something else the mail has a second try.
    const wrong = first.some((one) => /time-limit|^[\d.]+ ms/.test(one))
      ? violations(bytes, await desk.handle(bytes))
      : first
    const grown = process.memoryUsage.rss() - before
    return grown > MOST_GROWTH ? [...wrong, `it took ${Math.round(grown / 1024 / 1024)} MB`] : wrong
  } catch (error) {
    return [`it throws: ${error instanceof Error ? (error.stack ?? error.message).slice(0, 600) : String(error)}`]
  }
}

function smallest(bytes: Buffer, violation: string, desk: HostileDesk): Promise<Buffer> {
  return shrink(bytes, async (smaller) => (await wrongWith(smaller, desk)).some((one) => sort(one) === sort(violation)))
}

/** Two findings that differ in names and numbers only are one. */
function sort(violation: string): string {
  return violation.replace(/"[^"]*"|\d+/g, '').slice(0, 60)
}
