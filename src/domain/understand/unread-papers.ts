import type { DocumentSort } from '../labels.ts'
import type { Reading } from './reading.ts'

/** What scanners and telephones call a file. */
const NAMELESS = /^(?:scan|scanned|img|image|photo|doc|document|attachment|file|untitled|page)?s?[\W\d_]*\.\w{2,5}$/i

/**
 * Hardly a word, and all it brings are papers that nobody has read and whose names say nothing ("Please see attached."
 * with scan0001.pdf): whatever the model makes of such words, only the papers can tell. Not within a thread, which tells more.
 */
export function pointsAtUnreadPapers(reading: Reading, documents: readonly DocumentSort[]): boolean {
  const { mail, nearlyEmpty, forwarded } = reading
  if (!nearlyEmpty || forwarded || mail.inReplyTo.length > 0) return false
  const papers = mail.attachments.filter((_file, at) => documents[at] !== 'decoration')
  return (
    papers.length > 0 &&
    papers.every(({ text, filename }) => (text ?? '').trim() === '' && NAMELESS.test(filename ?? ''))
  )
}
