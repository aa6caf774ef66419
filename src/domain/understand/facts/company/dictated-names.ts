import { COMMON_WORD, isJoiner, isStop, TRADE } from './name-words.ts'

/** Company names that are small throughout, as machines write down a voice and hurried people type. */

const NAME =
  /\b(?:from|with|at|for|of|is|are|we're) ((?:(?!(?:from|with|at|for|of|is|are) )[a-z][a-z'&-]{1,18} ){2,5}?(?:authority|cooperative|co-op|company|association|corporation))\b/g
/** "From a small telephone company" is from nobody in particular. */
const ANY_ONE =
  /^(?:small|little|rural|local|big|other|another|different|same|old|existing|neighboring|regional|independent|national|typical|regular|real|whole|any|every|each|some|one|two|next)$/

/** "this is delphine from red mesa telecommunications authority": a word of the trade in it, and no capital before it. */
export function dictatedNamesIn(text: string): { readonly name: string; readonly from: number; readonly to: number }[] {
  return [...text.matchAll(NAME)].flatMap((match) => {
    const [whole, name = ''] = match
    const from = match.index + whole.length - name.length
    const before = text.slice(Math.max(0, from - 40), from).replace(/\bI\b/g, '')
    return /\p{Lu}/u.test(before) || !isCarriers(name.split(' ')) ? [] : [{ name, from, to: from + name.length }]
  })
}

function isCarriers(words: readonly string[]): boolean {
  const [first = ''] = words
  if (ANY_ONE.test(first) || COMMON_WORD.test(first)) return false
  return words.slice(1, -1).some((word) => TRADE.test(word)) && !words.some((word) => isStop(word) || isJoiner(word))
}
