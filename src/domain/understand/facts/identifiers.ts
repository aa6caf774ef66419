import type { Evidence } from '../../understanding.ts'
import { FILE_TEXT_LIMIT, FILES_READ } from '../limits.ts'
import { plain, wordsOfName } from '../plain.ts'
import { evidence } from '../quote.ts'
import type { Reading } from '../reading.ts'
import { type Code, codesIn } from './codes.ts'
import { firmNamesIn } from './company/firm-names.ts'

/** The carrier's codes, only when a label stands beside them: free-floating codes of four characters mean nothing. */
export interface IdentifiersFinding {
  readonly identifiers: Readonly<{ ocn?: string; acna?: string }>
  readonly evidence: readonly Evidence[]
}

interface Text {
  readonly from: string
  readonly text: string
  readonly points: number
}
interface Choice {
  readonly code: Code
  readonly text: Text
  readonly points: number
}

/** Somebody else's code, or one that is given up. */
const NOT_OURS =
  /\b(?:seller|affiliate|parent|sister|former|old|retired?|previous|predecessor|assignor|its target|adopted|underlying|upstream|merged|(?<!\b(?:not|no|nothing|none|agreement|ICA|contract) )on file|not ours?|wrong|instead of|no longer|vendor|different company|another company)\b/i
const GIVEN_UP =
  /^(?:[^.;(,]{0,30}\b| ?\()(?:retired|moves? to|changes? to|converts? to|becomes?|cancel|old|wrong|no longer|on file|affiliate|belongs? to|is registered to|vendor)\b/i

/** "We adopt theirs, their code is 733A" is somebody else's; "they bought us" and "they rang", and their code, are not. */
const THEIRS = /\btheir\b/i
/** An adviser's "their" is the client's. */
const FOR_CLIENT = /\b(?:my|our) client\b|\bon behalf of\b|\b(?:I|we) represent\b|\bI write for\b/i
const ADOPTS = /\b(?:adopt\w*|MFN|opt(?:s|ing|ed)?[ -]?in)\b/i

/** "The number NECA gave us is 618H". */
const NEARLY_LABELLED = /\b(?:NECA|OCN|codes?|number|assigned)\b[^.;]{0,40}$/i

/** Of several codes the one that stands with the company and its state; an affiliate's or seller's does not count. */
export function identifiersOf(
  reading: Reading,
  company: string | null = null,
  states: readonly string[] = [],
): IdentifiersFinding {
  const choices = textsOf(reading).flatMap((text) =>
    codesIn(text.text).map((code) => ({
      code,
      text,
      points: text.points + pointsOf(code, text.text, company, states),
    })),
  )
  const ocn = best(choices, 'ocn')
  const acna = best(choices, 'acna')
  return {
    identifiers: { ...(ocn && { ocn: ocn.code.code }), ...(acna && { acna: acna.code.code }) },
    evidence: [ocn, acna].flatMap((one) =>
      one === null ? [] : [evidence(one.code.sort, one.text.from, one.text.text, one.code.at)],
    ),
  }
}

/** Nearer to the writer goes before farther: subject, own words, files, what is quoted. */
function textsOf(reading: Reading): Text[] {
  const files = reading.mail.attachments
    .slice(0, FILES_READ)
    .flatMap((file) =>
      file.text === null
        ? []
        : [{ from: `attachment:${file.filename}`, text: textOf(file.filename, file.text), points: 2 }],
    )
  return [
    { from: 'subject', text: reading.subject, points: 3 },
    { from: 'text', text: unwrapped(`${reading.newest}\n${reading.signature}`), points: 2.5 },
    ...files,
    { from: 'text', text: unwrapped(reading.quoted), points: 1 },
  ]
}

/** What a file is called may be all that tells of codes: `OCN.pdf`. */
function textOf(filename: string, text: string): string {
  const read = plain(text.slice(0, FILE_TEXT_LIMIT))
  return /\b(?:OCN|NECA|ACNA)\b/i.test(wordsOfName(filename)) ? `${read}\n${wordsOfName(filename)}` : read
}

/** A wrapped line's end is a blank, so that a label reaches its code. */
function unwrapped(text: string): string {
  const lines = text.split('\n')
  return lines
    .map((line, at) => {
      const next = lines[at + 1]
      if (next === undefined) return line
      return line + (line.length >= WRAPPED_FROM && /^[^|\t]{3}/.test(next) ? ' ' : '\n')
    })
    .join('')
}

/** Shorter lines end where their writer wanted. */
const WRAPPED_FROM = 50

function pointsOf(code: Code, whole: string, company: string | null, states: readonly string[]): number {
  let points = code.loose ? (NEARLY_LABELLED.test(code.before) ? -2 : -3) : 0
  const sentence = code.before.slice(code.before.search(/[^.;]*$/))
  if (NOT_OURS.test(sentence.slice(-70)) || GIVEN_UP.test(code.after)) points -= 4
  if (THEIRS.test(sentence.slice(-70)) && ADOPTS.test(whole) && !FOR_CLIENT.test(whole)) points -= 6
  const nearest = firmNamesIn(code.before).at(-1)?.name ?? firmNamesIn(code.after)[0]?.name
  if (company !== null && nearest !== undefined) points += isSame(nearest, company) ? 2 : -1.5
  else if (
    company !== null &&
    sentence.includes(
      company
        .split(/[\s,]+/)
        .slice(0, 2)
        .join(' '),
    )
  )
    points += 1
  if (code.state !== null && states.length > 0) points += states.includes(code.state) ? 1.5 : -3
  return points
}

function isSame(name: string, company: string): boolean {
  const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
  return bare(company).startsWith(bare(name)) || bare(name).startsWith(bare(company))
}

/** The first of those with most points; below nothing it is somebody else's. */
function best(choices: readonly Choice[], sort: Code['sort']): Choice | null {
  let first: Choice | null = null
  for (const choice of choices) {
    if (choice.code.sort === sort && choice.points > 0 && (first === null || choice.points > first.points))
      first = choice
  }
  return first
}
