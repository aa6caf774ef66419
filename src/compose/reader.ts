import { readStore } from '../db/read-mail.ts'
import { readMail } from '../flows/read-mail.ts'
import { createMailReader } from '../mime/reader-pool.ts'
import type { Base } from './base.ts'

/** Reads mails in bounded children. */
export async function startReader(base: Base): Promise<void> {
  const { archive, bell, clock, config, journal } = base
  const { limits, workers } = config.settings
  const reader = createMailReader({
    workers: limits.readers,
    limits: {
      mailBytes: limits.mailMegabytes * 2 ** 20,
      readMs: limits.readSeconds * 1000,
      parts: limits.parts,
      depth: limits.depth,
      headerBytes: limits.headerKilobytes * 1024,
    },
    archiveDirectory: base.archiveFolder,
  })
  base.closers.push(() => reader.close())
  const store = readStore(base.pool)
  await base.answer('read', workers.read, readMail({ store, archive, reader, bell, clock, onRead: journal.read }))
}
