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

/** Letters, digits and signs of ASCII with single blanks between them, and no link: most lines. */
const TIDY = /^(?!.*(?::\/\/|www\.))[!-~]+(?: [!-~]+)*$/i

function tidyLine(value: string, max: number): string {
  if (value.length <= max && TIDY.test(value)) return value
  const tidy = value
    .slice(0, max * 20) // beyond that nothing is shown anyway
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu, '')
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/\b(?:[a-z][a-z0-9+.-]{0,20}:\/\/|www\.)\S+/gi, '(link left out)')
    .replace(/\s+/g, ' ')
    .trim()
  const points = [...tidy]
  if (points.length <= max) return tidy
  const kept = points.slice(0, max - 1).join('')
  return `${kept.trimEnd()}…`
}
