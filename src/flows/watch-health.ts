/**
 * Looks at the whole installation every so often and tells what is wrong by a channel of its own. What was told is kept
 * in the database, so that a restart tells nothing twice; while the database is away it is kept in memory.
 */
import {
  type AlertLimits,
  type AlertPace,
  type AlertState,
  alertsIn,
  judged,
  type Notice,
  nextAlerts,
  QUIET,
  told,
  type Vitals,
} from '../domain/alerts.ts'
import type { AlertChannel } from '../ports/alert-channel.ts'
import type { Clock } from '../ports/clock.ts'

export interface HealthParts {
  /** Never rejects: what cannot be seen is said in the vitals. */
  readonly look: () => Promise<Vitals>
  readonly limits: AlertLimits
  readonly pace: AlertPace
  readonly channels: readonly AlertChannel[]
  readonly load: () => Promise<AlertState>
  readonly save: (state: AlertState) => Promise<void>
  readonly clock: Clock
  readonly onTold: (notices: readonly Notice[]) => void
  readonly onTrouble: (error: Error) => void
}

/** Returns one look; call it again and again. Never rejects. */
export function healthWatch(parts: HealthParts): () => Promise<void> {
  let state: AlertState | null = null
  return async () => {
    const vitals = await parts.look()
    const now = parts.clock().getTime()
    state ??= await parts.load().catch(() => null)
    const next = nextAlerts(state ?? QUIET, alertsIn(vitals, parts.limits, now), judged(vitals), now, parts.pace)
    const after = next.tell.length > 0 && (await isTold(parts, next.tell)) ? told(next.state, now) : next.state
    if (state !== null && JSON.stringify(after) === JSON.stringify(state)) return
    state = after
    await parts.save(after).catch(() => undefined) // the database is away, and that is being told
  }
}

/** One channel that takes it is enough; what failed is trouble. */
async function isTold({ channels, onTold, onTrouble }: HealthParts, notices: readonly Notice[]): Promise<boolean> {
  const results = await Promise.all(
    channels.map((channel) =>
      channel.tell(notices).then(
        () => true,
        (error: Error) => {
          onTrouble(error)
          return false
        },
      ),
    ),
  )
  if (!results.includes(true)) return false
  onTold(notices)
  return true
}
