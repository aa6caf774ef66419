/**
 * A worker process to be killed: answers the stage `read` and never finishes. Argument: the place of the bell as JSON.
 * Prints the id of the work it took.
 */
import type { BellPlace } from '../../src/queue/backends.ts'
import { bullmqBell } from '../../src/queue/bullmq-bell.ts'

const place = JSON.parse(process.argv[2] ?? '') as BellPlace
const bell = await bullmqBell(place, () => {})
await bell.answer('read', 1, (workId) => {
  process.stdout.write(`${workId}\n`)
  return new Promise(() => {})
})
