/** What holds for every mail whatever its bytes are. Each is checked without asking the code that is to keep it. */
import { KINDS } from '../../src/domain/labels.ts'
import { DESK } from '../conversations/desk.ts'
import type { Handled } from '../hostile/handle.ts'

const MOST_MS = 10_000
/** For a mail of so many bytes nothing may run into a limit of the reader as a whole. */
const REFUSALS = ['crashed', 'memory-limit', 'time-limit', 'size-limit']
const FORBIDDEN: readonly (readonly [field: string, forbids: RegExp])[] = [
  ['auto-submitted', /^auto-replied$/i],
  ['return-path', /^<>$/],
  ['from', new RegExp(`^${DESK.replaceAll('.', '\\.')}$`, 'i')],
]

export function violations(raw: Buffer, handled: Handled): readonly string[] {
  const { inspected, outcome, answered, flaws } = handled
  const { line } = inspected
  const fields = firstFields(raw)
  const text = JSON.stringify(line)
  const header = raw.toString('latin1', 0, 300 * 1024).toLowerCase()
  return [
    ...flaws,
    ...(KINDS.includes(line.kind) && text.length > 0 ? [] : [`a line without a kind: ${text.slice(0, 200)}`]),
    ...(outcome.outcome === 'refused' && REFUSALS.includes(outcome.code)
      ? [`refused: ${outcome.code}: ${outcome.detail}`]
      : []),
    ...line.problems.filter(({ detail }) => /parts seen, [\d,]+ read/.test(detail)).map(({ detail }) => detail),
    ...line.problems.filter(({ code }) => code === 'crashed').map(({ detail }) => `crashed: ${detail}`),
    ...(line.ms > MOST_MS ? [`${line.ms} ms`] : []),
    ...(answered.length > 1 ? [`${answered.length} answers`] : []),
    ...(answered.length > 0 && !line.autoReply.allowed ? [`answered, although ${line.autoReply.because}`] : []),
    ...forbiddenAnswers(fields, line.autoReply.allowed || answered.length > 0),
    ...(header.includes('=?') || header.includes('(') ? [] : strangers(answered, header)),
    ...(JSON.stringify(inspected.mail)?.includes('\\u0000') ? ['a NUL in what would be stored'] : []),
  ]
}

function forbiddenAnswers(fields: ReadonlyMap<string, string>, mayAnswer: boolean): readonly string[] {
  if (!mayAnswer) return []
  return FORBIDDEN.filter(([name, forbids]) => forbids.test(fields.get(name) ?? '')).map(
    ([name]) => `may be answered in spite of ${name}: ${fields.get(name)}`,
  )
}

/** Nobody is written to whose address does not stand in the header. */
function strangers(answered: readonly string[], header: string): readonly string[] {
  const joined = header.replace(/\s+/g, '')
  return answered
    .filter((to) => /^[\x21-\x7e]+$/.test(to) && !joined.includes(to))
    .map((to) => `an answer to ${to}, who is not in the header`)
}

/** The first of each field of the top header, as RFC 5322 2.2 has it, up to anything that no two readers see alike. */
export function firstFields(raw: Buffer): ReadonlyMap<string, string> {
  const fields = new Map<string, string>()
  for (const line of raw.toString('latin1', 0, 32 * 1024).split(/\r?\n(?![ \t])/)) {
    const [, name, value] = /^([!-9;-~]+):((?:[^\r\n\0]|\r?\n(?=[ \t]))*)$/.exec(line) ?? []
    if (name === undefined || value === undefined) break
    if (!fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), value.replace(/\r?\n/g, '').trim())
  }
  return fields
}
