/**
 * Looks for patterns only where they may be found. Our patterns are long lists of ways to say something and most texts
 * say none of them: what each way needs (words with certain beginnings, a digit, a sign) is looked up in the marks of the
 * text, which is far cheaper than to search for it, and only the ways that are left are searched for.
 */
import { type Need, needOf } from './pattern-needs.ts'
import { waysOf } from './pattern-ways.ts'
import { type Marked, marksIn } from './word-marks.ts'

/** Steps of three: the mark that is looked up, where to go on when it is set, and where when it is not. */
type Program = Int32Array

interface Way {
  readonly pattern: RegExp
  /** The same, to be looked for again and again. */
  readonly each: RegExp
  /** Null: may match anything. */
  readonly needs: Program | null
}

interface Ways {
  readonly all: readonly Way[]
  /** Met where those of one of them are. */
  readonly needs: Program | null
}

const YES = -1
const NO = -2

const known = new WeakMap<RegExp, Ways>()

/** False only when the pattern surely does not match anywhere in the text. */
export function mayMatch(pattern: RegExp, text: Marked): boolean {
  return isMet(knownWays(pattern).needs, marksIn(text))
}

/** Those of some texts in which the pattern may match. */
export function mayMatchIn<T extends Marked>(pattern: RegExp, texts: readonly T[]): readonly T[] {
  const { needs } = knownWays(pattern)
  return texts.filter((text) => isMet(needs, marksIn(text)))
}

/** `pattern.test`, for a text that many patterns are looked for in. */
export function testIn(pattern: RegExp, text: Marked): boolean {
  const { all, needs } = knownWays(pattern)
  const marks = marksIn(text)
  return isMet(needs, marks) && all.some((way) => isMet(way.needs, marks) && way.pattern.test(text.text))
}

/** Where a pattern matches first, -1 when it does not. */
export function indexIn(pattern: RegExp, text: Marked): number {
  const { all, needs } = knownWays(pattern)
  const marks = marksIn(text)
  if (!isMet(needs, marks)) return -1
  let first = -1
  for (const way of all) {
    if (!isMet(way.needs, marks)) continue
    const at = way.pattern.exec(text.text)?.index ?? -1
    if (at >= 0 && (first < 0 || at < first)) first = at
  }
  return first
}

/** Each place where one of the ways of a pattern matches, way by way. */
export function* allIn(pattern: RegExp, text: Marked): Generator<RegExpExecArray> {
  const marks = marksIn(text)
  for (const way of knownWays(pattern).all) if (isMet(way.needs, marks)) yield* text.text.matchAll(way.each)
}

function isMet(program: Program | null, marks: Uint32Array): boolean {
  if (program === null) return true
  let at = 0
  while (at >= 0) {
    const mark = program[at] as number
    const isSet = ((marks[mark >> 5] as number) >>> (mark & 31)) & 1
    at = program[at + (isSet === 1 ? 1 : 2)] as number
  }
  return at === YES
}

function knownWays(pattern: RegExp): Ways {
  let ways = known.get(pattern)
  if (ways === undefined) {
    const each = waysOf(pattern).map((way) => ({ pattern: way, need: needOf(way) }))
    ways = {
      all: each.map(({ pattern: way, need }) => ({ pattern: way, each: global(way), needs: programOf(need) })),
      needs: programOf({ some: each.map(({ need }) => need) }),
    }
    known.set(pattern, ways)
  }
  return ways
}

function global(pattern: RegExp): RegExp {
  return new RegExp(pattern, `${pattern.flags.replace('g', '')}g`)
}

function programOf(need: Need): Program | null {
  const steps: (readonly [number, number, number])[] = []
  const last = add(need, YES, NO)
  if (last < 0) return null
  // Steps were added from the last to the first; a program begins with its first.
  const place = (at: number) => (at < 0 ? at : (steps.length - 1 - at) * 3)
  return Int32Array.from(steps.reverse().flatMap(([mark, yes, no]) => [mark, place(yes), place(no)]))

  /** Adds the steps that tell whether the need is met; returns where they begin. */
  function add(one: Need, yes: number, no: number): number {
    if (one === null) return yes
    if (typeof one === 'number') return steps.push([one, yes, no]) - 1
    if ('every' in one) return one.every.reduceRight<number>((then, part) => add(part, then, no), yes)
    return one.some.reduceRight<number>((otherwise, part) => add(part, yes, otherwise), no)
  }
}
