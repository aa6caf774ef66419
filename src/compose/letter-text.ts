import { READER_LIMITS } from '../mime/limits.ts'
import { readMail } from '../mime/read-mail.ts'

/** The words of a letter of ours: our own bytes, so that they are read here and not in a child. */
export async function letterText(raw: Buffer): Promise<string> {
  return (await readMail([raw], { limits: READER_LIMITS, archive: null, documents: null })).text
}
