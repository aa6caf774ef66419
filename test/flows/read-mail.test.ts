/** What a reading is when not all of the mail could be had: by its header where it is too large, else nothing. */
import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import type { ReadMail } from '../../src/domain/mail.ts'
import { NOT_CHECKABLE, type SenderCheck } from '../../src/domain/sender-check.ts'
import { readMail } from '../../src/flows/read-mail.ts'
import type { MailReader, ReadOutcome } from '../../src/ports/mail-reader.ts'
import type { SenderChecker } from '../../src/ports/sender-checker.ts'
import type { ReadStore } from '../../src/ports/stores/read-mail.ts'
import { NOW } from '../support/arrivals.ts'
import { rememberingBell } from '../support/ledger.ts'
import { aMail } from '../support/mail-builder.ts'

const MEGABYTE = 2 ** 20
/** Nothing speaks against these mails. */
const NEVER_COUNTED = { underWay: () => Promise.reject(new Error('it was counted')) }
const WHOLE: ReadOutcome = { outcome: 'read', mail: aMail() }
const TOO_LARGE = 'header-only 180 MB'

function refused(code: 'size-limit' | 'time-limit', mail = WHOLE.mail): ReadOutcome {
  return { outcome: 'refused', code, detail: 'too much', mail }
}

test.each([
  ['whole', WHOLE, 180 * MEGABYTE, []],
  ['by its header, which is all that is stored', WHOLE, 900, [TOO_LARGE]],
  ['by its header, for the reader takes no more', refused('size-limit'), 180 * MEGABYTE, [TOO_LARGE]],
  ['not at all, without a header', refused('size-limit', null as never), 180 * MEGABYTE, 'size-limit'],
  ['not at all, when it takes too long', refused('time-limit'), 180 * MEGABYTE, 'time-limit'],
])('a mail of 180 MB is read %s', async (_how, outcome, stored, expected) => {
  let became: string | readonly string[] = 'nothing'
  const todo = { messageId: 1, begun: null, sha256: 'a', receivedAt: new Date(NOW), attempts: 0, bytes: 180 * MEGABYTE }
  const store: ReadStore = {
    toRead: async () => todo,
    recordReading: async (_workId, { mail }) => {
      became = mail.problems.map(({ code, detail }) => `${code} ${detail}`)
      return []
    },
    quarantine: async (_workId, { code }) => {
      became = code
    },
  }
  const read = readMail({
    ...{
      store,
      work: NEVER_COUNTED,
      scanning: null,
      checking: null,
      bell: rememberingBell(),
      decideReading: null,
      onRead: () => {},
    },
    archive: { pathOf: () => 'anywhere', bytesOf: async () => stored } as never,
    reader: { read: async () => outcome } as Partial<MailReader> as MailReader,
    clock: () => new Date(NOW),
  })
  await read('1')
  expect(became).toEqual(expected)
})

describe('who checks the sender', () => {
  const check: SenderCheck = { result: 'pass', domain: 'acmefiber.example', policy: 'reject' }
  const todo = { messageId: 1, begun: null, sha256: 'a', receivedAt: new Date(NOW), attempts: 0, bytes: 900 }

  /** What is recorded of a mail, and whether its bytes were looked at. */
  async function recorded(mail: ReadMail, authservIds: readonly string[] | null) {
    let became: ReadMail | undefined
    let looked: boolean | undefined
    const checker: SenderChecker = {
      check: async (raw) => {
        looked = raw !== null
        return check
      },
    }
    const archive = { pathOf: () => 'anywhere', bytesOf: async () => 900, open: () => Readable.from([]) } as never
    const store = {
      toRead: async () => todo,
      recordReading: async (_workId: string, reading: { readonly mail: ReadMail }) => {
        became = reading.mail
        return []
      },
    } as Partial<ReadStore> as ReadStore
    const read = readMail({
      ...{
        store,
        work: NEVER_COUNTED,
        archive,
        scanning: null,
        bell: rememberingBell(),
        decideReading: null,
        onRead: () => {},
      },
      checking: authservIds === null ? null : { checker, archive, authservIds },
      reader: { read: async () => ({ outcome: 'read', mail }) } as Partial<MailReader> as MailReader,
      clock: () => new Date(NOW),
    })
    await read('1')
    return [became?.checked, looked]
  }

  const signed = { headers: { 'DKIM-Signature': 'v=1', 'Authentication-Results': 'mx.carrier.example; dmarc=none' } }
  test.each<
    readonly [who: string, mail: ReadMail, authservIds: readonly string[] | null, expected: readonly unknown[]]
  >([
    ['nobody, as long as it is not switched on', aMail(signed), null, [undefined, undefined]],
    ['we, and it is recorded', aMail(signed), [], [check, true]],
    ['we; without a signature its bytes tell nothing', aMail(), [], [check, false]],
    ['the server that is trusted', aMail(signed), ['mx.carrier.example'], [undefined, undefined]],
    [
      'nobody, where only the header is here',
      { ...aMail(signed), problems: [{ code: 'header-only', detail: '180 MB' }] },
      [],
      [NOT_CHECKABLE, undefined],
    ],
  ])('%s', async (_who, mail, authservIds, expected) => {
    expect(await recorded(mail, authservIds)).toEqual(expected)
  })
})
