import type { Evidence } from '../../understanding.ts'
import { isDenied } from '../negation.ts'
import { evidence } from '../quote.ts'
import type { Place, Reading, Sentence } from '../reading.ts'
import { mayTell } from './state-addresses.ts'
import { bothOf, openBelow, withoutRuledOut } from './state-answers.ts'
import { stateCellsOf } from './state-cells.ts'
import { type StateMention, stateMentionsIn, statesFoundIn } from './state-mentions.ts'
import { INCUMBENT_STATES, QWEST_STATES } from './state-names.ts'
import { statesOfPlaces } from './state-places.ts'
import type { Stance } from './state-stance.ts'
import { isOfWriter } from './state-writer.ts'

/** The states a request is for, USPS codes, sorted. */
export interface StatesFinding {
  readonly states: readonly string[]
  readonly evidence: readonly Evidence[]
}

const REGION =
  /\b(?:all|each|every|entire|whole|across|throughout)\b[^.;]{0,40}\b(?:(?:14|16|fourteen|sixteen) (?:\w+ )?states|footprint|region|territory|(?:qwest|centurylink|lumen|your|QC) states|states? (?:that |where |in which )?you(?:'re| are| serve| operate| do| have))\b|\b(?:entire|whole|full) (?:QC |qwest |your )?(?:region|footprint|territory)\b|\b(?:14|fourteen)(?:[ -]state)? (?:\([^)]{1,20}\) |(?!states?\b)\w+ ){0,3}(?:states|region|territory|footprint)\b|\ball (?:14|16|fourteen|sixteen)\b|\b(?:all of your|every one of your) states\b|\beverywhere (?:you|except|but)\b|\bthe other (?:13|thirteen) (?:\w+ )?states\b/i
/** "The rest of the fourteen states don't interest us." */
const REGION_DENIED =
  /^[^.;,]{0,60}\b(?:don't|doesn't|do not|does not|aren't|are not|isn't|is not) (?:interest|concern|matter|needed|wanted|of interest|part|included|for us)\b/i
/** "The remaining states of your region, that is to say: Idaho, Iowa": what is named behind it is meant. */
const LISTED = /\b(?:namely|that is(?: to say)?|i\.e\.|viz\.?|to wit|meaning|states:|region:|footprint:|territory:)/i
const SIXTEEN = /\b(?:16|sixteen)\b|\b(?:entire|whole|all) (?:of )?(?:your )?footprint\b/i
const EXCEPT =
  /\b(?:except|excluding|other than|apart from|but not|(?:everywhere|all) but|minus|not including|save|without)(?: for| in)?\b/i

/** Collects every named state with its stance and takes the nearest stance in the nearest place that names any. */
export function statesOf(reading: Reading, company: string | null): StatesFinding {
  const cells = stateCellsOf(reading, company)
  const mentions = [
    ...reading.sentences
      .flatMap((sentence, at) =>
        withoutLeftOut(
          stateMentionsIn(whole(sentence, reading.sentences[at + 1]), reading.sentences[at - 1], company),
          reading.sentences[at + 1],
        ),
      )
      .filter((mention) => !cells.some((cell) => isRowOf(cell, mention)) && !isOfWriter(mention, reading)),
    ...cells,
  ]
  const region = reading.sentences.find((one) => one.place !== 'quoted' && isRegion(one.text))
  // A region in the subject is a headline; the states that the letter names count before it.
  const outweighs: readonly Stance[] =
    region?.place === 'subject' ? ['labelled', 'asked', 'plain', 'stated'] : ['labelled']
  if (
    region !== undefined &&
    !mentions.some((one) => outweighs.includes(one.stance) && one.sentence.place === 'newest')
  )
    return wholeRegion(region, mentions)
  const fresh = withoutStale(mentions, reading)
  const told = nearest(fresh, ['newest', 'subject'])
  if (told.length > 0) return findingOf(bothOf(told, fresh, reading) ?? openBelow(told, fresh) ?? told)
  for (const places of [['file', 'quoted', 'name'], ['signature']] as const) {
    const found = nearest(fresh, places)
    if (found.length > 0) return findingOf(withoutRuledOut(found, fresh))
  }
  const towns = mentions.filter((one) => one.stance === 'town' && one.sentence.place !== 'signature')
  const rest = mentions.filter((one) => one.stance === 'elsewhere')
  const ownRest = rest.filter(isOwn)
  const refused = mentions.filter((one) => one.stance === 'refused')
  const address =
    company === null ? [] : mentions.filter((one) => isOwn(one) && one.stance === 'address' && mayTell(one, company))
  return findingOf(
    [towns, ownRest, statesOfPlaces(reading), rest, refused, address].find((some) => some.length > 0) ?? [],
  )
}

/** The subject of an answer is of the first mail: "14 Utah ports are stuck" below "Re: Agreement request UT/WA". */
function withoutStale(mentions: readonly StateMention[], { mail, quoted }: Reading): readonly StateMention[] {
  const isAnswer = /^\s*(?:re|aw|antw|sv)\s?:/i.test(mail.subject) && quoted.trim() !== ''
  const here = mentions.filter(
    (one) => one.sentence.place === 'newest' && ['plain', 'stated', 'asked'].includes(one.stance),
  )
  return isAnswer && here.length > 0 ? mentions.filter((one) => one.sentence.place !== 'subject') : mentions
}

const LEFT_OUT =
  /\b(?:leave|keep) (?:it|that(?: one)?|them|this one) out\b|\bnothing is (?:planned|needed|asked|wanted) (?:there|on that side)\b|\b(?:it|that one) (?:isn't|is not) (?:on (?:mine|my list)|wanted|needed)\b/i

/** Rules out what was told of, and nothing that was asked for. */
const APART =
  /^\W{0,3}(?:(?:so|but|and),? )?(?:(?:that|this|it)(?: one)?(?:'s| is| has)? |which (?:is|are) |(?:those|these|they) are |please |just )?(?:not (?:a )?part of|not (?:covered by|included|concerned|affected|relevant|for now|for today|what this is)|nothing to do with|unrelated|untouched|a (?:separate|different) (?:matter|story|deal|project|request|thing)|(?:ignore|disregard|forget|skip|don't touch) (?:that|it|this)|(?:stays|remains) as (?:it|is)|(?:isn't|not|un)\s?(?:touched|affected)|no changes? there|nothing (?:changes|to do) there)\b/i

/** "It reaches into Utah. Please leave that out.": the sentence behind rules out the last state that was named. */
function withoutLeftOut(mentions: readonly StateMention[], next: Sentence | undefined): readonly StateMention[] {
  const [last] = mentions.toReversed()
  if (last === undefined) return mentions
  const isTold = ['plain', 'stated', 'already'].includes(last.stance)
  // "It has its own in Washington; that one isn't touched."
  const behind = last.sentence.text
    .slice(last.at, last.at + 160)
    .split(/[;,(]\s?| - /)
    .slice(1)
  if (isTold && behind.some((words) => APART.test(words)))
    return mentions.map((one) => (one === last ? { ...one, stance: 'elsewhere' } : one))
  if (next?.place !== last.sentence.place) return mentions
  const stance = LEFT_OUT.test(next.text) ? 'refused' : isTold && APART.test(next.text) ? 'elsewhere' : null
  if (stance === null) return mentions
  if (statesFoundIn(next.text).length > 0) return mentions
  return mentions.map((one) => (one === last ? { ...one, stance } : one))
}

/** Words by themselves say less than the row of a table does of which they are. */
function isRowOf(cell: StateMention, mention: StateMention): boolean {
  if (cell.code !== mention.code || cell.sentence.place !== mention.sentence.place) return false
  const row = cell.sentence.text.trim().replace(/\s+/g, ' ')
  // A sentence may be several rows, or a row several sentences.
  return row === mention.sentence.text || mention.sentence.text.includes(row) || row.includes(mention.sentence.text)
}

/** "South" at the end of a wrapped line and "Dakota" on the next. */
function whole(sentence: Sentence, next: Sentence | undefined): Sentence {
  if (next === undefined || !/\b(?:North|South|New|West|Rhode)$/.test(sentence.text)) return sentence
  return { ...sentence, text: `${sentence.text} ${next.text.split(' ', 1)[0] ?? ''}` }
}

function isRegion(text: string): boolean {
  const at = text.search(REGION)
  // "Your template without modification, in all of your states".
  if (at < 0 || REGION_DENIED.test(text.slice(at))) return false
  return !isDenied(
    text.replace(/\bwithout [^,.]{0,40},/g, (way) => ' '.repeat(way.length)),
    at,
  )
}

function isOwn(one: StateMention): boolean {
  return one.sentence.place === 'newest' || one.sentence.place === 'signature'
}

/**
 * A form's field counts before prose, together with what the writer's own words ask for besides. Where things are
 * already counts only when nothing is asked for, as in a change to an agreement in force.
 */
function nearest(mentions: readonly StateMention[], places: readonly Place[]): StateMention[] {
  const fields = mentions.filter((one) => one.stance === 'labelled' && one.sentence.place !== 'quoted')
  const here = [...mentions.filter((one) => places.includes(one.sentence.place)), ...fields]
  const stance = stancesOf(here)
  const having = (...wanted: readonly Stance[]) =>
    here.filter((one) => wanted.includes(stance.get(one.code) ?? 'address'))
  const refused = new Set(here.filter((one) => one.stance === 'refused').map((one) => one.code))
  const wanted = having('labelled', 'only').filter((one) => !refused.has(one.code))
  if (wanted.length > 0) return [...wanted, ...having('asked').filter(isBesides)]
  const isEnough = having('asked').length > 0 || having('plain').some((one) => one.sentence.place === 'newest')
  if (isEnough) return having('asked', 'plain')
  return having('plain', having('stated').length > 0 ? 'stated' : 'already')
}

/** "We also want one for Nevada" beside a form for another state. */
function isBesides(one: StateMention): boolean {
  return one.sentence.place === 'newest' && BESIDES.test(one.sentence.text)
}

const BESIDES = /\b(?:also|too|as well|in addition|additionally|besides|plus|secondly|second one|another)\b/i

/** From nearest to farthest; where a state is named more than once the first in this order counts. */
const ORDER: readonly Stance[] = [
  'labelled',
  'only',
  'refused',
  'asked',
  'elsewhere',
  'already',
  'plain',
  'stated',
  'nowhere',
  'town',
  'address',
]

function stancesOf(mentions: readonly StateMention[]): Map<string, Stance> {
  const stances = new Map<string, Stance>()
  for (const one of mentions) {
    const before = stances.get(one.code)
    const here = weighed(one)
    if (before === undefined || ORDER.indexOf(here) < ORDER.indexOf(before)) stances.set(one.code, here)
  }
  return stances
}

/** A subject may be stale, and a field in quoted text is as good as a sentence. */
function weighed(one: StateMention): Stance {
  if (one.sentence.place === 'subject' && one.stance === 'asked') return 'plain'
  return one.sentence.place === 'quoted' && one.stance === 'labelled' ? 'asked' : one.stance
}

/** "The rest of your territory": not where there is an agreement already. */
const THE_REST = /\b(?:rest|remaining|remainder|others?)\b/i

function wholeRegion(region: Sentence, mentions: readonly StateMention[]): StatesFinding {
  const all = SIXTEEN.test(region.text) ? INCUMBENT_STATES : QWEST_STATES
  const from = region.text.search(EXCEPT)
  const listed = mentions.filter((one) => one.sentence === region && one.at > region.text.search(LISTED) && from < 0)
  if (LISTED.test(region.text) && new Set(listed.map(({ code }) => code)).size > 1) return findingOf(listed)
  const isRest = THE_REST.test(region.text)
  const excepted = mentions
    .filter(
      (one) =>
        (one.sentence === region && from >= 0 && one.at > from) ||
        one.stance === 'refused' ||
        (isRest && one.stance === 'already'),
    )
    .map((one) => one.code)
  return {
    states: all.filter((code) => !excepted.includes(code)),
    evidence: [evidence('states', region.from, region.text)],
  }
}

function findingOf(found: readonly StateMention[]): StatesFinding {
  const states = [...new Set(found.map((one) => one.code))].sort()
  const seen = new Set<Sentence>()
  const shown = found.filter((one) => !seen.has(one.sentence) && seen.add(one.sentence)).slice(0, 3)
  return { states, evidence: shown.map((one) => evidence('states', one.sentence.from, one.sentence.text, one.at)) }
}
