/** Files of one archive into another: what lies there in its size is left, everything else is hashed and copied. */
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { sha256OfFile } from './check-archive.ts'
import { eachBounded } from './each-bounded.ts'
import { fileArchive } from './file-archive.ts'

/** Files on their way at the same time; each is fsynced. */
const AT_ONCE = 8
const PORTION = 256

interface Copied {
  readonly copied: number
  /** Whole in neither of the two. */
  readonly damaged: readonly string[]
}

/** `list`: a file with a SHA-256 at the start of each line. */
export async function copyFiles(
  from: string,
  to: string,
  list: string,
  onSeen: (count: number) => void,
): Promise<Copied> {
  const [source, target] = [fileArchive(from), fileArchive(to)]
  const damaged: string[] = []
  let [seen, copied] = [0, 0]
  async function one(sha256: string): Promise<void> {
    const size = (await stat(source.pathOf(sha256)).catch(() => null))?.size
    const there = (await stat(target.pathOf(sha256)).catch(() => null))?.size
    if (size === undefined ? there === undefined : size !== there) {
      if (size !== undefined && (await sha256OfFile(source.pathOf(sha256))) === sha256) {
        await target.put(createReadStream(source.pathOf(sha256)))
        copied += 1
      } else if ((await sha256OfFile(target.pathOf(sha256))) !== sha256) damaged.push(sha256)
    }
    onSeen(++seen)
  }
  for await (const portion of portions(list)) await eachBounded(portion, AT_ONCE, one)
  return { copied, damaged }
}

async function* portions(list: string): AsyncGenerator<readonly string[]> {
  const file = await open(list)
  let portion: string[] = []
  for await (const line of file.readLines()) {
    portion.push(line.slice(0, 64))
    if (portion.length < PORTION) continue
    yield portion
    portion = []
  }
  yield portion
}
