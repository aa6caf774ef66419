/**
 * Mailbox -> archive -> ledger. One pass over one mailbox: everything from the cursor on is archived durably and gets
 * its ledger row before anything else happens to it. The cursor is our own, by (account, mailbox, UIDVALIDITY, UID);
 * flags are never read, and nothing in the mailbox is changed.
 */
import { IntakeError } from '../foundation/intake-error.ts'
import type { Archive } from '../ports/archive.ts'
import type { Bell } from '../ports/bell.ts'
import type { Clock } from '../ports/clock.ts'
import type { MailboxSession, MailListing } from '../ports/mailbox.ts'
import type { Epoch, TakeInStore, TakenMail } from '../ports/stores/take-in.ts'
import { batches, type TakeInLimits } from './batches.ts'
import { FetchFailed } from './fetch-failed.ts'
import { dateOfHeader } from './header-date.ts'
import { originOf } from './header-origin.ts'

export interface TakeInParts {
  readonly store: TakeInStore
  readonly archive: Archive
  readonly bell: Bell
  readonly limits: TakeInLimits
  readonly clock: Clock
  /** `mails`: those that go on to be read. `begunAt`: when fetching them began. */
  readonly onTaken: (count: number, mails: readonly number[], begunAt: number) => void
  /** What is to be done in the mailbox to mails that are stored; null: nothing, as long as nobody configured it. */
  readonly tidy: ((uidValidity: number, uids: readonly number[]) => Promise<void>) | null
  readonly onUntidy: (error: Error) => void
}

/** Takes everything from the cursor on. Returns the number of mails seen. */
export async function takeIn(parts: TakeInParts, session: MailboxSession, epoch: Epoch): Promise<number> {
  const listings = await session.list(epoch.nextUid)
  await takeListed(parts, session, epoch, listings)
  return listings.length
}

/** Compares every UID in the mailbox with the ledger and takes what is missing. Returns how many were missing. */
export async function audit(parts: TakeInParts, session: MailboxSession, epoch: Epoch): Promise<number> {
  const uids = await session.uids()
  const taken = await parts.store.takenUids(epoch)
  const missing = uids.filter((uid) => uid >= epoch.startUid && !taken.has(uid))
  if (missing.length > 0) {
    // With what came since the UIDs were asked for: listing it takes its notice away.
    const listed = (await session.list(missing[0] as number)).filter((listing) => !taken.has(listing.uid))
    await takeListed(parts, session, epoch, listed)
  }
  await parts.store.synced(epoch, uids.length)
  return missing.length
}

/** A mail that the server lists but cannot be made to hand over: kept as a row, so that a person sees it. */
export async function giveUpOn(parts: TakeInParts, epoch: Epoch, listing: MailListing, why: string): Promise<void> {
  await parts.store.take(epoch, [unfetchable(listing, why)], listing.uid + 1)
}

async function takeListed(
  parts: TakeInParts,
  session: MailboxSession,
  epoch: Epoch,
  listings: readonly MailListing[],
): Promise<void> {
  let committed: Promise<unknown> = Promise.resolve()
  for (const batch of batches(listings, parts.limits)) {
    const begunAt = parts.clock().getTime()
    const { rows } = await takeBatch(parts, session, epoch, batch)
    // Commits keep their order, so the cursor never passes a mail without a row; the next fetch overlaps.
    await committed
    const nextUid = (batch.at(-1) as MailListing).uid + 1
    committed = rows.then((taken) => commit(parts, epoch, { taken, nextUid, begunAt }))
    committed.catch(() => undefined)
  }
  await committed
}

async function takeBatch(
  parts: TakeInParts,
  session: MailboxSession,
  epoch: Epoch,
  batch: readonly MailListing[],
): Promise<Pending> {
  const [first] = batch as readonly [MailListing]
  try {
    if (batch.length === 1 && first.size > parts.limits.smallBytes) return await takeLarge(parts, session, epoch, first)
    return await takeSmall(parts, session, epoch, batch)
  } catch (error) {
    // A full disk, say, is not the mail's fault.
    if (!(error instanceof IntakeError) || error.code !== 'mailbox') throw error
    throw new FetchFailed(batch, error)
  }
}

interface Batch {
  readonly taken: readonly TakenMail[]
  readonly nextUid: number
  readonly begunAt: number
}

