/**
 * The digest of each one of the desk, once on every working day. Any number of processes may do it at once: whose
 * transaction is first says that day's digest, the others find it said.
 */

import type { Ending } from '../domain/alerts.ts'
import type { Mode } from '../domain/autonomy.ts'
import { dayIn, instantOf } from '../domain/calendar/zone.ts'
import type { Digest } from '../domain/digest/digest.ts'
import { digestFor } from '../domain/digest/digest-for.ts'
import type { DigestFacts, MailboxBalance, StaffMember } from '../domain/digest/facts.ts'
import { digestDue } from '../domain/digest/when.ts'
import type { Bell } from '../ports/bell.ts'
import type { Clock } from '../ports/clock.ts'
import type { DigestStore } from '../ports/stores/digests.ts'
import type { WrittenReply } from '../ports/stores/written-reply.ts'
import { stumbled } from './persevere.ts'

export interface DigestParts {
  readonly store: DigestStore
  readonly bell: Pick<Bell, 'ring'>
  readonly clock: Clock
  readonly timeZone: string
  readonly staff: readonly StaffMember[]
  /** `HH:MM`, or `off`. */
  readonly digestAt: string
  readonly mode: Mode
  readonly accounting: () => Promise<readonly MailboxBalance[]>
  readonly ending: () => Promise<readonly Ending[]>
  /** What a letter of ours says, of its bytes. */
  readonly textOf: (raw: Buffer) => Promise<string>
  /** `day`: as it is told from others to the same person. */
  readonly write: (digest: Digest, id: number, day: string) => Promise<WrittenReply>
  readonly onTrouble: (error: Error) => void
  readonly onSent: (digests: number) => void
}

/** Who gets a digest for the first time hears of what came since a week. */
const FIRST_MS = 7 * 24 * 3_600_000

/** What was being decided while the last digest was made counts as new once more rather than never. */
const OVERLAP_MS = 60_000

export interface DigestOf {
  readonly member: StaffMember
  /** Null: there is nothing to say. */
  readonly digest: Digest | null
  readonly reachable: boolean
}

/** Sends those that are due; returns how many went out. In `observe` nothing leaves, not even to staff. */
export async function sendDigests(parts: DigestParts): Promise<number> {
  const { clock, digestAt, mode, staff, timeZone } = parts
  const now = clock().getTime()
  if (mode === 'observe' || staff.length === 0 || !digestDue(now, null, digestAt, timeZone)) return 0
  const said = await saidTo(parts, staff, now)
  const due = staff.filter(({ email }) => digestDue(now, said.get(email)?.inTurn ?? null, digestAt, timeZone))
  return sayEach(parts, due, dayIn(now, timeZone), now)
}

/** Says one day's digest to each of them, as far as it is not put off. Returns how many went out. */
export async function sayEach(
  parts: DigestParts,
  readers: readonly StaffMember[],
  day: string,
  now: number,
  about: (one: DigestOf) => DigestOf = (one) => one,
): Promise<number> {
  const late = await parts.store.stumbles.putOff(
    readers.map((member) => pieceOf(member, day)),
    now,
  )
  const due = readers.filter((member) => !late.has(pieceOf(member, day)))
  if (due.length === 0) return 0
  let sent = 0
  const failed = (member: StaffMember) => (error: Error) => putOff(parts, member, day, { error, now })
  const digests = await digestsOf(parts, due, now).catch(async (error: Error) => {
    for (const member of due) await failed(member)(error)
    return []
  })
  for (const one of digests)
    sent += await say(parts, about(one), day, now).catch((error: Error) => failed(one.member)(error))
  if (sent > 0) parts.onSent(sent)
  return sent
}

function pieceOf({ email }: StaffMember, day: string): string {
  return `digest ${day} / ${email}`
}

/** A digest that cannot be made is tried for two hours; then its day is over, and a person hears of it. */
async function putOff(
  parts: DigestParts,
  member: StaffMember,
  day: string,
  { error, now }: { readonly error: Error; readonly now: number },
): Promise<0> {
  const { store, onTrouble } = parts
  onTrouble(error)
  const giveUp = async () => {
    await store.commit({ id: await store.nextId(), staff: member.email, day, now, lines: new Map(), letter: null })
    await store.stumbles.ask(
      `The digest of ${day} for ${member.email} could not be made: ${error.message} (intagree digest --for ${member.email} --send)`,
    )
  }
  await stumbled(store.stumbles, { what: pieceOf(member, day), error, now, giveUp }).catch(onTrouble)
  return 0
}

/** Sends one more today, beside the one in its turn. False: there is nothing to say, or nobody to hear it. */
export async function sendOutOfTurn(parts: DigestParts, one: DigestOf): Promise<boolean> {
  if (one.digest === null || !one.reachable) return false
  const now = parts.clock().getTime()
  const day = await parts.store.freeDay(one.member.email, dayIn(now, parts.timeZone))
  return (await say(parts, one, day, now)) > 0
}

/** Today's digests, as of now: of what came since the last one of an earlier day. */
export async function digestsOf(
  parts: Pick<DigestParts, 'store' | 'staff' | 'timeZone' | 'accounting' | 'ending' | 'textOf'>,
  readers: readonly StaffMember[],
  now: number,
): Promise<readonly DigestOf[]> {
  const { store, staff, timeZone, textOf } = parts
  const said = await saidTo(parts, readers, now)
  const since = ({ email }: StaffMember) => (said.get(email)?.beforeToday ?? now - FIRST_MS) - OVERLAP_MS
  const oldest = Math.min(...readers.map(since))
  const [accounting, ending] = [await parts.accounting(), await parts.ending()]
  const factsSince = await store.facts({ now, timeZone, staff, accounting, ending, oldest, textOf })
  return readers.map((member) => {
    const facts = factsSince(since(member))
    return { member, digest: digestOf(member, facts, now), reachable: !facts.unreachable.includes(member.email) }
  })
}

function digestOf(member: StaffMember, facts: DigestFacts, now: number): Digest | null {
  return digestFor({ ...member, role: member.manager ? 'manager' : 'negotiator' }, facts, now)
}

/** A day on which there is nothing to say, or nobody to hear it, is over too. */
export async function say(
  parts: DigestParts,
  { member, digest, reachable }: DigestOf,
  day: string,
  now: number,
): Promise<number> {
  const id = await parts.store.nextId()
  const letter = digest !== null && reachable ? await parts.write(digest, id, day) : null
  const lines = letter === null || digest === null ? new Map() : digest.lines
  const chimes = await parts.store.commit({ ...{ id, day, now, lines, letter }, staff: member.email })
  await parts.bell.ring(chimes ?? []).catch(() => undefined) // the sweep rings again
  return chimes === null || letter === null ? 0 : 1
}

function saidTo(parts: Pick<DigestParts, 'store' | 'timeZone'>, readers: readonly StaffMember[], now: number) {
  const { store, timeZone } = parts
  const midnight = instantOf(dayIn(now, timeZone), '00:00', timeZone)
  return store.said(
    readers.map(({ email }) => email),
    midnight,
  )
}
