/** The audit of a mailbox into which mail comes all the time. */
import { expect, test } from 'vitest'
import { TAKE_IN_LIMITS } from '../../src/flows/batches.ts'
import { audit, type TakeInParts } from '../../src/flows/take-in.ts'
import type { MailboxSession, MailListing } from '../../src/ports.ts'
import type { Epoch } from '../../src/stores.ts'

const AT = new Date('2026-03-02T16:00:00Z')
const EPOCH: Epoch = {
  ...{ mailboxId: 1, uidValidity: 7, startUid: 1, nextUid: 1, byContent: false, oldBelow: 0, startAt: AT },
}

/** A mailbox that holds `first`, and `then` as soon as somebody has asked for its UIDs. */
function filling(first: readonly number[], then: readonly number[]): MailboxSession {
  let here = first
  const listing = (uid: number): MailListing => ({ uid, size: 10, internalDate: AT })
  return {
    state: { uidValidity: 7, uidNext: 9, exists: first.length },
    async uids() {
      const seen = here
      here = [...first, ...then]
      return seen
    },
    list: async (from) => here.filter((uid) => uid >= from).map(listing),
    fetch: async (uids) => new Map(uids.map((uid) => [uid, Buffer.from(`mail ${uid}`)])),
    firstUidSince: async () => null,
    fetchHeader: async () => null,
    download: async () => null,
    waitForChange: async () => undefined,
    close: async () => undefined,
  }
}

test('what comes during an audit that finds something missing is taken with it', async () => {
  const taken: number[] = []
  const parts: TakeInParts = {
    store: {
      async take(_epoch, mails) {
        taken.push(...mails.map(({ uid }) => uid))
        return { chimes: [], mails: [] }
      },
      takenUids: async () => new Set([1]),
      synced: async () => undefined,
    },
    archive: {
      putAll: async (blobs: readonly Uint8Array[]) =>
        blobs.map((one) => ({ sha256: 'a'.repeat(64), bytes: one.length })),
    } as unknown as TakeInParts['archive'],
    bell: { ring: async () => undefined } as unknown as TakeInParts['bell'],
    ...{
      limits: { ...TAKE_IN_LIMITS, mailBytes: 2 ** 20 },
      onTaken: () => undefined,
      tidy: null,
      clock: () => new Date(),
    },
    onUntidy: () => undefined,
  }
  expect(await audit(parts, filling([1, 2], [3]), EPOCH)).toBe(1)
  expect(taken).toEqual([2, 3])
})
