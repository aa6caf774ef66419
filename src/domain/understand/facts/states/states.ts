import type { Evidence } from '../../../understanding.ts'
import { evidence } from '../../quote.ts'
import type { Place, Reading, Sentence } from '../../reading.ts'
import { answeredStates } from './answered.ts'
import { narrowed, widened } from './below.ts'
import { countedStates } from './count.ts'
import { withoutGoingOn } from './goes-on.ts'
import type { StateMention } from './mentions.ts'
import { type StatesNamed, statesNamed } from './named.ts'
import { statesOfPlaces } from './places.ts'
import { regionIn } from './region.ts'
import { isSeat } from './seat.ts'
import type { Stance } from './stance.ts'
import { isOfWriter } from './writer.ts'

/** The states a request is for, USPS codes, sorted. */
export interface StatesFinding {
  readonly states: readonly string[]
  readonly evidence: readonly Evidence[]
}

/** Collects every named state with its stance and takes the nearest stance in the nearest place that names any. */
export function statesOf(
  reading: Reading,
  company: string | null,
  { inText, inCells: table }: StatesNamed = statesNamed(reading, company),
): StatesFinding {
  const told = inText.filter(
    (mention) =>
      !table.some((cell) => isRowOf(cell, mention)) && !isOfWriter(mention, reading) && !isSeat(mention, reading),
  )
  const prose = withoutGoingOn(told, reading.sentences)
  // What the letter itself asks for is not ruled out by a row that tells how things are.
  const isToldOf = (cell: StateMention) => prose.some((one) => one.code === cell.code && isNamed(one))
  const mentions = [...prose, ...table.filter((cell) => cell.stance !== 'elsewhere' || !isToldOf(cell))]
  const region = regionIn(reading, mentions)
  if (region !== null) return 'states' in region ? region : findingOf(region.listed)
  const answered = answeredStates(reading, mentions)
  if (answered.length > 0) return findingOf(answered)
  const fresh = withoutStale(mentions, reading)
  const near = nearest(fresh, ['newest', 'subject'])
  const counted = countedStates(reading, fresh)
  if (counted.length > 0 && near.every((one) => counted.some(({ code }) => code === one.code)))
    return findingOf(counted)
  if (near.length > 0)
    return findingOf(openBelow(near, fresh) ?? widened(near, reading, fresh, (places) => nearest(fresh, places)))
  for (const places of [['file', 'quoted', 'name'], ['signature']] as const) {
    const found = nearest(fresh, places)
    if (found.length > 0) return findingOf(narrowed(found, fresh))
  }
  const towns = mentions.filter((one) => one.stance === 'town' && one.sentence.place !== 'signature')
  const rest = mentions.filter((one) => one.stance === 'elsewhere')
  const ownRest = rest.filter(isOwn)
  const refused = mentions.filter((one) => one.stance === 'refused')
  const address =
    company === null
      ? []
      : mentions.filter((one) => isOwn(one) && one.stance === 'address' && !isPosted(one) && !isWrittenAsCode(one))
  return findingOf(
    [towns, ownRest, statesOfPlaces(reading), rest, refused, address].find((some) => some.length > 0) ?? [],
  )
}

/**
 * "Colorado came, thanks" above a mail that speaks of three states: what is open are the other two. Null where the
 * writer's own words name a state for its own sake, or one that the mail below does not name.
 */
function openBelow(told: readonly StateMention[], mentions: readonly StateMention[]): StateMention[] | null {
  if (!told.every((one) => one.stance === 'stated' && one.sentence.place === 'newest')) return null
  const below = mentions.filter((one) => weighed(one) === 'asked' && ['quoted', 'file'].includes(one.sentence.place))
  const here = new Set(told.map((one) => one.code))
  if (![...here].every((code) => below.some((one) => one.code === code))) return null
  const open = below.filter((one) => !here.has(one.code))
  return open.length > 0 ? open : null
}

/** The subject of an answer is of the first mail: "14 Utah ports are stuck" below "Re: Agreement request UT/WA". */
function withoutStale(mentions: readonly StateMention[], { mail, quoted }: Reading): readonly StateMention[] {
  const isAnswer = /^\s*(?:re|aw|antw|sv)\s?:/i.test(mail.subject) && quoted.trim() !== ''
  const here = mentions.filter(
    (one) => one.sentence.place === 'newest' && ['plain', 'stated', 'asked'].includes(one.stance),
  )
  return isAnswer && here.length > 0 ? mentions.filter((one) => one.sentence.place !== 'subject') : mentions
}

/** A line of a postal address. */
function isPosted({ sentence, at }: StateMention): boolean {
  return /^\p{L}+(?: (?:Dakota|Mexico|York))?,? ?\d{5}\b/u.test(sentence.text.slice(at, at + 30))
}

function isWrittenAsCode({ code, sentence, at }: StateMention): boolean {
  return sentence.text.startsWith(code, at)
}

/** Words by themselves say less than the row of a table does of which they are. */
function isRowOf(cell: StateMention, mention: StateMention): boolean {
  if (cell.code !== mention.code || cell.sentence.place !== mention.sentence.place) return false
  const row = cell.sentence.text.trim().replace(/\s+/g, ' ')
  // A sentence may be several rows, or a row several sentences.
  return row === mention.sentence.text || mention.sentence.text.includes(row) || row.includes(mention.sentence.text)
}

/** The writer's own words name it for its own sake. */
function isNamed({ stance, sentence }: StateMention): boolean {
  return sentence.place === 'newest' && ['asked', 'plain', 'only', 'labelled'].includes(stance)
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
  'name',
]

/** Of at least one mention. */
export function nearestStance(mentions: readonly StateMention[]): Stance {
  const order = mentions.map(({ stance }) => ORDER.indexOf(stance))
  return ORDER[Math.min(...order)] as Stance
}

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

function findingOf(found: readonly StateMention[]): StatesFinding {
  const states = [...new Set(found.map((one) => one.code))].sort()
  const seen = new Set<Sentence>()
  const shown = found.filter((one) => !seen.has(one.sentence) && seen.add(one.sentence)).slice(0, 3)
  return { states, evidence: shown.map((one) => evidence('states', one.sentence.from, one.sentence.text, one.at)) }
}
