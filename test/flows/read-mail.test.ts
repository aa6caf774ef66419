/** What a reading is when not all of the mail could be had: by its header where it is too large, else nothing. */
import { expect, test } from 'vitest'
import { readMail } from '../../src/flows/read-mail.ts'
import type { MailReader, ReadOutcome } from '../../src/ports.ts'
import type { ReadStore } from '../../src/stores.ts'
import { NOW } from '../support/arrivals.ts'
import { rememberingBell } from '../support/ledger.ts'
import { aMail } from '../support/mail-builder.ts'

const MEGABYTE = 2 ** 20
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
  const todo = { messageId: 1, begun: 0, sha256: 'a', receivedAt: new Date(NOW), attempts: 0, bytes: 180 * MEGABYTE }
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
    ...{ store, scanning: null, checking: null, bell: rememberingBell(), decideReading: null, onRead: () => {} },
    archive: { pathOf: () => 'anywhere', bytesOf: async () => stored } as never,
    reader: { read: async () => outcome } as Partial<MailReader> as MailReader,
    clock: () => new Date(NOW),
  })
  await read('1')
  expect(became).toEqual(expected)
})
