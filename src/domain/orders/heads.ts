/** What an order is about, as it stands in front of its words: numbers of lines, a case, or nothing. */
import type { OrderContext } from './order-context.ts'

export type Head =
  | { readonly head: 'lines'; readonly numbers: readonly number[] }
  | { readonly head: 'cases'; readonly refs: readonly string[] }
  | { readonly head: 'none' }

export interface Headed {
  readonly head: Head
  readonly rest: string
}

const NUMBER = '[#(\\[]{0,2}\\s?\\d{1,3}(?![\\d/]|[.-]\\d)\\s?[)\\]]?'
const BETWEEN = '\\s*(?:,\\s*and|,|&|\\+|\\band)\\s*'
const LINES = new RegExp(
  `^(?:(?:lines?|items?|points?|no\\.?|nr\\.?|numbers?|for|re|on)\\s*:?\\s*)?(${NUMBER}(?:${BETWEEN}${NUMBER})*)\\s*(?:[:.=>]+|-+>?|-)?(?:\\s+|$|(?=\\p{L}))`,
  'iu',
)
const RANGE = /^(?:(?:lines?|items?)\s+)?#?(\d{1,3})\s?-\s?#?(\d{1,3})(?![\d/-])\s*[:.)]?\s+/i
const REF = 'CLEC-\\d{4}-\\d{5,9}'
const CASES = new RegExp(
  `^(?:(?:cases?|for|re|in|on)\\s*:?\\s+)?\\[?(${REF}(?:${BETWEEN}${REF})*)\\]?\\s*[:,.=-]?\\s*`,
  'i',
)

export function headOf(line: string, context: OrderContext): Headed {
  const cases = CASES.exec(line)
  if (cases) return { head: { head: 'cases', refs: refsIn(cases[1] ?? '') }, rest: line.slice(cases[0].length) }
  const range = RANGE.exec(line)
  if (range) {
    const [from, to] = [Number(range[1]), Number(range[2])]
    if (from < to && to - from < 100)
      return {
        head: lines(Array.from({ length: to - from + 1 }, (_, i) => from + i)),
        rest: line.slice(range[0].length),
      }
  }
  const found = LINES.exec(line)
  if (found) return { head: lines(numbersIn(found[1] ?? '')), rest: line.slice(found[0].length) }
  return behindTheVerb(line, context)
}

const VERBS =
  "ok(?:ay)?|yes|approve|send|release|no|reject|drop|discard|do(?:n't| not) send|done(?: with)?|handled|assign|give|close|reopen|route|hand|merge"
const VERB_FIRST = new RegExp(
  `^((?:please\\s+)?(?:${VERBS}))\\s+(?:(?:lines?|no\\.?|drafts?|tasks?|items?)\\s+)?(${NUMBER}(?:${BETWEEN}${NUMBER})*)(?=[\\s.,;:!]|$)[.,:!]?\\s*`,
  'i',
)
/** A case that stands behind the verb; one behind "into" or "with" is where something goes. */
const CASE_WITHIN = new RegExp(`\\s*(?:\\b(?:for|in|on|of|case)\\s+){0,2}\\[?(${REF})\\]?`, 'i')
const GOAL_BEFORE = /\b(?:into|with|as|of)\s*$/i

function behindTheVerb(line: string, context: OrderContext): Headed {
  const verb = VERB_FIRST.exec(line)
  if (verb) {
    const numbers = numbersIn(verb[2] ?? '')
    if (numbers.some((one) => context.lines.has(one)) || /^(?:ok|yes|approve|send|no|reject|done)/i.test(line))
      return { head: lines(numbers), rest: `${verb[1]} ${line.slice(verb[0].length)}`.trim() }
  }
  const within = CASE_WITHIN.exec(line)
  const startsLikeGoal =
    within !== null && GOAL_BEFORE.test(line.slice(0, within.index + within[0].indexOf(within[1] ?? '')))
  if (
    within === null ||
    (startsLikeGoal && !/\b(?:for|in|on|of)\s+\[?CLEC/i.test(within[0])) ||
    /\bduplicate\s+of\b|\bsame as\b/i.test(line)
  )
    return { head: { head: 'none' }, rest: line }
  const rest = `${line.slice(0, within.index)} ${line.slice(within.index + within[0].length)}`
    .replace(/\s+/g, ' ')
    .trim()
  return { head: { head: 'cases', refs: refsIn(within[1] ?? '') }, rest }
}

export function refsIn(text: string): readonly string[] {
  return [...text.matchAll(new RegExp(REF, 'gi'))].map((match) => match[0].toUpperCase())
}

function numbersIn(text: string): readonly number[] {
  return [...new Set([...text.matchAll(/\d+/g)].map((match) => Number(match[0])))]
}

function lines(numbers: readonly number[]): Head {
  return { head: 'lines', numbers }
}
