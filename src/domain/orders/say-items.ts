/** "tick certification", "filed 2026-03-05 as docket X", "ask for the certificate": the items of the checklist. */
import type { Act } from '../casework/act.ts'
import type { ItemId } from '../casework/items.ts'
import { nearest } from '../nearest.ts'
import { ITEM_WORDS, itemNamed, itemWord } from './item-words.ts'
import { contactIn } from './say-contact.ts'
import { aboutCase, type Reader, type Said, type Saying } from './saying.ts'
import { type Tailed, tailOf } from './tail.ts'
import { anyOf, listOf, quoted } from './words.ts'

const US = '(?:we|lumen|the carrier|our side)'
const THEM = '(?:they|(?:the )?clec|(?:the )?customer)'
const HAVE = "(?:\\s+have|'ve|\\s+has)?"
const IT = '(?:\\s+(?:it|the agreement|the ica|the draft))?'
const COMMISSION = '(?:\\s+(?:with|by) (?:the )?(?:commission|puc|psc|state))?'
const EOLA = '(?:the |our |an )?(?:early ordering letter(?: agreement)?|eola)'
const PASSIVE =
  '(?:(?:it|the agreement|agreement|the ica|ica|the contract|contract)(?:\\s+(?:was|is|has been))?\\s+|(?:was|is|has been)\\s+)?'

const WAS = '(?:\\s+(?:was|is|has been|have been|got))?'
const PETITION = '(?:(?:the|a|an|our|their|its)\\s+)?(?:arbitration petition|petition(?: for arbitration)?)'
const BY = `(?: (?:by|with|at) (?:us|them|the clec|lumen|(?:the )?(?:commission|puc|psc)))*`
const OFFICE = '(?:the )?(?:state )?(?:commission|puc|psc|board)'
const QUESTIONNAIRE = '(?:the |their |its )?(?:customer )?questionnaire'

/** Milestones in the words in which they are told; "signed" alone is nobody's signature. */
const MILESTONES: readonly (readonly [says: string, items: readonly ItemId[]])[] = [
  [
    `(?:${US}${HAVE}\\s+)?(?:sent|issued|mailed|e-?mailed)(?: out)? (?:the |our |a )?(?:draft|agreement|ica|draft agreement|agreement document)(?: out)?(?: to .{1,40})?`,
    ['draft-issued'],
  ],
  [
    '(?:the |our )?(?:draft|agreement|ica|draft agreement|agreement document)(?: was| has been| is)? (?:sent|issued|mailed|out)(?: out)?(?: to .{1,40})?',
    ['draft-issued'],
  ],
  [
    `both(?: parties| sides)?(?: have)? signed${IT}|signed by both(?: parties| sides)?`,
    ['clec-signature', 'carrier-signature'],
  ],
  [
    `${US}${HAVE}\\s+(?:counter-?signed|signed|executed)${IT}|${PASSIVE}(?:fully )?executed|${PASSIVE}counter-?signed(?: by us)?|${PASSIVE}signed by (?:us|lumen|the carrier)`,
    ['carrier-signature'],
  ],
  [`${THEM}${HAVE}\\s+signed${IT}|${PASSIVE}signed by (?:them|(?:the )?clec|(?:the )?customer)`, ['clec-signature']],
  [`(?:${US}${HAVE}\\s+)?filed${IT}${COMMISSION}|${PASSIVE}filed${COMMISSION}`, ['filed']],
  [`${PASSIVE}(?:deemed )?approved${COMMISSION}|(?:the )?(?:commission|puc|psc)(?: has)? approved${IT}`, ['approved']],
  [
    `${PETITION}${WAS} filed${BY}|(?:${US}|${THEM})${HAVE}\\s+(?:filed ${PETITION}${BY}|petitioned(?: ${OFFICE})?(?: (?:to arbitrate|for arbitration))?)`,
    ['petition-filed'],
  ],
  [
    `${OFFICE}${HAVE}\\s+(?:received|got) ${PETITION}|${PETITION}${WAS} (?:received|stamped) (?:by|at) ${OFFICE}`,
    ['petition-received'],
  ],
  [
    `${PETITION}${WAS} (?:served|received|in)(?: (?:on|by) us)?|(?:we|i)(?:\\s+(?:have|were|was|got))? (?:served with|served|received|got) ${PETITION}|(?:${THEM})${HAVE}\\s+served ${PETITION}(?: on us)?|(?:received|got) ${PETITION}`,
    ['petition-served'],
  ],
  [
    `${PETITION}${WAS} (?:answered|responded to)${BY}|(?:${US}|${THEM})${HAVE}\\s+(?:answered|responded to) ${PETITION}|(?:${US}${HAVE}\\s+filed )?(?:the |our |their )?(?:response|answer) to ${PETITION}(?:${WAS} (?:filed|in|sent))?`,
    ['petition-answered'],
  ],
  [
    `${OFFICE}${HAVE}\\s+(?:decided|ruled)(?: (?:on )?(?:it|the (?:arbitration|issues|open issues|petition|case)))?|${OFFICE}${HAVE}\\s+(?:resolved|arbitrated) the (?:open )?issues|(?:the )?arbitration${WAS} (?:decided|over)|(?:the )?arbitration (?:order|decision)(?:${WAS} (?:issued|out|in))?`,
    ['arbitration-decided'],
  ],
  [
    `(?:${US}${HAVE}\\s+)?(?:answered|responded|replied)(?: (?:them|to them|the request|to the request))? in writing|(?:the |our )?written (?:answer|response|reply)${WAS} (?:sent|given|mailed|delivered|out|faxed)|(?:${US}${HAVE}\\s+)?(?:sent|gave|mailed|delivered|faxed) (?:the |our |a )?written (?:answer|response|reply)`,
    ['written-answer'],
  ],
  [
    `(?:the |our )?(?:advice )?notice${WAS} published|(?:${US}${HAVE}\\s+)?published the (?:advice )?notice`,
    ['notice-published'],
  ],
  [
    `(?:it|the agreement|agreement|ica)?${WAS}\\s*(?:made public|(?:open(?:ed)?|available) (?:to|for) (?:the )?(?:public )?inspection)(?: by ${OFFICE})?|${OFFICE}${HAVE}\\s+(?:made (?:it|the agreement) public|published (?:it|the agreement))`,
    ['made-public'],
  ],
  [
    `${QUESTIONNAIRE}${WAS} (?:refreshed|renewed)|(?:${THEM})${HAVE}\\s+(?:refreshed|renewed) ${QUESTIONNAIRE}|(?:refreshed|renewed) ${QUESTIONNAIRE} (?:is in|received|came)`,
    ['questionnaire-refreshed'],
  ],
  [
    `(?:${US}${HAVE}\\s+)?(?:sent|issued)(?: out)? ${EOLA}|${EOLA}(?: was| is)? (?:sent|issued)`,
    ['early-ordering-letter-issued'],
  ],
  [
    `${THEM}${HAVE}\\s+signed ${EOLA}|${EOLA}(?: was| is)? (?:signed|executed)(?: by .{1,20})?`,
    ['early-ordering-letter-signed'],
  ],
  ["(?:they are|it is|they're|clec is|is)?\\s*ready to order|they (?:can|may) order(?: now)?", ['ready-to-order']],
]
const MILESTONE_PATTERNS = MILESTONES.map(([says, items]) => [new RegExp(`^(?:${says})$`, 'i'), items] as const)

