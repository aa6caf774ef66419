/**
 * "Drop Washington, add Idaho": a mail in a known thread that says nothing but which states of the request come, go and
 * stay. What is added is asked for with this mail, as the request asked for the others; what goes only a person closes.
 */
import type { CaseView } from '../case.ts'
import { forPerson } from '../casework/for-person.ts'
import { howManyCases } from '../casework/open-cases.ts'
import { type SpokenChange, spokenChange } from '../casework/spoken-change.ts'
import { spelledOut, statesIn } from '../casework/state-lists.ts'
import { takenBackIn } from '../casework/states-changed.ts'
import type { Withdrawal } from '../casework/withdrawal.ts'
import type { Intent } from '../labels.ts'
import { isExecuted } from '../process/facts.ts'
import { hasChecklist } from '../process/has-checklist.ts'
import type { ScoredIntent, Understanding } from '../understanding.ts'
import type { ArrivalFacts, ArrivedMail } from './arrival.ts'
import { opensMatter } from './home.ts'
import { type Change, changeBy, statesOf } from './orders-on-request.ts'
import { asksNeeds, asksStatus } from './question-beside-states.ts'
import { type Back, backElsewhere, othersOf } from './states-elsewhere.ts'
import { type Ordered, statesOrdered } from './states-ordered.ts'

export interface ChangedStates {
  /** Where it says nothing else, as a mail that asks for the added states, or is about those that go. */
  readonly arrived: ArrivedMail
  readonly back: Back
  /** It says nothing else than what it takes back. */
  readonly takenBack: Withdrawal | null
  /** What it asks beside the states that come and go: not all of it is answered by the letter. */
  readonly asks: readonly string[]
  /** A change of which it speaks, and that no rule carries out. */
  readonly spoken: SpokenChange | null
}

type Facts = Pick<ArrivalFacts, 'desk' | 'freshCases' | 'threads'>

/** `request`: none where it stands in no known thread. Beside a legal notice only what it says of single states counts. */
export function changedStates(
  arrived: ArrivedMail,
  request: readonly CaseView[],
  facts: Facts,
  isNotice: boolean,
): ChangedStates {
  const nothing = { takenBack: null, asks: [], spoken: null }
  if (request.length === 0 || isNotice) {
    const states = request.length === 0 ? new Map() : takenBackIn(arrived.mail, request).states
    return { arrived, back: { whole: null, states, elsewhere: [] }, ...nothing }
  }
  const said: Back = backElsewhere(arrived, request, facts.threads) ?? {
    ...takenBackIn(arrived.mail, request),
    elsewhere: [],
  }
  const order = orderIn(arrived, request)
  const others = othersOf(request, [...facts.threads.bySender, ...facts.threads.byMatter])
  const change = order === null || order === 'unclear' ? null : changeBy(order, request, said.elsewhere, others)
  if (change === null) return { ...unordered(arrived, request, order), back: said, asks: [], takenBack: said.whole }
  if (change.added.length === 0 && said.whole !== null)
    return { ...nothing, arrived, back: said, takenBack: said.whole }
  const { added, dropped, asks } = change
  const back = { whole: null, states: dropped, elsewhere: said.elsewhere }
  if (added.length > 0) {
    const asking = askingFor(arrived, change)
    // As many numbers were drawn as states were understood, or may be added by its words.
    const isRoom = howManyCases(asking.understanding, arrived.mail, facts.desk) <= facts.freshCases.length
    return isRoom ? { arrived: asking, back, ...nothing, asks } : { arrived, back, ...nothing }
  }
  const asking = asks.length > 0 ? askingAbout(arrived, change, request) : null
  if (asking !== null) return { arrived: asking, back, ...nothing, asks }
  const takenBack = { quote: [...dropped.values()][0] ?? '' }
  // All that is said is which states go: the mail takes those back, and is about those of them that are here.
  const has = statesOf(request)
  const gone = about(
    arrived,
    [...dropped.keys()].filter((state) => has.has(state)),
  )
  if (said.elsewhere.length > 0) return { ...nothing, arrived: gone, back, takenBack, asks }
  return { ...nothing, arrived: gone, back: { whole: takenBack, states: new Map(), elsewhere: [] }, takenBack, asks }
}

/**
 * What it asks beside what goes is asked of the states that its questions name, or of all that goes on. Null: nothing that
 * goes on is asked about, or no rule answers it, and only the receipt is confirmed.
 */
