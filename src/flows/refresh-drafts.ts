/**
 * Drafts that wait while their cases change are written anew, or withdrawn (`domain/decide/draft-anew.ts`), and somebody
 * is asked about those that wait for days. Any number of processes may do it at once: a draft is replaced only while it
 * waits, and with its cases as they were read.
 */

import { addWorkingDays } from '../domain/calendar/working-days.ts'
import { dayIn, instantOf } from '../domain/calendar/zone.ts'
import type { DeskSettings } from '../domain/casework/desk-settings.ts'
import { draftAnew } from '../domain/decide/draft-anew.ts'
import { overdueDraft } from '../domain/decide/overdue-draft.ts'
import type { ReplyWish } from '../domain/decision.ts'
import type { WaitingLetter } from '../domain/letter/waiting-letter.ts'
import type { Answered } from '../domain/reply.ts'
import type { Clock } from '../ports/clock.ts'
import type { DraftStore } from '../ports/stores/waiting-drafts.ts'
import type { WrittenReply } from '../ports/stores/written-reply.ts'
import { stumbled } from './persevere.ts'

export interface DraftParts {
  readonly store: DraftStore
  readonly clock: Clock
  readonly desk: DeskSettings
  readonly write: (wish: ReplyWish, original: Answered | null, letter: WaitingLetter) => Promise<WrittenReply>
  readonly onTrouble: (error: Error) => void
}

const MOST = 50
/** A decision dates what it records before it commits it: what is read now may lack what began that long ago. */
const COMMITTING_MS = 2_000
/** Working days after which a person is asked about a draft that still waits. */
const PATIENCE = 2

export async function refreshDrafts(parts: DraftParts): Promise<void> {
  const { store, clock, desk } = parts
  const knownUntil = clock().getTime() - COMMITTING_MS
  for (const letter of await notPutOff(store, knownUntil)) {
    await refresh(parts, letter, knownUntil).catch(async (error: Error) => {
      parts.onTrouble(error)
      await putOff(store, letter, error, clock().getTime())
    })
  }
  const now = clock().getTime()
  await store.settle(now)
  const waiting = await store.waitingSince(now - PATIENCE * DAY_MS)
  const late = waiting.filter(({ createdAt }) => dueAt(createdAt, desk.timeZone) <= now)
  if (late.length > 0) await store.ask(late.map(overdueDraft), now)
}

const nameOf = ({ id }: WaitingLetter) => `draft ${id}`

async function notPutOff(store: DraftStore, now: number) {
  const stale = await store.stale(MOST)
  const late = await store.stumbles.putOff(stale.map(nameOf), now)
  return stale.filter((letter) => !late.has(nameOf(letter)))
}

/** A draft that always fails to be written anew says what is so no more, and nobody can say yes to it: it is withdrawn. */
function putOff(store: DraftStore, letter: WaitingLetter, error: Error, now: number): Promise<void> {
  const giveUp = async () => {
    await store.withdraw(letter.id, `it could not be written anew: ${error.message}`, now)
    await store.stumbles.ask(
      `Draft ${letter.id} to ${letter.to.address} says what is so no more and could not be written anew (${error.message}): it is withdrawn. Write to ${letter.to.address} yourself, or order a letter with "intagree ask".`,
    )
  }
  return stumbled(store.stumbles, { what: nameOf(letter), error, now, giveUp })
}

const DAY_MS = 24 * 3_600_000

/** In the morning of the working day on which patience ends. */
function dueAt(createdAt: number, timeZone: string): number {
  return instantOf(addWorkingDays(dayIn(createdAt, timeZone), PATIENCE), '07:00', timeZone)
}

async function refresh(
  { store, clock, desk, write }: DraftParts,
  letter: WaitingLetter & { readonly requestId: number },
  knownUntil: number,
) {
  const now = clock().getTime()
  const found = draftAnew(letter, desk, now)
  if (found.anew === 'same') return store.looked(letter.id, knownUntil)
  if (found.anew === 'withdrawn') return store.withdraw(letter.id, found.why, now)
  const requestId = letter.files.find(({ id }) => id === found.wish.caseId)?.requestId ?? letter.requestId
  const original = letter.answers?.mail ?? (await store.newestMail(requestId))
  const reply = await write(found.wish, original, letter)
  await store.replace(letter.id, { reply, cases: found.cases, knownUntil }, now)
}
