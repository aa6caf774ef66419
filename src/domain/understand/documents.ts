import type { DocumentSort, Intent } from '../labels.ts'
import type { Attachment } from '../mail.ts'
import { FILE_TEXT_LIMIT } from './limits.ts'
import { plain, wordsOfName } from './plain.ts'
import { type Reading, sentencesIn } from './reading.ts'

interface SortRule {
  readonly sort: DocumentSort
  readonly text: RegExp
  readonly name: RegExp
  /** How a covering letter speaks of it. */
  readonly letter?: RegExp
}

/** Evidence papers that have no sort of their own; asked first, so that "insurance certificate" is no certification. */
const OTHER_PAPER =
  /\b(?:COI|insurance|W[ -]?9|credit|tax|exemption|FET|forecast|invoice|resume|diagram|LOA|letter of (?:authorization|agency)|bill of sale|articles|consent|notice of name|amendment notice)\b/i

/** In the order of trial: what a file says of itself, then its name. */
const RULES: readonly SortRule[] = [
  {
    sort: 'early-ordering-letter',
    text: /\bearly ordering letter\b/i,
    name: /\bearly[ -]?order\w*\b|\bEOLA\b/i,
    letter: /\bearly[ -]ordering letter\b|\bEOLA\b/i,
  },
  {
    sort: 'customer-questionnaire',
    text: /\bcustomer questionnaire\b/i,
    name: /\bquestionn?aires?\b|(?:^| )CQ(?: |$)/i,
    letter: /\bquestionn?aire\b/i,
  },
  {
    sort: 'agreement-request-form',
    text: /\bagreement request form\b/i,
    name: /\bagreement ?requests?(?: ?form)?\b|\brequest form\b|\bARF\b|\bagreementrequestform\b/i,
    letter: /\b(?:agreement )?request form\b|\bARF\b/i,
  },
  {
    sort: 'adoption-letter',
    text: /\b(?:elects? to adopt|notice of adoption|hereby adopts?|adoption of)\b/i,
    name: /\badoption\b|\b252 ?\(?i\)?|\belection\b|\bopt[ -]?in\b/i,
    letter: /\badoption letter\b|\bnotice of adoption\b|\belection to adopt\b/i,
  },
  {
    sort: 'ocn-letter',
    text: /\b(?:NECA|National Exchange Carrier Association)\b/i,
    name: /\b(?:NECA|OCN|company code)\b/i,
    letter: /\b(?:NECA|OCN) (?:letter|notification)\b|\bNECA\b/i,
  },
  {
    sort: 'redlined-agreement',
    text: /\bredlined? (?:draft|version)\b/i,
    name: /\bredlines?d?\b|\bmark-?up\b|\btracked\b/i,
    letter: /\bredline|\bchanges tracked\b/i,
  },
  {
    sort: 'signed-agreement',
    text: /\bIN WITNESS WHEREOF\b|\bsignature page\b/i,
    name: /\b(?:signed|executed|sig|signature|sigs|counterpart|countersigned)\b/i,
    letter: /\bsignature page|\bexecuted (?:agreement|counterpart)|\bsigned agreement\b/i,
  },
  {
    sort: 'certification',
    text: /\bcertificate of (?:public convenience|authority|convenience|operating)\b|\border granting\b|\bregistered as a (?:competitive|telecommunications)/i,
    name: /\b(?:CPCN|CCN|CC&N|certificat(?:e|ion)|cert|registration|PUC (?:order|certificate)|PSC (?:order|certificate)|decision \d+|order [A-Z]-?\d+)\b/i,
    letter:
      /\b(?:psc|puc|commission|utc|state)(?:'s)? (?:certificate|registration|order)\b|\border granting\b|\bour (?:\w+ )?certificate\b/i,
  },
]

/** The sort of each attachment, in the order of the mail: by its text, else by its name, else by the covering letter. */
export function documentsOf(reading: Reading): readonly DocumentSort[] {
  const files = reading.mail.attachments
  const unnamed = files.filter(
    (file) => !isDecoration(file, reading) && byContent(file) === 'other' && sayNothing(file),
  )
  return files.map((file) => {
    if (isDecoration(file, reading)) return 'decoration'
    const sort = byContent(file)
    // One file with a scanner's name: the letter tells what it is. With several nobody can say which.
    return sort === 'other' && unnamed.length === 1 && unnamed[0] === file ? byLetter(reading) : sort
  })
}

/** A mail that is no carrier's request has no such documents, whatever their names say. */
export function documentsOutside(reading: Reading): readonly DocumentSort[] {
  return reading.mail.attachments.map((file) => (isDecoration(file, reading) ? 'decoration' : 'other'))
}

const EVIDENCE_NAME =
  /\b(?:COI|insurance|W[ -]?9|credit application|exemption|LOA|letter of (?:authorization|agency)|sales tax)\b/i

/** The file names of evidence papers: certificate, OCN letter, insurance, tax and credit papers. */
export function evidencePapers(reading: Reading, sorts: readonly DocumentSort[]): readonly string[] {
  return reading.mail.attachments
    .filter((file, at) => {
      const sort = sorts[at]
      if (sort === 'certification' || sort === 'ocn-letter') return true
      return sort === 'other' && EVIDENCE_NAME.test(wordsOfName(file.filename))
    })
    .map((file) => file.filename)
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

function byContent(file: Attachment): DocumentSort {
  if (/^(?:text\/calendar|application\/(?:zip|gzip|x-))/.test(file.mediaType)) return 'other'
  const head = file.text === null ? '' : plain(file.text.slice(0, FILE_TEXT_LIMIT))
  const name = wordsOfName(file.filename)
  const told = head === '' ? undefined : RULES.find((rule) => rule.text.test(head.slice(0, 3000)))
  if (told !== undefined) return told.sort
  if (OTHER_PAPER.test(name)) return 'other'
  return RULES.find((rule) => rule.name.test(name))?.sort ?? 'other'
}

function byLetter(reading: Reading): DocumentSort {
  const letter = sentencesIn(reading, 'newest', 'subject')
    .map((one) => one.text)
    .join(' ')
  if (OTHER_PAPER.test(letter)) return 'other'
  return RULES.find((rule) => rule.letter?.test(letter) === true)?.sort ?? 'other'
}

/** A name that says nothing: a scanner's, a camera's, a number. */
function sayNothing(file: Attachment): boolean {
  return /^(?:scan|img|image|doc|document|skm|dsc|pxl|file|fax|photo|attachment|untitled|form)?[\s\d()_-]*[a-z]?[\s\d]*$/i.test(
    wordsOfName(file.filename),
  )
}

/** Pictures that mail programs place in a signature: small, inline or shown by the text, with a program's name. */
function isDecoration(file: Attachment, reading: Reading): boolean {
  if (!/^image\//i.test(file.mediaType)) return false
  const placed = file.inline || file.contentId !== null
  const logo = /^(?:image\d{3}|outlook-|logo|icon|banner|signature|spacer|facebook|linkedin|twitter)/i.test(
    file.filename,
  )
  if (!placed && !logo) return false
  return file.bytes < 20_000 || (logo && file.bytes < 60_000) || (placed && logo && reading.mail.attachments.length > 1)
}
