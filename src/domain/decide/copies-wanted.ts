/** They want copies of the template or of the price list (domain intent 23): where those lie, and who sends them. */
import type { CaseOutcome } from '../casework/outcome.ts'
import type { Wish } from '../decision.ts'
import type { Section } from '../letter/section.ts'
import { listed } from '../orders/words.ts'
import { hasChecklist } from '../process/has-checklist.ts'
import { stateName } from '../states.ts'
import { COPIES_LABEL, type Copies, copiesAsked, copiesBeside, copiesBesideStatus } from '../understand/copies-asked.ts'
import type { ArrivedMail } from './arrival.ts'
import { type Home, opensMatter } from './home.ts'
import type { Matter } from './matter.ts'
import { statesOrdered } from './states-ordered.ts'

/** Null: it wants something else, or more. A person's word of what the mail is counts first. */
export function copiesIn({ mail, understanding }: ArrivedMail): Copies | null {
  const { abstained, intents } = understanding
  if (abstained || intents.at(-1)?.intent !== COPIES_LABEL) return null
  if (intents.length === 1) return copiesAsked(mail)
  return asksWhereItStands(understanding) ? copiesBesideStatus(mail) : null
}

/** Where things stand, and for copies beside it. */
export function asksWhereItStands({
  abstained,
  intents,
}: Pick<ArrivedMail['understanding'], 'abstained' | 'intents'>): boolean {
  const further = intents.slice(1)
  return !abstained && intents[0]?.intent === 'status-inquiry' && further.every(({ intent }) => intent === COPIES_LABEL)
}

/** States of ours that it names; null: it names others only, for which we have neither. */
function oursOf({ understanding: { states } }: ArrivedMail, { notOurs }: Home): readonly string[] | null {
  const ours = states.filter((state) => notOurs.every((one) => one.state !== state)).map(stateName)
  return states.length > 0 && ours.length === 0 ? null : ours
}

/** Promises nothing: where it lies is said where the settings name it, and that a person has the wish (T4). */
export function copiesSection({
  arrived,
  home,
  cases,
  facts,
}: Pick<Matter, 'arrived' | 'home' | 'cases' | 'facts'>): Section | null {
  const copies = copiesIn(arrived)
  const states = oursOf(arrived, home)
  if (copies === null || states === null) return null
  const { links } = facts.desk
  return {
    section: 'copies',
    ...{ template: copies.template, prices: copies.prices, states },
    templateLink: copies.template ? (links.template ?? null) : null,
    pricesLink: copies.prices ? (links['price-list'] ?? null) : null,
    isAsked: cases.some(({ file }) => hasChecklist(file)),
    requestForm: links['agreement-request-form'] ?? null,
  }
}

/** Nothing of the case is told where nothing shows that the mail is theirs; where copies lie anybody may know. */
export function withoutStatus(matter: Pick<Matter, 'arrived' | 'home' | 'cases' | 'facts'>): readonly Section[] {
  return [copiesSection(matter) ?? { section: 'received-for-person' }]
}

interface Asking {
  readonly arrived: ArrivedMail
  readonly home: Home
  readonly cases: readonly CaseOutcome[]
}

/** The desk sends them; a program has neither. Null: the mail asks for something else. */
export function copiesQuestion({ arrived, home, cases }: Asking, sender: string): Wish | null {
  const copies = copiesIn(arrived)
  const states = oursOf(arrived, home)
  if (copies === null || states === null) return null
  const { ref, id } = home.lead
  const { what, where } = wordsOf(copies, states)
  const isAsked = cases.some(({ file }) => hasChecklist(file))
  const asking = asksWhereItStands(arrived.understanding)
    ? 'asks where things stand, and for copies'
    : statesOrdered(arrived.mail) === null
      ? 'asks for copies only'
      : 'asks for copies beside a change of states'
  const orMore = isAsked ? '' : ' If it asks for an agreement, write "it is an agreement request".'
  return {
    ...{ wish: 'ask-human', sort: 'answer', caseId: id, once: `copies ${ref}` },
    sentence: `Send ${what}${where} to ${sender} (${ref}), who ${asking}.${orMore}`,
  }
}

/** Asked for beside an agreement: the letter says nothing of them, so that a person has to know. */
export function copiesBesideRequest({ arrived, home }: Asking, sender: string): readonly Wish[] {
  const { abstained } = arrived.understanding
  const copies =
    abstained || copiesIn(arrived) !== null || !opensMatter(arrived.understanding) ? null : copiesBeside(arrived.mail)
  const states = oursOf(arrived, home)
  if (copies === null || states === null) return []
  const { ref, id } = home.lead
  const { what, where } = wordsOf(copies, states)
  return [
    {
      ...{ wish: 'ask-human', sort: 'answer', caseId: id, once: `copies ${ref}` },
      sentence: `Send ${what}${where} to ${sender} (${ref}), who asks for copies beside the agreement: "${copies.quote}".`,
    },
  ]
}

function wordsOf({ template, prices }: Copies, states: readonly string[]) {
  const what = listed([...(template ? ['the template'] : []), ...(prices ? ['the price list'] : [])])
  return { what, where: states.length === 0 ? ' (no state is named)' : ` for ${listed(states)}` }
}
