/**
 * Collects garbage now. An unpacked photograph is 90 MB of buffers that are garbage once it is scaled down, and the
 * engine that comes next takes as much again: V8 by itself frees the first long after the second is there.
 */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

let collect: (() => void) | null = null

export function freeMemory(): void {
  if (collect === null) {
    setFlagsFromString('--expose-gc')
    collect = runInNewContext('gc') as () => void
    setFlagsFromString('--no-expose-gc')
  }
  collect()
}
