/** What of a mail can be found: what its writer says in it, who that is, and what came with it. */
import type { ReadMail } from '../mail.ts'
import { textOf } from '../understand/newest-text.ts'
import { readingOf } from '../understand/reading.ts'
import { inSearchWords } from './words.ts'

export interface Passage {
  readonly place: 'subject' | 'sender' | 'text' | 'file'
  /** Of a file its name; else ''. */
  readonly filename: string
  readonly text: string
}

/**
 * Characters of a mail with its files that can be found. PostgreSQL takes at most 1 MB of words for a row: of so many
 * characters they are half of it, whatever they are.
 */
const MOST = 100_000
const MOST_FILES = 50

/**
 * The passages of a mail, in the order in which an excerpt is looked for. What it quotes was found in the mail that it
 * quotes; only of a mail that passes another on the old text belongs to it.
 */
export function passagesOf(mail: ReadMail): readonly Passage[] {
  const { folded, forwarded } = readingOf(mail)
  const text = forwarded
    ? folded.lines.join('\n')
    : [folded.newest, folded.signature].map((ranges) => textOf(folded, ranges)).join('\n')
  const sender = mail.from.map(({ name, address }) => `${name} <${address}>`).join(', ')
  const passages: readonly Passage[] = [
    { place: 'text', filename: '', text },
    { place: 'subject', filename: '', text: mail.subject },
    { place: 'sender', filename: '', text: sender },
    ...mail.attachments
      .slice(0, MOST_FILES)
      .flatMap(({ filename, text: inside }) =>
        [filename, inside ?? ''].map((words) => ({ place: 'file' as const, filename, text: words })),
      ),
  ]
  return withinLimit(passages)
}

function withinLimit(passages: readonly Passage[]): readonly Passage[] {
  let left = MOST
  return passages.map((passage) => {
    const text = passage.text.slice(0, left)
    left -= text.length
    return { ...passage, text }
  })
}

/** What the index is told of a mail. */
export function findableWords(mail: ReadMail): string {
  const text = passagesOf(mail).map((passage) => passage.text)
  // Some characters are several when they are taken apart.
  return inSearchWords(text.join('\n')).slice(0, MOST)
}
