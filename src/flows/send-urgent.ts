/**
 * A legal notice does not wait for the morning (domain 7, intents 26 and 27: counsel within hours). Whoever its case
 * belongs to, and the managers, get their digest at once, with the notice on top.
 */
import type { DigestTarget } from '../domain/digest/digest.ts'
import { type DigestOf, type DigestParts, sayEach } from './send-digests.ts'

/** Returns how many digests went out. In `observe` nothing leaves, not even to staff. */
export async function sendUrgent(parts: DigestParts): Promise<number> {
  const { clock, mode, staff, store } = parts
  if (mode === 'observe' || staff.length === 0) return 0
  const tasks = await store.untoldLegal(staff.map((one) => one.email))
  if (tasks.length === 0) return 0
  const now = clock().getTime()
  let sent = 0
  for (const task of tasks) sent += await sayEach(parts, staff, dayOf(task), now, (one) => aboutTask(one, task))
  return sent
}

/** A digest out of turn has a plus in its day. */
function dayOf(task: number): string {
  return `legal+${task}`
}

/** Whom it does not concern is recorded as told, and gets nothing. */
function aboutTask(one: DigestOf, task: number): DigestOf {
  const targets: readonly DigestTarget[] = [...(one.digest?.lines.values() ?? [])]
  const concerns = targets.some((target) => target.kind === 'task' && target.taskId === task)
  return concerns ? one : { ...one, digest: null }
}
