/**
 * The orders in a mail of ours, in plain words. A saying is read as a whole or not at all: what is left over ("ok, but
 * …", "ok if …") makes it something else, and it is answered with what to write instead. Greetings, thanks, signatures
 * and quoted text say nothing. No saying makes us accept or agree: "ok" sends a draft as it stands.
 */
import type { Act } from '../casework/act.ts'
import type { GivenOrder, OrderContext, OrderTarget, ReadOrder } from './order-context.ts'
import { type Part, partsOf } from './parts.ts'
import { isSmallTalk, soundsLikeOrder, spoken } from './politeness.ts'
import { readSaying } from './read-saying.ts'
import { quoted } from './words.ts'

/**
 * Reads the newest text of a mail; quotes and signatures may still stand in it. Whatever could be an order is in what
 * comes back: read, or with the sentence that says why not.
 */
export function readOrders(text: string, context: OrderContext): readonly ReadOrder[] {
  const { parts, unread } = partsOf(text, context)
  const read: ReadOrder[] = []
  let wasProse = false
  for (const part of parts) {
    const here = readPart(part, { ...context, given: [...(context.given ?? []), ...read.flatMap(givenAbove)] })
    const last = read.at(-1)
    const [only] = here
    const isProse = part.head.head === 'none' && here.length === 1 && isLost(only)
    // One answer is enough for a paragraph of prose, and all of it is named there.
    if (wasProse && isProse && last !== undefined)
      read[read.length - 1] = { ...last, line: `${last.line} ${part.line}` }
    else read.push(...here)
    wasProse = here.length === 0 ? wasProse : isProse
  }
  return unread === null ? read : [...read, { line: unread, problem: TOO_LONG }]
}

function givenAbove(one: ReadOrder): readonly GivenOrder[] {
  return 'order' in one ? [{ number: null, order: one.order }] : []
}

const TOO_LONG =
  'the mail is longer than orders are read: from here on nothing was read, write the rest in another mail'

const LOST = 'this was not understood as an order'

function isLost(one: ReadOrder | undefined): boolean {
  return one !== undefined && 'problem' in one && one.problem.startsWith(LOST)
}

function readPart(part: Part, context: OrderContext): readonly ReadOrder[] {
  const { line, head, place } = part
  const words = spoken(part.said)
  if (head.head === 'none') {
    const target = alone(context)
    if (isSmallTalk(line, context) && !isYesToDraft(words, target)) return []
    if (place === 'below-closing' && !soundsLikeOrder(words)) return []
    const read = readFor(part, words, target, context)
    return place === 'text' || soundsLikeOrder(words) || read.every((one) => 'order' in one) ? read : []
  }
  const targets =
    head.head === 'cases' ? head.refs.map(aCase) : head.numbers.map((number) => context.lines.get(number) ?? number)
  const read = targets.flatMap((target) =>
    typeof target === 'number'
      ? [{ line, problem: noLine(target, words, context) }]
      : words === ''
        ? [{ line, problem: `say what is to be done: ${helpFor(target)}` }]
        : readFor(part, words, target, context),
  )
  return place === 'below-closing' && isContact(part, words, context) ? read.filter((one) => 'order' in one) : read
}

const STREET =
  /\b(?:street|st|avenue|ave|road|rd|drive|dr|lane|ln|boulevard|blvd|suite|ste|floor|court|ct|plaza|parkway|pkwy|highway|hwy|box|[A-Z]{2},? \d{5})\b/i

/** A number below a closing phrase may be that of a house or of a telephone. */
function isContact({ head }: Part, words: string, context: OrderContext): boolean {
  if (head.head !== 'lines') return false
  if (STREET.test(words) || !/\p{L}/u.test(words)) return true
  if (head.numbers.some((number) => context.lines.has(number))) return false
  const asked = readSaying({ words, target: { kind: 'draft', outboxId: 0, caseRef: '' }, context })
  return asked === null || 'problem' in asked
}

function readFor(
  { line }: Part,
  words: string,
  target: OrderTarget | null,
  context: OrderContext,
): readonly ReadOrder[] {
  const said = readSaying({ words, target, context })
  if (said === null) return [{ line, problem: lost(words, target) }]
  return 'problem' in said ? [{ line, problem: said.problem }] : said.acts.map((order: Act) => ({ line, order }))
}

/** "Ok, thanks" under a single draft is an answer. */
function isYesToDraft(words: string, target: OrderTarget | null): boolean {
  return target?.kind === 'draft' && /^(?:ok|okay|yes|great)$/i.test(words)
}

/** What an order without a number is about. */
function alone({ about, lines }: OrderContext): OrderTarget | null {
  const [only] = lines.values()
  return about ?? (lines.size === 1 ? (only ?? null) : null)
}

function aCase(caseRef: string): OrderTarget {
  return { kind: 'case', caseRef }
}

function noLine(number: number, words: string, { lines }: OrderContext): string {
  if (/^undo$/i.test(words)) return `write "undo ${number}" to take back order ${number}`
  const last = Math.max(0, ...lines.keys())
  return last === 0
    ? `the mail that this answers has no numbered lines: write the reference of the case instead of ${number}`
    : `there is no line ${number} in the mail that this answers: its lines are 1 to ${last}`
}

function lost(words: string, target: OrderTarget | null): string {
  if (/\b(?:accept(?:ed|s)?|agree[ds]?|consent)\b/i.test(words))
    return `no order accepts or agrees to anything for us: ${helpFor(target)}`
  if (/\b(?:if|unless|but|except|until|once|when|after|provided|instead|only|however)\b/i.test(words))
    return `an order holds as it stands, without conditions or changes: ${helpFor(target)}`
  if (/\?\s*$/.test(words)) return `this is a question, and only orders are read here: ${helpFor(target)}`
  return `${LOST}: ${helpFor(target)} (${quoted(words)})`
}

function helpFor(target: OrderTarget | null): string {
  switch (target?.kind) {
    case 'draft':
      return 'write "ok" to send the draft as it stands, "no" to drop it, or "to" and a colleague'
    case 'task':
      return 'write "done", "to" and a colleague, or what the mail is, as in "it is a status inquiry"'
    case 'case':
    case 'clock':
      return 'write for example "tick certification", "ask for what is missing", "route negotiate", "no reminders until 2026-04-10", "rejected by the commission", "petition filed 2026-06-02", "ends 2028-05-01", "to" and a colleague, or "note:"'
    case undefined:
      return 'begin with the number of a line or the reference of a case, as in "1 ok" or "CLEC-2026-00042 tick certification"'
  }
}
