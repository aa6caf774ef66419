/** Reads a pattern for what a text must contain before it can match. */
import { behind, closing } from './pattern-ways.ts'
import { ANY_DIGIT, BEYOND_ASCII, isWordChar, markOfChar, markOfWord } from './word-marks.ts'

/** A mark that the text must set, several together, or one of several; null: nothing. */
export type Need = number | null | { readonly every: readonly Need[] } | { readonly some: readonly Need[] }

export function needOf(pattern: RegExp): Need {
  if (/[vy]/.test(pattern.flags)) return null
  const need = needIn(pattern.source)
  // With both flags two letters beyond ASCII count as ASCII ones.
  return /i/.test(pattern.flags) && pattern.unicode ? some([BEYOND_ASCII, need]) : need
}

/** What a part of a pattern needs, and whether a letter right behind it begins a word. */
interface Part {
  readonly need: Need
  readonly opens: boolean
}

/** `run`: the beginning of a word that has been read so far. */
interface State {
  readonly opens: boolean
  readonly run: string
}

/** One thing that is matched: letters of a word, something else, or a choice. `end`: the index behind it. */
type Item =
  | { readonly sort: 'letter'; readonly letter: string; readonly end: number }
  | { readonly sort: 'other'; readonly need: Need; readonly opens: boolean; readonly end: number }
  | { readonly sort: 'group'; readonly from: number; readonly end: number }
  | { readonly sort: 'nothing'; readonly end: number }
  | { readonly sort: 'place'; readonly opens: boolean; readonly end: number }

/** Times that something optional is read both ways within one sequence. */
const MOST_FORKS = 3

