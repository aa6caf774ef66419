import { sendStore } from '../db/send-mail.ts'
import { sweep } from '../flows/sweep.ts'
import { pause } from '../pause.ts'
import type { Base } from './base.ts'

const SWEEP_MS = 2_000

/** Rings again what the bell lost. `alone`: no other process works on this database, so all open work is due now. */
export async function startScheduler(base: Base, alone: boolean): Promise<void> {
  const { bell, journal, leases, pool, work } = base
  if (alone) await work.allDue()
  const { adoptOrphans } = sendStore(pool, leases.instance, true)
  const parts = {
    store: { due: work.due, adoptOrphans },
    ...{ bell, rush: bell.rush, pause, everyMs: SWEEP_MS },
    onTrouble: (error: Error) => journal.trouble('sweep', error),
    onPass: journal.swept,
  }
  base.loops.push(sweep(parts, base.stopping.signal))
}
