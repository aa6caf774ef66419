/**
 * What time brings: every so often the cases whose moment has come are decided again. Any number of processes may do it
 * at once: a case that another one has just moved is left to it, and a reminder's key is unique.
 */

import type { Autonomy } from '../domain/autonomy.ts'
import { breakerTask, heldBack, isTripped } from '../domain/breaker.ts'
import type { CaseFile } from '../domain/casework/case-file.ts'
import type { DeskSettings } from '../domain/casework/desk-settings.ts'
import { timePassed } from '../domain/decide/time-passed.ts'
import type { ReplyWish } from '../domain/decision.ts'
import type { Answered } from '../domain/reply.ts'
import type { Bell } from '../ports/bell.ts'
import type { Clock } from '../ports/clock.ts'
import type { WrittenCasework } from '../ports/stores/casework.ts'
import type { TimeStore } from '../ports/stores/due-cases.ts'
import type { WrittenReply } from '../ports/stores/written-reply.ts'
import { stumbled } from './persevere.ts'

export interface TimeParts {
  readonly store: TimeStore
  readonly bell: Bell
  readonly clock: Clock
  readonly desk: DeskSettings
  readonly autonomy: () => Autonomy
  /** Letters to all together, beyond which they wait as drafts. */
  readonly perHour: number
  readonly write: (wish: ReplyWish, original: Answered | null, number: number) => Promise<WrittenReply>
  readonly onTrouble: (error: Error) => void
  readonly onPass: (requests: number, letters: number) => void
}

const MOST = 100

/** One round over all that is due; more than fits into it comes in the next one. Returns how many requests were moved: none when what is due cannot be. */
export async function passTime(parts: TimeParts): Promise<number> {
  const now = parts.clock().getTime()
  const due = await parts.store.dueRequests(now, MOST)
  let moved = 0
  let letters = 0
  for (const requestId of due) {
    try {
      const written = await moveRequest(parts, requestId, now)
      if (written !== null) moved += 1
      letters += written?.letters.length ?? 0
    } catch (error) {
      parts.onTrouble(error as Error)
      await putOff(parts, requestId, error as Error, now).catch(parts.onTrouble)
    }
  }
  if (moved > 0) parts.onPass(moved, letters)
  return moved
}

/** A request that always fails must not fill every round. */
function putOff({ store }: TimeParts, requestId: number, error: Error, now: number): Promise<void> {
  const giveUp = () => store.giveUp(requestId, error.message)
  return stumbled(store.stumbles, { what: `request ${requestId}`, error, now, giveUp })
}

interface Beside {
  readonly files: readonly CaseFile[]
  /** As in `TimeFacts`, with all cases of a request in which something is under way. */
  readonly unanswered: readonly number[]
}

const NOBODY: Beside = { files: [], unanswered: [] }

/** Other requests of the company in which the same people are asked: what was written there today counts in any case. */
async function besides(store: TimeStore, requestId: number, addresses: readonly string[]): Promise<Beside> {
  const found = addresses.length === 0 ? [] : await store.besides(requestId, addresses)
  const looked = await Promise.all(
    found.map(async (id): Promise<Beside> => {
      const [files, waits] = await Promise.all([store.openCases(id), store.waits(id, addresses)])
      return { files, unanswered: waits ? files.map((file) => file.id) : await store.unanswered(id) }
    }),
  )
  return {
    files: looked.flatMap(({ files }) => files),
    unanswered: looked.flatMap(({ unanswered }) => unanswered),
  }
}

async function moveRequest(parts: TimeParts, requestId: number, now: number): Promise<WrittenCasework | null> {
  const { store, desk, bell } = parts
  const files = await store.openCases(requestId)
  const addresses = files.flatMap((file) => (file.chase === null ? [] : [file.chase.to]))
  const [blocked, waits, unanswered] = await Promise.all([
    store.blocked(addresses),
    store.waits(requestId, addresses),
    store.unanswered(requestId),
  ])
  const outflow = { repliesLastHour: await store.repliesLastHour(now), perHour: parts.perHour }
  const other = waits ? NOBODY : await besides(store, requestId, addresses)
  const facts = {
    ...{ now, desk, autonomy: heldBack(parts.autonomy(), outflow), blocked, waits, beside: other.files },
    unanswered: [...unanswered, ...other.unanswered],
  }
  const decided = timePassed(files, facts)
  const wishes = decided.wishes.filter((wish) => wish.wish === 'send-reply')
  const original = wishes.length > 0 ? await store.newestMail(requestId) : null
  const replies = await Promise.all(wishes.map((wish, at) => parts.write(wish, original, now + at)))
  const asks = decided.wishes.filter((wish) => wish.wish === 'ask-human')
  const tasks = replies.length > 0 && isTripped(outflow) ? [...asks, breakerTask(outflow)] : asks
  const written = await store.commit({
    now,
    actor: 'system',
    cases: decided.cases,
    replies,
    tasks,
    settles: decided.settles,
  })
  await bell.ring(written?.chimes ?? []).catch(() => undefined) // the sweep rings again
  return written
}
