/**
 * Which states a paper is about: it proves nothing for another (domain 2.2 step 3c, 3.8, 3.9: agreements, certificates and
 * codes are per state). A paper that names none follows the mail. Where a company was formed, and where somebody has an
 * office, says nothing of it.
 */
import { type StateMention, stateMentionsIn } from '../../understand/facts/states/mentions.ts'
import { CODE_OF, STATES } from '../../understand/facts/states/names.ts'
import type { Sentence } from '../../understand/reading.ts'
import { sentencesOf } from '../../understand/sentences.ts'

const NAMES = STATES.map(([, name]) => name)
  .toSorted((one, other) => other.length - one.length)
  .join('|')
const OFFICE = new RegExp(
  `\\b(${NAMES}) (?:Public |Corporation Commission|Commerce Commission|Utilit|Telecommunications|Department)|\\b(?:Commission|Board|Department|Commissioners?)[^\\n]{0,30}? of (?:the )?(?:State of )?(${NAMES})\\b`,
  'gi',
)
/** The state of an agreement, as its title has it. */
const FOR_STATE = new RegExp(`\\bagreement\\b[^\\n]{0,160}\\bfor the State of (${NAMES})\\b`, 'gi')
/** Where a paper says what it is, where a form has its title, and how far words about itself reach. */
const HEAD = 240
const TITLE = 40
const BODY = 6_000

/** `titleOnly`: its running text speaks of the carrier, not of itself, as a form with its fields does. */
export function isOfOtherState(text: string, state: string | null, company: string | null, titleOnly = false): boolean {
  if (state === null) return false
  const states = statesOfPaper(text, company, titleOnly)
  return states.length > 0 && !states.includes(state)
}

/** What its heading, its fields and the office that it is of name; else what it says it is for. */
export function statesOfPaper(text: string, company: string | null, titleOnly = false): readonly string[] {
  const body = text.slice(0, BODY)
  const mentions = mentionsIn(body, company)
  const head = headOf(body, titleOnly ? TITLE : HEAD)
  const titled = mentions.filter(({ stance, sentence }) => stance === 'labelled' || head.includes(sentence.text))
  const strong = [...officesIn(body), ...codesOf(titled)]
  const states = strong.length > 0 || titleOnly ? strong : codesOf(mentions)
  return [...new Set(states)]
}

/** What is granted, and where. */
const SERVES = new RegExp(
  `\\b(?:certificat\\w+|authori\\w+|registration|licen[sc]e|provide|services?|operate|territory)\\b[^.;\\n]{0,80}?\\b(?:in|for|within|throughout) (?:all of |the )?(?:entire )?(?:state of )?(${NAMES})\\b`,
  'gi',
)
/** "In Washington County", "for Oregon Telecom", "in Washington, D.C." */
const NO_STATE = /^(?: \p{Lu}\p{Ll}|,? D\.?C\b|,? \d{5}| (?:law|statute|COUNTY|CITY|corporation|limited)\b)/u
/** Said of another carrier, another authority or another place. */
const BESIDES =
  /\b(?:also|already|affiliat\w+|parent|subsidiar\w+|other states?|currently|previously|headquarter\w*|as well as|similar\w*|incorporated|organi[sz]ed|laws)\b/i

export interface Elsewhere {
  readonly office: string
  readonly served: string
}

/**
 * A commission grants for its own state only. Where a paper of one says that it is for another state, and nowhere for its
 * own, one of the two is wrong, and nobody can tell which.
 */
export function grantsElsewhere(text: string): Elsewhere | null {
  const body = text.slice(0, BODY)
  const [office, ...others] = new Set(officesIn(body))
  if (office === undefined || others.length > 0) return null
  const served = sentencesOf(body)
    .filter((one) => !BESIDES.test(one))
    .flatMap((one) => [...one.matchAll(SERVES)].filter((at) => !NO_STATE.test(one.slice(at.index + at[0].length))))
    .flatMap(([, name = '']) => CODE_OF.get(name.toLowerCase()) ?? [])
  const [first] = served
  return first === undefined || served.includes(office) ? null : { office, served: first }
}

function officesIn(body: string): readonly string[] {
  return [...body.matchAll(OFFICE), ...body.matchAll(FOR_STATE)].flatMap(
    (match) => CODE_OF.get((match[1] ?? match[2] ?? '').toLowerCase()) ?? [],
  )
}

const NOT_ABOUT: ReadonlySet<StateMention['stance']> = new Set(['address', 'nowhere', 'refused', 'elsewhere'])

function codesOf(mentions: readonly StateMention[]): readonly string[] {
  return mentions.filter(({ stance }) => !NOT_ABOUT.has(stance)).map(({ code }) => code)
}

function mentionsIn(body: string, company: string | null): readonly StateMention[] {
  const sentences = sentencesOf(body).map((text): Sentence => ({ place: 'file', from: '', text }))
  return sentences.flatMap((sentence, at) =>
    stateMentionsIn(sentence, { before: sentences[at - 1], isOfRow: false }, company),
  )
}

/** The lines that begin in the heading, whole. */
function headOf(body: string, reach: number): readonly string[] {
  const end = body.indexOf('\n', reach)
  return sentencesOf(body.slice(0, end < 0 ? undefined : end))
}
