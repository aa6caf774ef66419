/**
 * Formal legal notices, demands and pleadings (domain 7, intents 26 and 27): nobody but counsel answers them, and a
 * machine says "received" and no more. One judgement over all that a mail brings: its subject, its newest words, and
 * its papers, for many mails only say "see attached" (T11). Better one too many: a mistaken hold costs a person a look.
 */
import type { ReadMail } from '../mail.ts'
import { FILES_READ } from '../understand/limits.ts'
import { foldText, textOf } from '../understand/newest-text.ts'
import { plain } from '../understand/plain.ts'
import { quote } from '../understand/quote.ts'
import { noticeInFile, noticeInSubject } from './notice/papers.ts'
import { noticeAt, noticeIn } from './notice/sentences.ts'

export interface LegalNotice {
  readonly from: 'subject' | 'text' | 'attachment'
  readonly quote: string
}

/** The first that gives notice; null when nothing does. */
export function legalNotice(mail: ReadMail): LegalNotice | null {
  return inSubject(mail.subject) ?? inWords(mail.text) ?? inPapers(mail)
}

function inSubject(subject: string): LegalNotice | null {
  const found = noticeInSubject(subject)
  if (found !== null) return { from: 'subject', quote: quote(found.text, found.at) }
  const words = plain(subject.slice(0, 400))
  const at = noticeAt(words)
  return at === null ? null : { from: 'subject', quote: quote(words, at) }
}

function inWords(text: string): LegalNotice | null {
  const folded = foldText(text)
  const found = noticeIn(plain(textOf(folded, folded.newest)))
  return found === null ? null : { from: 'text', quote: quote(found.text, found.at) }
}

/** Pictures that only look well are read too: a scan's name tells nothing of what it is. */
function inPapers({ attachments }: ReadMail): LegalNotice | null {
  for (const file of attachments.slice(0, FILES_READ)) {
    const found = noticeInFile(file)
    if (found !== null) return { from: 'attachment', quote: quote(found.text, found.at) }
  }
  return null
}
