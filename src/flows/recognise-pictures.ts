/** Recognises the pictures of one mail, one after the other in one budget of time and number. */
import type { Attachment, ReadMail } from '../domain/mail.ts'
import { picturesToRecognise, type Recognised, withRecognised } from '../domain/pictures.ts'

export interface PictureBudget {
  readonly mailFiles: number
  readonly mailMs: number
  /** Milliseconds of a clock that never goes back. */
  readonly clock: () => number
}

export async function recognisePictures(
  mail: ReadMail,
  { mailFiles, mailMs, clock }: PictureBudget,
  recognise: (picture: Attachment, ms: number) => Promise<Recognised>,
): Promise<ReadMail> {
  const deadline = clock() + mailMs
  const found = new Map<string, Recognised>()
  for (const [at, picture] of picturesToRecognise(mail).entries()) {
    const ms = deadline - clock()
    if (at >= mailFiles)
      found.set(picture.sha256, unread('part-limit', `only ${mailFiles} pictures of a mail are read`))
    else if (ms <= 0) found.set(picture.sha256, unread('time-limit', 'no time was left to recognise it'))
    else found.set(picture.sha256, await recognise(picture, ms))
  }
  return withRecognised(mail, found)
}

/** The mail goes on without the text of its pictures, and says why. */
export function withoutRecognition(mail: ReadMail, why: string): ReadMail {
  const pictures = picturesToRecognise(mail)
  return withRecognised(mail, new Map(pictures.map(({ sha256 }) => [sha256, unread('not-read', why)])))
}

function unread(code: 'part-limit' | 'time-limit' | 'not-read', detail: string): Recognised {
  return { text: '', confidence: 0, problems: [{ code, detail }] }
}
