/**
 * Recognises the pictures of a mail between reading and deciding. Slow work with a queue of its own: mails without
 * pictures never wait for it. Whatever happens, the mail goes on to be decided, with a problem where text is missing.
 */
import type { Attachment } from '../domain/mail.ts'
import type { Recognised } from '../domain/pictures.ts'
import type { Archive } from '../ports/archive.ts'
import type { Bell } from '../ports/bell.ts'
import type { PictureReader } from '../ports/picture-reader.ts'
import type { OcrStore } from '../ports/stores/ocr-mail.ts'
import { type PictureBudget, recognisePictures, withoutRecognition } from './recognise-pictures.ts'
import type { Handler } from './work.ts'

export interface OcrParts {
  readonly store: OcrStore
  readonly archive: Archive
  readonly pictures: PictureReader
  readonly bell: Bell
  readonly budget: PictureBudget
  readonly onRecognised: (milliseconds: number, mail: number) => void
}

/** A picture that ended the whole program so often, or a recogniser that does not start, must not hold up the mail. */
const MOST_ATTEMPTS = 5
/** What came of these says more of the machine's day than of the file; the next mail with it tries again. */
const PASSING = new Set(['time-limit', 'memory-limit', 'crashed'])

export function ocrMail(parts: OcrParts): Handler {
  const { store, budget, bell } = parts
  return async (workId) => {
    const todo = await store.toRecognise(workId)
    if (todo === null) return
    const started = budget.clock()
    const mail =
      todo.attempts > MOST_ATTEMPTS
        ? withoutRecognition(todo.mail, `recognising its text failed ${MOST_ATTEMPTS} times`)
        : await recognisePictures(todo.mail, budget, (picture, ms) => recognise(parts, workId, picture, ms))
    const chimes = await store.recordRecognised(workId, { messageId: todo.messageId, mail })
    parts.onRecognised(budget.clock() - started, todo.messageId)
    await bell.ring(chimes).catch(() => undefined) // the sweep rings again
  }
}

/** The same file is never recognised twice. */
async function recognise(parts: OcrParts, workId: string, picture: Attachment, ms: number): Promise<Recognised> {
  const { store, archive, pictures, budget } = parts
  const known = await store.recognised(workId, picture.sha256)
  if (known !== null) return known
  const started = budget.clock()
  const found = await pictures.recognise({ path: archive.pathOf(picture.sha256) }, ms)
  const isFinal = found.problems.every(({ code }) => !PASSING.has(code))
  if (isFinal) await store.keepRecognised(picture.sha256, found, budget.clock() - started)
  return found
}
