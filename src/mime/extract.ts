/** Files out of a mail, named by their SHA-256: for pictures, whose bytes a first reading does not keep. */
import { readLeaf } from './leaf.ts'
import { eachLeaf, inPieces, type Source } from './leaves.ts'
import type { ReaderLimits } from './limits.ts'
import { createProblemLog } from './problems.ts'
import { maySign, signedEntity } from './signed.ts'
import { Structure } from './structure.ts'

/** Those that are there and not larger than `maxBytes`. */
export async function extractFiles(
  source: Source,
  limits: ReaderLimits,
  wanted: readonly string[],
  maxBytes: number,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const problems = createProblemLog(0)
  const found = new Map<string, Uint8Array>()
  const walk = (bytes: Source, depth: number): Promise<void> =>
    eachLeaf(bytes, new Structure(limits, problems), limits, problems, async ({ content, type, filename }) => {
      const signedCap = depth < limits.innerDepth && maySign(type, filename) ? limits.signedBytes : 0
      const read = await readLeaf(content, {
        headBytes: Math.max(maxBytes, signedCap),
        archive: null,
        maxBytes: Infinity,
      })
      const isWhole = read.bytes === read.head.length && read.bytes <= maxBytes
      if (wanted.includes(read.sha256) && isWhole) found.set(read.sha256, read.head)
      const entity = signedCap === 0 ? null : signedEntity(read.head)
      if (entity !== null) await walk(inPieces(entity.bytes), depth + 1)
    })
  await walk(source, 0)
  return found
}
