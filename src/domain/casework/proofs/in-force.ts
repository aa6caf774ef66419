/**
 * Whether a paper shows what it is sent for, or says of itself that it is no more than asked for, was refused, or is over
 * (domain 3.9): the certificate of a commission, the licence of the FCC, the company code of NECA. A paper that says
 * nothing of it does: most certificates are plain.
 */
import { type Day, isDay } from '../../calendar/day.ts'
import { dayOf } from '../../orders/days.ts'
import { isDraft } from '../../understand/documents/signatures.ts'
import { quote } from '../../understand/quote.ts'
import { sentencesOf } from '../../understand/sentences.ts'
import type { SaidOn } from '../case-file.ts'

type Shown = 'certification' | 'ocn-letter'
type Lack = 'asked-for' | 'refused' | 'over' | 'a specimen'

interface Words {
  /** What was applied for, and is granted, refused or taken away. */
  readonly object: string
  /** Somebody asks for it. */
  readonly asks: RegExp
  /** It was given, said as a fact: "is granted", "grants", not "be granted". */
  readonly gives: RegExp
}

const AUTHORITY = '(?:certificat\\w+|CPCN|authority|authori[sz]ations?|registration|licen[sc]e)'
const IS = '(?:(?:is|are|was|were|has been|have been|hereby|stands?),?\\s+(?:hereby,?\\s+|therefore\\s+|duly\\s+)*)'
/** Not "to be issued", "not yet assigned". */
const DONE = '(?<!\\b(?:be|not|yet|when|once|if) )'

const WORDS: Readonly<Record<Shown, Words>> = {
  certification: {
    object: AUTHORITY,
    asks: /\b(?:applications?|petitions?|appl(?:y|ies|ied) for|requests?|seeks?|form 601)\b/i,
    gives: new RegExp(
      [
        `\\b${IS}(?:granted|authori[sz]ed|registered|certificated|certified|licensed|accepted|issued|approved|effective)\\b(?! to (?:transact|do|conduct) business)`,
        '\\b(?:grants|issues|authori[sz]es|certif(?:ies|y)|approves|accepts|registers|acknowledges)\\b',
        '\\b(?:order|decision)\\b[^.;]{0,40}\\b(?:granting|approving|issuing)\\b',
        '\\bordered\\b[^.;]{0,200}\\bbe\\b[^.;]{0,30}\\b(?:granted|approved|issued|accepted)\\b',
        `\\b${DONE}(?:granted|issued) (?:to|by|on|this)\\b`,
        '\\b(?:grant|issue|effective) date\\b|\\bdate (?:issued|of issue|granted)\\b|\\bcertificate (?:no|number|#)',
      ].join('|'),
      'i',
    ),
  },
  'ocn-letter': {
    object: '(?:company codes?|OCN|operating company numbers?|codes?|requests?)',
    asks: /\b(?:request(?: form|s|ing|ed)?|applications?|appl(?:y|ies|ied) for|order form)\b/i,
    gives: new RegExp(
      [
        `\\b${DONE}(?:assigned|assigns|issues|issued|confirms)\\b`,
        '\\b(?:company code|OCN|operating company number)\\b[^.;\\n]{0,20}\\bis \\d[0-9A-Z]{3}\\b',
        '\\bassignment (?:notification|notice|letter|confirmation)\\b|\\b(?:notification|notice|confirmation) of (?:company code )?assignment\\b',
      ].join('|'),
      'i',
    ),
  },
}

/** What a paper about it may be without being it: these speak of the papers of others, or of other motions. */
const ASIDE =
  /\b(?:motions?|protests?|objections?|interven\w+|rehearing|reconsideration|waivers?|confidential\w*|hearing)\b/i
/** What may happen some day to a certificate in force. */
const PERHAPS =
  /\b(?:if|unless|until|till|whether|to be|may|might|shall|should|will|would|could|can|when|upon|where|in the event|in case|failure|prior to|not (?:been|be|yet)?)\b/i
