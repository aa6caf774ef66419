import { z } from 'zod'

/**
 * One line of text from outside, as a template may show it: no line breaks or other control characters, no characters
 * that turn the direction of writing or are invisible, no web links (a forged sender must not have our mail carry
 * his), at most `max` code points. Longer values are cut and end in an ellipsis.
 */
export function line(max: number) {
  return z.string().transform((value) => tidyLine(value, max))
}

/** As `line`, and not empty once it is tidy. */
export function filledLine(max: number) {
  return line(max).pipe(z.string().min(1))
}

/**
 * As `filledLine`, for sentences of ours that say near their end what a person may write. A longer one loses its middle,
 * and no "CLEC-2026-00042 merge into CLEC-2026-00017" is cut apart.
 */
export function sentences(max: number) {
  return z
    .string()
    .transform((value) => withoutMiddle(tidied(value, max), max))
    .pipe(z.string().min(1))
}

/** Words, and whole quotations with what touches them. */
const WHOLE = /(?:"[^"]*"|[^\s"])+|"/g

/** Of what is kept, the larger half is the beginning. */
function withoutMiddle(tidy: string, max: number): string {
  const points = [...tidy]
  if (points.length <= max) return tidy
  const head = beginning(tidy, Math.ceil(max * 0.6) - 3)
  const tail = turned(beginning(turned(tidy), Math.floor(max * 0.4)))
  return tail === '' ? cut(tidy, max) : `${head} … ${tail}`
}

/** As many whole pieces as have room. */
function beginning(text: string, room: number): string {
  let end = 0
  for (const { 0: piece, index } of text.matchAll(WHOLE)) {
    if (index + piece.length > room) break
    end = index + piece.length
  }
  return text.slice(0, end)
}

function turned(text: string): string {
  return [...text].reverse().join('')
}

/** Letters, digits and signs of ASCII with single blanks between them, and no link: most lines. */
const TIDY = /^(?!.*(?::\/\/|www\.))[!-~]+(?: [!-~]+)*$/i

function tidyLine(value: string, max: number): string {
  return value.length <= max && TIDY.test(value) ? value : cut(tidied(value, max), max)
}

function tidied(value: string, max: number): string {
  return value
    .slice(0, max * 20) // beyond that nothing is shown anyway
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu, '')
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/\b(?:[a-z][a-z0-9+.-]{0,20}:\/\/|www\.)\S+/gi, '(link left out)')
    .replace(/\s+/g, ' ')
    .trim()
}

function cut(tidy: string, max: number): string {
  const points = [...tidy]
  if (points.length <= max) return tidy
  const kept = points.slice(0, max - 1).join('')
  return `${kept.trimEnd()}…`
}
