import type { Address } from '../../mail.ts'
import type { Evidence } from '../../understanding.ts'
import { evidence } from '../quote.ts'
import { type Place, type Reading, sentencesIn } from '../reading.ts'
import { paragraphsOf } from '../sentences.ts'
import { firmNamesIn } from './firm-names.ts'

/** The carrier a mail is about, as written, without "d/b/a …". */
export interface CompanyFinding {
  readonly company: string | null
  readonly evidence: readonly Evidence[]
}

interface Candidate {
  readonly name: string
  readonly points: number
  readonly from: string
  readonly quote: string
  readonly at: number
}

const INCUMBENT = /\b(?:Qwest|CenturyLink|CenturyTel|Lumen|Embarq|U ?S ?WEST|United Telephone|Brightspeed)\b/i
/** Writers for others: law firms, consultants, agencies, and bodies that are never the carrier. */
const OTHER_TRADE =
  /\b(?:LLP|L\.L\.P|PLLC|P\.L\.L\.C|PLC|PC|P\.C|PS|P\.S)\.?$|\b(?:Consult\w*|Advisors?|Advisory|Insurance|Agency|Law|Attorneys?|Filings|Associates|Brothers|Commission|Department|Bank|Board)\b|\bExchange Carrier Association\b/i
/** Labels of forms and of typed-out forms. */
const LABEL =
  /\b(?:legal (?:entity )?name(?: of company)?(?: \([^)]{0,30}\))?|company(?: legal)? name(?: is)?|contracting entity(?: is)?|company|carrier name|name of (?:company|carrier)|applicant|CLEC)\s?[:=]?\s*$/i
const CLIENT =
  /\b(?:on behalf of|behalf of our client|(?:i|we|firm|who) (?:represents?|advise|act(?:s)? for)|counsel (?:for|to)|act for|our client|my client|client is|client,?|for client|our insured|the request of our insured|accept this as a request on behalf of)\s*(?:the )?,?\s*$/i
