/**
 * "Drop Washington, add Idaho. What does it cost?": what a mail asks beside a change of states. Where the cases stand and
 * what they lack the letter may say; whatever else is asked, or is asked of a state that the letter is not about, a person
 * answers.
 */
import type { CaseOutcome } from '../casework/outcome.ts'
import { NAME, spelledOut, statesIn } from '../casework/state-lists.ts'
import type { Wish } from '../decision.ts'
import type { Section } from '../letter/section.ts'
import { listed } from '../orders/words.ts'
import { asksForACopy, copiesBeside } from '../understand/copies-asked.ts'
import type { ArrivedMail } from './arrival.ts'
import { type Home, opensMatter } from './home.ts'

interface Asked {
  readonly arrived: ArrivedMail
  readonly home: Home
  readonly cases: readonly CaseOutcome[]
  readonly asks: readonly string[]
  readonly answered: boolean
  readonly sections: readonly Section[]
  /** A question of its own tells that it asks where things stand. */
  readonly tellsStatus: boolean
}

export function questionBesideStates(seen: Asked, sender: string): readonly Wish[] {
  const { asks, answered, home } = seen
  const open = asks.filter((asked) => !isAnswered(asked, seen))
  if (open.length === 0) return []
  const { ref, id } = home.lead
  const questions = open.map((asked) => `"${asked}"`).join(' and ')
  const told = answered ? toldBy(seen.sections) : 'It got no answer.'
  const sentence = `${sender} changes the states of ${ref} and asks: ${questions}. ${told}`
  // Another question is another one to answer, though the first still waits.
  const once = `question ${ref} ${open.join(' ')}`.slice(0, 500)
  return [{ ...{ wish: 'ask-human', sort: 'answer', caseId: id, once }, sentence }]
}

function toldBy(sections: readonly Section[]): string {
  if (sections.every(({ section }) => section === 'received-for-person')) return 'Only its receipt was confirmed.'
  const topics = TOPICS.filter(([name]) => sections.some(({ section }) => section === name)).map(([, words]) => words)
  return `The letter speaks of ${topics.length === 0 ? 'the states' : listed(topics)} only.`
}

/** What else than states letters speak of. */
const TOPICS: readonly (readonly [Section['section'], string])[] = [
  ['status-answer', 'where the request stands'],
  ['copies', 'copies'],
  ['opt-in-requirements', 'opting in'],
  ['route-explainer', 'the ways to an agreement'],
  ['redirect', 'another department'],
]

/** By the letter, for all states that the question names, or asked about elsewhere. */
function isAnswered(asked: string, { arrived, sections, cases, tellsStatus }: Asked): boolean {
  const has = (name: Section['section']) => sections.some(({ section }) => section === name)
  if (!statesIn(spelledOut(asked)).every((state) => cases.some(({ file }) => file.state === state))) return false
  if (tellsStatus && (asksStatus(asked) || asksNeeds(asked))) return true
  if (asksStatus(asked)) return has('status-answer')
  if (asksNeeds(asked)) return has('missing-information') || has('state-needs') || has('status-answer')
  // Copies that are asked for beside an agreement have a question of their own (`copies-wanted.ts`).
  return has('copies')
    ? asksForACopy(asked)
    : opensMatter(arrived.understanding) && copiesBeside({ text: asked }) !== null
}

/** "Where does it stand", "any news on Oregon", "how far are you with the others". */
export function asksStatus(question: string): boolean {
  return OF_STATUS.test(spelledOut(question))
}

/** "What do you need for Idaho?", "What is still missing?" */
export function asksNeeds(question: string): boolean {
  return OF_NEEDS.test(question)
}

const MATTER = '(?:requests?|cases?|files?|applications?|agreements?|matters?)'
const STATES = `(?:the )?${NAME}(?:(?:, (?:and )?| and | & )(?:the )?${NAME})*`
/** What may stand somewhere: the request, its states, all that is left of it; nothing else that has a status. */
const IT = `(?:it|this|that|things|everything|we|you|(?:(?:our|the|my|your|this) )?(?:other |remaining |pending )?(?:${STATES} )?${MATTER}(?: (?:for|in|about) ${STATES})?|${STATES}|(?:the |our )?(?:rest|others?|other (?:states?|ones?|two|three|four)))`
const WITH_IT = `(?: (?:on|of|about|for|in|with|regarding|concerning) ${IT})?`
const NOW = '(?: (?:now|today|currently|so far|at the moment|at present|please))*'

const OF_STATUS = new RegExp(
  `^(?:(?:and|so|also|but|then) )*(?:(?:can|could|would|will) you (?:please |kindly )?(?:tell|let) (?:me|us)(?: know)? |(?:do you know|may (?:we|I) ask),? )?(?:${[
    `where (?:exactly )?(?:do|does|are|is)(?: now)? ${IT}(?: currently| now)?(?: (?:stand|at))?${WITH_IT}`,
    `where ${IT} (?:stands?|is|are)(?: at)?${WITH_IT}`,
    `how (?:far|far along|much further) (?:are|is|have|has|did)(?: now)? ${IT}(?: (?:come|got|gotten|along|progressed))?${WITH_IT}`,
    `how (?:are|is|do|does)(?: now)? ${IT} (?:going|doing|coming along|progressing|look|looking|stand)${WITH_IT}`,
    `(?:what(?:'s| is| about)|how is) (?:the )?(?:current |latest )?(?:status|state of (?:affairs|play|things)|standing|progress)${WITH_IT}`,
    `(?:the |our )?(?:current )?status(?: update)?${WITH_IT}`,
    `(?:(?:is|are) there |do you have |have you |got )?any (?:news|updates?|progress|word|status)(?: yet)?${WITH_IT}`,
    `what(?:'s| is) (?:the )?(?:latest|new)${WITH_IT}`,
  ].join('|')})${NOW}\\??$`,
  'i',
)

const OF_NEEDS = new RegExp(
  `^(?:(?:and|so|also|but) )*(?:${[
    'what (?:else |more |papers |documents |exactly )?(?:do|will|would) (?:you|we) (?:still |also )?(?:need|require)\\b(?! to (?!send|submit|provide|file|give|hand))',
    '(?:what|which (?:papers|documents|items)) (?:else |more )?(?:is|are) (?:still |now )?(?:missing|open|outstanding|needed|required)',
    '(?:is (?:there )?|do you need |are you missing )anything(?: else)?(?: (?:that )?you)?(?: still)?(?: (?:need|missing|open|outstanding))?(?= (?:from us|for|in)\\b|\\?|$)',
  ].join(
    '|',
  )})(?: (?:please|now|still|exactly|from us|to (?:send|submit|provide|file|give|hand)(?: (?:you|in|over|to you))*|(?:for|in|on|about) ${IT}))*\\??$`,
  'i',
)
