import { readStore } from '../db/read-mail.ts'
import type { MailDecider } from '../flows/decide-mail.ts'
import { readMail } from '../flows/read-mail.ts'
import { createMailReader } from '../mime/reader-pool.ts'
import type { Base } from './base.ts'
import { checkingOf } from './checking.ts'
import { readerLimits } from './reader-limits.ts'
import { scanningOf } from './scanning.ts'

/** Reads mails in bounded children. `decider`: the one beside it. */
export async function startReader(base: Base, decider: MailDecider | null): Promise<void> {
  const { archive, bell, clock, config, journal } = base
  const { limits, workers } = config.settings
  const reader = createMailReader({
    workers: limits.readers,
    limits: readerLimits(limits),
    archiveDirectory: base.archiveFolder,
  })
  base.closers.push(() => reader.close())
  const store = readStore(base.pool)
  const decideReading = decider?.decideReading ?? null
  const handler = readMail({
    store,
    work: base.work,
    archive,
    reader,
    scanning: scanningOf(base),
    checking: checkingOf(base),
    bell,
    clock,
    decideReading,
    onRead: journal.read,
  })
  await base.answer('read', workers.read, handler)
}
