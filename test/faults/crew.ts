/** The processes of the program: two of every part that is struck, and a scheduler. */
import type { Installation, Running } from '../support/installation.ts'
import { until } from '../support/until.ts'
import { PARTS, type Part } from './cells.ts'

const EACH = 2
/** Whoever stops us kills after that (docs/runbook.md). */
const LONGEST_STOP_MS = 30_000

type Role = Part | 'scheduler'

export interface Crew {
  /** SIGKILL to every process of the part, or to all. */
  kill(target: Part | 'all'): Promise<void>
  /** SIGTERM likewise. Returns what was wrong with how they left. */
  stop(target: Part | 'all'): Promise<readonly string[]>
  /** Starts those again that were ended. */
  comeBack(): Promise<void>
  /** One process of the part, or all of them; returns what thaws them. */
  freeze(target: Part | 'all'): () => void
  /** Who has ended by itself, with its last words. */
  ended(): readonly string[]
  /** Everything that they wrote. */
  output(): string
}

interface Place {
  readonly role: Role
  program: Running
  /** Ended by us. */
  isDown: boolean
}

/** Starts all of them and waits until each is ready. The first one alone, for it makes the tables. */
export async function startCrew(site: Installation): Promise<Crew> {
  const gone: Pick<Place, 'role' | 'program'>[] = []
  const first = await site.worker('scheduler')
  await until(() => first.url() !== null, { ms: 60_000, what: 'the scheduler has started' })
  const roles = PARTS.flatMap((role) => Array.from({ length: EACH }, () => role))
  const others = await Promise.all(
    roles.map(async (role) => ({ role, program: await site.worker(role), isDown: false })),
  )
  const places: readonly Place[] = [{ role: 'scheduler', program: first, isDown: false }, ...others]
  await Promise.all(places.map(({ program }) => program.ready(120_000)))

  const of = (target: Part | 'all') => places.filter(({ role }) => target === 'all' || role === target)

  return {
    async kill(target) {
      for (const place of of(target)) place.isDown = true
      await Promise.all(of(target).map(({ program }) => program.kill9()))
    },
    async stop(target) {
      for (const place of of(target)) place.isDown = true
      await Promise.all(of(target).map(({ program }) => program.end(LONGEST_STOP_MS)))
      return of(target).flatMap(({ role, program }) =>
        program.exitCode() === 0 ? [] : [`a ${role} did not leave by itself (exit code ${program.exitCode()})`],
      )
    },
    async comeBack() {
      await Promise.all(
        places.map(async (place) => {
          if (!place.isDown) return
          gone.push({ ...place })
          place.program = await site.worker(place.role)
          place.isDown = false
        }),
      )
    },
    freeze(target) {
      const chosen = target === 'all' ? places : of(target).slice(0, 1)
      for (const { program } of chosen) program.signal('SIGSTOP')
      return () => {
        for (const { program } of chosen) program.signal('SIGCONT')
      }
    },
    ended: () =>
      places
        .filter(({ program, isDown }) => !isDown && !program.running())
        .map(({ role, program }) => `a ${role} ended by itself: ${program.output().trim().split('\n').at(-1)}`),
    output: () => [...gone, ...places].map(({ role, program }) => `== ${role}\n${program.output()}\n`).join(''),
  }
}