const OWN =
  /\b(?:we are|we're|i'm (?:at|with)|i am (?:\w+ ){0,6}(?:of|at|from|with)|this is \w+ at|here at|it's for|it is for|signed by|party to it|please show|with|for|from|of|to be|controller at|name is|day at)\s*$/i
const ACTS =
  /^(?:'s)?,?\s*(?:\([^)]{0,40}\)\s*)?(?:hereby|formally|would|will|wants?|wish(?:es)?|intends?|requests?|asks?|elects?|is (?:electing|ready|a|thinking|prepared|registered)|has (?:had|reviewed|a|registered|received)|needs?|holds?|signed|and (?:CenturyLink|Qwest)|gives? notice|adopts?|closed|can|just|adopt|serves|to (?:place|start)|start|already has|registration|letter|signed its|in (?:\w+ )?)/i
const TARGET =
  /\b(?:agreements? (?:of|with|held by)|(?:adopt|adopting|adopts|adoption of|opt(?:ing|ed)? in(?:to)?|the same .{0,40} as|same deal)(?: the| to the| an?)?(?: \w+){0,6})\s*(?:the )?$/i
/** The other party of an agreement: the target of an adoption, else the sender's own company. */
const PARTY = /\bbetween (?:[\w./ ]{2,60}) and\s*$/i
const ADOPTION = /\badopt|\bopt(?:ing)? in|\b252 ?\(i\)|\bsame (?:terms|agreement)|\bMFN\b/i
const TARGET_AFTER =
  /^(?:'s)?\s*(?:has|have|got|agreement|interconnection agreement|signed|does|don't|operat|is approved|\(?(?:docket|approved))/i
const FORMER =
  /\b(?:formerly|f\/k\/a|fka|previously|(?:assets|agreement|name) of|affiliate|predecessor|purchase of (?:the assets of )?)\s*$/i
const FORMER_AFTER = /^,?\s*(?:changed its name|is now|ceases|which will cease)/i
const RENAMED =
  /\b(?:changed (?:its|our) name to|is now(?: called| known as)?|(?:our|the) new name is|name to|now known as)\s*$/i
const SURVIVES = /^,?\s*(?:which )?(?:will be the )?surviv/i

/** Scores every company name in the mail by what is said around it and by the sender's own domain. */
export function companyOf(reading: Reading, ownAddresses: readonly string[]): CompanyFinding {
  const byKey = new Map<string, Candidate & { seen: number }>()
  for (const candidate of candidatesOf(reading, ownAddresses)) {
    const key = keyOf(candidate.name)
    const before = byKey.get(key)
    const points =
      before === undefined
        ? candidate.points
        : Math.max(before.points, candidate.points) +
          Math.min(1, Math.max(-3, Math.min(before.points, candidate.points) / 4))
    const best = before === undefined || candidate.points > before.points ? candidate : before
    byKey.set(key, { ...best, points, seen: (before?.seen ?? 0) + 1 })
  }
  const best = [...byKey.values()].sort((a, b) => b.points - a.points)[0]
  if (best === undefined || best.points < 1) return { company: null, evidence: [] }
  return { company: best.name, evidence: [evidence('company', best.from, best.quote, best.at)] }
}

const PLACE_POINTS: Record<Place, number> = { subject: 2, newest: 2, signature: 2.5, quoted: 0.5, file: 1.5, name: 0.5 }

function candidatesOf(reading: Reading, ownAddresses: readonly string[]): Candidate[] {
  const domain = domainWords(reading.mail.from[0], ownAddresses)
  const texts: { place: Place; from: string; text: string }[] = [
    { place: 'subject', from: 'subject', text: reading.subject },
    ...paragraphsOf(reading.newest).map((text) => ({ place: 'newest' as const, from: 'text', text })),
    ...reading.signature.split('\n').map((text) => ({ place: 'signature' as const, from: 'text', text })),
    ...paragraphsOf(reading.quoted)
      .slice(0, 120)
      .map((text) => ({ place: 'quoted' as const, from: 'text', text })),
    ...sentencesIn(reading, 'file').map((one) => ({ place: 'file' as const, from: one.from, text: one.text })),
  ]
  return texts.flatMap(({ place, from, text }, at) =>
    firmNamesIn(text.slice(0, 4000)).map((firm) => {
      // In a form's table the label is the cell, so the line, before.
      const label = place === 'file' && firm.from === 0 ? (texts[at - 1]?.text.slice(-80) ?? '') : ''
      const before = `${label} ${text.slice(Math.max(0, firm.from - 90), firm.from)}`
      const after = text.slice(firm.to, firm.to + 60)
      const points =
        PLACE_POINTS[place] + contextPoints(firm.name, before, after, { place, text }) + domainPoints(firm.name, domain)
      return { name: firm.name, points, from, quote: text, at: firm.from }
    }),
  )
}

function contextPoints(
  name: string,
  before: string,
  after: string,
  around: { readonly place: Place; readonly text: string },
): number {
  let points = 0
  if (INCUMBENT.test(name)) return -20
  if (OTHER_TRADE.test(name)) points -= 9
  if (LABEL.test(before)) points += 6
  if (CLIENT.test(before)) points += 6
  if (OWN.test(before)) points += 2
  if (ACTS.test(after)) points += 2
  if (RENAMED.test(before)) points += 6
  if (SURVIVES.test(after)) points += 6
  if (FORMER.test(before) || FORMER_AFTER.test(after)) points -= 7
  if (PARTY.test(before)) points += ADOPTION.test(around.text) ? -5 : 1
  if (around.place !== 'signature' && (TARGET.test(before) || TARGET_AFTER.test(after)) && !LABEL.test(before))
    points -= 4
  if (/^\s*(?:LLC|Inc|Corp|,? d\/b\/a)/i.test(after) && points > 0) points += 1
  return points
}

/** The sender's domain often spells the company: `kbjerke@missouricoteau.example` writes for "Missouri Coteau …". */
function domainPoints(name: string, domain: string): number {
  if (domain === '') return 0
  const words = name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[^a-z0-9]+/)
    .filter(
      (word) =>
        word.length > 1 &&
        !/^(?:inc|llc|corp|co|company|the|of|and|lp|corporation|telephone|telecom|communications|networks?)$/.test(
          word,
        ),
    )
  const squeezed = words.join('')
  const matched = words.filter((word) => word.length >= 3 && domain.includes(word))
  if (squeezed.length >= 5 && (domain.startsWith(squeezed.slice(0, 12)) || domain.includes(squeezed))) return 5
  return Math.min(5, matched.length * 2.5)
}

/** The sender's registrable name without its ending; '' for our own and for shared mail hosts. */
function domainWords(from: Address | undefined, ownAddresses: readonly string[]): string {
  const domain = from?.address.split('@')[1]?.toLowerCase() ?? ''
  if (domain === '' || ownAddresses.some((own) => own.toLowerCase().endsWith(`@${domain}`))) return ''
  if (/^(?:gmail|googlemail|yahoo|hotmail|outlook|live|aol|icloud|me|msn|comcast|protonmail|gmx|web)\./.test(domain))
    return ''
  return domain.replace(/\.[a-z]+$/, '').replace(/[^a-z0-9]/g, '')
}

function keyOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '')
}
