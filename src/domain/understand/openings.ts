/**
 * How a match of a pattern can begin, so that a text without such a word is not searched for it: of nearly two hundred
 * cues most begin with words that a given mail does not say. Reads as much of the pattern syntax as our patterns use;
 * whatever it does not understand may begin anywhere.
 */

/** An opening is the beginning of a word, lower case, at most so many letters or digits. */
const LETTERS = 3
/** In a beginning as it is put together: a word boundary, and something that is not known. */
const BOUNDARY = '\b'
const UNKNOWN = '\0'
/** A boundary, the letters, nothing further. */
const ENOUGH = 1 + LETTERS
/** More beginnings than this are no help. */
const MOST = 200

const known = new WeakMap<RegExp, ReadonlySet<string> | null>()

/** The openings of the words with which a match can begin, or null when it may begin with anything. */
export function openingsOf(pattern: RegExp): ReadonlySet<string> | null {
  let openings = known.get(pattern)
  if (openings === undefined) {
    openings = /[uvy]/.test(pattern.flags) ? null : openingsIn(beginningsOf(pattern.source))
    known.set(pattern, openings)
  }
  return openings
}

/** The openings of all words of a text. */
export function openingsOfText(text: string): ReadonlySet<string> {
  return new Set(text.match(/[A-Za-z0-9]+/g)?.map((word) => word.slice(0, LETTERS).toLowerCase()))
}

function openingsIn(beginnings: readonly string[]): ReadonlySet<string> | null {
  const openings = new Set<string>()
  for (const beginning of beginnings) {
    // A word shorter than that has to end there.
    const word = /^\x08(?:([a-z0-9]{3})|([a-z0-9]{1,2})[^a-z0-9\0])/.exec(beginning)
    if (word === null) return null
    openings.add(word[1] ?? word[2] ?? '')
  }
  return openings
}

/** All strings with which a match can begin, as far as they are known and needed. */
function beginningsOf(source: string): readonly string[] {
  let at = 0

  function alternatives(): readonly string[] {
    const found = [...sequence()]
    while (source[at] === '|') {
      at += 1
      found.push(...sequence())
    }
    return found
  }

  function sequence(): readonly string[] {
    let found: readonly string[] = ['']
    while (at < source.length && source[at] !== '|' && source[at] !== ')') found = joined(found, repeated(item()))
    return found
  }

  function item(): readonly string[] {
    const mark = source[at] ?? ''
    at += 1
    if (mark === '(') return group()
    if (mark === '[') return anyOf()
    if (mark === '\\') return escaped()
    if (mark === '^') return [BOUNDARY]
    return [mark === '.' || mark === '$' ? UNKNOWN : mark.toLowerCase()]
  }

  function group(): readonly string[] {
    const isPlain = source.startsWith('?:', at)
    if (isPlain) at += 2
    const isSpecial = source[at] === '?' // looks around, or has a name
    if (isSpecial) at += 1
    const inner = alternatives()
    at += 1
    return isSpecial ? [UNKNOWN] : inner
  }

  function anyOf(): readonly string[] {
    const from = at
    while (source[at] !== ']') at += source[at] === '\\' ? 2 : 1
    const inner = source.slice(from, at)
    at += 1
    return /^\^|\\|.-./.test(inner) ? [UNKNOWN] : [...inner.toLowerCase()]
  }

  function escaped(): readonly string[] {
    const mark = source[at] ?? ''
    at += 1
    if (mark === 'b') return [BOUNDARY]
    return [/\w/.test(mark) ? UNKNOWN : mark]
  }

  function repeated(once: readonly string[]): readonly string[] {
    const count = /^(?:[?*+]|\{\d+(?:,\d*)?\})\??/.exec(source.slice(at, at + 12))?.[0] ?? ''
    at += count.length
    if (count === '') return once
    const more = count.startsWith('?') ? once : once.map((one) => one + UNKNOWN)
    return /^(?:[?*]|\{0)/.test(count) ? ['', ...more] : more
  }

  return alternatives()
}

function joined(heads: readonly string[], tails: readonly string[]): readonly string[] {
  const found = heads.flatMap((head) => {
    const isDone = head.length >= ENOUGH || head.endsWith(UNKNOWN)
    return isDone
      ? [head]
      : tails.map((tail) => (head.endsWith(BOUNDARY) ? head + tail.replace(/^\x08/, '') : head + tail))
  })
  const distinct = [...new Set(found)]
  return distinct.length > MOST ? [UNKNOWN] : distinct
}
