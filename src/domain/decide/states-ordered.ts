/**
 * A mail that says nothing but which states of a request come, go and stay: "drop Washington, add Idaho", "swap WA for
 * ID", "Utah only, please". Its clauses are read one by one; one that is no order makes it a mail for a person.
 */
import { isFirm } from '../casework/firm-words.ts'
import { MARK, MARKED, marked, markedIn, spelledOut } from '../casework/state-lists.ts'
import type { ReadMail } from '../mail.ts'
import { newestSentences } from '../understand/newest-words.ts'
import { quote } from '../understand/quote.ts'
import { isThanks, saidBesides } from './only-thanks.ts'
import { EFFECTS, type Effect, WAYS, type Way } from './order-ways.ts'

/** USPS codes throughout. */
export interface StatesOrdered {
  readonly adds: readonly string[]
  /** Each with the words that drop it. */
  readonly drops: ReadonlyMap<string, string>
  /** "Only Utah": the others go. Null: nothing is said of others. */
  readonly only: { readonly states: readonly string[]; readonly quote: string } | null
  readonly keeps: readonly string[]
  /** States by which it names the request. */
  readonly of: readonly string[]
  /** States that are another matter, of which it says nothing more. */
  readonly apart: readonly string[]
  readonly counts: Counts
  /** What it asks beside its orders. */
  readonly questions: readonly string[]
}

/** How many states it says that the request has, that go as "the others", and that stay so; null: nothing of it. */
export interface Counts {
  readonly has: number | null
  readonly go: number | null
  readonly stay: number | null
}

/** `unclear`: nothing but orders, and they contradict each other, lean on one that is not there, or change nothing. */
export type Ordered = StatesOrdered | 'unclear' | null

/** Whoever writes more says something else. */
const MOST = 600

/** Null: it orders nothing, or says other things too. */
export function statesOrdered(mail: Pick<ReadMail, 'text'>): Ordered {
  const parts = saidBesides({ text: unwrapped(mail.text) })
  if (parts.join(' ').length > MOST) return null
  const said = withTopics(parts)
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
  return orders.length === 0 ? null : together(orders, questions)
}

/** States that its orders may add to a request: as many cases may be opened. */
export function mayAdd(mail: Pick<ReadMail, 'text'>): readonly string[] {
  const order = statesOrdered(mail)
  return order === null || order === 'unclear' ? [] : [...new Set([...order.adds, ...(order.only?.states ?? [])])]
}

interface Order {
  readonly effect: Effect
  readonly states: readonly string[]
  /** The words of which that is read, and the sentence in which they stand. */
  readonly words: string
  readonly quote: string
  readonly beside: Way['beside']
}

function together(orders: readonly Order[], questions: readonly string[]): StatesOrdered | 'unclear' {
  const of = (effect: Effect) => orders.filter((one) => one.effect === effect)
  const statesOf = (effect: Effect) => [...new Set(of(effect).flatMap((one) => one.states))]
  const [adds, keeps, [said = null, ...more]] = [statesOf('adds'), statesOf('keeps'), of('only')]
  const drops = new Map(of('drops').flatMap((one) => one.states.map((state) => [state, one.quote] as const)))
  const apart = statesOf('apart')
  const [[rest], [others]] = [of('rest'), of('others')]
  const [same, ...otherCounts] = of('same')
  const isTorn =
    [...adds, ...keeps, ...(said?.states ?? [])].some((state) => drops.has(state)) ||
    adds.some((state) => keeps.includes(state) || apart.includes(state)) ||
    (said !== null && more.length + adds.length + keeps.length > 0) ||
    (rest !== undefined && (said !== null || keeps.length === 0)) ||
    (same !== undefined && (said !== null || rest !== undefined || drops.size + otherCounts.length > 0))
  const isBare = orders.some((one) => isAlone(one, orders))
  const isNothing = adds.length + drops.size === 0 && said === null && rest === undefined
  if (isTorn || isBare || isNothing) return 'unclear'
  // "Keep Oregon, drop the rest" leaves Oregon only.
  const only = rest === undefined ? said : { states: [...keeps, ...adds], quote: rest.quote }
  return {
    adds,
    drops,
    keeps,
    only,
    of: statesOf('of'),
    apart,
    counts: { has: countIn(same), go: countIn(rest), stay: countIn(others) },
    questions,
  }
}

/** What it says holds only beside another order, and there is none. */
function isAlone({ beside, effect }: Order, orders: readonly Order[]): boolean {
  if (beside === null) return false
  return !orders.some((one) =>
    beside === 'drops' ? one.effect === 'drops' : ![effect, 'of', 'apart'].includes(one.effect),
  )
}

function countIn(order: Order | undefined): number | null {
  if (order === undefined) return null
  const found = COUNTS.findIndex((one) => one.test(order.words))
  return found < 0 ? null : found
}

/** At its place the word for so many; "the other", "the other state" is one. */
const COUNTS = [
  /\b0\b/,
  /\b(?:one|1)\b|\b(?:other|state)$/i,
  /\b(?:both|two|2)\b/i,
  /\b(?:three|3)\b/i,
  /\b(?:four|4)\b/i,
  /\b(?:five|5)\b/i,
  /\b(?:six|6)\b/i,
]