function needIn(source: string): Need {
  return alternatives(0, false).need

  function alternatives(from: number, opens: boolean): Part & { readonly end: number } {
    const parts: Part[] = []
    let at = from
    for (;;) {
      const part = sequence(at, { opens, run: '' }, MOST_FORKS)
      parts.push(part)
      at = part.end
      if (source[at] !== '|') break
      at += 1
    }
    return { need: some(parts.map(({ need }) => need)), opens: parts.every((part) => part.opens), end: at }
  }

  function sequence(from: number, start: State, forks: number): Part & { readonly end: number } {
    const needs: Need[] = []
    let { opens, run } = start
    const endRun = () => {
      if (run !== '') needs.push(markOfWord(run))
      run = ''
    }
    let at = from
    while (at < source.length && source[at] !== '|' && source[at] !== ')') {
      const item = itemAt(at)
      const times = /^(?:[?*+]|\{\d+(?:,\d*)?\})\??/.exec(source.slice(item.end, item.end + 12))?.[0] ?? ''
      at = item.end + times.length
      if (item.sort === 'nothing') continue
      if (item.sort === 'place') {
        endRun()
        opens = item.opens
        continue
      }
      const isOptional = /^(?:[?*]|\{0)/.test(times)
      const isInWord = item.sort === 'letter' || run !== ''
      if (isOptional && forks > 0 && run.length < 3 && (run !== '' || (opens && item.sort !== 'other'))) {
        // Both ways, each with what follows: "e-?mail" is "email", or "e" and "mail".
        const without = sequence(at, { opens, run }, forks - 1)
        const read = one(item, { opens, run }, times === '?' || times === '??')
        const withIt = sequence(at, read.state, forks - 1)
        const both = some([without.need, every([...read.needs, withIt.need])])
        return { need: every([...needs, both]), opens: without.opens && withIt.opens, end: without.end }
      }
      if (isOptional) {
        if (isInWord) endRun()
        opens = opens && one(item, { opens, run: '' }, false).state.opens
        continue
      }
      const read = one(item, { opens, run }, times === '')
      needs.push(...read.needs)
      ;({ opens, run } = read.state)
    }
    endRun()
    return { need: every(needs), opens, end: at }
  }

  /** Reads an item that is there. `once`: it is not repeated, so that the word goes on behind it. */
  function one(item: Item, { opens, run }: State, once: boolean): { needs: Need[]; state: State } {
    if (item.sort === 'letter') {
      const word = run !== '' || opens ? run + item.letter : ''
      if (once || word === '') return { needs: [], state: { opens: false, run: word } }
      return { needs: [markOfWord(word)], state: { opens: false, run: '' } }
    }
    const needs: Need[] = run === '' ? [] : [markOfWord(run)]
    if (item.sort === 'other') return { needs: [...needs, item.need], state: { opens: item.opens, run: '' } }
    if (item.sort === 'group') {
      const inner = alternatives(item.from, run === '' && opens)
      return { needs: [...needs, inner.need], state: { opens: inner.opens, run: '' } }
    }
    return { needs, state: { opens, run: '' } }
  }

  function itemAt(at: number): Item {
    const char = source[at] ?? ''
    if (char === '(') return groupAt(at)
    if (char === '[') return classAt(at)
    if (char === '\\') return escapedAt(at)
    if (char === '^') return { sort: 'place', opens: true, end: at + 1 }
    if (char === '$') return { sort: 'place', opens: false, end: at + 1 }
    if (char === '.') return { sort: 'other', need: null, opens: false, end: at + 1 }
    return literal(char, at + 1)
  }

  function groupAt(at: number): Item {
    const head = /^\((?:\?(?:(:)|(<?[=!])|<\w+>))?/.exec(source.slice(at, at + 60)) as RegExpExecArray
    const from = at + head[0].length
    const end = closing(source, from) + 1
    // What only looks around takes nothing from the text.
    return head[2] === undefined ? { sort: 'group', from, end } : { sort: 'nothing', end }
  }

  function classAt(at: number): Item {
    const end = behind(source, at)
    const inner = source.slice(at + 1, end - 1)
    if (/^(?:0-9|\\d)$/.test(inner)) return { sort: 'other', need: ANY_DIGIT, opens: false, end }
    const letters = new Set(inner.toLowerCase())
    if (letters.size === 1 && isWordChar(inner)) return { sort: 'letter', letter: inner[0] as string, end }
    const noWord = !inner.startsWith('^') && /^(?:\\[s\-.\]/]|[^\w\\-]|-$|^-)+$/.test(inner)
    return { sort: 'other', need: null, opens: noWord, end }
  }

  function escapedAt(at: number): Item {
    const char = source[at + 1] ?? ''
    const end = at + 2
    if (char === 'b') return { sort: 'place', opens: true, end }
    if (char === 'B') return { sort: 'place', opens: false, end }
    if (char === 'd') return { sort: 'other', need: ANY_DIGIT, opens: false, end }
    if (/[sWnrtfv0]/.test(char)) return { sort: 'other', need: null, opens: true, end }
    const code = /^\\(?:u([0-9a-f]{4})|x([0-9a-f]{2})|u\{([0-9a-f]+)\})/i.exec(source.slice(at, at + 12))
    if (code !== null) {
      const read = String.fromCodePoint(Number.parseInt(code[1] ?? code[2] ?? code[3] ?? '', 16))
      return literal(read, at + code[0].length)
    }
    if (!/[\w]/.test(char)) return literal(char, end)
    const braces = /^\\[pPk][{<][^}>]*[}>]/.exec(source.slice(at, at + 80))
    return { sort: 'other', need: null, opens: false, end: braces === null ? end : at + braces[0].length }
  }
}

function literal(char: string, end: number): Item {
  if (isWordChar(char)) return { sort: 'letter', letter: char, end }
  return { sort: 'other', need: markOfChar(char), opens: true, end }
}

function every(needs: readonly Need[]): Need {
  const real = needs.filter((need) => need !== null)
  return real.length < 2 ? (real[0] ?? null) : { every: real }
}

function some(needs: readonly Need[]): Need {
  if (needs.some((need) => need === null)) return null
  return needs.length === 1 ? (needs[0] as Need) : { some: [...new Set(needs)] }
}
