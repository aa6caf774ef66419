/** What the writer of a mail says now, without quotes, signature and disclaimers, for those who look for words in it. */
import type { ReadMail } from '../mail.ts'
import { foldText, textOf } from './newest-text.ts'
import { plain } from './plain.ts'
import { remembered } from './remembered.ts'
import { sentencesOf } from './sentences.ts'

export function newestWords({ text }: Pick<ReadMail, 'text'>): string {
  return newestIn(text)
}

const newestIn = remembered((text) => {
  const folded = foldText(text)
  return plain(textOf(folded, folded.newest))
})

/** What stands below the newest text: who writes, and from what. */
export function signatureWords({ text }: Pick<ReadMail, 'text'>): string {
  const folded = foldText(text)
  return plain(textOf(folded, folded.signature))
}

export function newestSentences(mail: Pick<ReadMail, 'text'>): readonly string[] {
  return sentencesOf(newestWords(mail))
}

/** Where the first of the patterns that is found begins; null: none is. */
export function firstFound(patterns: readonly RegExp[], text: string): number | null {
  for (const pattern of patterns) {
    const found = pattern.exec(text)
    if (found !== null) return found.index
  }
  return null
}