/** Of another, older certificate that this one takes the place of. */
const EARLIER =
  /\b(?:prior|previous|former|old|existing|earlier|temporary|interim|predecessor)\b|\bsuperseded by (?:this|the present)\b/i

/** Why a paper does not show it, in words that the CLEC may read; null: it does. `name`: what its file is called. */
export function lackOf(sort: Shown, text: string, today: Day, name = ''): string | null {
  const lack = isTitledOver(WORDS[sort], name) ? 'over' : judge(WORDS[sort], text.slice(0, MOST), today)
  const what = sort === 'ocn-letter' ? 'the company code' : 'the certificate or authority'
  switch (lack) {
    case 'asked-for':
      return `asks for ${what} and does not show that it was given`
    case 'refused':
      return `says that ${what} was not given`
    case 'over':
      return `says that ${what}${ENDED}`
    case 'a specimen':
      return `is marked as a draft or specimen`
    case null:
      return null
  }
}

const ENDED = ' has ended'

/** Whether a problem says that what was once given is over. */
export function saysEnded(problem: string): boolean {
  return problem.endsWith(`${ENDED}.`)
}

const MOST = 8_000
/** Where a paper says what it is. */
const HEAD = 400

function judge(words: Words, text: string, today: Day): Lack | null {
  const head = text.slice(0, HEAD)
  const sentences = sentencesOf(text)
  const isGiven = sentences.some((one) => gives(one, words, head))
  if (isOver(words, head, sentences, isGiven) || hasExpired(text, today)) return 'over'
  if (isRefused(words, head, sentences, isGiven)) return 'refused'
  if (isDraft(text.slice(0, 160))) return 'a specimen'
  return words.asks.test(text) && !isGiven ? 'asked-for' : null
}

/** It bears the name of an application, and no order or certificate stands beside it. */
const APPLICATION = /\b(?:applications?|petition) (?:of|for|by|to)\b|\brequest form\b/i
const ANSWER =
  /^\W*(?:\w+ ){0,4}(?:ORDER|DECISION|OPINION|Order|Decision|Opinion)\b|\bcertificate\b[^.\n]{0,50}\bno\b|\b(?:is|hereby) granted\b|\bgrants\b/m
/** In an application only what the office itself did counts, not what the applicant says of other offices. */
const BY_OFFICE =
  /\b(?:commission|board|NECA|FCC)\b[^.;]{0,80}\b(?:grants|granted|issues|issued|approves|approved|assigns|assigned)\b|\bapplication\b[^.;]{0,60}\b(?:is|was|has been) (?:hereby )?(?:granted|approved|accepted)\b/i
const ASKING = /\b(?:requests|seeks|asks|prays|respectfully|applies|petitions for|whether|proposed)\b/i

function gives(sentence: string, words: Words, head: string): boolean {
  if (!words.gives.test(sentence) || REFUSES.test(sentence) || OVER.test(sentence)) return false
  if (ASKING.test(beforeOf(sentence, words.gives))) return false
  return APPLICATION.test(head) && !ANSWER.test(head) ? BY_OFFICE.test(sentence) : true
}

const REFUSES =
  /\b(?:den(?:y|ies|ied|ying)|dismiss(?:es|ed|ing)?|reject(?:s|ed|ing)?|refus(?:es|ed|ing)|declin(?:es|ed))\b/i

function isRefused(words: Words, head: string, sentences: readonly string[], isGiven: boolean): boolean {
  const object = new RegExp(`\\b(?:${words.object}|applications?|petitions?)\\b`, 'i')
  const titled =
    /\b(?:order|decision|notice)\b[^.;\n]{0,40}\b(?:denying|dismissing|rejecting|of (?:denial|rejection))\b[^\n]{0,80}/i
  const title = titled.exec(head)?.[0]
  if (title !== undefined && object.test(title) && !ASIDE.test(title)) return true
  if (isGiven) return false
  return sentences.some(
    (one) => REFUSES.test(one) && object.test(one) && !ASIDE.test(one) && !PERHAPS.test(beforeOf(one, REFUSES)),
  )
}

