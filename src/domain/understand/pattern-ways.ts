/** Cuts a pattern into the ways of which each matches by itself: the pattern matches first where the first of them does. */

/** The ways of a pattern, in its order; the pattern itself when there is one way only. */
export function waysOf(pattern: RegExp): readonly RegExp[] {
  if (/[gy]/.test(pattern.flags) || /\\[1-9]|\\k</.test(pattern.source)) return [pattern]
  const ways = waysIn(pattern.source)
  return ways.length < 2 ? [pattern] : ways.map((way) => new RegExp(way, pattern.flags))
}

/** `a|b` is `a` and `b`, and so is `\b(?:a|b)\b` with its boundaries. */
function waysIn(source: string): readonly string[] {
  const ways = alternatives(source)
  if (ways.length > 1) return ways.flatMap(waysIn)
  const open = /^(?:\\b|\^|\\s\*)*\(\?:/.exec(source)?.[0]
  if (open === undefined) return [source]
  const close = /\)(?:\\b|\$)?$/.exec(source)
  if (close === null || closing(source, open.length) !== close.index) return [source]
  const inner = alternatives(source.slice(open.length, close.index))
  if (inner.length < 2) return [source]
  const [before, after] = [open.slice(0, -'(?:'.length), close[0].slice(1)]
  return inner.flatMap((way) => waysIn(`${before}(?:${way})${after}`))
}

function alternatives(source: string): readonly string[] {
  const found: string[] = []
  let from = 0
  let depth = 0
  for (let at = 0; at < source.length; at = behind(source, at)) {
    if (source[at] === '(') depth += 1
    if (source[at] === ')') depth -= 1
    if (source[at] !== '|' || depth > 0) continue
    found.push(source.slice(from, at))
    from = at + 1
  }
  return [...found, source.slice(from)]
}

/** Where the group ends whose inside begins at an index. */
export function closing(source: string, from: number): number {
  let at = from
  for (let depth = 0; depth > 0 || source[at] !== ')'; at = behind(source, at)) {
    if (source[at] === '(') depth += 1
    if (source[at] === ')') depth -= 1
  }
  return at
}

/** Behind the character at an index: an escaped one and a class are one. */
export function behind(source: string, at: number): number {
  if (source[at] === '\\') return at + 2
  if (source[at] !== '[') return at + 1
  let end = at + 1
  while (source[end] !== ']') end += source[end] === '\\' ? 2 : 1
  return end + 1
}
