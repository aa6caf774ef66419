/** Recognises the pictures of a mail that is inspected, from its own bytes, for nothing of it lies in an archive. */
import { picturesToRecognise } from '../domain/pictures.ts'
import type { MailBytes, MailReader, ReadOutcome } from '../ports/mail-reader.ts'
import type { PictureReader } from '../ports/picture-reader.ts'
import { recognisePictures } from './recognise-pictures.ts'

export interface PictureNeeds {
  readonly reader: MailReader
  readonly pictures: PictureReader
  /** Milliseconds of a clock that never goes back. */
  readonly clock: () => number
}

/**
 * The line has to come within ten seconds of the start of the program. What pictures do not say within six, and within
 * eight of the mail's beginning, is left out, and the line says so.
 */
const LINE_MS = 8_000
const PICTURES_MS = 6_000
/** More are not looked at in that time. */
const PICTURES = 5

/** The outcome of reading with the text of its pictures. */
export async function withPictures(
  outcome: ReadOutcome,
  source: MailBytes,
  began: number,
  { reader, pictures, clock }: PictureNeeds,
): Promise<ReadOutcome> {
  const wanted = outcome.outcome === 'read' ? picturesToRecognise(outcome.mail).slice(0, PICTURES) : []
  if (outcome.outcome !== 'read' || wanted.length === 0) return outcome
  const files = await reader.extract(
    source,
    wanted.map(({ sha256 }) => sha256),
  )
  const mailMs = Math.max(0, Math.min(PICTURES_MS, LINE_MS - (clock() - began)))
  const mail = await recognisePictures(outcome.mail, { mailFiles: PICTURES, mailMs, clock }, async (picture, ms) => {
    const bytes = files.get(picture.sha256)
    return bytes ? pictures.recognise({ bytes }, ms) : { text: '', confidence: 0, problems: [] }
  })
  return { ...outcome, mail }
}
