import type { Evidence } from '../understanding.ts'
import { QUOTE_LENGTH } from './limits.ts'

/** One line of at most 160 characters. With `at`, the window around that index, so that the telling words are in it. */
export function quote(text: string, at = 0): string {
  const from = at > QUOTE_LENGTH - 40 ? at - 40 : 0
  const window = text.slice(from, from + QUOTE_LENGTH * 2)
  const line = oneLine(window)
  if (line.length <= QUOTE_LENGTH && from + QUOTE_LENGTH * 2 >= text.length) return line
  return `${line.slice(0, QUOTE_LENGTH - 2).trimEnd()} …`
}

/** Evidence with its quote brought into shape. */
export function evidence(what: string, from: string, text: string, at = 0): Evidence {
  return { for: what, from, quote: quote(text, at) }
}

/** Runs of white space and control characters become one blank; most blanks are single ones and stay. */
function oneLine(text: string): string {
  return text.replace(/[\s\u0000-\u001f\u007f]{2,}|[^\S ]|[\u0000-\u001f\u007f]/g, ' ').trim()
}
