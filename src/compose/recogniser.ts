import { ocrStore } from '../db/ocr-mail.ts'
import { PICTURE_LIMITS } from '../documents/limits.ts'
import { createPictureReaders } from '../documents/picture/picture-readers.ts'
import { ocrMail } from '../flows/ocr-mail.ts'
import type { Base } from './base.ts'

/** Recognises pictures beside the reader, whose archive and limits it shares, with a queue and threads of its own. */
export async function startRecogniser(base: Base): Promise<void> {
  const { archive, bell, journal, stopping } = base
  const { ocr } = base.config.settings.workers
  const pictures = createPictureReaders(ocr)
  // Whoever leaves does not wait for a page to end: its mail is taken up again.
  stopping.signal.addEventListener('abort', () => void pictures.close())
  base.closers.push(() => pictures.close())
  const { mailFiles, mailMs } = PICTURE_LIMITS
  const budget = { mailFiles, mailMs, clock: () => performance.now() }
  const store = ocrStore(base.pool)
  await base.answer('ocr', ocr, ocrMail({ store, archive, pictures, bell, budget, onRecognised: journal.recognised }))
}
