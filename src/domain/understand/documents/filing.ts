/**
 * Papers of a commission's docket about an agreement (domain 6.1 no. 9): the cover letter with which it is filed, the
 * commission's notice of it, and its order. They ask the commission, or tell of it, and nobody asks us for anything.
 */
import { STATE_NAMES } from '../../states.ts'
import { docketIn } from '../dockets.ts'

export interface Filing {
  readonly sort: 'cover-letter' | 'notice' | 'order'
  /** It is of an amendment, and the agreement was filed before. */
  readonly isAmendment: boolean
  /** The number of the commission's case; null: none is given yet. */
  readonly docket: string | null
  /** Whose commission it is; null where the words do not tell. */
  readonly state: string | null
  /** Where the words stand that tell what is filed. */
  readonly at: number
}

/** A cover letter says in these many characters what it is. */
const HEAD = 2_500
const TOP = 900

const STATES = Object.values(STATE_NAMES).join('|')
const BODY =
  '(?:public\\s+(?:utilit(?:y|ies)|service|regulation)\\s+commission|(?:corporation|commerce|utilities|utility\\s+regulatory)\\s+commission|utilities\\s+and\\s+transportation\\s+commission|utilities\\s+board|board\\s+of\\s+public\\s+utilities)'
const OFFICE = new RegExp(
  `\\b(?:(${STATES})\\s+${BODY}|${BODY}\\s+of\\s+(?:the\\s+state\\s+of\\s+)?(${STATES})|${BODY})\\b`,
  'i',
)
const MATTER =
  /\b(?:application|petition|request|filing|advice)\b[^.;]{0,160}?\bapprov(?:al|ing)\s+(?:of\s+)?(?:an?\s+|the\s+|its\s+|their\s+)?((?:\w+\s+)?amendments?\s+(?:\S+\s+)?to\s+(?:an?\s+|the\s+|its\s+)?)?(?:[\w/-]+\s+){0,5}?agreement\b/i
const FILED =
  /\benclos(?:ed|ing)\b|\b(?:for|electronic)\s+filing\b|\bhereby\s+(?:files|submits)\b|\bplease\s+find\b|\bfiled?\s+herewith\b/i
const CASE = /\b(?:case|docket|cause)s?\s+(?:no|nos|number)s?\b/i
const NOTICE = /\bnotice\s+of\s+(?:application|filing|petition|modified\s+procedure|hearing|opportunity)\b/i
const ORDER = /\border\s+no\b|\b(?:final\s+)?order\s+approving\b|\bit\s+is\s+(?:hereby\s+)?ordered\b/i
const IN_THE_MATTER = /\bin\s+the\s+matter\s+of\b|\bbefore\s+the\b/i

/** Null: it is none of them. */
export function filingIn(text: string): Filing | null {
  const head = text.slice(0, HEAD)
  const matter = MATTER.exec(head)
  const office = OFFICE.exec(head.slice(0, TOP))
  if (matter === null || office === null) return null
  const sort = sortOf(head)
  if (sort === null) return null
  const name = office[1] ?? office[2]
  const state = Object.entries(STATE_NAMES).find(([, one]) => one.toLowerCase() === name?.toLowerCase())?.[0] ?? null
  const docket = CASE.test(head) || docketIn(head) !== null ? docketIn(head) : null
  const before = head.slice(Math.max(0, matter.index - 120), matter.index)
  const at = matter.index - (CASE.test(before) ? before.length - before.search(CASE) : 0)
  return { sort, isAmendment: matter[1] !== undefined, docket, state, at }
}

function sortOf(head: string): Filing['sort'] | null {
  const top = head.slice(0, TOP)
  if (IN_THE_MATTER.test(top)) {
    if (NOTICE.test(top)) return 'notice'
    return ORDER.test(head) ? 'order' : null
  }
  return /^\s{0,20}(?:Dear\b|RE\b|Re\b)/m.test(head) && FILED.test(head) ? 'cover-letter' : null
}
