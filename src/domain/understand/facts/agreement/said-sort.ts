/**
 * The sort of agreement where the writer's own words choose one against another: "they don't want interconnection any
 * more, what they want is your commercial deal", "we aren't hooking up a network; same lines, we take the discount".
 */
import type { Agreement } from '../../../labels.ts'
import { isDenied } from '../../negation.ts'
import type { Reading } from '../../reading.ts'

const NETWORK = '(?:(?:any|our|a|the|its|their|an own) )?(?:networks?|switch(?:es)?|trunks?|anything)'
/** No interconnection is wanted. */
const NO_INTERCONNECTION: readonly RegExp[] = [
  /\b(?:don't|do not|doesn't|does not|no longer|never|not)\b[^.;?!]{0,20}\b(?:want|need|ask(?:ing)? for|request(?:ing)?|look(?:ing)? for|after|seek(?:ing)?) (?:an |any |the |your )?interconnect(?:ion|ing)?\b(?! (?:template|form|letter)\b)/i,
  /\binterconnection\b[^.;?!]{0,15}\b(?:is|was|would be) (?:overkill|too much|not (?:for|what)|more than|nothing for|the wrong)\b/i,
  new RegExp(
    `(?:\\b(?:not|no plans? (?:to|of|for)|nothing to|no intention (?:to|of)|never)|n't)\\b[^.;?!]{0,10}\\b(?:hook(?:ing)?(?: up)?|connect(?:ing)?(?: up)?|join(?:ing)?|link(?:ing)?(?: up)?|interconnect(?:ing)?) ${NETWORK}\\b`,
    'i',
  ),
  /\b(?:disregard|scratch|forget|scrap|drop|withdraw|instead of|rather than) (?:the |our |my |an? )?interconnection\b/i,
]
const COMMERCIAL = /\bcommercial (?:\w+ ){0,3}(?:agreements?|contracts?|deal|terms|paper|platform|offer(?:ing)?)\b/i
const RESALE =
  /\bresale\b|\bresell\w*|\bwhite[ -]label|\b(?:take|get|with|at) (?:the|your|a) (?:wholesale |avoided[- ]cost |resale )?discount\b|\b(?:our|their|own) (?:name|logo|brand) (?:on|to) (?:your|the|those|plain)\b|\bsend (?:out )?(?:the|our own) bills\b/i
/** A commercial agreement itself is what is asked for, and not only one that is told of. */
const ASKS_COMMERCIAL =
  /\b(?:needs?|wants?|(?:would|we'd|I'd|they'd) like|asks?(?:ing)? for|request(?:s|ing)?|after|looking for|send(?: us| me)?|issue|open|set (?:us )?up)\b[^.;?!]{0,60}\b(?:the|an?|your) commercial (?:\w+ ){0,2}(?:agreement|contract|deal|paper)\b/i
/** "To connect to your phone network", in a mail that says nothing of resale. */
const JOINS =
  /\b(?:connect|hook up|link up|link|join|plug|interconnect)(?:ed|ing)?\b(?: (?:our|my|its|the|their) (?:\w+ )?(?:network|switch|system|fiber))? (?:directly )?(?:to|with|into) (?:your|ur)(?: \w+){0,2} (?:network|switch|tandem|central office)\b/i
/** "Do we need your commercial agreement?" */
const ASKS_WHETHER =
  /\b(?:do|does|would|should|whether|if) (?:we|I|it|they|one|a \w+|my client) (?:also |really )?(?:need|want)\b/i
const INTERCONNECTION = /\binterconnect(?:ion|ing)?\b|\bICAs?\b|\b25[12]\b/gi

/** Null: it does not choose so plainly. */
export function sortSaidIn({ sentences }: Reading): Agreement | null {
  const own = sentences.filter(({ place }) => place === 'newest').map(({ text }) => text)
  const wanted = (pattern: RegExp) => own.some((text) => isSaid(text, pattern))
  const isRefused = own.some((text) => NO_INTERCONNECTION.some((one) => one.test(text)))
  if (isRefused && wanted(COMMERCIAL)) return wanted(/\bresale agreement\b/i) ? null : 'commercial'
  if (isRefused && wanted(RESALE)) return 'resale'
  if (wanted(JOINS) && !wanted(RESALE) && !wanted(COMMERCIAL)) return 'interconnection'
  const asks = own.some((text) => isSaid(text, ASKS_COMMERCIAL) && !ASKS_WHETHER.test(text))
  return asks && !own.some(speaksOfInterconnection) ? 'commercial' : null
}

function isSaid(text: string, pattern: RegExp): boolean {
  const at = text.search(pattern)
  return at >= 0 && !isDenied(text, at)
}

/** "These aren't ICA products" wants none. */
function speaksOfInterconnection(text: string): boolean {
  return [...text.matchAll(INTERCONNECTION)].some(({ index }) => !isDenied(text, index))
}
