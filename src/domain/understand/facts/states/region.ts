/** "All of your Qwest states, minus Wyoming", "the rest of your territory": a request for a whole region. */
import type { Evidence } from '../../../understanding.ts'
import { isDenied } from '../../negation.ts'
import { evidence } from '../../quote.ts'
import type { Reading, Sentence } from '../../reading.ts'
import type { StateMention } from './mentions.ts'
import { INCUMBENT_STATES, QWEST_STATES } from './names.ts'
import type { Stance } from './stance.ts'

const REGION =
  /\b(?:all|each|every|entire|whole|across|throughout)\b[^.;]{0,40}\b(?:(?:14|16|fourteen|sixteen) (?:\w+ )?states|footprint|region|territory|(?:qwest|centurylink|lumen|your|QC) states|states? (?:that |where |in which )?you(?:'re| are| serve| operate| do| have))\b|\b(?:entire|whole|full) (?:QC |qwest |your )?(?:region|footprint|territory)\b|\b(?:14|fourteen)(?:[ -]state)? (?:\([^)]{1,20}\) |(?!states?\b)\w+ ){0,3}(?:states|region|territory|footprint)\b|\ball (?:14|16|fourteen|sixteen)\b|\b(?:all of your|every one of your) states\b|\beverywhere (?:you|except|but)\b|\bthe other (?:13|thirteen) (?:\w+ )?states\b|\b(?:rest|remainder) of (?:your|the (?:qwest|centurylink|lumen|QC|fourteen|14))(?: [\w-]+)? (?:states|footprint|region|territory)\b/i
/** "The rest of the fourteen states don't interest us." */
const REGION_DENIED =
  /^[^.;,]{0,60}\b(?:don't|doesn't|do not|does not|aren't|are not|isn't|is not) (?:interest|concern|matter|needed|wanted|of interest|part|included|for us)\b/i
/** "Every one of your states that touches it": not the whole region. */
const BORDERS = /^[^.;]{0,60}\bstates? (?:that|which) (?:touch|border|adjoin|neighbou?r|surround)/i
/** "The remaining states of your region, that is to say: Idaho, Iowa": what is named behind it is meant. */
const LISTED = /\b(?:namely|that is(?: to say)?|i\.e\.|viz\.?|to wit|meaning|states:|region:|footprint:|territory:)/i
const SIXTEEN = /\b(?:16|sixteen)\b|\b(?:entire|whole|all) (?:of )?(?:your )?footprint\b/i
const EXCEPT =
  /\b(?:except|excluding|other than|apart from|but not|(?:everywhere|all) but|minus|not including|save|without|but (?:one|two|three|four|\d)|(?:with|has) (?:one|two|three|four|\d) exceptions?)(?: for| in)?\b/i
/** What somebody has already is no part of the rest. */
const REST =
  /\b(?:rest|remainder) of\b|\b(?:remaining|other)(?: [\w-]+)? (?:states?|territory|region|footprint)\b|\bthe others\b|\bwhere we (?:do not|don't) (?:yet )?have\b/i

/** The states of a region, or those that its sentence lists by name. */
type Region =
  | { readonly states: readonly string[]; readonly evidence: readonly Evidence[] }
  | { readonly listed: readonly StateMention[] }

/** Null where no region is asked for, or where the letter names its states. */
export function regionIn({ sentences }: Reading, mentions: readonly StateMention[]): Region | null {
  const region = sentences.find((one) => one.place !== 'quoted' && isRegion(one.text))
  if (region === undefined) return null
  // A region in the subject is a headline; the states that the letter names count before it.
  const outweighs: readonly Stance[] =
    region.place === 'subject' ? ['labelled', 'asked', 'plain', 'stated'] : ['labelled']
  return mentions.some((one) => outweighs.includes(one.stance) && one.sentence.place === 'newest')
    ? null
    : wholeRegion(region, mentions)
}

function isRegion(text: string): boolean {
  const at = text.search(REGION)
  if (BORDERS.test(text.slice(at))) return false
  // "Your template without modification, in all of your states".
  if (at < 0 || REGION_DENIED.test(text.slice(at))) return false
  return !isDenied(
    text.replace(/\bwithout [^,.]{0,40},/g, (way) => ' '.repeat(way.length)),
    at,
  )
}

function wholeRegion(region: Sentence, mentions: readonly StateMention[]): Region {
  const all = SIXTEEN.test(region.text) ? INCUMBENT_STATES : QWEST_STATES
  const from = region.text.search(EXCEPT)
  const listed = mentions.filter((one) => one.sentence === region && one.at > region.text.search(LISTED) && from < 0)
  if (LISTED.test(region.text) && new Set(listed.map(({ code }) => code)).size > 1) return { listed }
  const isRest = REST.test(region.text)
  const excepted = mentions
    .filter(
      (one) =>
        (one.sentence === region && from >= 0 && one.at > from) ||
        one.stance === 'refused' ||
        (isRest && one.stance === 'already' && one.sentence.place === 'newest'),
    )
    .map((one) => one.code)
  return {
    states: all.filter((code) => !excepted.includes(code)),
    evidence: [evidence('states', region.from, region.text)],
  }
}
