/**
 * A mail that says nothing but which states of a request come, go and stay: "drop Washington, add Idaho", "swap WA for
 * ID", "Utah only, please". Its clauses are read one by one; one that is no order makes it a mail for a person.
 */
import { isFirm } from '../casework/firm-words.ts'
import { NAME, STATES, spelledOut, statesIn } from '../casework/state-lists.ts'
import type { ReadMail } from '../mail.ts'
import { newestSentences } from '../understand/newest-words.ts'
import { quote } from '../understand/quote.ts'
import { isThanks, saidBesides } from './only-thanks.ts'
import { EFFECTS, type Effect, WAYS } from './order-ways.ts'

/** USPS codes throughout. */
export interface StatesOrdered {
  readonly adds: readonly string[]
  /** Each with the words that drop it. */
  readonly drops: ReadonlyMap<string, string>
  /** "Only Utah": the others go. Null: nothing is said of others. */
  readonly only: { readonly states: readonly string[]; readonly quote: string } | null
  readonly keeps: readonly string[]
  /** What it asks beside its orders. */
  readonly questions: readonly string[]
}

/** Whoever writes more says something else. */
const MOST = 600

/** Null: it orders nothing, says other things too, or not clearly this. */
export function statesOrdered(mail: Pick<ReadMail, 'text'>): StatesOrdered | null {
  const said = saidBesides(mail)
  if (said.join(' ').length > MOST) return null
  const asWritten = newestSentences(mail)
  const orders: Order[] = []
  const questions: string[] = []
  for (const part of said.flatMap(sentencesOf)) {
    const whole = asWritten.find((one) => one.includes(part)) ?? part
    const read = readSentence(part, quote(whole))
    if (read === 'question') questions.push(quote(part))
    else if (read === null) return null
    else orders.push(...read)
  }
  return together(orders, questions)
}

/** States that its orders may add to a request: as many cases may be opened. */
export function mayAdd(mail: Pick<ReadMail, 'text'>): readonly string[] {
  const order = statesOrdered(mail)
  return order === null ? [] : [...order.adds, ...(order.only?.states ?? [])]
}

interface Order {
  readonly effect: Effect
  readonly states: readonly string[]
  readonly quote: string
  /** "Utah instead" says something only beside what goes. */
  readonly isSecond: boolean
}

/** Null: they contradict each other, or leave everything as it is. */
function together(orders: readonly Order[], questions: readonly string[]): StatesOrdered | null {
  const of = (effect: Effect) => orders.filter((one) => one.effect === effect)
  const statesOf = (effect: Effect) => [...new Set(of(effect).flatMap((one) => one.states))]
  const [adds, keeps, [only = null, ...more]] = [statesOf('adds'), statesOf('keeps'), of('only')]
  const drops = new Map(of('drops').flatMap((one) => one.states.map((state) => [state, one.quote] as const)))
  const isTorn =
    [...adds, ...keeps, ...(only?.states ?? [])].some((state) => drops.has(state)) ||
    adds.some((state) => keeps.includes(state)) ||
    (only !== null && more.length + adds.length + keeps.length > 0)
  const isBare = orders.some(({ isSecond }) => isSecond) && drops.size === 0
  const isNothing = adds.length + drops.size === 0 && only === null
  return isTorn || isBare || isNothing ? null : { adds, drops, keeps, only, questions }
}

/** "Drop Washington, add Idaho. What does it cost": a question mark ends a sentence, too, and stays with it. */
function sentencesOf(said: string): readonly string[] {
  return said.split(/(?<=\?) /)
}

/** Null: something else, or not clearly an order. */
function readSentence(sentence: string, asWritten: string): readonly Order[] | 'question' | null {
  if (SIGNS.test(sentence) || isThanks(sentence)) return []
  const spelled = spelledOut(sentence)
  const isAsked = spelled.endsWith('?')
  const words = isAsked ? spelled.slice(0, -1) : spelled
  const orders = !isAsked || POLITE.test(words) ? readOrders(words, asWritten) : null
  return orders ?? (isAsked && !ABOUT_IT.test(words) ? 'question' : null)
}

function readOrders(words: string, asWritten: string): readonly Order[] | null {
  if (!isFirm(words)) return null
  const clauses = words.split(CLAUSES).map((one) => one.trim())
  const orders = clauses.filter((one) => one !== '' && !ASIDE.test(one)).map((one) => readClause(one, asWritten))
  return orders.every((one) => one !== null) ? orders.flat() : null
}

function readClause(clause: string, asWritten: string): readonly Order[] | null {
  for (const { words, isSecond } of WAYS) {
    const found = words.exec(clause)
    if (found === null) continue
    return EFFECTS.flatMap((effect) => {
      const named = found.groups?.[effect]
      return named === undefined ? [] : [{ effect, states: statesIn(named), quote: asWritten, isSecond }]
    })
  }
  return null
}

/** Where the next clause begins: not within a list of states. */
const CLAUSES = new RegExp(
  [
    ';|:| [-–—] |,? \\b(?:but|so|while)\\b',
    // "Drop Washington and add Idaho"
    ',? and (?=(?:please |also |then |we |to |instead )*(?:keep|add|include|leave|continue|proceed|go|drop|cancel|remove|skip|scrap|replace|swap)\\b)',
    // "Drop Washington, add Idaho"; not "Oregon, Utah", nor "Utah only, please"
    `(?<!^please),(?! ?(?:and |or )?${STATES}| (?:please|now|too|as well|from)\\b)`,
    // "Not Idaho any more, Utah instead"
    `,(?= ?(?:and )?${NAME} instead\\b)`,
  ].join('|'),
  'i',
)

/** An order in the form of a question. */
const POLITE = /^(?:and |also |then )?(?:could|can|would|will) you (?:please |kindly |also |then |now |just )*\w/i
/** A question that may be about the order itself: "Or can we keep Washington?", "Is that possible?" */
const ABOUT_IT =
  /\b(?:add|include|drop|keep|cancel|withdraw|remove|replace|swap|substitute|change|switch|instead|only|leave|skip|scrap|possible|o\.?k|okay|all right|works?)\b|\b(?:do|done) (?:this|that|it|so)$/i

/** "Thanks, Lena". */
const SIGNS = /^(?:[Mm]any )?(?:[Tt]hanks|[Tt]hank you|[Cc]heers|[Bb]est)(?:,? \p{Lu}[\p{L}'-]+){0,2}$/u
/** Said around it, and nothing of its own. */
const ASIDE =
  /^(?:please|sorry|thanks|thank you|hello|hi|(?:a )?(?:small |slight |quick )?(?:change of plans?|question)|(?:our|the) plans (?:have )?changed|we (?:have )?changed our plans|please amend (?:our|the) request|please confirm(?: receipt)?)$/i
