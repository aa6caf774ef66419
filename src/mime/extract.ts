/** Files out of a mail, named by their SHA-256: for pictures, whose bytes a first reading does not keep. */
import { readLeaf } from './leaf.ts'
import { eachLeaf, type Source } from './leaves.ts'
import type { ReaderLimits } from './limits.ts'
import { createProblemLog } from './problems.ts'
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
  await eachLeaf(source, new Structure(limits, problems), limits, problems, async ({ content }) => {
    const { sha256, head, bytes } = await readLeaf(content, { headBytes: maxBytes, archive: null, maxBytes: Infinity })
    if (wanted.includes(sha256) && bytes === head.length) found.set(sha256, head)
  })
  return found
}
