/**
 * One mail that asks for different things in different places: "the template in Arizona; in Utah we want to negotiate",
 * or counsel who says of each client in a sentence of its own what it wants and where (domain T7, 6.1 no. 12). Nothing of
 * the one is said of the other. Where a state is left over, or a sentence speaks of two at once, nothing is told apart.
 */
import type { Path } from '../../labels.ts'
import type { Evidence, Parties, Party, Understanding } from '../../understanding.ts'
import { quote } from '../quote.ts'
import { sentencesOf } from '../sentences.ts'
import { statesIn } from './parties.ts'

/** What is said of some states; `company` is null where the writer's own is meant. */
export interface Apart {
  readonly company: string | null
  readonly states: readonly string[]
  readonly path: Path | null
  readonly quote: string
}

const NEGOTIATES = /\bnegotiat(?:e|ing|ions?)\b(?! template)|\bredlin\w+|\bmark-?up\b/i
const NOT_NEGOTIATING = /\b(?:no need|not|don't|without|nothing|rather than|instead of)\b[^.;]{0,30}\bnegotiat\w+/i
const TEMPLATE =
  /\b(?:template|standard (?:agreement|one|form|ICA)|NTA|generic agreement)\b|\bas[ -]is\b|\b(?:unchanged|unmodified)\b|\bwithout (?:any )?changes?\b/i
const ADOPTS = /\bopt(?:ing|s)?[ -]?in(?:to)?\b|\badopt(?:s|ing|ion)?\b(?![^.;]{0,40}\btemplate\b)|\b252\(i\)|\bMFN\b/i
/** Where the second of two wishes begins. */
const CLAUSE = /;\s*|,?\s+(?:and|but|while|whereas)\s+(?=(?:in|for|to|we|would|with|the|negotiat\w*|adopt\w*|opt)\b)/i

/** "… and Foxtail Networks, Inc. Larkspur Telecom, LLC requests …": the point ends the sentence, too. */
const AFTER_FORM = /(?<=\b(?:Inc|Corp|Co|Ltd|L\.L\.C|L\.P)\.)\s+(?=\p{Lu})/u

/** A docket may end like a state: "21-00099-UT". */
function placesIn(text: string): readonly string[] {
  return statesIn(text.replace(/\S*\d\S*/g, ' '))
}

/** The way that a clause speaks of; null: of none, or of two. */
function wayIn(text: string): Path | null {
  const ways: Path[] = []
  const negotiates = NEGOTIATES.test(text) && !NOT_NEGOTIATING.test(text)
  if (negotiates) ways.push('negotiate')
  if (ADOPTS.test(text)) ways.push('opt-in')
  // A template may be what is negotiated.
  if (TEMPLATE.test(text) && !negotiates) ways.push('template-as-is')
  return ways.length === 1 ? (ways[0] ?? null) : null
}

/** One company, different ways: each state with its own. Empty: one way for all, or it is not told which is whose. */
export function waysApart(newest: string, states: readonly string[]): readonly Apart[] {
  const said = clausesOf(newest).flatMap((text): readonly Apart[] => {
    const path = wayIn(text)
    const here = placesIn(text)
    return path === null || here.length === 0 ? [] : [{ company: null, states: here, path, quote: quote(text) }]
  })
  const byPath = new Map<Path | null, Apart>()
  for (const one of said) {
    const known = byPath.get(one.path)
    byPath.set(one.path, { ...(known ?? one), states: union([...(known?.states ?? []), ...one.states]) })
  }
  const parts = [...byPath.values()]
  return parts.length > 1 && sharesOut(parts, states) ? parts : []
}

/** Several companies, each in sentences of its own. Empty: of one of them no state is said, or of two at once. */
export function companiesApart(
  newest: string,
  companies: readonly string[],
  states: readonly string[],
): readonly Apart[] {
  const byCompany = new Map<string, Apart>()
  for (const text of sentencesOf(newest).flatMap((one) => one.split(AFTER_FORM))) {
    const here = placesIn(text)
    if (here.length === 0) continue
    const [company, ...others] = companies.filter((one) => text.includes(bareName(one)))
    if (company === undefined || others.length > 0) return []
    const known = byCompany.get(company)
    byCompany.set(company, {
      company,
      states: union([...(known?.states ?? []), ...here]),
      path: known?.path ?? wayIn(text),
      quote: known?.quote ?? quote(text),
    })
  }
  const parts = [...byCompany.values()]
  const all = union(parts.flatMap((one) => one.states))
  return parts.length === companies.length && all.join() === union(states).join() ? parts : []
}

/** A sentence that speaks of two ways, cut where the second begins. Questions choose nothing. */
function clausesOf(newest: string): readonly string[] {
  const firm = sentencesOf(newest).filter((one) => !/\?\s*$/.test(one))
  return firm.flatMap((one) => (placesIn(one).length > 1 ? one.split(CLAUSE) : [one]))
}

function sharesOut(parts: readonly Apart[], states: readonly string[]): boolean {
  const all = parts.flatMap((one) => one.states)
  return union(all).length === all.length && union(all).join() === union(states).join()
}

function union(states: readonly string[]): readonly string[] {
  return [...new Set(states)].sort()
}

/** What is read of the mail as a whole. */
interface Whole {
  readonly agreement: Pick<Understanding, 'agreement'> & Found
  readonly company: Pick<Understanding, 'company'> & Found
  readonly states: Pick<Understanding, 'states'> & Found
  readonly identifiers: Pick<Understanding, 'identifiers'> & Found
  readonly contact: Pick<Understanding, 'contact'> & Found
}

interface Found {
  readonly evidence: readonly Evidence[]
}

/** `several`: its entities as far as they are known; they stay as they are where nothing is told apart. */
export function partiesApart(newest: string, several: Parties | null, whole: Whole): Parties | null {
  const { states } = whole.states
  if (states.length < 2 || several?.certain === true) return several
  const apart =
    several === null
      ? waysApart(newest, states)
      : companiesApart(
          newest,
          several.parties.map(({ company }) => company),
          states,
        )
  if (apart.length < 2) return several
  return { parties: apart.map((one) => partyOf(one, apart, whole)), certain: true }
}

function partyOf({ company, states, path, quote: words }: Apart, all: readonly Apart[], whole: Whole): Party {
  const party = { company: company ?? whole.company.company ?? '', states, quote: words }
  // What is said of the way once is said of all.
  if (all.every((one) => one.path === null)) return party
  const said = (what: string): Evidence => ({ for: what, from: 'text', quote: words })
  const { agreement, contact, identifiers } = whole
  const name = company === null ? whole.company.evidence : [said('company')]
  const codes = company === null ? identifiers : { identifiers: {}, evidence: [] }
  return {
    ...party,
    form: {
      ...{ at: [], agreement: path === null ? agreement.agreement : 'interconnection', path },
      ...{ contact: contact.contact, identifiers: codes.identifiers },
      evidence: [
        ...[...name, said('states'), ...(path === null ? [] : [said('path')])],
        ...agreement.evidence.filter((one) => one.for === 'agreement'),
        ...[...contact.evidence, ...codes.evidence],
      ],
    },
  }
}

function bareName(company: string): string {
  return company.replace(/,?\s+(?:L\.?L\.?C\.?|Inc\.?|Corp\.?|Corporation|L\.?P\.?|Co\.?|Company|Ltd\.?)$/i, '')
}
