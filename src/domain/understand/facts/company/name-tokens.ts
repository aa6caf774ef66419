/** The words of a text as company names are made of them. */
import { remembered } from '../../remembered.ts'
import { SUFFIX } from './name-words.ts'

export interface Word {
  /** Without the brackets, quotes and marks that cling to it. */
  readonly bare: string
  readonly from: number
  readonly to: number
  readonly opens: boolean
  readonly closes: boolean
  /** A full stop behind it that is no part of the word. */
  readonly ends: boolean
}

/** "R.", "T.K.O.", and words that names shorten: "Tolliver Tel. Co.". */
export const INITIAL = /^(?:St|Ft|Mt|No|Geo|Wm|Chas|Tel|Elec|Bros|(?:\p{Lu}\.){0,3}\p{Lu})\.$/u

/** Most words: nothing clings to them. */
const LETTERS = /^[A-Za-z\d]+$/
const UNMARKED = { opens: false, closes: false, ends: false }

/** Longer ones are no part of a name, and not worth looking at. */
const LONGEST = 200

export const wordsOf: (text: string) => readonly Word[] = remembered(cutIntoWords)

function cutIntoWords(text: string): readonly Word[] {
  return [...text.matchAll(/[^\s,;:|·/。、（）「」]+/g)].map((match) => {
    const raw = match[0]
    if (LETTERS.test(raw) || raw.length > LONGEST)
      return { bare: raw, from: match.index, to: match.index + raw.length, ...UNMARKED }
    const lead = /^[("'[<*]*/.exec(raw)?.[0].length ?? 0
    let bare = withoutMarks(raw.slice(lead))
    const closes = /[)\]]/.test(raw.slice(lead + bare.length))
    bare = bare.replace(/(?<=[\p{L}.]{2})'s$|'$/u, '')
    const keepsStop = SUFFIX.test(bare) && /^(?:Inc|Corp|Co|Ltd|Assn)\.$|\..*\.$/i.test(bare)
    const ends = bare.endsWith('.') && !keepsStop && !INITIAL.test(bare)
    if (ends) bare = bare.replace(/\.+$/, '')
    return {
      bare,
      from: match.index + lead,
      to: match.index + lead + bare.length,
      opens: /[(["]/.test(raw.slice(0, lead)),
      closes,
      ends,
    }
  })
}

const MARKS = new Set(`)]"'!?>*`)

/** Without the marks at its end, and a full stop behind each. By hand: a pattern for it takes for ever over `)))))x`. */
function withoutMarks(word: string): string {
  let end = word.length
  while (end > 0) {
    if (MARKS.has(word[end - 1] ?? '') || (word[end - 1] === '.' && MARKS.has(word[end - 2] ?? ''))) end -= 1
    else break
  }
  return word.slice(0, end)
}

export function gapBefore(text: string, words: readonly Word[], at: number): string {
  return text.slice(words[at - 1]?.to ?? 0, words[at]?.from ?? 0)
}

/** Only blanks between a word and the one before, or the end of a wrapped line. */
export function touches(text: string, words: readonly Word[], at: number): boolean {
  return /^(?:'s|')?[)"']?(?: {1,2}|\n)[("']?$/.test(gapBefore(text, words, at))
}
