/** What a person asks in so many words: what is needed, and whether a certificate is. */
import type { ReadMail } from '../mail.ts'
import { newestSentences } from '../understand/newest-words.ts'
import { quote } from '../understand/quote.ts'

/** A question, or a sentence that asks for an answer. */
const ASKS =
  /\?["')\]]*\s*$|\b(?:please|kindly|could you|can you|would you)\b[^.?!]{0,40}\b(?:tell|advise|let (?:us|me) know|explain|confirm|list|clarify|inform)\b|\b(?:want|like|need) to (?:know|understand|learn)\b|\b(?:wonder|unsure|not sure)\b/i
const CERTIFICATE = /\b(?:certificat\w*|certified|CPCN|registration|registered|licen[sc]e\w*)\b/i
const NEEDS = [
  /\b(?:what|which|whatever|anything)\b[^.?!]{0,60}\b(?:need|require|want|expect|missing|owe|send|provide|submit|supply|fill (?:in|out)|complete)/i,
  /\b(?:what|which|the|any|other|all)\b[^.?!]{0,30}\b(?:forms?|documents?|paper(?:s|work)|items|requirements|prerequisites|checklist|steps?|process|procedure)\b/i,
  /\b(?:eight|start-?up|onboarding|set-?up)\b[^.?!]{0,20}\b(?:items|forms?|documents?|papers?|requirements|process)\b/i,
  /\bbefore (?:we|one|a (?:CLEC|carrier|company|reseller)|ordering|placing|the first)\b[^.?!]{0,30}\border/i,
]

export function asksOfCertificates(mail: Pick<ReadMail, 'text'>): boolean {
  return asked(mail, (sentence) => CERTIFICATE.test(sentence))
}

/** What else we want of them before they can order. */
export function asksForNeeds(mail: Pick<ReadMail, 'text'>): boolean {
  return asked(mail, (sentence) => NEEDS.some((one) => one.test(sentence)))
}

function asked(mail: Pick<ReadMail, 'text'>, says: (sentence: string) => boolean): boolean {
  return newestSentences(mail).some((sentence) => ASKS.test(sentence) && says(sentence))
}

/** The first sentence with a question mark, as it may be shown; null: there is none. */
export function questionIn(mail: Pick<ReadMail, 'text'>): string | null {
  const found = newestSentences(mail).find((sentence) => /\?["')\]]*\s*$/.test(sentence))
  return found === undefined ? null : quote(found, 0)
}

/** "Please confirm that the agreement is in force": more than the receipt, which every letter confirms. */
const CONFIRM =
  /\b(?:please|kindly)\b[^.?!]{0,30}\b(?:confirm|advise|verify|acknowledge) (?:that|whether|if|when|how|by when)\b/i
const RECEIPT =
  /\b(?:receipt|received|got|arrived|came through|reached)\b|\b(?:need|missing|require) (?:any|else|more|further)|\banything else\b/i

/** The first sentence that wants something confirmed; null: there is none. */
export function confirmationIn(mail: Pick<ReadMail, 'text'>): string | null {
  const found = newestSentences(mail).find((sentence) => CONFIRM.test(sentence) && !RECEIPT.test(sentence))
  return found === undefined ? null : quote(found, 0)
}
