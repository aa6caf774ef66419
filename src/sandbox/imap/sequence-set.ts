/** Ranges of a sequence set (RFC 3501 9); `*` is kept until the mailbox is known. */
export type SequenceSet = readonly (readonly [number | '*', number | '*'])[]

export function readSequenceSet(text: string): SequenceSet | null {
  const ranges: [number | '*', number | '*'][] = []
  for (const range of text.split(',')) {
    const match = /^(\*|[1-9]\d{0,9})(?::(\*|[1-9]\d{0,9}))?$/.exec(range)
    if (!match) return null
    const from = bound(match[1] ?? '')
    const to = match[2] === undefined ? from : bound(match[2])
    if (from === null || to === null) return null
    ranges.push([from, to])
  }
  return ranges
}

/** The ranges as numbers, lower bound first. `largest` stands for `*`. */
export function resolve(set: SequenceSet, largest: number): readonly (readonly [number, number])[] {
  return set.map(([from, to]) => {
    const a = from === '*' ? largest : from
    const b = to === '*' ? largest : to
    return a <= b ? [a, b] : [b, a]
  })
}

function bound(text: string): number | '*' | null {
  if (text === '*') return '*'
  const number = Number(text)
  return number <= 0xffffffff ? number : null
}
