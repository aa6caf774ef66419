/**
 * Lists of states in the words of a mail: "Oregon, Utah and Washington", "WA and ID". Codes become names first, so that
 * every pattern is written once, for names.
 */
import { STATE_NAMES, stateName } from '../states.ts'
import { WORDLIKE } from '../understand/facts/states/names.ts'
import { pairsSpelledOut } from '../understand/facts/states/pairs.ts'

const NAMES = Object.values(STATE_NAMES).sort((one, other) => other.length - one.length)
export const NAME = `(?:${NAMES.join('|')})`
const CODE = `(?:${Object.keys(STATE_NAMES).join('|')})`

/** Between two of a list. */
const AND = '(?:, (?:and )?| and | & |/)'
const AND_OR = '(?:, (?:and |or )?| and | or | & |/)'
/** Of those behind it the opposite is said. */
export const EXCEPT =
  '(?:except(?: for)?|but|other than|apart from|aside from|besides|save(?: for)?|excluding|outside(?: of)?)'
export const GOES_ON =
  '(?:stays?|remains?|go(?:es)?|comes?|continues?|proceeds?|keeps?|stands?|still|should|is|are|will|takes? (?:its|their))'
interface Lists {
  readonly one: string
  readonly states: string
  readonly allOf: string
  readonly named: string
}

/** Lists of what `name` stands for. */
function listsOf(name: string): Lists {
  // "Washington goes ahead": it has a verb of its own, and ends the list before it.
  const one = `(?:the (?:states? of )?|for |in )?${name}\\b(?! ${GOES_ON}\\b)`
  return {
    one,
    states: `${one}(?:${AND_OR}${one})*`,
    allOf: `${one}(?:${AND}${one})*`,
    named: `${name}(?:${AND}${name})*`,
  }
}

/** "Idaho", "Oregon, Utah and Iowa": to the one whose own verb follows. */
export const STATES = listsOf(NAME).states
/** The same before a verb of theirs. */
export const NAMED = listsOf(NAME).named

/**
 * A state as one word, `State_WA`, for patterns that name many lists: each name of fifty would have to be tried in each.
 */
export const MARK = 'State_[A-Z]{2}'
/** `allOf`: all of them meant: of "Utah or Idaho" nobody knows which. */
export const MARKED = listsOf(MARK)
const NAMES_IN = new RegExp(`\\b${NAME}\\b`, 'gi')

/** The words with such marks for the names. */
export function marked(words: string): string {
  return words.replace(NAMES_IN, (name) => `State_${statesIn(name)[0]}`)
}

/** USPS codes, as marks name them. */
export function markedIn(words: string): readonly string[] {
  return [...new Set([...words.matchAll(/\bState_([A-Z]{2})\b/gi)].map(([, code = '']) => code))].sort()
}

const PAPERS = [
  'certificat\\w*|redlines?|amendments?|forms?|questionnaires?|pages?|cop(?:y|ies)|drafts?|lists?|orders?|dockets?|letters?',
  'papers?|paperwork|documents?|packets?|packages?|templates?|appendi(?:x|ces)|exhibits?|sections?|attachments?',
  'clauses?|paragraphs?|sentences?|footnotes?|schedules?|tables?|columns?|spreadsheets?|sheets?|agendas?|minutes|notes?',
].join('|')
export const THINGS = `(?:${[
  PAPERS,
  'POIs?|points?|trunks?|circuits?|switch(?:es)?|tandems?|collocations?|sites?|offices?|exchanges?|numbers?|OCNs?|LATAs?',
  'rates?|tariffs?|customers?|contacts?|address(?:es)?|invoices?|bills?|accounts?|affiliates?|entit(?:y|ies)|teams?',
  'meetings?|calls?|time|law|rules?|terms|language|wording|pricing|prices',
].join('|')})\\b`
/** Not another thing there: "drop the Utah amendment", "drop the Oregon and Washington POIs". */
export const OTHER_THING = `(?!(?:${AND_OR}${listsOf(NAME).one})* ${THINGS})`
/** Nor a part of a paper: "include Idaho in the redline". */
export const IN_THING = new RegExp(
  `^(?:${AND_OR}${listsOf(NAME).one})*(?: (?:too|also|as well))? (?:in|into|to|on|onto|under|within) (?:(?:the|your|our|this|that|its|an?|which|my|all|both) )?(?:(?!request|agreement)[\\w-]+ ){0,3}(?:${PAPERS})\\b`,
  'i',
)

/** USPS codes, as the words name them. */
export function statesIn(words: string): readonly string[] {
  const named = words.match(new RegExp(`\\b${NAME}\\b`, 'gi')) ?? []
  return Object.entries(STATE_NAMES)
    .filter(([, name]) => named.some((one) => one.toLowerCase() === name.toLowerCase()))
    .map(([code]) => code)
}

/** "Drop WA, add ID" and "add both Dakotas" with the names of the states. */
export function spelledOut(sentence: string): string {
  const isLoud = !/[a-z]/.test(sentence)
  const plain = sentence.replace(/\bWashington,? D\.? ?C\b\.?/g, stateName('DC'))
  const paired = pairsSpelledOut(plain, (and) => (/or/i.test(and) ? ' or ' : ' and '))
  const named = paired.replace(CODES, (code: string, at: number) =>
    !WORDLIKE.has(code) && isState(paired, code, at) ? stateName(code) : code,
  )
  return named.replace(CODES, (code: string, at: number) => {
    const isMeant = isAmongStates(named, code, at) || (!isLoud && isOrdered(named, at))
    return WORDLIKE.has(code) && isMeant && isState(named, code, at) ? stateName(code) : code
  })
}

const CODES = new RegExp(`(?<![\\w-])${CODE}(?![\\w-])`, 'g')
const NOT_BEFORE = /\b(?:the|an?) $/i
const REQUESTS = /^ (?:requests?|cases?|files?|applications?)\b/i

/** Not "the CO", nor what stands before a postal code. */
function isState(text: string, code: string, at: number): boolean {
  const behind = text.slice(at + code.length)
  return !/^ \d{5}/.test(behind) && (!NOT_BEFORE.test(text.slice(0, at)) || REQUESTS.test(behind))
}

const BESIDE = `(?:${NAME}|${CODE})`
const BEFORE_IT = new RegExp(`\\b${BESIDE}(?:,|,? (?:and|AND)| &|/) ?$`)
const BEHIND_IT = new RegExp(`^(?:,|,? (?:and|AND)| &|/) ?${BESIDE}\\b`)

/** "ID and UT", "WA, OR". */
function isAmongStates(text: string, code: string, at: number): boolean {
  return BEFORE_IT.test(text.slice(0, at)) || BEHIND_IT.test(text.slice(at + code.length))
}

/** "Add ID", "swap WA for ID": the word that it stands behind is an order. */
const ORDER =
  /\b(?:(?:add|include|drop|cancel|remove|scrap|skip|withdraw|keep|replace|swap|substitute)|(?:replace|swap|substitute|change|switch|exchange)\b.{1,80} (?:for|with|by|to)) $/i

function isOrdered(text: string, at: number): boolean {
  return ORDER.test(text.slice(0, at))
}