const IN = '(?:as\\s+)?(?:received|met|done|complete|in|ticked|ok)'
const TICK = new RegExp(`^(?:tick(?: off)?|check(?: off)?|mark|mark off)\\s+(.+?)(?:\\s+${IN})?$`, 'i')
const GOT = /^(?:(?:we|i)(?: have|'ve)? (?:received|got)|received|got|we have)\s+(.+)$/i
const IS_IN = /^(.+?)\s+(?:(?:is|are|was|were|has|have|been|came)\s+)*(?:received|in|ticked|here|arrived|met|ok)$/i
const UNTICK = /^(?:un-?tick|un-?check|clear|re-?open|remove(?: the)? tick (?:of|from|on))\s+(.+)$/i
const WAIVE = /^(?:waive|skip)\s+(.+)$/i
const NOT_NEEDED =
  /^(?:(?:they|we) (?:do not|don't) need\s+(.+)|no need for\s+(.+)|(.+?)\s+(?:(?:is|are)\s+)?(?:waived|not (?:needed|required|necessary)))$/i
const LACKS = /^(.+?)\s+(?:(?:is|are)\s+)?(?:still )?(?:missing|outstanding|not (?:in|received|there|here|ok))$/i

export const sayItems: Reader = (saying) => {
  const contact = contactIn(saying.words)
  if (contact !== null) return tick(saying, [contact.item], { body: '', on: null, value: contact.value, note: null })
  const tail = tailOf(saying.words, saying.context.today)
  if ('problem' in tail) return isAboutItems(saying.words) ? tail : null
  const milestone = MILESTONE_PATTERNS.find(([says]) => says.test(tail.body))?.[1]
  if (milestone !== undefined) return tick(saying, milestone, tail)
  const named = TICK.exec(tail.body)?.[1]
  if (named !== undefined) return withItems('tick', named, (items) => tick(saying, items, tail))
  const untick = UNTICK.exec(tail.body)?.[1]
  if (untick !== undefined && !/^(?:it|this|that|(?:the )?case)$/i.test(untick))
    return withItems('untick', untick, (items) =>
      each(saying, items, (item, caseRef) => ({ act: 'untick', caseRef, item, note: tail.note })),
    )
  const [, ...unneeded] = NOT_NEEDED.exec(tail.body) ?? []
  const waive = WAIVE.exec(tail.body)?.[1] ?? unneeded.find((one) => one !== undefined)
  if (waive !== undefined)
    return withItems('waive', waive, (items) =>
      each(saying, items, (item, caseRef) => ({ act: 'waive', caseRef, item, note: tail.note })),
    )
  const got = GOT.exec(tail.body)?.[1] ?? IS_IN.exec(tail.body)?.[1]
  if (got !== undefined) return withItems('tick', got, (items) => tick(saying, items, tail))
  return told(saying, tail)
}

/** The bare name of an item, with a day or a value perhaps, does not say what is to be done with it. */
function told(saying: Saying, tail: Tailed): Said {
  const lacking = LACKS.exec(tail.body)?.[1]
  const named = itemNamed(lacking ?? tail.body)
  if (named.named === 'nothing') return null
  const word = named.named === 'item' ? itemWord(named.item) : null
  if (lacking !== undefined && word !== null)
    return { problem: `write "ask for ${word}" to have it asked for, or "untick ${word}" when its tick is wrong` }
  if (word === null)
    return {
      problem: unclear(
        lacking === undefined ? 'tick' : 'ask for',
        tail.body,
        named.named === 'unclear' ? named.items : [],
      ),
    }
  if (saying.target?.kind === 'task' && saying.target.sort === 'understand') return null
  return { problem: `say what is to be done with it: write "tick ${word}", "ask for ${word}" or "waive ${word}"` }
}

const ASK =
  /^(?:ask|ask again|ask (?:them|him|her|the clec|the customer)(?: again)?|request|chase)\s+(?:(?:them|him|her|the clec|the customer)\s+)?(?:again\s+)?(?:for|to send|about)?\s*(.+)$/i
const MISSING =
  /^(?:(?:for )?(?:what(?:ever|'s)?(?: is)?(?: still)? missing|(?:the )?(?:missing|open|outstanding) (?:items|information|info|documents|things|ones|pieces)|everything(?:(?: that is| that's)?(?: still)? missing)?|the rest|all(?: (?:that is|that's))? missing|what(?:'s| is) (?:still )?(?:open|outstanding)|what they (?:still )?owe(?: us)?))$/i

export const sayAsk: Reader = (saying) => {
  if (/^ask(?: them| him| her| again)?$/i.test(saying.words))
    return { problem: 'say for what: write "ask for what is missing", or "ask for" and the item' }
  const wanted = ASK.exec(saying.words)?.[1]
  if (wanted === undefined) return null
  if (MISSING.test(wanted)) return aboutCase(saying, (caseRef) => [{ act: 'ask', caseRef, items: [] }])
  return withItems('ask for', wanted, (items) => aboutCase(saying, (caseRef) => [{ act: 'ask', caseRef, items }]))
}

function tick(saying: Saying, items: readonly ItemId[], { on, value, note }: Tailed): Said {
  if (value !== null && items.length > 1)
    return { problem: `write the items on lines of their own: the value ${quoted(value)} belongs to one of them` }
  // Of this item the day is what it says, not when it came.
  if (items.length === 1 && items[0] === 'agreement-end' && value === null)
    return each(saying, items, (item, caseRef) => ({ act: 'tick', caseRef, item, on: null, value: on, note }))
  return each(saying, items, (item, caseRef) => ({ act: 'tick', caseRef, item, on, value, note }))
}

function each(saying: Saying, items: readonly ItemId[], act: (item: ItemId, caseRef: string) => Act): Said {
  return aboutCase(saying, (caseRef) => items.map((item) => act(item, caseRef)))
}

/** In what was said of the items, so that what is written back is understood. */
type Verb = 'tick' | 'untick' | 'waive' | 'ask for'

function withItems(verb: Verb, text: string, then: (items: readonly ItemId[]) => Said): Said {
  const whole = itemNamed(text)
  const pieces = whole.named === 'nothing' ? listOf(text) : [text]
  const items: ItemId[] = []
  for (const piece of pieces) {
    const named = itemNamed(piece)
    if (named.named === 'unclear') return { problem: unclear(verb, piece, named.items) }
    if (named.named === 'nothing') return { problem: unknown(verb, piece) }
    items.push(named.item)
  }
  return then([...new Set(items)])
}

function unclear(verb: Verb, text: string, items: readonly ItemId[]): string {
  return `${quoted(text)} can be more than one item: write ${anyOf(items.map((item) => `"${verb} ${itemWord(item)}"`))}`
}

function unknown(verb: Verb, text: string): string {
  const all = Object.values(ITEM_WORDS).flat()
  const mistyped = nearest(text.trim().replace(/^(?:the|their|an?) /i, ''), all)
  const near = [
    ...(mistyped === null ? [] : [mistyped]),
    ...all.filter(
      (word) =>
        word.length > 3 &&
        text
          .toLowerCase()
          .split(/\W+/)
          .some((one) => one.length > 3 && word.startsWith(one)),
    ),
  ]
  const shown = near.length > 0 ? near : ['certificate', 'request form', 'ocn letter', 'questionnaire', 'filed']
  return `I know no item ${quoted(text)}: write for example ${anyOf([...new Set(shown)].slice(0, 5).map((word) => `"${verb} ${word}"`))}`
}

function isAboutItems(words: string): boolean {
  return /\b(?:tick|check|mark|received|got|signed|filed|petition|arbitration|decided|answered|published|public|renewed|refreshed|approved|issued|sent|waive|executed|in)\b/i.test(
    words,
  )
}
