/**
 * Formal legal notices, demands and pleadings (domain 7, intents 26 and 27): nobody but counsel answers them, and a
 * machine says "received" and no more. Better one too many: a mistaken hold costs a person a look.
 */
import type { ReadMail } from '../mail.ts'
import { foldText, textOf } from '../understand/newest-text.ts'
import { quote } from '../understand/quote.ts'

export interface LegalNotice {
  readonly from: 'subject' | 'text' | 'attachment'
  readonly quote: string
}

/** Each with a word of its own that most mails do not have, so that most mails cost one look per word. */
const SIGNS: readonly { readonly word: string; readonly pattern: RegExp }[] = [
  {
    word: 'notice',
    pattern: /\b(?:formal|legal|written) notice of (?:default|dispute|breach|claim|non-?payment|termination)/i,
  },
  {
    word: 'notice',
    pattern: /\bnotice of (?:default|dispute|breach|claim|material breach|intent to (?:sue|arbitrate|petition))\b/i,
  },
  { word: 'invok', pattern: /\binvok(?:e|es|ing) (?:the |its )?(?:dispute[- ]resolution|arbitration)\b/i },
  { word: 'dispute', pattern: /\bdispute resolution (?:under|pursuant to) (?:section|sec\.|§)/i },
  {
    word: 'petition',
    pattern:
      /\b(?:serv(?:e|ed|es|ing|ice)|enclosed|attached|fil(?:e|ed|ing))\b[^.\n]{0,80}\bpetition (?:for|to) (?:arbitrat|mediat|compel)/i,
  },
  {
    word: 'petition',
    pattern:
      /\bpetition for (?:arbitration|mediation|enforcement|declaratory)\b[^\n]{0,80}\b(?:252|commission|docket|served|service)\b/i,
  },
  { word: 'bad faith', pattern: /\bbad faith\b/i },
  { word: '51.301', pattern: /\b51\.301\b/ },
  {
    word: 'demand',
    pattern:
      /\b(?:formal(?:ly)?|hereby|written) demands?\b|\bdemand letter\b|\bwe demand (?:that|payment|immediate)\b/i,
  },
  { word: 'cease', pattern: /\bcease[- ]and[- ]desist\b/i },
  {
    word: 'complaint',
    pattern: /\bformal complaint\b|\bcomplaint (?:with|before) the (?:commission|fcc|public|puc|psc)\b/i,
  },
  { word: 'subpoena', pattern: /\bsubpoena\b/i },
  { word: 'litigation', pattern: /\blitigation hold\b|\bcommence litigation\b/i },
  { word: 'injunct', pattern: /\binjunct(?:ion|ive)\b/i },
  { word: 'without prejudice', pattern: /\bwithout prejudice to\b[^.\n]{0,80}\b(?:rights|remedies|claims)\b/i },
]

function newestText(mail: ReadMail): string {
  const folded = foldText(mail.text)
  return textOf(folded, folded.newest)
}

/** The first sign in the subject, the newest text or the names of the files; null when there is none. */
export function legalNotice(mail: ReadMail): LegalNotice | null {
  const newest = newestText(mail)
  const places: readonly (readonly [LegalNotice['from'], string])[] = [
    ['subject', mail.subject],
    ['text', newest],
    ['attachment', mail.attachments.map((file) => file.filename.replace(/[_-]+/g, ' ')).join('\n')],
  ]
  for (const [from, text] of places) {
    const lower = text.toLowerCase()
    for (const { word, pattern } of SIGNS) {
      const found = lower.includes(word) ? pattern.exec(text) : null
      if (found) return { from, quote: quote(text, found.index) }
    }
  }
  return null
}
