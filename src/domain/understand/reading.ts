import { withoutOurs } from '../letter/echo.ts'
import type { ReadMail } from '../mail.ts'
import { FILE_TEXT_LIMIT, FILES_READ } from './limits.ts'
import { type Folded, foldText, textOf } from './newest-text.ts'
import { plain, wordsOfName } from './plain.ts'
import { sentencesOf } from './sentences.ts'

/** Where words stand in a mail. `name` is an attachment's file name, `file` its text. */
export type Place = 'subject' | 'newest' | 'quoted' | 'signature' | 'name' | 'file'

/** One sentence with its place; `from` is the word that evidence shows. */
export interface Sentence {
  readonly place: Place
  readonly from: string
  readonly text: string
}

/** A mail laid out for the decisions: folded once, cut into sentences once. */
export interface Reading {
  readonly mail: ReadMail
  readonly folded: Folded
  /** Subject without reply and gateway prefixes. */
  readonly subject: string
  /** The texts of the four folds, in plain characters. */
  readonly newest: string
  readonly quoted: string
  readonly signature: string
  readonly sentences: readonly Sentence[]
  /** Somebody else's mail passed on. */
  readonly forwarded: boolean
  /** The writer's own words are so few that the quoted or forwarded mail, or the attachment, must speak. */
  readonly nearlyEmpty: boolean
}

const PREFIX =
  /^\s*(?:(?:re|fwd?|aw|wg|tr|rv|antw|sv|vs|rif|enc|res)\s?(?:\[\d{1,3}\])?\s?:|\[(?:ext|external|extern|caution)[^\]]{0,20}\]:?|\*{1,3}ext(?:ernal)?\*{1,3})\s*/i

/** A mail never changes, and a decision lays it out for each of its questions. */
const KNOWN = new WeakMap<ReadMail, Reading>()

/** Lays a mail out. Linear in its size, which is capped. */
export function readingOf(mail: ReadMail): Reading {
  const known = KNOWN.get(mail)
  if (known !== undefined) return known
  const reading = laidOut(mail)
  KNOWN.set(mail, reading)
  return reading
}

function laidOut(mail: ReadMail): Reading {
  const folded = foldText(mail.text)
  const newest = plain(textOf(folded, folded.newest))
  const quoted = plain(textOf(folded, folded.quoted).replace(/^[ \t]*(?:>[ \t]?)+/gm, ''))
  const signature = plain(textOf(folded, folded.signature))
  const subject = bareSubject(mail.subject)
  const forwarded = folded.forwardMark || /^\s*(?:\[[^\]]{0,20}\]\s*)?(?:fwd?|wg|tr|rv|i)\s?:/i.test(mail.subject)
  return {
    mail,
    folded,
    subject,
    newest,
    quoted,
    signature,
    sentences: [
      ...(subject === '' ? [] : [{ place: 'subject' as const, from: 'subject', text: subject }]),
      ...placed('newest', 'text', newest),
      ...placed('quoted', 'text', quoted),
      ...placed('signature', 'text', signature),
      ...sentencesOfFiles(mail),
    ],
    forwarded,
    nearlyEmpty: wordCount(newest) < 12,
  }
}

/** Without what we wrote ourselves: a letter or a digest of ours that is quoted proves nothing (domain T12). */
export function readingWithoutOurs(reading: Reading): Reading {
  const quoted = withoutOurs(reading.quoted)
  if (quoted === reading.quoted) return reading
  const others = reading.sentences.filter(({ place }) => place !== 'quoted')
  return { ...reading, quoted, sentences: [...others, ...placed('quoted', 'text', quoted)] }
}

/** Takes "Re:", "FW:", "[EXTERNAL]" and the like off a subject. At most eight, however many a loop has piled up. */
export function bareSubject(subject: string): string {
  let bare = plain(subject.slice(0, 400))
  for (let i = 0; i < 8 && PREFIX.test(bare); i += 1) bare = bare.replace(PREFIX, '')
  return bare.trim()
}

/** The sentences of some places, in the order of the mail. */
export function sentencesIn(reading: Reading, ...places: readonly Place[]): readonly Sentence[] {
  return reading.sentences.filter((sentence) => places.includes(sentence.place))
}

function placed(place: Place, from: string, text: string): Sentence[] {
  return sentencesOf(text).map((sentence) => ({ place, from, text: sentence }))
}

function sentencesOfFiles(mail: ReadMail): Sentence[] {
  return mail.attachments.slice(0, FILES_READ).flatMap((file) => {
    const from = `attachment:${file.filename}`
    const name = wordsOfName(file.filename)
    const text = file.text === null ? '' : plain(file.text.slice(0, FILE_TEXT_LIMIT))
    return [...(name === '' ? [] : [{ place: 'name' as const, from, text: name }]), ...placed('file', from, text)]
  })
}

function wordCount(text: string): number {
  return text.split(/\s+/, 60).filter((word) => /\p{L}{2}/u.test(word)).length
}
