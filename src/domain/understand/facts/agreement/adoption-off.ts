/** "Kill the adoption. Instead do your regular template": the adoption is called off, and another way taken. */
import { isDenied } from '../../negation.ts'
import type { Reading } from '../../reading.ts'

const OFF =
  /\b(?:kill|cancel|drop|stop|scrap|forget|abandon|withdraw|call off|calling off|withdrawing|dropping|cancell?ing) (?:the|our|that|this|my)(?: [\w-]+){0,3} (?:adoption|opt[- ]?in)\b|\b(?:adoption|opt[- ]?in)(?: (?:in|of|for) [\w ]{2,30})? (?:is|was|has been) (?:off|dead|withdrawn|cancell?ed|called off|dropped)\b/i
const INSTEAD = /\b(?:templates?|NTA|(?:standard|regular|usual) (?:agreement|contract|form|one))\b/i

/** Told of another's doing, asked, or only supposed. */
const NOT_OURS = /\b(?:if|by your?|their own|you (?:said|say|wrote)|I hear|told us)\b/i
/** What goes on being adopted, elsewhere or after all. */
const STILL =
  /\b(?:we|I|still|to|and|again|will) (?:\w+ )?(?:adopt|opt in(?:to)?)\b|\b(?:remains|stays|is still) an? (?:adoption|opt[- ]?in)\b/i

/** Both in the writer's own words of now; without another way it is a withdrawal of an adoption. */
export function isAdoptionOff({ sentences }: Reading): boolean {
  const own = sentences.filter(({ place, text }) => place === 'newest' && !/\?\W*$/.test(text))
  const off = own.findIndex(({ text }) => OFF.test(text) && !NOT_OURS.test(text) && !isDenied(text, text.search(OFF)))
  if (off < 0 || own.slice(off).some(({ text }) => STILL.test(text) && !isDenied(text, text.search(STILL))))
    return false
  return own.some(({ text }) => INSTEAD.test(text))
}
