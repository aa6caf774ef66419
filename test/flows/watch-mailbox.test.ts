/** A mailbox under watch counts as alive when it was passed over completely, and a connection that dies is opened anew. */
import { expect, test } from 'vitest'
import { TAKE_IN_LIMITS } from '../../src/flows/batches.ts'
import { type WatchParts, watchMailbox } from '../../src/flows/watch-mailbox.ts'
import { IntakeError } from '../../src/foundation/intake-error.ts'
import type { MailboxSession } from '../../src/ports/mailbox.ts'
import type { Epoch } from '../../src/ports/stores/take-in.ts'

const AT = new Date('2026-03-02T16:00:00Z')
const SILENT = new IntakeError('mailbox', 'NOOP was not answered within 60 s')

/** What a session does each time it lists: so many mails lie there, or nobody answers. */
type Pass = number | 'silence'

function session(passes: Pass[], happened: string[]): MailboxSession {
  let here = 0
  const listing = (uid: number) => ({ uid, size: 10, internalDate: AT })
  const uids = () => Array.from({ length: here }, (_, at) => at + 1)
  return {
    state: { uidValidity: 7, uidNext: 9, exists: 0 },
    async list(from) {
      const pass = passes.shift()
      if (pass === undefined || pass === 'silence') throw SILENT
      here = pass
      return uids()
        .filter((uid) => uid >= from)
        .map(listing)
    },
    uids: async () => uids(),
    fetch: async (wanted) => new Map(wanted.map((uid) => [uid, Buffer.from(`mail ${uid}`)])),
    firstUidSince: async () => null,
    fetchHeader: async () => null,
    download: async () => null,
    async waitForChange(ms) {
      happened.push(`wait ${ms}`)
    },
    async close() {
      happened.push('close')
    },
  }
}

/** Watches a mailbox whose connections behave as told, until the last one is used up. */
async function watch(...connections: Pass[][]): Promise<readonly string[]> {
  const happened: string[] = []
  const stop = new AbortController()
  const taken = new Set<number>()
  let epoch: Epoch = {
    ...{ mailboxId: 1, uidValidity: 7, startUid: 1, nextUid: 1, byContent: false, oldBelow: 0, startAt: AT },
  }
  const parts = {
    store: {
      openMailbox: async () => ({ id: 1, rule: 'all', startAt: AT }),
      epochs: async () => [epoch],
      async take(_epoch: unknown, mails: readonly { readonly uid: number }[], nextUid: number) {
        for (const { uid } of mails) taken.add(uid)
        epoch = { ...epoch, nextUid }
        happened.push(`commit ${mails.map(({ uid }) => uid).join(' ')}`)
        return []
      },
      takenUids: async () => taken,
      synced: async () => undefined,
    },
    archive: { putAll: async (all: readonly Buffer[]) => all.map((one) => ({ sha256: 'a', bytes: one.length })) },
    bell: { ring: async () => undefined },
    leases: { hold: (_key: string, signal: AbortSignal, work: (lost: AbortSignal) => Promise<void>) => work(signal) },
    source: {
      ...{ account: 'desk', mailbox: 'INBOX' },
      async open() {
        const passes = connections.shift()
        happened.push('open')
        if (passes === undefined) stop.abort()
        return session(passes ?? [], happened)
      },
    },
    ...{ clock: () => AT, start: 'all', answersOld: true, pollMs: 30_000, auditMs: 600_000, tidy: null },
    limits: { ...TAKE_IN_LIMITS, mailBytes: 2 ** 20 },
    ...{ onTaken: () => undefined, onUntidy: () => undefined },
    onTrouble: (error: Error, ms: number) => happened.push(`${error.message}; again in ${ms} ms`),
    onSynced: () => happened.push('alive'),
    pause: async () => undefined,
  } as unknown as WatchParts
  await watchMailbox(parts, stop.signal)
  return happened
}

test('a connection that answers no more is no sign of life; a new one finds what came meanwhile', async () => {
  const dead = 'NOOP was not answered within 60 s; again in 500 ms'
  expect(await watch([1, 'silence'], [3, 'silence'])).toEqual([
    ...['open', 'commit 1', 'alive', 'wait 30000', 'close', dead],
    ...['open', 'commit 2 3', 'alive', 'wait 30000', 'close', dead],
    ...['open', 'close'],
  ])
})

test('a mailbox is asked again after the wait, whether or not the server told of anything', async () => {
  const happened = await watch([0, 0, 2])
  expect(happened.slice(0, 7)).toEqual(['open', 'alive', 'wait 30000', 'alive', 'wait 30000', 'commit 1 2', 'alive'])
})

test('who cannot be reached is left alone for longer each time, up to half a minute', async () => {
  const pauses = (await watch(...Array.from({ length: 9 }, (): Pass[] => []))).flatMap(
    (one) => one.match(/\d+(?= ms)/) ?? [],
  )
  expect(pauses.map(Number)).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000])
})