function askingAbout(arrived: ArrivedMail, change: Change, request: readonly CaseView[]): ArrivedMail | null {
  const { asks, dropped } = change
  const left = [...statesOf(request.filter(({ closed }) => closed === null))].filter((state) => !dropped.has(state))
  const told = asks.filter((asked) => asksStatus(asked) || asksNeeds(asked))
  const named = (told.length > 0 ? told : asks).map((asked) => statesIn(spelledOut(asked)))
  const isOfAll = named.some((states) => states.length === 0)
  const meant = isOfAll ? left : left.filter((state) => named.flat().includes(state))
  const intents = answeredOf(arrived, asks)
  return meant.length > 0 && intents.length > 0 ? about(arrived, meant, { abstained: false, intents }) : null
}

/** What of its questions letters answer: where things stand, in so many words, or what the mail was understood to ask. */
export function answeredOf(
  { understanding: { abstained, intents } }: Pick<ArrivedMail, 'understanding'>,
  asks: readonly string[],
): readonly ScoredIntent[] {
  const understood = abstained ? [] : intents.filter(({ intent }) => ANSWERED.has(intent))
  const isToldAnyway = understood.some(({ intent }) => intent === STATUS.intent)
  const asksIt = asks.some((asked) => asksStatus(asked) || asksNeeds(asked))
  return asksIt && !isToldAnyway ? [STATUS, ...understood] : understood
}

/**
 * A state that only words name which are no order, or a correction for a person, is not asked for; nor are those of an
 * order that does not fit the request.
 */
function unordered(
  arrived: ArrivedMail,
  request: readonly CaseView[],
  unfit: Ordered,
): Pick<ChangedStates, 'arrived' | 'spoken'> {
  const { mail, understanding } = arrived
  const spoken = spokenChange(mail, request)
  const had = statesOf(request)
  const corrected = [forPerson(mail, [])?.state ?? null].filter((state) => state !== null && !had.has(state))
  const unasked = new Set([...(spoken?.fresh ?? []), ...corrected])
  const isOnlyNamed = understanding.states.every((state) => had.has(state) || unasked.has(state))
  const isNoOrder = (spoken !== null && !spoken.isFirm) || corrected.length > 0
  const isDoubtful = unfit !== null || (isNoOrder && isOnlyNamed && !hasFiles(arrived))
  if (isDoubtful && opensMatter(understanding)) return { arrived: asUnsure(arrived), spoken }
  return { arrived: spoken === null || spoken.isFirm ? arrived : withoutUnasked(arrived, unasked), spoken }
}

/** Beside papers: a form asks for its states, whatever the words say; other papers ask for none. */
function withoutUnasked(arrived: ArrivedMail, unasked: ReadonlySet<string | null>): ArrivedMail {
  const { documents, states } = arrived.understanding
  if (documents.includes('agreement-request-form') || !states.some((state) => unasked.has(state))) return arrived
  return about(
    arrived,
    states.filter((state) => !unasked.has(state)),
  )
}

/** As one of which nobody knows what it wants: a person is asked. */
function asUnsure(arrived: ArrivedMail): ArrivedMail {
  const { understanding } = arrived
  const likeliest = understanding.likeliest.length > 0 ? understanding.likeliest : understanding.intents.slice(0, 2)
  return { ...arrived, understanding: { ...understanding, abstained: true, likeliest } }
}

function hasFiles({ mail }: ArrivedMail): boolean {
  return mail.attachments.some((file) => !file.inline)
}

/** Its orders, if it brings nothing else to a request that is under way; null: none that a rule may read. */
function orderIn(arrived: ArrivedMail, request: readonly CaseView[]): Ordered {
  const { kind, several } = arrived.understanding
  const isTalked = request.some(
    (one) => one.closed === null && one.state !== null && hasChecklist(one) && !isExecuted(one),
  )
  return isTalked && kind === 'human' && several === undefined && !hasFiles(arrived)
    ? statesOrdered(arrived.mail)
    : null
}

const ASKS: ScoredIntent = { intent: 'agreement-request', confidence: 1 }

/** The way and the sort of agreement are those of the request. A question that was understood has its answer too. */
export function askingFor(arrived: ArrivedMail, { added, asks }: Pick<Change, 'added' | 'asks'>): ArrivedMail {
  const { abstained, intents } = arrived.understanding
  const questions = abstained || asks.length === 0 ? [] : intents.filter(({ intent }) => QUESTIONS.has(intent))
  return about(arrived, added, { abstained: false, agreement: null, path: null, intents: [ASKS, ...questions] })
}

const STATUS: ScoredIntent = { intent: 'status-inquiry', confidence: 1 }
const QUESTIONS: ReadonlySet<Intent> = new Set(['process-question', 'other-department'])
const ANSWERED: ReadonlySet<Intent> = new Set([...QUESTIONS, 'status-inquiry', 'opt-in-inquiry'])

function about(arrived: ArrivedMail, states: readonly string[], asks: Partial<Understanding> = {}): ArrivedMail {
  const understanding = { ...arrived.understanding, ...asks, states: [...states].sort() }
  return { ...arrived, understanding }
}
