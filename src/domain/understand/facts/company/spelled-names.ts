import { type FirmName, tidy } from './firm-names.ts'
import { COMMON_WORD } from './name-words.ts'

/** "lost river wave co here": the form that follows, written small too. */
const SPELLED_FORM =
  /^(?: (?:&|and) [a-z]{3,12})?,? (?:(?:co|corp|inc|ltd|llc)\b\.?|(?:company|corporation|coop|co-op|cooperative)\b)(?![ -](?:op|location)\b)/i

/** "our county broadband office": words that anybody uses. */
function isAnyOnes(name: string): boolean {
  return name
    .split(/[ &'-]+/)
    .every(
      (word) =>
        COMMON_WORD.test(word) || /^(?:county|city|town|village|tribal|rural|state|regional|valley)$/i.test(word),
    )
}

/** Where a text writes the letters of a domain as words: "raft river phone" for `raftriverphone`. */
export function spelledOutIn(text: string, domain: string): FirmName[] {
  if (!/^[a-z]{8,40}$/.test(domain)) return []
  const pattern = new RegExp(`(?<![@.\\w-])${[...domain].join("[ &'-]{0,3}")}(?![@\\w-]|\\.\\w)`, 'gi')
  return [...text.matchAll(pattern)]
    .filter((match) => match[0].includes(' ') && !isAnyOnes(match[0]))
    .map((match) => {
      const [form = ''] = SPELLED_FORM.exec(text.slice(match.index + match[0].length)) ?? []
      const to = match.index + match[0].length + form.length
      return { name: tidy(text.slice(match.index, to)), hasForm: form !== '', from: match.index, to }
    })
}
