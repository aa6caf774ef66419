/**
 * The model that this process decides with. Another version that a person puts to use takes over within seconds, here
 * and in every other process; a version that cannot be read changes nothing and is told.
 */
import { modelInUse, modelWeights } from '../db/models.ts'
import type { Pool } from '../db/pool.ts'
import type { Model } from '../domain/understand/model/model.ts'
import { IntakeError } from '../foundation/intake-error.ts'
import { pause } from '../foundation/pause.ts'
import { modelFromText } from '../learning/model-file.ts'
import { shippedModel } from '../learning/shipped.ts'

const LOOK_EVERY_MS = 10_000

export interface ModelInUse {
  current(): Model
  /** Looks now and then until the signal; never rejects. */
  watch(signal: AbortSignal): Promise<void>
}

export async function openModelInUse(
  pool: Pool,
  onTrouble: (error: Error) => void,
  lookEveryMs = LOOK_EVERY_MS,
): Promise<ModelInUse> {
  let version = await modelInUse(pool)
  // A version made by another program stops nobody from being answered.
  let model = await loadModel(pool, version).catch((error: Error) => {
    onTrouble(new IntakeError('model', `${error.message} The shipped model decides instead (intagree model use 0).`))
    return shippedModel()
  })
  return {
    current: () => model,
    async watch(signal) {
      while (!signal.aborted) {
        await pause(lookEveryMs, signal)
        if (signal.aborted) return
        try {
          const wanted = await modelInUse(pool)
          if (wanted === version) continue
          model = await loadModel(pool, wanted)
          version = wanted
        } catch (error) {
          onTrouble(error instanceof Error ? error : new Error(String(error)))
        }
      }
    },
  }
}

/** Version 0 is the shipped model. */
export async function loadModel(pool: Pool, version: number): Promise<Model> {
  const weights = version === 0 ? null : await modelWeights(pool, version)
  return weights === null ? shippedModel() : { ...modelFromText(weights, `model ${version}`), name: String(version) }
}
