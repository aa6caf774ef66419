/** Whether names are of the same legal entity (domain 6.2, T8): marks and legal forms do not count, a d/b/a does no harm. */
import type { Attachment } from '../../mail.ts'
import { firmNamesIn } from '../../understand/facts/firm-names.ts'
import { INCUMBENT, OTHER_TRADE, SUFFIX } from '../../understand/facts/name-words.ts'
import { inFile, textOfFile } from './place.ts'

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

/** Words of a name without marks and legal form, in lower case: "acme fiber" for "ACME Fiber, L.L.C.". */
export function coreOf(name: string): string {
  const words = name.split(/[\s,]+/).filter((word) => word !== '' && !/^the$/i.test(word))
  while (words.length > 1 && SUFFIX.test((words.at(-1) ?? '').replace(/^[("']+|[)"';:]+$/g, ''))) words.pop()
  return words
    .join(' ')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}\s]+/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** "Acme Fiber, LLC d/b/a AcmeNet" is Acme Fiber and AcmeNet. */
function coresOf(name: string): readonly string[] {
  return name
    .split(TRADE_NAME)
    .map((part) => coreOf(part.replace(/^[\s,"'(]+|[\s,"')]+$/g, '')))
    .filter((core) => core !== '')
}

export function isSameEntity(one: string, other: string): boolean {
  const others = coresOf(other)
  return coresOf(one).some((core) => others.includes(core))
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
  const spoken = ` ${coreOf(text)} `
  return spoken.includes(` ${coreOf(company)} `) ? null : differenceOf(file, company, first)
}

/** Whether a paper names this entity. */
export function namesEntity(file: Attachment, company: string): boolean {
  return namesIn(textOfFile(file).slice(0, 6_000)).some((name) => isSameEntity(name, company))
}

/** Companies by line, for a letterhead is no part of the name below it; and over the lines, for names are wrapped. */
function namesIn(text: string): readonly string[] {
  return [...text.split('\n').flatMap(firmNamesIn), ...firmNamesIn(text)]
    .map(({ name }) => name)
    .filter((name) => !INCUMBENT.test(name) && !OTHER_TRADE.test(name))
}

function differenceOf(file: Attachment, expected: string, found: string): EntityDifference {
  const place = inFile(file, new RegExp(found.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+')))
  return { ...place, expected, found }
}

const OTHER_NAME = '; the request names '

export function otherNameProblem({ attachment, expected, found }: EntityDifference): string {
  return `${attachment || 'An attached file'} names ${found}${OTHER_NAME}${expected}.`
}

export function isOtherNameProblem(problem: string | null | undefined): boolean {
  return problem?.includes(OTHER_NAME) === true
}
