import type { Evidence } from '../../../understanding.ts'
import { evidence } from '../../quote.ts'
import type { Reading } from '../../reading.ts'
import { fullestName, grouped, withShortNames } from './groups.ts'
import { linesOf, type Mention, mentionsIn } from './mentions.ts'
import { TRADE } from './name-words.ts'
import { POINTS, type Reason } from './points.ts'
import { type Writer, writerOf } from './writer.ts'

/** The carrier a mail is about, as written, without "d/b/a …". */
export interface CompanyFinding {
  readonly company: string | null
  readonly evidence: readonly Evidence[]
}

/** Points that a name needs to be believed at all. */
const ENOUGH = 0.5
const ENOUGH_WITHOUT_FORM = 2
const MUCH_MORE = 6

/** Collects for every company named in the mail the reasons that it is the one, and takes the one with most points. */
export function companyOf(reading: Reading, ownAddresses: readonly string[]): CompanyFinding {
  const writer = writerOf(reading, ownAddresses)
  const lines = linesOf(reading)
  const mentions = mentionsIn(lines, writer)
  const companies = withShortNames(grouped(mentions), lines, writer)
    .map((group) => ({ group, points: pointsOf(reasonsFor(group)) }))
    .sort((a, b) => b.points - a.points || b.group.length - a.group.length)
  const first =
    chosen(companies) ??
    (writer.isAgent ? undefined : (companies.find((one) => isOwnFirm(one, writer)) ?? companies.find(isOfDomain))) ??
    onlyOne(companies.filter(isAllThatIsLeft))
  const shown = [...(first?.group ?? [])].sort((a, b) => pointsOf(b.reasons) - pointsOf(a.reasons))[0]
  if (first === undefined || shown === undefined) return { company: null, evidence: [] }
  return {
    company: fullestName(first.group),
    evidence: [evidence('company', shown.line.from, shown.line.text, shown.at)],
  }
}

interface Company {
  readonly group: readonly Mention[]
  readonly points: number
}

/**
 * "J&R Orr, Inc." of Rick Orr, who speaks for nobody else, "Orr Air" at orrair.example: what looks like a lawyer's firm is
 * the carrier.
 */
function isOwnFirm({ group }: Company, writer: Writer): boolean {
  const reasons = reasonsFor(group)
  if (!reasons.has('firm of the writer') || reasons.has('other trade')) return false
  const name = group[0]?.name ?? ''
  const isPerson = writer.bearsNameOf(name.split(' ').at(-1) ?? '')
  return !reasons.has('no legal form') || (writer.domainSpells(name) && !isPerson)
}

/** "I bought Sheyenne Bend Telephone, LLC from my uncle" from that company's own domain: gone is not the company. */
function isOfDomain({ group }: Company): boolean {
  const reasons = reasonsFor(group)
  return reasons.has('domain of the writer') && !reasons.has('no legal form') && !reasons.has('other trade')
}

const SOMEBODY_ELSES: readonly Reason[] = [
  'other trade',
  'firm of the writer',
  'adopted carrier',
  'trade name',
  'former name',
  'third party',
  'field of somebody else',
]

/**
 * "Re: Tern Wireless", "all the stock of Tern Telephone Company": no other name comes into question, and its last word,
 * or its legal form, says that it is a carrier's.
 */
function isAllThatIsLeft({ group, points }: Company): boolean {
  const reasons = reasonsFor(group)
  if (SOMEBODY_ELSES.some((one) => reasons.has(one))) return false
  if (!reasons.has('no legal form')) return true
  const isNamedEnough = points >= POINTS['no legal form'] + POINTS['in the subject']
  return isNamedEnough && group.some(({ name }) => endsInTrade(name)) && !group.some(isOfDocket)
}

/** "Tern Voice, docket 22A-417T", "entry 7 (Tern Telephone, Wyoming)": whose agreement is spoken of, by its number. */
function isOfDocket({ name, line: { text }, at }: Mention): boolean {
  return /^[^.;]{0,20}\bdocket\b/i.test(text.slice(at + name.length)) || /\b\d{1,3} \($/.test(text.slice(0, at))
}

/** Of four names in one list nobody can say which is meant. */
function onlyOne(companies: readonly Company[]): Company | undefined {
  const formed = companies.filter(({ group }) => group.some(hasForm))
  const [first, ...others] = formed.length > 0 ? formed : companies
  return others.length < 2 ? first : undefined
}

function endsInTrade(name: string): boolean {
  return TRADE.test(name.split(' ').at(-1) ?? '')
}

/** A name with a legal form goes first, unless one without has much more for it and the other is not the writer's. */
function chosen(companies: readonly Company[]): Company | undefined {
  const formed = companies.find(({ group, points }) => group.some(hasForm) && points >= ENOUGH)
  const bare = companies.find(({ group, points }) => !group.some(hasForm) && points >= ENOUGH_WITHOUT_FORM)
  if (formed === undefined || bare === undefined) return formed ?? bare
  const isWriters = formed.group.some((mention) => mention.reasons.has('domain of the writer'))
  return !isWriters && bare.points >= formed.points + MUCH_MORE ? bare : formed
}

function hasForm(mention: Mention): boolean {
  return !mention.reasons.has('no legal form')
}

/** The reasons of all mentions, each once; one mention with a legal form is enough. */
function reasonsFor(group: readonly Mention[]): ReadonlySet<Reason> {
  const reasons = new Set(group.flatMap((mention) => [...mention.reasons]))
  if (group.some(hasForm)) reasons.delete('no legal form')
  // A paper that changes a name has the old one in its fields.
  if (reasons.has('former name')) reasons.delete('field legal name')
  if (reasons.has('client')) {
    reasons.delete('third party')
    reasons.delete('field of somebody else')
    // Whoever is spoken for gives the notice.
    if (reasons.delete('assigns it')) reasons.add('it acts')
  }
  return reasons
}

function pointsOf(reasons: ReadonlySet<Reason>): number {
  let points = 0
  for (const reason of reasons) points += POINTS[reason]
  return points
}
