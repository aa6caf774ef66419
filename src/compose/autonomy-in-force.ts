import { demotedIntents } from '../db/demotions.ts'
import type { Autonomy } from '../domain/autonomy.ts'
import type { Intent } from '../domain/labels.ts'
import { pause } from '../foundation/pause.ts'
import type { Base } from './base.ts'
import { autonomyOf } from './desk.ts'

const LOOK_MS = 60_000

/**
 * How far the system goes at the moment: what the configuration lets it, less what people corrected too often lately.
 * Promotion is by configuration only; demotion ends by itself when the corrections lie far enough back.
 */
export async function autonomyInForce(base: Base): Promise<() => Autonomy> {
  const { clock, config, journal, pool, stopping } = base
  let demoted: readonly Intent[] = []
  const look = async () => {
    try {
      demoted = await demotedIntents(pool, config.settings.demotion, clock().getTime())
    } catch (error) {
      journal.trouble('demotion', error as Error)
    }
  }
  await look()
  base.loops.push(
    (async () => {
      while (!stopping.signal.aborted) {
        await pause(LOOK_MS, stopping.signal)
        if (!stopping.signal.aborted) await look()
      }
    })(),
  )
  return () => autonomyOf(config, demoted)
}
