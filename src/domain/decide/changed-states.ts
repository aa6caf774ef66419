/**
 * "Drop Washington, add Idaho": a mail in a known thread that says nothing but which states of the request stay, go and
 * come. What is added is asked for with this mail, as the request asked for the others; what goes only a person closes.
 */
import type { CaseView } from '../case.ts'
import { howManyCases } from '../casework/open-cases.ts'
import { isSameEntity } from '../casework/proofs.ts'
import {
  givenUpIn,
  LISTED,
  onlyStatesGivenUp,
  STATES,
  statesIn,
  type TakenBack,
  takenBackIn,
} from '../casework/states-changed.ts'
import type { Withdrawal } from '../casework/withdrawal.ts'
import { isExecuted } from '../process/facts.ts'
import { hasChecklist } from '../process/has-checklist.ts'
import type { Understanding } from '../understanding.ts'
import type { ArrivalFacts, ArrivedMail } from './arrival.ts'
import { saidBesides } from './only-thanks.ts'

/** What it takes back, also of other requests of theirs. */
export interface Back extends TakenBack {
  /** Cases of other requests that are about one of these states. */
  readonly elsewhere: readonly CaseView[]
}

export interface ChangedStates {
  /** Where it says nothing else, as a mail that asks for the added states, or is about those that go. */
  readonly arrived: ArrivedMail
  readonly back: Back
  /** It says nothing else than what it takes back. */
  readonly takenBack: Withdrawal | null
}

type Facts = Pick<ArrivalFacts, 'desk' | 'freshCases' | 'threads'>

/** `request`: none where it stands in no known thread. Beside a legal notice only what it says of single states counts. */
export function changedStates(
  arrived: ArrivedMail,
  request: readonly CaseView[],
  facts: Facts,
  isNotice: boolean,
): ChangedStates {
  if (request.length === 0 || isNotice) {
    const states = request.length === 0 ? new Map() : takenBackIn(arrived.mail, request).states
    return { arrived, back: { whole: null, states, elsewhere: [] }, takenBack: null }
  }
  const back = backElsewhere(arrived, request, facts) ?? { ...takenBackIn(arrived.mail, request), elsewhere: [] }
  const added = statesAdded(arrived, request, back)
  if (added === null) return { arrived, back, takenBack: back.whole }
  if (added.length > 0) {
    const asking = about(arrived, added, ASKS)
    // As many numbers were drawn as states were understood, or may be added by its words.
    const isRoom = howManyCases(asking.understanding, arrived.mail, facts.desk) <= facts.freshCases.length
    return { arrived: isRoom ? asking : arrived, back, takenBack: null }
  }
  const takenBack = { quote: [...back.states.values()][0] ?? '' }
  if (back.elsewhere.length > 0) return { arrived, back, takenBack }
  // All that is said is which states go: the mail takes those back, and is about them.
  const gone = about(arrived, [...back.states.keys()])
  return { arrived: gone, back: { whole: takenBack, states: new Map(), elsewhere: [] }, takenBack }
}

/** "Cancel our Wyoming request" under the reference of another: of each state that it takes back they have one case. */
function backElsewhere({ mail }: ArrivedMail, request: readonly CaseView[], { threads }: Facts): Back | null {
  const states = onlyStatesGivenUp(mail)
  const isHere = request.some(({ closed, state }) => closed === null && (state === null || states?.has(state) === true))
  if (states === null || states.size === 0 || isHere) return null
  const others = threads.bySender.filter(
    (one) => one.closed === null && request.every(({ id }) => id !== one.id) && isOfCompany(one, request),
  )
  const elsewhere = others.filter(({ state }) => state !== null && states.has(state))
  const isOneEach = [...states.keys()].every((state) => elsewhere.filter((one) => one.state === state).length === 1)
  return isOneEach ? { whole: null, states, elsewhere } : null
}

function isOfCompany({ company }: CaseView, request: readonly CaseView[]): boolean {
  return request.some((one) => company !== null && one.company !== null && isSameEntity(company, one.company))
}

/** The way and the sort of agreement are those of the request. */
const ASKS = {
  ...{ abstained: false, agreement: null, path: null },
  intents: [{ intent: 'agreement-request', confidence: 1 }],
} as const satisfies Partial<Understanding>

