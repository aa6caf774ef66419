/** States by codes that are written small: "for ut", "casper wy", "nd and sd". */
import type { Named } from './list.ts'
import { CODES, UNMISTAKABLE, WORDLIKE } from './names.ts'

/** "for ut", "in mn and az": codes written small count only behind a town, or "in" or "for", and not those that are words. */
export function smallCodesIn(text: string): Named[] {
  const found: Named[] = [...text.matchAll(SMALL_BEHIND_TOWN)].map((match) => {
    const [all, code = ''] = match
    return { code: code.toUpperCase(), at: match.index + all.length - 2, length: 2, isCode: true }
  })
  const head = SMALL_AT_HEAD.exec(text)
  const atHead = [...(head?.[1] ?? '').matchAll(/\b(?!and\b)[a-z]{2}\b/g)]
  const areCodes = atHead.every(([code]) => CODES.has(code.toUpperCase())) && atHead[0]?.[0] !== 'hi'
  if (head !== null && areCodes && atHead.some(([code]) => UNMISTAKABLE.has(code.toUpperCase())))
    for (const one of atHead)
      found.push({
        code: one[0].toUpperCase(),
        at: head[0].length - (head[1] ?? '').length + one.index,
        length: 2,
        isCode: true,
      })
  for (const match of text.matchAll(
    /\b(in|for|about|re|cancel|our|the) ([a-z]{2}(?:(?:, ?| and | & |\/|, and )[a-z]{2}){0,8})\b(?![-'.]\w)/g,
  )) {
    const [, lead = '', list = ''] = match
    const codes = [...list.matchAll(/\b(?!and\b)[a-z]{2}\b/g)].filter((one) => CODES.has(one[0].toUpperCase()))
    if (codes.every((one) => WORDLIKE.has(one[0].toUpperCase()))) continue
    if (!/^(?:in|for)$/.test(lead) && !codes.every((one) => UNMISTAKABLE.has(one[0].toUpperCase()))) continue
    const from = match.index + match[0].length - list.length
    for (const one of codes) found.push({ code: one[0].toUpperCase(), at: from + one.index, length: 2, isCode: true })
  }
  return found
}

/** "nd and sd. the long name is right": an answer of nothing but codes; "hi, mt. shasta is where we sit" greets. */
const SMALL_AT_HEAD =
  /^\W*((?:[a-z]{2})(?:(?:, ?| and | & |\/|, and )[a-z]{2}){1,8})(?=[.,;!]|\s*$| (?:please|pls|for now|both|only))/

/** "We are a small shop outside casper wy"; not "at home mt view". */
const SMALL_BEHIND_TOWN =
  /\b(?:in|at|near|outside|around|from|serving) (?:(?:fort|ft|grand|great|rapid|sioux|rock|twin|las|santa|st) )?(?!home\b|work\b)[a-z]{4,},? (az|mn|mt|nd|nm|nv|sd|ut|wa|wy)\b(?![-'.]\w| view\b)/g
