/** The labelled mails of the tests: few, short, and written for them alone. */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { LabelledMail } from '../../src/domain/learn/lesson.ts'
import { readAllLabelled } from '../../src/learning/read-examples.ts'
import type { MailReader } from '../../src/ports/mail-reader.ts'
import { readBytes } from '../mime/mails.ts'

export const LABELLED = fileURLToPath(new URL('../mails/labelled', import.meta.url))

export function labelledMails(): Promise<readonly LabelledMail[]> {
  return readAllLabelled(LABELLED, bareReader)
}

/** Reads mails in this process and leaves their documents unread. */
export const bareReader: MailReader = {
  async read(source) {
    const bytes = 'bytes' in source ? Buffer.from(source.bytes) : await readFile(source.path)
    return { outcome: 'read', mail: await readBytes(bytes) }
  },
  extract: async () => new Map(),
  close: async () => {},
}
