import type { Evidence } from '../../understanding.ts'
import { evidence } from '../quote.ts'
import type { Place, Reading, Sentence } from '../reading.ts'
import { firmNamesIn } from './firm-names.ts'
import { CODE_OF, CODES, INCUMBENT_STATES, QWEST_STATES, STATES, WORDLIKE } from './state-names.ts'

/** The states a request is for, USPS codes, sorted. */
export interface StatesFinding {
  readonly states: readonly string[]
  readonly evidence: readonly Evidence[]
}

interface Mention {
  readonly code: string
  readonly at: number
  /** `labelled`: a form's line; `plain`: in the text; `address`: part of an address, a place, or a company's name. */
  readonly sort: 'labelled' | 'only' | 'plain' | 'denied' | 'address'
  readonly sentence: Sentence
}

const NAMES = new RegExp(
  `\\b(?:${[...STATES]
    .map(([, name]) => name)
    .sort((a, b) => b.length - a.length)
    .join('|')})\\b`,
  'gi',
)
const LABEL =
  /\bstates?(?:\(s\))?(?: (?:requested|required|needed|in which an agreement is needed|of service|covered))?\s?(?:is|are|:|=)\s*(?:\d{1,2} nos\. : )?$/i
const LABEL_LINE =
  /^\W{0,3}states?(?:\(s\))?(?: (?:requested|required|needed|covered))?(?: in which an agreement is needed)?\s?[:=]?\s*$/i
const FORMED =
  /\b(?:incorporated|organi[sz]ed|formed|chartered|established|registered office|formation|domiciled|under the laws of|laws of the state of)\b[^.;]{0,30}$/i
const FORMED_AFTER =
  /^\s*(?:corporation|limited liability|LLC\b|L\.L\.C|company\b|limited partnership|non-?profit|professional|general partnership|cooperative\b|corp\b)/i
const PLACE_AFTER =
  /^\s*(?:,? ?\d{5}\b|Springs\b|City\b|Falls\b|Beach\b|St\b|Street\b|Ave\b|Avenue\b|Blvd\b|Road\b|Rd\b|Heights\b|Island\b|, D\.?C)/