/** "Add Idaho" on a line of its own is no name. */
const ORDERS =
  /^(?:(?:please|and|also|then) )*(?:add|include|drop|cancel|remove|skip|scrap|withdraw|abandon|keep|leave|replace|swap|substitute)\b.*[^\s.!?:;,](?=[ \t]*\r?$)/gim

/** A long line that ends within a sentence goes on with the next one, which is no name below it; of a list no marks. */
function unwrapped(text: string): string {
  return text
    .replace(/^[ \t]{0,8}(?:[-*•]|\d{1,2}[.)])[ \t]{1,4}(?=\S)/gm, '')
    .replace(/\r?\n(?=[a-z]|[A-Z][^\n]*[.!?,;])/g, (end, at: number, whole: string) => (goesOn(whole, at) ? ' ' : end))
    .replace(ORDERS, (line) => (NAME_LIKE.test(line) ? `${line}.` : line))
}

/** By hand: a look-behind for a long line took an eighth of the time in which a mail is decided. */
function goesOn(text: string, end: number): boolean {
  return end - text.lastIndexOf('\n', end - 1) > LONG_LINE && !/[.!?:;]/.test(text[end - 1] ?? '')
}

const LONG_LINE = 51

/** What would be taken for a name at the end: each word begins with a capital. */
const NAME_LIKE = /^\p{Lu}[\p{L}'-]*(?: \p{Lu}[\p{L}'-]*){1,2}$/u

/** "For Idaho" at the beginning: the words behind it are said of Idaho. */
const TOPIC = new RegExp(
  `(?:^|[,;] )(?:(?:and|but) )?(?:as )?(?:for|about|on|regarding|concerning) (?:the )?${MARKED.named}`,
  'i',
)
const ENDS_SO = new RegExp(`${TOPIC.source}$`, 'i')

/** "For Idaho, we will write separately" is one sentence. */
function withTopics(said: readonly string[]): readonly string[] {
  const whole: string[] = []
  for (const one of said) {
    const before = whole.at(-1)
    if (before !== undefined && ENDS_SO.test(marked(spelledOut(before)))) whole.splice(-1, 1, `${before}, ${one}`)
    else whole.push(one)
  }
  return whole
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
  const clauses = marked(words)
    .split(CLAUSES)
    .map((one) => one.trim())
  const orders = clauses.filter((one) => one !== '' && !ASIDE.test(one)).map((one) => readClause(one, asWritten))
  return orders.every((one) => one !== null) ? orders.flat() : null
}

function readClause(clause: string, asWritten: string): readonly Order[] | null {
  for (const { words: way, beside } of WAYS) {
    const found = way.exec(clause)
    if (found === null) continue
    return EFFECTS.flatMap((effect) => {
      const words = found.groups?.[effect]
      return words === undefined ? [] : [{ effect, states: markedIn(words), words, quote: asWritten, beside }]
    })
  }
  return null
}

/** Where the next clause begins: not within a list of states. */
const CLAUSES = new RegExp(
  [
    ';|:| [-–—] |,? \\b(?:so|while)\\b|, but\\b',
    // Not "all but Oregon"
    `(?<!\\b(?:all|everything|every|states?|requests?|others)) but\\b| but\\b(?! (?:the |our |for )?${MARK})`,
    // "Drop Washington and add Idaho"
    ',? and (?=(?:please |also |then |we |to |instead )*(?:keep|add|include|leave|continue|proceed|go|drop|cancel|remove|skip|scrap|replace|swap|put)\\b)',
    // "Add Idaho and Washington stays"
    `(?<!(?:^|[,;] )(?:the |our )?${MARK}) and (?=(?:the |our )?${MARK} (?:request |case )?(?:stays|remains|continues|goes|is|keeps|stands)\\b)`,
    // "Drop Washington, for Idaho we will write separately"
    `,(?= ?(?:and |but )?(?:as )?(?:for|about|on|regarding|concerning) (?:the )?${MARKED.named},? (?:we|I)\\b)`,
    // "Oregon stays, please drop Washington"
    `,(?= (?:please|now|also|then) (?:keep|add|include|leave|drop|cancel|remove|skip|scrap|replace|swap|put)\\b)`,
    // "Drop Washington, add Idaho"; not "Oregon, Utah", nor "Utah only, please"
    `(?<!^please)(?<!${TOPIC.source}),(?! ?(?:and |or )?${MARKED.states}| (?:please|now|too|as well|from)\\b)`,
    // "Washington out, Idaho in"
    `,(?= ?(?:and )?${MARK} (?:in|out)(?: please)?(?:$|,| and\\b))`,
    // "Not Idaho any more, Utah instead"
    `,(?= ?(?:and )?${MARK} instead\\b)`,
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
  /^(?:please|pls|sorry|thanks|thx|thank you|hello|hi|(?:a )?(?:small |slight |quick )?(?:change of plans?|question)|(?:our|the) plans (?:have )?changed|we (?:have )?changed our plans|please amend (?:our|the) request|please confirm(?: receipt)?)$/i