async function commit(parts: TakeInParts, epoch: Epoch, { taken, nextUid, begunAt }: Batch): Promise<void> {
  const { chimes, mails } = await parts.store.take(epoch, taken, nextUid)
  parts.onTaken(taken.length, mails, begunAt)
  // A bell that is away is no reason to stop: the sweep rings again.
  await parts.bell.ring(chimes).catch(() => undefined)
  // What was not taken in whole stays where it is.
  const uids = taken.filter((mail) => mail.quarantine === null).map((mail) => mail.uid)
  await parts.tidy?.(epoch.uidValidity, uids).catch(parts.onUntidy)
}

/** Rows on their way; in an object, so that returning it does not wait for them. */
interface Pending {
  readonly rows: Promise<readonly TakenMail[]>
}

async function takeSmall(
  parts: TakeInParts,
  session: MailboxSession,
  epoch: Epoch,
  batch: readonly MailListing[],
): Promise<Pending> {
  const bodies = await session.fetch(batch.map((listing) => listing.uid))
  const present = batch.filter((listing) => bodies.has(listing.uid))
  const bodiless = await stillListed(session, batch, bodies)
  const raws = present.map((listing) => bodies.get(listing.uid) as Buffer)
  const rows = parts.archive.putAll(raws).then((stored) => [
    ...present.map((listing, index): TakenMail => {
      const raw = raws[index] as Buffer
      return rowOf(epoch, listing, stored[index]?.sha256 as string, raw.length, raw)
    }),
    ...bodiless.map((listing) => unfetchable(listing, 'the server lists it and hands over nothing')),
  ])
  return pending(rows)
}

async function takeLarge(
  parts: TakeInParts,
  session: MailboxSession,
  epoch: Epoch,
  listing: MailListing,
): Promise<Pending> {
  const header = await session.fetchHeader(listing.uid)
  if (header === null) return nothingOf(session, listing)
  if (listing.size > parts.limits.mailBytes) {
    const stored = await parts.archive.put(header)
    const row = rowOf(epoch, listing, stored.sha256, listing.size, header)
    const detail = `${listing.size} bytes; the limit is ${parts.limits.mailBytes}. Only the header is kept.`
    return pending(Promise.resolve([{ ...row, quarantine: { code: 'size-limit', detail } }]))
  }
  const body = await session.download(listing.uid)
  if (body === null) return nothingOf(session, listing)
  const stored = await parts.archive.put(body)
  return pending(Promise.resolve([rowOf(epoch, listing, stored.sha256, stored.bytes, header)]))
}

async function nothingOf(session: MailboxSession, listing: MailListing): Promise<Pending> {
  const bodiless = await stillListed(session, [listing], new Map())
  return pending(Promise.resolve(bodiless.map((one) => unfetchable(one, 'the server lists it and hands over nothing'))))
}

/** Of the mails without bytes those that are not gone: a damaged mail must not be passed over in silence. */
async function stillListed(
  session: MailboxSession,
  batch: readonly MailListing[],
  bodies: ReadonlyMap<number, Buffer>,
): Promise<readonly MailListing[]> {
  const without = batch.filter((listing) => !bodies.has(listing.uid))
  if (without.length === 0) return []
  const here = new Set(await session.uids())
  return without.filter((listing) => here.has(listing.uid))
}

function unfetchable(listing: MailListing, why: string): TakenMail {
  return {
    uid: listing.uid,
    sha256: null,
    bytes: listing.size,
    receivedAt: listing.internalDate,
    older: false,
    ...{ lane: null, thread: null },
    quarantine: { code: 'unfetchable', detail: why },
  }
}

function pending(rows: Promise<readonly TakenMail[]>): Pending {
  rows.catch(() => undefined) // handled where the rows are committed
  return { rows }
}

function rowOf(epoch: Epoch, listing: MailListing, sha256: string, bytes: number, raw: Buffer): TakenMail {
  return {
    uid: listing.uid,
    sha256,
    bytes,
    receivedAt: listing.internalDate,
    older: epoch.byContent && listing.uid < epoch.oldBelow && isOlder(epoch.startAt, listing, raw),
    ...originOf(raw),
    quarantine: null,
  }
}

/** A server that was moved may have lost INTERNALDATE; then the Date field still tells old mail from new. */
function isOlder(startAt: Date, listing: MailListing, raw: Buffer): boolean {
  if (listing.internalDate < startAt) return true
  const date = dateOfHeader(raw)
  return date !== null && date < startAt
}