const CITY_BEFORE = /(?:^|[\s(·])(?:St\. |Fort |New |Los |Las |Saint |Grand |Rapid )?\p{Lu}[\p{L}.'-]+,\s*$/u
const REGION =
  /\b(?:all|each|every|entire|whole|across)\b[^.;]{0,40}\b(?:(?:14|16|fourteen|sixteen) (?:\w+ )?states|footprint|region|territory|(?:qwest|centurylink|lumen|your|QC) states)\b|\b(?:entire|whole) (?:QC |qwest |your )?(?:region|footprint|territory)\b|\b(?:14|fourteen)(?:[ -]state)? (?:qwest |QC |western )?(?:states|region)\b/i
const SIXTEEN = /\b(?:16|sixteen)\b|\b(?:entire|whole|all) (?:your |of your )?footprint\b/i
const EXCEPT = /\b(?:except|excluding|other than|apart from|but not|everywhere but|minus|not including)(?: for| in)?\b/i

const DENIED_BEFORE =
  /\b(?:not (?:for |in |to )?(?:the state of )?|no (?:interest|plans?|business|operations|customers) (?:in|for) |never (?:mind|been in) |instead of |rather than )$/i

/** Finds the states and drops those that are only an address, a place of formation, or denied. */
export function statesOf(reading: Reading, company: string | null): StatesFinding {
  const mentions = reading.sentences.flatMap((sentence, at) => mentionsIn(sentence, reading.sentences[at - 1], company))
  const denied = new Set(mentions.filter((one) => one.sort === 'denied').map((one) => one.code))
  const region = reading.sentences.find((one) => one.place !== 'quoted' && REGION.test(one.text))
  if (region !== undefined && !mentions.some((one) => one.sort === 'labelled'))
    return wholeRegion(region, mentions, denied)
  const steps: readonly ((one: Mention) => boolean)[] = [
    (one) => one.sort === 'labelled' && one.sentence.place !== 'quoted',
    (one) => one.sort === 'only' && one.sentence.place === 'newest',
    (one) => one.sort !== 'address' && inPlace(one, 'newest', 'subject'),
    (one) => one.sort !== 'address' && inPlace(one, 'quoted', 'file', 'name'),
    (one) => one.sort !== 'address' && inPlace(one, 'signature'),
    (one) => company !== null && inPlace(one, 'newest', 'signature'),
  ]
  for (const step of steps) {
    const found = mentions.filter((one) => one.sort !== 'denied' && step(one) && !denied.has(one.code))
    if (found.length > 0) return findingOf(found)
  }
  return { states: [], evidence: [] }
}

function inPlace(one: Mention, ...places: readonly Place[]): boolean {
  return places.includes(one.sentence.place)
}

function wholeRegion(region: Sentence, mentions: readonly Mention[], denied: ReadonlySet<string>): StatesFinding {
  const all = SIXTEEN.test(region.text) ? INCUMBENT_STATES : QWEST_STATES
  const excepted = EXCEPT.test(region.text)
    ? mentions.filter((one) => one.sentence === region && one.at > region.text.search(EXCEPT)).map((one) => one.code)
    : []
  const states = all.filter((code) => !denied.has(code) && !excepted.includes(code))
  return { states, evidence: [evidence('states', region.from, region.text)] }
}

function findingOf(found: readonly Mention[]): StatesFinding {
  const states = [...new Set(found.map((one) => one.code))].sort()
  const seen = new Set<Sentence>()
  const shown = found.filter((one) => !seen.has(one.sentence) && seen.add(one.sentence)).slice(0, 3)
  return { states, evidence: shown.map((one) => evidence('states', one.sentence.from, one.sentence.text, one.at)) }
}

function mentionsIn(sentence: Sentence, before: Sentence | undefined, company: string | null): Mention[] {
  const text = spelledOut(sentence.text)
  const found: { code: string; at: number; length: number; isCode: boolean }[] = []
  for (const match of text.matchAll(NAMES)) {
    // "nevada" in lower case may be anything but a state only in ordinary words; names are written with a capital or all small.
    found.push({
      code: CODE_OF.get(match[0].toLowerCase()) ?? '',
      at: match.index,
      length: match[0].length,
      isCode: false,
    })
  }
  for (const match of text.matchAll(/\b[A-Z]{2}\b/g)) {
    if (CODES.has(match[0]) && codeIsMeant(text, match[0], match.index))
      found.push({ code: match[0], at: match.index, length: 2, isCode: true })
  }
  if (found.length === 0) return []
  const firms = firmNamesIn(text).map((firm) => [firm.from, firm.to] as const)
  const labelled = LABEL_LINE.test(before?.text ?? '') && before?.place === sentence.place
  return found.map((one) => ({
    code: one.code,
    at: one.at,
    sentence,
    sort: sortOf(text, one, firms, labelled || LABEL.test(labelBefore(text, found, one.at)), company),
  }))
}

/** The text before the first of a list of states, so that a label counts for all of them. */
function labelBefore(text: string, found: readonly { at: number; length: number }[], at: number): string {
  let first = at
  for (const one of [...found].sort((a, b) => b.at - a.at)) {
    if (one.at < first && /^[\s,/&]*(?:and|or)?[\s,/&]*$/.test(text.slice(one.at + one.length, first))) first = one.at
  }
  return text.slice(0, first)
}

function sortOf(
  text: string,
  one: { code: string; at: number; length: number; isCode: boolean },
  firms: readonly (readonly [number, number])[],
  labelled: boolean,
  company: string | null,
): Mention['sort'] {
  const before = text.slice(Math.max(0, one.at - 60), one.at)
  const after = text.slice(one.at + one.length, one.at + one.length + 40)
  const inFirm =
    firms.some(([from, to]) => one.at >= from && one.at < to) || partOfCompany(text, one.at, one.length, company)
  if (inFirm || FORMED.test(before) || FORMED_AFTER.test(after) || PLACE_AFTER.test(after)) return 'address'
  // "Acme Fiber, Inc. (Delaware)" says where it was formed; no carrier serves the state of most charters from there.
  if (one.code === 'DE' && /\($/.test(before)) return 'address'
  if (labelled) return 'labelled'
  if (
    EXCEPT.test(before.slice(-40)) ||
    DENIED_BEFORE.test(before) ||
    /^\s*(?:side |operations? |property )?(?:is|has been|was) (?:already )?(?:covered|sold|dropped)/i.test(after)
  )
    return 'denied'
  if (/\b(?:only|just)(?: for| in)?(?: the state of)? $/i.test(before) || /^,? only\b/i.test(after)) return 'only'
  const city =
    CITY_BEFORE.test(before) &&
    !/(?:^|[\s(])(?:\p{Lu}{2}|Dakota|Mexico|Carolina|Virginia|York|Jersey|Hampshire|Island),\s*$/u.test(before) &&
    !endsWithState(before)
  const cityCode =
    one.isCode &&
    /(?:^|\s)\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?,? $/u.test(before) &&
    !/\b(?:Agreement|Form|ARF|For|In|The|Our|Your|State|States|Company|page|Notice|Request)\b,? $/i.test(before) &&
    /^(?:\s*$|\s*\d|\s*[-|·])/.test(after)
  return city || cityCode ? 'address' : 'plain'
}

function endsWithState(before: string): boolean {
  const word = /(\p{Lu}[\p{L}]+),\s*$/u.exec(before)?.[1]
  return word !== undefined && CODE_OF.has(word.toLowerCase())
}

/** "Missouri" in "Missouri Coteau" when the company is "Missouri Coteau Telephone, Inc.". */
function partOfCompany(text: string, at: number, length: number, company: string | null): boolean {
  if (company === null) return false
  const name = text.slice(at, at + length)
  const inside = company.toLowerCase().indexOf(name.toLowerCase())
  if (inside < 0) return false
  const next = company.slice(inside + length).split(/\s/)[1] ?? ''
  const before = company.slice(0, inside).trimEnd().split(/\s/).at(-1) ?? ''
  const here = text.slice(Math.max(0, at - 30), at + length + 30).toLowerCase()
  return (
    (next.length > 2 && here.includes(`${name.toLowerCase()} ${next.toLowerCase()}`)) ||
    (before.length > 2 && here.includes(`${before.toLowerCase()} ${name.toLowerCase()}`))
  )
}

/** Whether two capitals are a state here: among other codes, in brackets, after "for" or before "agreement". */
function codeIsMeant(text: string, code: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 24), at)
  const after = text.slice(at + 2, at + 26)
  if (/[/\w&-]$/.test(before) && !/(?:^|[\s(/])[A-Z]{2}\/$/.test(before)) return false
  if (/^\/EQ\b/.test(after) || /^[.]\S/.test(after) || /^[-_]?\d/.test(after)) return false
  if (code === 'CT' && /\bEQ\b/.test(text)) return false
  const amongCodes =
    /\b[A-Z]{2}(?:,| and| &|\/|, and)\s?$/.test(before) || /^\s?(?:,|and|&|\/|, and)\s?(?:and )?[A-Z]{2}\b/.test(after)
  const bracketed = /\($/.test(before) && /^[),]/.test(after)
  if (amongCodes || bracketed) return true
  const shouting = text === text.toUpperCase()
  if (shouting && WORDLIKE.has(code)) return /^\s*$/.test(before) && /^\s*$/.test(after)
  const framed =
    /(?:\b(?:for|in|of|our|the|your|an?|state|states|is|are|only)|[-:,|]) $/i.test(before) ||
    /\bstate\(s\) ?:? ?$/i.test(before)
  const named =
    /^ (?:agreement|ICA|template|NTA|interconnection|resale|commercial|PUC|PSC|only|opt|version|amendment|CLEC|request|paperwork|offers|sig|ica)/i.test(
      after,
    )
  if (WORDLIKE.has(code))
    return (
      named ||
      (/(?:\b(?:for|in)|[-:,]) $/.test(before) && /^\s*(?:$|[.,;)?])/.test(after)) ||
      (/^\s*$/.test(after) && /(?:[-:,]|\b(?:ARF|NTA|ICA|page|agreement|letter)) $/i.test(before))
    )
  return framed || named || /^\s*$/.test(after) || /^\s*$/.test(before)
}

/** "North and South Dakota", "the Dakotas" and the like with both names written out; other text keeps its places. */
function spelledOut(text: string): string {
  if (!/dakota|carolina/i.test(text)) return text
  return text
    .replace(/\bnorth (?:and|&|\/) ?south (dakota|carolina)\b/gi, 'North $1, South $1')
    .replace(/\bsouth (?:and|&|\/) ?north (dakota|carolina)\b/gi, 'South $1, North $1')
    .replace(/\bthe dakotas\b/gi, 'North Dakota, South Dakota')
}