function about(arrived: ArrivedMail, states: readonly string[], asks: Partial<Understanding> = {}): ArrivedMail {
  const understanding = { ...arrived.understanding, ...asks, states: [...states].sort() }
  return { ...arrived, understanding }
}

/** "Please drop Washington": nothing else stands in the clause. */
function onlyGoes(clause: string, states: TakenBack['states']): boolean {
  return GOES.test(clause) && givenUpIn(clause) !== null && statesIn(clause).every((state) => states.has(state))
}

/** Null: it says other things, or not clearly this. */
function statesAdded(
  { mail, understanding }: ArrivedMail,
  request: readonly CaseView[],
  { whole, states }: TakenBack,
): readonly string[] | null {
  const open = request.filter(({ closed }) => closed === null)
  const isTalked = open.some((one) => one.state !== null && hasChecklist(one) && !isExecuted(one))
  if (!isTalked || whole !== null || understanding.kind !== 'human' || understanding.several !== undefined) return null
  if (mail.attachments.some((file) => !file.inline)) return null
  const besides = saidBesides(mail)
  if (besides.join(' ').length > MOST) return null
  const clauses = besides.flatMap((one) => (SIGNS.test(one) ? [] : one.split(CLAUSES)))
  const said = clauses.map((one) => one.trim()).filter((one) => one !== '' && !ASIDE.test(one))
  const added: string[] = []
  for (const one of said) {
    const more = ADDS.exec(one)?.groups?.states
    if (more !== undefined) added.push(...statesIn(more))
    else if (!STAYS.test(one) && !onlyGoes(one, states)) return null
  }
  // What it has already it cannot add: a person reads what is meant.
  if (added.some((state) => request.some((one) => one.state === state))) return null
  return added.length + states.size === 0 ? null : [...new Set(added)]
}

/** Whoever writes more says something else. */
const MOST = 600
const CLAUSES = new RegExp(
  `;|:| [-–—] |,? \\b(?:but|so|while)\\b|,? and (?=(?:please |also |then |we |to |instead )*(?:keep|add|include|leave|continue|proceed|go|drop|cancel|remove|skip|scrap)\\b)|,(?! ?(?:and |or )?${STATES})`,
  'i',
)
const SOFT =
  "(?:(?:and|also|then|please|kindly|instead|now|just|to|could you|can you|would you|(?:we|I)(?:'d| would) like to|(?:we|I) (?:want|wish|need) to|let us|let's) )*"
const BEHIND =
  '(?:,? (?:please|as well|too|also|instead|for now|open|going|unchanged|as (?:it|they) (?:is|are)|as is|as planned))*'
const REQUEST =
  '(?: (?:to|in|on|under|from) (?:it|this|that|the|our|my)(?: (?:\\w+ ){0,2}(?:requests?|list|ARF|application))?)?'
const ADDS = new RegExp(`^${SOFT}(?:add|include) (?<states>${STATES})${REQUEST}${BEHIND}\\??$`, 'i')
const STAYS = new RegExp(
  `^${SOFT}(?:(?:keep|leave|continue (?:with|in)|proceed (?:with|in)|go ahead (?:with|in)) (?:the |our )?${STATES}|(?:the |our )?(?:${LISTED}(?: requests?)?|others?|rest|everything else) (?:stays?|remains?|goes|go|continues?|is|are)(?: (?:on|ahead|forward|unaffected|the same))?)(?: requests?)?${BEHIND}$`,
  'i',
)
const GOES = new RegExp(
  `^.{0,60}\\b${STATES}(?: (?:requests?|cases?|files?|is off|are off|is out))?${REQUEST}${BEHIND}$`,
  'i',
)
/** "Thanks, Lena". */
const SIGNS = /^(?:[Mm]any )?(?:[Tt]hanks|[Tt]hank you|[Cc]heers|[Bb]est)(?:,? \p{Lu}[\p{L}'-]+){0,2}$/u
/** Said around it, and nothing of its own. */
const ASIDE =
  /^(?:please|sorry|thanks|thank you|hello|hi|(?:a )?(?:small |slight |quick )?change of plans?|(?:our|the) plans (?:have )?changed|please amend (?:our|the) request)$/i
