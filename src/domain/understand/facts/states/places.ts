import type { Reading } from '../../reading.ts'
import type { StateMention } from './mentions.ts'
import { CODES, INCUMBENT_STATES } from './names.ts'

/** Larger towns of the carrier's states whose names stand for no other place in its mail. */
const TOWNS: Readonly<Record<string, string>> = {
  AZ: 'Phoenix|Tucson|Scottsdale|Flagstaff|Tempe|Chandler',
  CO: 'Denver|Boulder|Colorado Springs|Fort Collins|Ft\\. Collins|Pueblo|Grand Junction|Durango',
  FL: 'Orlando|Tallahassee|Fort Myers|Ft\\. Myers|Ocala',
  IA: 'Des Moines|Cedar Rapids|Davenport|Sioux City|Iowa City|Waterloo|Dubuque',
  ID: "Boise|Twin Falls|Pocatello|Idaho Falls|Coeur d'Alene|Nampa",
  MN: 'Minneapolis|St\\. Paul|Saint Paul|Twin Cities|Duluth|Rochester|St\\. Cloud',
  MT: 'Billings|Missoula|Bozeman|Great Falls|Butte|Kalispell',
  ND: 'Fargo|Bismarck|Grand Forks|Minot',
  NE: 'Omaha|Grand Island|North Platte|Scottsbluff',
  NM: 'Albuquerque|Santa Fe|Las Cruces|Farmington|Roswell',
  NV: 'Las Vegas',
  OR: 'Portland|Salem|Bend|Medford|Corvallis',
  SD: 'Sioux Falls|Rapid City|Pierre|Watertown',
  UT: 'Salt Lake City|Salt Lake|Provo|Ogden|St\\. George|Logan',
  WA: 'Seattle|Spokane|Tacoma|Olympia|Yakima|Bellingham|Walla Walla',
  WY: 'Cheyenne|Casper|Laramie|Rock Springs|Gillette',
}

/** Local access and transport areas of these states. */
const LATAS: Readonly<Record<string, string>> = {
  AZ: '666|668|980',
  CO: '656|658',
  IA: '630|632|634|635',
  ID: '652|960',
  MN: '620|624|626|628',
  MT: '648|650',
  ND: '636|638',
  NE: '644|646|958',
  NM: '664',
  OR: '670|672',
  SD: '640',
  UT: '660',
  WA: '674|676',
  WY: '654',
}

/** Short names of commissions that do not begin with the code of their state, as "SDPUC" and "NMPRC" do. */
const COMMISSIONS: ReadonlyMap<string, string> = new Map([
  ['IPUC', 'ID'],
  ['IUB', 'IA'],
  ['OPUC', 'OR'],
  ['WUTC', 'WA'],
])
const COMMISSION = new RegExp(
  `\\b(?:${[...COMMISSIONS.keys()].join('|')}|(?:${[...CODES].join('|')})(?:PUC|PSC|PRC|UTC))\\b`,
  'gi',
)

const TOWN = new RegExp(`\\b(?:${Object.values(TOWNS).join('|')})(?![\\w'-]| \\p{Lu}\\p{Ll}+ (?:Inc|LLC|Co\\b))`, 'gu')
/**
 * A carrier that comes to a town asks for the town's state: "launching in Spokane, Boise and Salt Lake City", "an agreement
 * for Omaha". A cage, a trunk or a port in a town asks for no state.
 */
const WANTED =
  /\b(?:launch\w*|serv(?:e|es|ing)|expand\w*|enter\w*|roll(?:ing)? out|agreements?|ICAs?)\b[^.;?!]{0,120}\b(?:in|for|at|around|to|serving|serve|the|and|cover|covering)\b/i
/** Where the writer or his switch is. */
const SITS =
  /\b(?:headquarter\w*|based|located|lives?|office|softswitch|switch|regards|greetings|cold|hot|sunny|snowy|rainy|from|moved|flight|meeting|airport|court|born|conference|lawyer|bank|left|leaves|leaving|mailed|shipped|posted|couriered|courier|dispatched|drove|flew|arrived)\b[^.;,]{0,25}$/i

/**
 * States that only a town, a LATA, a commission's short name or an order's number tells: counted where no state is named
 * at all, and only where something is wanted in the town. A town in a signature, or where somebody sits, tells nothing.
 */
export function statesOfPlaces({ sentences }: Reading): StateMention[] {
  return sentences
    .filter(({ place }) => place === 'newest' || place === 'subject')
    .flatMap((sentence) => {
      const { text } = sentence
      const towns = [...text.matchAll(TOWN)].filter(({ index }) => {
        const before = text.slice(Math.max(0, index - 160), index)
        return WANTED.test(before) && !SITS.test(before)
      })
      const found = [
        ...towns.map((town) => ({ code: codeIn(TOWNS, town[0]), at: town.index })),
        ...latasIn(text),
        ...commissionsIn(text),
        ...ordersIn(text),
      ]
      return found.flatMap(({ code, at }) => (code === null ? [] : [{ code, at, stance: 'asked' as const, sentence }]))
    })
}

/** "LATA 666", "LATAs 666 and 668". */
function latasIn(text: string): { readonly code: string | null; readonly at: number }[] {
  return [...text.matchAll(/\bLATAs? (\d{3}(?:(?:, | and | & | \+ |\/)\d{3}){0,8})\b/gi)].flatMap((match) =>
    (match[1] ?? '').split(/\D+/).map((number) => ({ code: codeIn(LATAS, number), at: match.index })),
  )
}

/** "Filed with SDPUC". */
function commissionsIn(text: string): { readonly code: string | null; readonly at: number }[] {
  return [...text.matchAll(COMMISSION)].map((match) => ({
    code: COMMISSIONS.get(match[0].toUpperCase()) ?? match[0].slice(0, 2).toUpperCase(),
    at: match.index,
  }))
}

const ORDER = new RegExp(
  `\\b(?:PONs?|LSRs?|ASRs?|orders?)\\b[^.;?!]{0,25}\\b(?=[A-Z\\d-]{0,14}\\d)[A-Z\\d]{3,14}-(${INCUMBENT_STATES.join('|')})\\b(?!-)`,
  'g',
)

/** "PON 004417-MT": many carriers end the numbers of their orders on the state. */
function ordersIn(text: string): { readonly code: string | null; readonly at: number }[] {
  return [...text.matchAll(ORDER)].map((match) => ({ code: match[1] ?? null, at: match.index }))
}

function codeIn(table: Readonly<Record<string, string>>, word: string): string | null {
  const entry = Object.entries(table).find(([, names]) => names.replaceAll('\\', '').split('|').includes(word))
  return entry?.[0] ?? null
}