const OVER =
  /\b(?:revok(?:es|ed|ing)|cancel+(?:s|ed|ing)|cancellation|revocation|rescind(?:s|ed|ing)|suspend(?:s|ed|ing)|surrender(?:s|ed|ing)?|relinquish(?:es|ed|ing)?|laps(?:es|ed)|expired|terminated|reclaim(?:s|ed)|void(?! (?:if|unless|without|where))|no longer (?:in force|in effect|valid|effective|active|authori[sz]ed|assigned)|not (?:in force|valid|in good standing))\b/i

const ENDING =
  /\b(?:order|decision|notice)\b[^.;\n]{0,40}\b(?:revoking|cancel+ing|suspending|rescinding|of (?:revocation|cancel+ation|suspension|expiration))\b[^\n]{0,80}|^\W*(?:revocation|cancel+ation|suspension) of\b[^\n]{0,80}/i

function ownOf(object: string): RegExp {
  return new RegExp(`\\b(?:${object}|it)\\b`, 'i')
}

/** "Order Revoking Certificate": its title is enough. */
function isTitledOver({ object }: Pick<Words, 'object'>, head: string): boolean {
  const title = ENDING.exec(head)?.[0]
  return title !== undefined && ownOf(object).test(title) && !/\bgranting\b/i.test(title)
}

/** Said as a fact and of the paper's own subject; certificates speak of what may come. */
function isOver(
  { object }: Pick<Words, 'object'>,
  head: string,
  sentences: readonly string[],
  isGiven: boolean,
): boolean {
  const own = ownOf(object)
  if (isTitledOver({ object }, head)) return true
  return sentences.some((one) => {
    if (!OVER.test(one) || !own.test(one) || ASIDE.test(one) || PERHAPS.test(beforeOf(one, OVER))) return false
    const isOther = EARLIER.test(one) || /\b(?:certificate|decision|order) (?:no|number)\b/i.test(one)
    return !(isGiven && isOther)
  })
}

function beforeOf(sentence: string, pattern: RegExp): string {
  const at = pattern.exec(sentence)?.index ?? 0
  return sentence.slice(Math.max(0, at - 90), at)
}

const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)'
const EXPIRES = new RegExp(
  `\\b(?:expir(?:es|ed|y|ation)(?: date)?(?: on)?|valid (?:until|through|to)|in (?:force|effect) (?:until|through))\\s*:?\\s*(\\d{4}-\\d{2}-\\d{2}|\\d{1,2}\\/\\d{1,2}\\/\\d{4}|${MONTH} \\d{1,2},? \\d{4})`,
  'gi',
)

/** The last of the days that it names as its end is past. */
function hasExpired(text: string, today: Day): boolean {
  const last = endsIn(text, today).at(-1)
  return last !== undefined && last < today
}

/** The days that it names as its end, in order. */
function endsIn(text: string, today: Day): readonly Day[] {
  return [...text.matchAll(EXPIRES)]
    .flatMap((found) => {
      const read = dayOf((found[1] ?? '').replace(/,/g, ''), today)
      return 'day' in read && isDay(read.day) ? [read.day] : []
    })
    .toSorted()
}

/** Other things end too. */
const NOT_ITS_END =
  /\b(?:bond|insurance|tariffs?|rates?|deadline|comments?|appeals?|protests?|leases?|waivers?|terms? of office|commission expires)\b/i

/** The last day on which a certificate holds, by its own words; null: it names none that is to come. */
export function holdsUntil(text: string, today: Day): SaidOn | null {
  const ends = sentencesOf(text.slice(0, MOST))
    .filter((one) => !NOT_ITS_END.test(one))
    .flatMap((one) => endsIn(one, today).map((day) => ({ day, quote: quote(one, one.search(EXPIRES)) })))
    .toSorted((one, other) => (one.day < other.day ? -1 : 1))
  const last = ends.at(-1)
  return last === undefined || last.day < today ? null : last
}

/** What is wrong with a certificate whose own end has come. */
export function endedProblem(filename: string): string {
  return `${filename} says that the certificate or authority${ENDED}.`
}
