/** Which rows of a table a text means: "rows 2 and 5", "it is only the last two lines that I write about". */

/** Numbers of rows ("row 2" without a number of its own is the second), or so many from the top or the end. */
export type RowPointer = Numbers | { readonly by: 'first' | 'last'; readonly many: number }
interface Numbers {
  readonly by: 'number'
  readonly numbers: readonly number[]
  readonly areRows: boolean
}

const NUMBERED =
  /\b(rows?|lines?|items?|nos?\.?|numbers?) (\d{1,2}(?:(?:, ?and |, ?| and | & )\d{1,2}){0,9})\b(?![-./]\d)/gi
const ENDS =
  /\bthe (first|last|bottom|top) (?:(one|two|three|four|five|[1-5]) )?(?:rows?|lines?|ones?|entr(?:y|ies))\b/i
/** The sentence wants something of those rows. */
const WANTED = /\b(?:only|just|needs?|writ(?:e|ing)|asks?|asking|want\w*|help|concerns?|action|please|open)\b/i
const MANY: ReadonlyMap<string, number> = new Map([
  ['one', 1],
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['five', 5],
])

export function pointersIn(text: string): RowPointer[] {
  return text.split(/(?<=[.?!])\s|\n\s*\n/).flatMap((sentence) => {
    if (sentence.length > 600 || !WANTED.test(sentence)) return []
    const [, end = '', many = '1'] = ENDS.exec(sentence) ?? []
    const ends = end === '' ? [] : [{ by: sideOf(end), many: MANY.get(many.toLowerCase()) ?? Number(many) }]
    const numbered = [...sentence.matchAll(NUMBERED)].map((match) => ({
      by: 'number' as const,
      numbers: (match[2] ?? '').split(/\D+/).map(Number),
      areRows: /^row/i.test(match[1] ?? ''),
    }))
    return [...ends, ...numbered]
  })
}

/** A row by the number that it begins with; "row 3" also counts. */
export function isPointed(pointer: RowPointer, row: string, at: number, of: number): boolean {
  if (pointer.by !== 'number') return pointer.by === 'first' ? at < pointer.many : at >= of - pointer.many
  const own = /^[\s(|]{0,6}(\d{1,2})[.)]?(?=\s|\||;|,|$)/.exec(row)?.[1]
  if (own !== undefined) return pointer.numbers.includes(Number(own))
  return pointer.areRows && pointer.numbers.includes(at + 1)
}

function sideOf(end: string): 'first' | 'last' {
  return /^(?:first|top)$/i.test(end) ? 'first' : 'last'
}
