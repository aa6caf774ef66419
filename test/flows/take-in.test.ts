/** What is taken in of a mailbox, and what is done in it afterwards. */
import { describe, expect, test } from 'vitest'
import { TAKE_IN_LIMITS } from '../../src/flows/batches.ts'
import { audit, type TakeInParts, takeIn } from '../../src/flows/take-in.ts'
import type { MailboxSession, MailListing } from '../../src/ports/mailbox.ts'
import type { Epoch } from '../../src/ports/stores/take-in.ts'

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

/** `tidy` is told of what was committed; whatever happens is written down in its order. */
function parts(change: Partial<TakeInParts> = {}) {
  const happened: string[] = []
  const made: TakeInParts = {
    store: {
      async take(_epoch, mails) {
        happened.push(`commit ${mails.map(({ uid }) => uid).join(' ')}`)
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
    ...{ limits: { ...TAKE_IN_LIMITS, mailBytes: 2 ** 20 }, onTaken: () => undefined, clock: () => new Date() },
    async tidy(_uidValidity, uids) {
      happened.push(`tidy ${uids.join(' ')}`)
    },
    onUntidy: (error) => happened.push(`untidy: ${error.message}`),
    ...change,
  }
  return { parts: made, happened }
}

test('what comes during an audit that finds something missing is taken with it', async () => {
  const { parts: made, happened } = parts({ tidy: null })
  expect(await audit(made, filling([1, 2], [3]), EPOCH)).toBe(1)
  expect(happened).toEqual(['commit 2 3'])
})

describe('the mailbox is tidied', () => {
  test('after the commit, and never before', async () => {
    const { parts: made, happened } = parts()
    await takeIn(made, filling([1, 2], []), EPOCH)
    expect(happened).toEqual(['commit 1 2', 'tidy 1 2'])
  })

  test('not when nothing was committed', async () => {
    const { parts: made, happened } = parts()
    const store = { ...made.store, take: () => Promise.reject(new Error('power cut')) }
    await expect(takeIn({ ...made, store }, filling([1, 2], []), EPOCH)).rejects.toThrow('power cut')
    expect(happened).toEqual([])
  })

  test('of nothing that was not taken in whole', async () => {
    const { parts: made, happened } = parts()
    const session = { ...filling([1, 2], []), fetch: async () => new Map([[1, Buffer.from('mail 1')]]) }
    await takeIn(made, session, EPOCH)
    expect(happened).toEqual(['commit 1 2', 'tidy 1'])
  })

  test('or not: the mails are ours all the same', async () => {
    const { parts: made, happened } = parts({ tidy: () => Promise.reject(new Error('the server refused it')) })
    expect(await takeIn(made, filling([1, 2], []), EPOCH)).toBe(2)
    expect(happened).toEqual(['commit 1 2', 'untidy: the server refused it'])
  })
})
