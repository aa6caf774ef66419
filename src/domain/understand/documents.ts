import { isAttachedMail } from '../files/attached-mail.ts'
import type { DocumentSort, Intent } from '../labels.ts'
import type { Attachment } from '../mail.ts'
import { isDecoration } from './documents/decoration.ts'
import { saysSigned, sortOfLetter, sortOfName } from './documents/names.ts'
import { sortOfText } from './documents/titles.ts'
import { FILE_TEXT_LIMIT } from './limits.ts'
import { plain, wordsOfName } from './plain.ts'
import { type Reading, sentencesIn } from './reading.ts'

/** What a file tells by itself; null when neither its text nor its name tells anything. */
type Told = DocumentSort | 'agreement' | null

/** The sort of each attachment, in the order of the mail: by its text, else by its name, else by the covering letter. */
export function documentsOf(reading: Reading): readonly DocumentSort[] {
  const files = reading.mail.attachments
  const told = files.map((file) => (isDecoration(file, files.length) ? 'decoration' : toldBy(file)))
  // One picture with a scanner's name: the letter tells what it is. With several nobody can say which.
  const silent = told.filter((one, at) => one === null && !isRead(files[at]))
  const letter = told.some((one) => one === null || one === 'agreement') ? coveringLetter(reading) : ''
  // What the letter says of insurance is said of the file that is insurance.
  const isOtherTold = told.includes('other')
  return told.map((one, at) => {
    if (one === 'agreement') return saysSigned(letter) ? 'signed-agreement' : 'other'
    if (one !== null) return one
    return !isRead(files[at]) && silent.length === 1 ? (sortOfLetter(letter, isOtherTold) ?? 'other') : 'other'
  })
}

/** What is called so is no bare agreement, though its text names one. */
const OF_AGREEMENT: readonly Told[] = ['signed-agreement', 'redlined-agreement', 'agreement-request-form']

function toldBy(file: Attachment): Told {
  // Whatever its name says, nobody opened it.
  if (file.scan?.scan === 'infected') return 'other'
  if (/^(?:text\/calendar|application\/(?:zip|gzip|x-)|message\/(?!rfc822)|text\/rfc822)/.test(file.mediaType))
    return 'other'
  // A signature, or what one stands around: the letter speaks of other files.
  if (/^application\/(?:pkcs7-|pgp-)/.test(file.mediaType) && !isRead(file)) return sortOfName(file.filename) ?? 'other'
  const text = isRead(file) ? plain((file.text ?? '').slice(0, FILE_TEXT_LIMIT)) : ''
  const byText = text === '' ? null : sortOfText(text)
  // An attached mail is a letter: only what an office sends by mail, a company code or a certificate, is a paper.
  if (isAttachedMail(file.mediaType)) return byText === 'ocn-letter' || byText === 'certification' ? byText : 'other'
  const byName = sortOfName(file.filename)
  if (byText === 'agreement') return OF_AGREEMENT.includes(byName) ? byName : 'agreement'
  return byText ?? byName
}

function isRead(file: Attachment | undefined): boolean {
  return file !== undefined && file.text !== null && file.text.trim() !== ''
}

function coveringLetter(reading: Reading): string {
  return sentencesIn(reading, 'newest', 'subject')
    .map((one) => one.text)
    .join(' ')
}

/** A mail that is no carrier's request has no such documents, whatever their names say. */
export function documentsOutside(reading: Reading): readonly DocumentSort[] {
  return reading.mail.attachments.map((file) =>
    isDecoration(file, reading.mail.attachments.length) ? 'decoration' : 'other',
  )
}

const EVIDENCE_PAPER =
  /\b(?:COI|ACORD|insurance|W[ -]?9|credit application|exemption|LOA|letter of (?:authorization|agency)|sales tax)\b/i

/** The file names of evidence papers: certificate, OCN letter, insurance, tax and credit papers. */
export function evidencePapers(reading: Reading, sorts: readonly DocumentSort[]): readonly string[] {
  return reading.mail.attachments
    .filter((file, at) => {
      const sort = sorts[at]
      if (sort === 'certification' || sort === 'ocn-letter') return true
      return sort === 'other' && EVIDENCE_PAPER.test(`${wordsOfName(file.filename)} ${headOf(file)}`)
    })
    .map((file) => file.filename)
}

/** The heading of a paper; letters speak of papers that they are not. */
function headOf(file: Attachment): string {
  const head = file.mediaType.startsWith('message/') ? '' : (file.text ?? '').slice(0, 120)
  return /\b(?:dear|re:)/i.test(head) ? '' : head
}

/** Which intent a lone attachment stands for when the letter says nothing. */
export function intentOfDocument(sort: DocumentSort): Intent | null {
  switch (sort) {
    case 'agreement-request-form':
    case 'redlined-agreement':
      return 'agreement-request'
    case 'adoption-letter':
      return 'opt-in-inquiry'
    case 'certification':
    case 'ocn-letter':
      return 'supporting-document'
    case 'early-ordering-letter':
    case 'customer-questionnaire':
    case 'signed-agreement':
      return sort
    case 'other':
    case 'decoration':
      return null
  }
}
