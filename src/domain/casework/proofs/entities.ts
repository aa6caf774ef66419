/**
 * Whether names are of the same legal entity (domain 3.1, 6.2, T8): marks and the way a legal form is written do not
 * count, the form itself does where both say one, and a d/b/a does no harm.
 */
import type { Attachment } from '../../mail.ts'
import { firmNamesIn } from '../../understand/facts/company/firm-names.ts'
import { INCUMBENT, OTHER_TRADE, SUFFIX } from '../../understand/facts/company/name-words.ts'
import { inFile, literal, textOfFile } from './place.ts'

/** A document that names another legal entity than the case. */
export interface EntityDifference {
  /** File name; null: the mail's own words. */
  readonly attachment: string | null
  /** Page of it; null where it is not known. */
  readonly page: number | null
  /** What the case says. */
  readonly expected: string
  readonly found: string
  readonly quote: string
}

const TRADE_NAME =
  /\b(?:d\.?\/?b\.?\/?a\.?|doing business as|f\.?\/?k\.?\/?a\.?|formerly(?: known as)?|trading as)(?![\p{L}\d])/iu

interface Name {
  /** Words without marks and legal form, in lower case: "acme fiber" for "ACME Fiber, L.L.C.". */
  readonly core: string
  /** Its legal forms, each in one spelling: `llc`; none where the name is written without. */
  readonly forms: readonly string[]
}

/** Spellings of one form; others are the same in small letters and without marks. */
const SPELLED: Readonly<Record<string, string>> = {
  ...{ incorporated: 'inc', corporation: 'corp', company: 'co', limited: 'ltd', association: 'assn', lc: 'llc' },
  cooperative: 'coop',
}

