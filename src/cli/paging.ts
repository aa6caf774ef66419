import { IntakeError } from '../foundation/intake-error.ts'
import type { OptionSpec, OptionValue } from './command.ts'

/** Rows asked for at once; a long table is streamed, never held whole. */
const PAGE = 500

export const MOST_OPTION: OptionSpec = {
  flags: '-n, --most <count>',
  description: 'at most so many lines (default: all)',
}

/** Every row of a table that is listed by ascending id, page by page. */
export async function* everyRow<Row extends { readonly id: number }>(
  list: (page: { after: number; most: number }) => Promise<readonly Row[]>,
  most: OptionValue,
): AsyncGenerator<Row> {
  let left = typeof most === 'string' ? wholeNumber(most) : Number.POSITIVE_INFINITY
  let after = 0
  while (left > 0) {
    const page = await list({ after, most: Math.min(PAGE, left) })
    yield* page
    left -= page.length
    const last = page.at(-1)
    if (!last || page.length < PAGE) return
    after = last.id
  }
}

/** Of `--most`. */
export function wholeNumber(text: string): number {
  const value = Number(text)
  if (Number.isInteger(value) && value > 0) return value
  throw new IntakeError('usage', `--most is "${text}"; it must be a whole number above 0.`)
}
