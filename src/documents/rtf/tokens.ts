/** RTF cut into its tokens (RTF 1.9, "RTF Syntax"), one pass without look-back. */
import type { Job } from '../job.ts'

export type RtfToken =
  | { readonly sort: 'open' | 'close' }
  | { readonly sort: 'word'; readonly word: string; readonly value: number | null }
  | { readonly sort: 'symbol'; readonly symbol: string }
  /** A character of the document's code page. */
  | { readonly sort: 'byte'; readonly byte: number }
  | { readonly sort: 'text'; readonly text: string }

const WORD = /([A-Za-z]{1,32})(-?\d{1,10})? ?/y
const TEXT = /[^\\{}\r\n]{1,4096}/y
/** Between two looks at the clock. */
const TOKENS_PER_LOOK = 4096

export function* rtfTokens(bytes: Buffer, job: Job): Generator<RtfToken> {
  const source = bytes.toString('latin1')
  let at = 0
  for (let count = 1; at < source.length; count += 1) {
    if (count % TOKENS_PER_LOOK === 0) job.checkTime()
    const [token, next] = tokenAt(source, at)
    if (token !== null) yield token
    // Raw bytes follow, whose number it says.
    at = token?.sort === 'word' && token.word === 'bin' ? next + Math.max(0, token.value ?? 0) : next
  }
}

function tokenAt(source: string, at: number): readonly [RtfToken | null, number] {
  const sign = source[at]
  if (sign === '{') return [{ sort: 'open' }, at + 1]
  if (sign === '}') return [{ sort: 'close' }, at + 1]
  if (sign === '\r' || sign === '\n') return [null, at + 1]
  if (sign === '\\') return controlAt(source, at + 1)
  TEXT.lastIndex = at
  const text = TEXT.exec(source)?.[0] ?? sign ?? ''
  return [{ sort: 'text', text }, at + text.length]
}

function controlAt(source: string, at: number): readonly [RtfToken | null, number] {
  if (source[at] === "'") {
    const byte = Number.parseInt(source.slice(at + 1, at + 3), 16)
    return [Number.isNaN(byte) ? null : { sort: 'byte', byte }, at + 3]
  }
  WORD.lastIndex = at
  const found = WORD.exec(source)
  if (found === null) return [{ sort: 'symbol', symbol: source[at] ?? '' }, at + 1]
  const value = found[2] === undefined ? null : Number(found[2])
  return [{ sort: 'word', word: found[1] ?? '', value }, WORD.lastIndex]
}
