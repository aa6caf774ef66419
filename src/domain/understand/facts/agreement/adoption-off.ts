/** "Kill the adoption. Instead do your regular template": the adoption is called off, and another way taken. */
import { isDenied } from '../../negation.ts'
import type { Reading } from '../../reading.ts'

const OFF =
  /\b(?:kill|cancel|drop|stop|scrap|forget|abandon|withdraw|call off|calling off|withdrawing|dropping|cancell?ing) (?:the|our|that|this|my)(?: [\w-]+){0,3} (?:adoption|opt[- ]?in)\b|\b(?:adoption|opt[- ]?in)(?: (?:in|of|for) [\w ]{2,30})? (?:is|was|has been) (?:off|dead|withdrawn|cancell?ed|called off|dropped)\b/i
const INSTEAD = /\b(?:templates?|NTA|(?:standard|regular|usual) (?:agreement|contract|form|one))\b/i

/** Both in the writer's own words of now; without another way it is a withdrawal of an adoption. */
export function isAdoptionOff({ sentences }: Reading): boolean {
  const own = sentences.filter(({ place, text }) => place === 'newest' && !/\?\W*$/.test(text))
  const isOff = own.some(({ text }) => OFF.test(text) && !isDenied(text, text.search(OFF)))
  return isOff && own.some(({ text }) => INSTEAD.test(text))
}
