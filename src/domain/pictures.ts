/** Which pictures of a mail may hold text that matters, and what a mail becomes once they are recognised. */
import type { Attachment, PageStart, Problem, ReadMail } from './mail.ts'

/** What stands in a picture, or on the pages of a scan, as a machine reads it. */
export interface Recognised {
  /** '' when nothing readable was found. */
  readonly text: string
  /** Where its pages begin in `text`; missing where there are none, and in what older versions recognised. */
  readonly pages?: readonly PageStart[]
  /** Mean over the letters of `text`, 0 to 1; 0 when there is none. */
  readonly confidence: number
  /** Limits and damage; the text of the pages before them counts. */
  readonly problems: readonly Problem[]
}

/** Below, a logo, a button, a signature; a photograph of a letter has a million pixels, a screenshot half of that. */
const LEAST_PIXELS = 100_000
const LEAST_SIDE = 150
/** Pictures in the flow of a mail are mostly decoration: a letter shown there is larger than a banner. */
const LEAST_PIXELS_INLINE = 300_000
const LEAST_SIDE_INLINE = 300
/** Longer than this against its width, it is a banner or a line; a sheet of legal paper has 1.6, a till slip 5. */
const LONGEST = 6
/** What was recognised worse than this is shown, and a person is told to look. */
const READABLE = 0.6
/** Scripts and lists send these; pictures inside their mails are decoration. */
const LIST_FIELDS = new Set(['list-id', 'list-unsubscribe', 'list-post', 'feedback-id'])

/** Whether a picture of this size may be a page, and not a decoration. */
export function mayHoldText(
  { width, height }: { readonly width: number; readonly height: number },
  inline: boolean,
): boolean {
  const [short, long] = [Math.min(width, height), Math.max(width, height)]
  if (short < (inline ? LEAST_SIDE_INLINE : LEAST_SIDE) || long > LONGEST * short) return false
  return width * height >= (inline ? LEAST_PIXELS_INLINE : LEAST_PIXELS)
}

/** Attachments that wait to be recognised, each file once. */
export function picturesToRecognise(mail: ReadMail): readonly Attachment[] {
  const isList = mail.headers.some(({ name }) => LIST_FIELDS.has(name))
  const seen = new Set<string>()
  return mail.attachments.filter((attachment) => {
    if (!isUnrecognised(attachment) || seen.has(attachment.sha256)) return false
    if (isList && attachment.inline) return false
    seen.add(attachment.sha256)
    return true
  })
}

export function stageAfterReading(mail: ReadMail): 'ocr' | 'decide' {
  return picturesToRecognise(mail).length > 0 ? 'ocr' : 'decide'
}

function isUnrecognised({ textFrom, textConfidence }: Attachment): boolean {
  return (textFrom === 'picture' || textFrom === 'both') && textConfidence === undefined
}

/** The mail with what was recognised, by the SHA-256 of the files; pictures that are missing there stay as they are. */
export function withRecognised(mail: ReadMail, found: ReadonlyMap<string, Recognised>): ReadMail {
  let problems = mail.problems
  const attachments = mail.attachments.map((attachment) => {
    const recognised = isUnrecognised(attachment) ? found.get(attachment.sha256) : undefined
    if (recognised === undefined) return attachment
    problems = problemsAfter(problems, attachment, recognised)
    return withText(attachment, recognised)
  })
  return { ...mail, attachments, problems }
}

function withText(attachment: Attachment, recognised: Recognised): Attachment {
  const { text, confidence } = recognised
  if (text !== '') {
    const before = attachment.text === null ? '' : `${attachment.text}\n\n`
    const pages = pagesOf(attachment, recognised, before.length)
    return { ...attachment, text: before + text, ...pages, textConfidence: confidence }
  }
  const { textFrom: _, ...nothingFound } = attachment
  return attachment.text === null ? nothingFound : { ...nothingFound, textFrom: 'file' }
}

/** The pages with letters come first, and the recognised ones behind them. */
function pagesOf({ pages = [] }: Attachment, recognised: Recognised, before: number): Pick<Attachment, 'pages'> {
  const { pages: scanned = [{ page: null, from: 0 }] } = recognised
  const all = [...pages, ...scanned.map(({ page, from }) => ({ page, from: before + from }))]
  return all.some(({ page }) => page !== null) ? { pages: all } : {}
}

/** That it is a picture is no problem any more once it could be read; until then a person has to. */
function problemsAfter(
  problems: readonly Problem[],
  attachment: Attachment,
  { text, confidence, problems: own }: Recognised,
): readonly Problem[] {
  const name = nameOf(attachment)
  const isPlainPicture = text === '' && own.length === 0 && attachment.mediaType.startsWith('image/')
  const isToBeSeen = text === '' && !isPlainPicture
  const others = problems.filter(({ code, detail }) => code !== 'picture' || !detail.startsWith(`${name}: `))
  const percent = Math.round(confidence * 100)
  const badly = {
    code: 'picture',
    detail: `${name}: hard to read; recognised with a confidence of ${percent} %`,
  } as const
  return [
    ...(isToBeSeen ? problems : others),
    ...own.map(({ code, detail }) => ({ code, detail: `${name}: ${detail}` })),
    ...(text !== '' && confidence < READABLE ? [badly] : []),
  ]
}

/** By what problems name an attachment. */
export function nameOf({ filename, mediaType }: Pick<Attachment, 'filename' | 'mediaType'>): string {
  return filename || mediaType
}