function nameOf(name: string): Name {
  const words = written(name)
    .split(/[\s,]+/)
    .filter((word) => word !== '' && !/^the$/i.test(word))
  const forms: string[] = []
  while (words.length > 1) {
    const last = (words.at(-1) ?? '').replace(/^[("']+|[)"';:]+$/g, '')
    if (!SUFFIX.test(last)) break
    const form = last.toLowerCase().replace(/[^a-z0-9]/g, '')
    forms.push(SPELLED[form] ?? form)
    words.pop()
  }
  return { core: inSmall(words), forms }
}

/** "Acme Fiber Limited Liability Company" is an LLC. */
function written(name: string): string {
  return name.replace(/\blimited liability (?:company|co\b\.?)/i, 'LLC').replace(/\blimited partnership\b/i, 'LP')
}

function inSmall(words: readonly string[]): string {
  return words
    .join(' ')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}\s]+/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** "Acme Fiber, LLC d/b/a AcmeNet" is Acme Fiber, LLC and AcmeNet; the legal name stands first. */
function namesOf(name: string): readonly Name[] {
  return name
    .split(TRADE_NAME)
    .map((part) => nameOf(part.replace(/^[\s,"'(]+|[\s,"')]+$/g, '')))
    .filter(({ core }) => core !== '')
}

/** An LLC is no corporation; whoever leaves the form out, or a part of it, says nothing else. */
function formsAgree(one: Name, other: Name): boolean {
  const [fewer, more] = one.forms.length <= other.forms.length ? [one, other] : [other, one]
  return fewer.forms.every((form) => more.forms.includes(form))
}

/** Two companies that only trade under the same name are two. */
export function isSameEntity(one: string, other: string): boolean {
  const others = namesOf(other)
  return namesOf(one).some((mine, at) =>
    others.some((theirs, place) => (at === 0 || place === 0) && mine.core === theirs.core && formsAgree(mine, theirs)),
  )
}

/** The same words with another legal form. */
function isNamesake(one: string, other: string): boolean {
  const others = namesOf(other).map(({ core }) => core)
  return !isSameEntity(one, other) && namesOf(one).some(({ core }) => others.includes(core))
}

const LABELLED =
  /^[^\n:]{0,30}\b(?:legal (?:entity |company |business )?name|name of (?:the )?(?:company|carrier|applicant|entity)|company name|applicant|issued to|carrier name|customer name)\b[^\n:]{0,30}:\s*([^\n|]{3,120})$/im

/**
 * The entity that a paper is about, if it is another than this one: by the field for the legal name, else by all the
 * companies it names. A paper that names none, or this one among others, is no difference.
 */
export function otherEntityIn(file: Attachment, company: string): EntityDifference | null {
  const text = textOfFile(file).slice(0, 6_000)
  const labelled = LABELLED.exec(text)?.[1]?.trim()
  if (labelled !== undefined && /\p{L}{2}/u.test(labelled)) {
    if (isSameEntity(labelled, company)) return null
    // A label that another reading of the layout put before other words names nobody.
    const [name] = firmNamesIn(labelled)
    if (name !== undefined) return differenceOf(file, company, name.name)
  }
  const names = namesIn(text)
  const [first] = names
  if (first === undefined || names.some((name) => isSameEntity(name, company))) return null
  const namesake = names.find((name) => isNamesake(name, company))
  if (namesake !== undefined) return differenceOf(file, company, namesake)
  const longer = names.filter((name) => isLonger(name, company))
  const rest = longer.reduce((left, name) => left.replaceAll(name, ' '), text)
  return speaksOf(rest, company) ? null : differenceOf(file, company, longer[0] ?? first)
}

/** "Acme Fiber Utah, LLC" is a company of its own, and says nothing of Acme Fiber, LLC (domain 6.2). */
function isLonger(one: string, other: string): boolean {
  const { core } = nameOf(other)
  return namesOf(one).some((name) => name.forms.length > 0 && name.core.startsWith(`${core} `))
}

/** Its words stand there, where nobody can tell where names begin and end. */
function speaksOf(text: string, company: string): boolean {
  return ` ${nameOf(text).core} `.includes(` ${nameOf(company).core} `)
}

/** Whether a paper names this entity. */
export function namesEntity(file: Attachment, company: string): boolean {
  return namesIn(textOfFile(file).slice(0, 6_000)).some((name) => isSameEntity(name, company))
}

/** Words of a paper that name it among others. */
export function mentionsEntity(text: string, company: string): boolean {
  const words = text.slice(0, 6_000)
  const names = namesIn(words)
  return (
    names.some((name) => isSameEntity(name, company)) ||
    (!names.some((name) => isNamesake(name, company)) && speaksOf(words, company))
  )
}

/** Companies by line, for a letterhead is no part of the name below it; and over the lines, for names are wrapped. */
function namesIn(text: string): readonly string[] {
  return [...text.split('\n').flatMap(firmNamesIn), ...firmNamesIn(text)]
    .map(({ name }) => name)
    .filter((name) => !INCUMBENT.test(name) && !OTHER_TRADE.test(name))
}

function differenceOf(file: Attachment, expected: string, found: string): EntityDifference {
  const place = inFile(file, literal(found))
  return { ...place, expected, found }
}

const OTHER_NAME = '; the request names '

export function otherNameProblem({ attachment, expected, found }: EntityDifference): string {
  return `${attachment || 'An attached file'} names ${found}${OTHER_NAME}${expected.replace(/\.$/, '')}.`
}

export function isOtherNameProblem(problem: string | null | undefined): boolean {
  return problem?.includes(OTHER_NAME) === true
}

/** The name that such a problem tells; null: it is another problem. */
export function otherNameIn(problem: string | null | undefined): string | null {
  const [told, rest] = (problem ?? '').split(OTHER_NAME)
  return rest === undefined ? null : (/ names (.+)$/.exec(told ?? '')?.[1] ?? null)
}

/** One difference is one question of a request, however many papers and items show it (T8). */
export function differenceKey(requestId: number, otherName: string): string {
  return `${DIFFERENCE} ${requestId} / ${inSmall([otherName])}`
}

/** What such keys begin with. */
export const DIFFERENCE = 'entity of request'
