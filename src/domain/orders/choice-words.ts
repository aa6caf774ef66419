/** The words for routes, reasons of closing, families and sorts of carriers. */
import type { CarrierType, ClosingReason, Family, Route } from '../casework/case-file.ts'
import { STATE_NAMES } from '../states.ts'
import { words } from './words.ts'

export const ROUTE_WORDS: Readonly<Record<Route, readonly string[]>> = {
  'template-as-is': [
    'as is',
    ...['template', 'template as is', 'nta', 'nta as is', 'standard', 'standard agreement', 'as-is', 'template-as-is'],
  ],
  negotiate: ['negotiate', 'negotiation', 'negotiated', 'negotiating', 'to negotiate'],
  'opt-in': ['opt-in', 'opt in', 'optin', 'adoption', 'adopt', '252(i)'],
  tariff: ['tariff', 'colorado tariff', 'the tariff', 'co tariff'],
  commercial: ['commercial', 'commercial agreement', 'commercial contract'],
}

/** `merged` is no word of a person: it follows from `merge into`. */
export const CLOSING_WORDS: Readonly<Record<Exclude<ClosingReason, 'merged'>, readonly string[]>> = {
  withdrawn: [
    'withdrawn',
    ...['withdraw', 'they withdrew', 'clec withdrew', 'request withdrawn', 'they withdrew it', 'withdrew'],
    ...['they withdrew the request', 'customer withdrew', 'withdrawn by the clec'],
  ],
  'not-our-territory': [
    'not our territory',
    'outside our territory',
    'out of territory',
    'not our state',
    'sold state',
  ],
  terminated: ['terminated', 'termination', 'agreement terminated'],
  duplicate: ['duplicate', 'a duplicate', 'dup', 'double'],
  completed: ['completed', 'complete', 'all done', 'process complete'],
}

const FAMILY_WORDS: Readonly<Record<Family, readonly string[]>> = {
  qc: ['qc', 'qwest', 'qwest corporation', 'centurylink qc'],
  'ct-eq': ['ct/eq', 'cteq', 'ct-eq', 'centurytel', 'embarq', 'centurytel and embarq'],
}

const CARRIER_WORDS: Readonly<Record<CarrierType, readonly string[]>> = {
  'facility-based': ['facility-based', 'facilities-based', 'facility based carrier', 'facilities based clec'],
  reseller: ['reseller', 'resale', 'resale only'],
  wireless: ['wireless', 'cmrs', 'wireless carrier', 'wireless service provider', 'wsp', 'paging'],
}

export const routeNamed = finder(ROUTE_WORDS)
export const closingNamed = finder(CLOSING_WORDS)
export const familyNamed = finder(FAMILY_WORDS)
export const carrierNamed = finder(CARRIER_WORDS)

/** USPS code or name of a state. */
export function stateNamed(text: string): string | null {
  const said = words(text)
  const found = Object.entries(STATE_NAMES).find(([code, name]) => code.toLowerCase() === said || words(name) === said)
  return found?.[0] ?? null
}

function finder<T extends string>(table: Readonly<Record<T, readonly string[]>>): (text: string) => T | null {
  const entries = Object.entries<readonly string[]>(table) as [T, readonly string[]][]
  const byWords = new Map(entries.flatMap(([one, list]) => [one, ...list].map((word) => [words(word), one] as const)))
  return (text) => byWords.get(words(text)) ?? null
}
