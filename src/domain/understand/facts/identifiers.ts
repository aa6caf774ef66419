import type { Evidence } from '../../understanding.ts'
import { evidence } from '../quote.ts'
import { type Reading, sentencesIn } from '../reading.ts'

/** The sender's codes, only when a label stands beside them: free-floating codes of four characters mean nothing. */
export interface IdentifiersFinding {
  readonly identifiers: Readonly<{ ocn?: string; acna?: string }>
  readonly evidence: readonly Evidence[]
}

const OCN =
  /\b(?:OCN|operating company number|company code)\b(?: (?:is|of|no\.?|number|code))?[\s:#=(]{0,6}(?:is )?([0-9A-Z]{4})\b(?!-)/g
const ACNA = /\bACNA\b(?: (?:is|of|code))?[\s:#=(]{0,6}(?:is )?([A-Z]{3})\b/g
const NOT_A_CODE = /^(?:AND|FOR|THE|OCN|CIC|ZZZ|CUS|TBD|NOT|ARE|OUR|YET|NEW)$/

/** OCN: four letters or digits, at least one digit. ACNA: three capitals, `ZZZ` and `CUS` being no company (domain 3.8). */
export function identifiersOf(reading: Reading): IdentifiersFinding {
  const places: readonly (readonly [string, string])[] = [
    ['subject', reading.subject],
    ['text', `${reading.newest}\n${reading.signature}`],
    ...filesOf(reading),
    ['text', reading.quoted],
  ]
  const ocn = firstCode(places, OCN, (code) => /\d/.test(code))
  const acna = firstCode(places, ACNA, (code) => !NOT_A_CODE.test(code))
  return {
    identifiers: { ...(ocn === null ? {} : { ocn: ocn.code }), ...(acna === null ? {} : { acna: acna.code }) },
    evidence: [ocn, acna].flatMap((one, at) =>
      one === null ? [] : [evidence(at === 0 ? 'ocn' : 'acna', one.from, one.text, one.at)],
    ),
  }
}

function filesOf(reading: Reading): (readonly [string, string])[] {
  const texts = new Map<string, string>()
  for (const one of sentencesIn(reading, 'file')) texts.set(one.from, `${texts.get(one.from) ?? ''}\n${one.text}`)
  return [...texts]
}

function firstCode(places: readonly (readonly [string, string])[], pattern: RegExp, valid: (code: string) => boolean) {
  for (const [from, text] of places) {
    for (const match of text.matchAll(pattern)) {
      const code = match[1] ?? ''
      if (valid(code)) return { code, from, text, at: match.index }
    }
  }
  return null
}
