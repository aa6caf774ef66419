import type { Evidence } from '../../understanding.ts'
import { evidence } from '../quote.ts'
import type { Reading } from '../reading.ts'
import { fullestName, grouped, withShortNames } from './company-groups.ts'
import { linesOf, type Mention, mentionsIn } from './company-mentions.ts'
import { POINTS, type Reason } from './company-points.ts'
import { writerOf } from './writer.ts'

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
    chosen(companies) ?? (writer.isAgent ? undefined : (companies.find(isOwnFirm) ?? companies.find(isOfDomain)))
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

/** "J&R Orr, Inc." of Rick Orr, who speaks for nobody else: what looks like a lawyer's firm is the carrier. */
function isOwnFirm({ group }: Company): boolean {
  const reasons = reasonsFor(group)
  return reasons.has('firm of the writer') && !reasons.has('no legal form') && !reasons.has('other trade')
}

/** "I bought Sheyenne Bend Telephone, LLC from my uncle" from that company's own domain: gone is not the company. */
function isOfDomain({ group }: Company): boolean {
  const reasons = reasonsFor(group)
  return reasons.has('domain of the writer') && !reasons.has('no legal form') && !reasons.has('other trade')
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
  return reasons
}

function pointsOf(reasons: ReadonlySet<Reason>): number {
  let points = 0
  for (const reason of reasons) points += POINTS[reason]
  return points
}
