/** Words that want nothing: around an order, and lines of their own. */
import { isClosing, isDeviceLine } from '../understand/fold-marks.ts'
import type { OrderContext } from './order-context.ts'

const BEFORE =
  /^(?:please|pls|plz|kindly|also|then|and|so|hi|could you|can you|would you|will you|i(?:'d| would) like (?:you )?to|i want (?:you )?to|let's|let us|just|now)(?: please)?[,:]?\s+/i
const BEHIND =
  /[,\s]+(?:please|pls|plz|thanks(?: a lot| so much)?|thank you|thx|asap|for now|from me|by me|from my side|:-?\)|;-?\)|[\u{1F600}-\u{1F64F}])$/iu

/** The words of an order without those of courtesy. A question that begins "could you" is an order. */
export function spoken(said: string): string {
  let words = said.replace(/\s+/g, ' ').trim()
  const asks = /^(?:please,? )?(?:could|can|would|will) you\b/i.test(words)
  if (/^(?:add (?:a )?)?(?:note|comment|remark)\b/i.test(words)) return words
  for (let round = 0; round < 6; round += 1) {
    const before = words
    words = words
      .replace(/[\s.,!;]+$/, '')
      .replace(/\p{Emoji_Modifier}/gu, '')
      .replace(BEFORE, '')
      .replace(BEHIND, '')
    if (asks) words = words.replace(/\s*\?+$/, '')
    if (words === before) break
  }
  return words
}

const TALK =
  /^(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|morning|greetings)\b[^:;\d]{0,40}|(?:many |with |ok,? |great,? )?(?:thanks|thank you|thx|ty|cheers)\b[^:;\d]{0,30}|(?:please )?(?:see|find)(?: my)?(?: answers| replies)?(?: below| inline)?|(?:here (?:are|is)|these are)? ?(?:my|our)? ?(?:answers?|orders?|replies|reply)(?: below| for today)?|(?:answers|see) below|that(?:'s| is) (?:all|it)(?: for (?:now|today))?|the rest (?:later|tomorrow)|more later|have a (?:good|great|nice) (?:day|one|weekend|evening)|team|all)[\s:,.!-]*$/i

const VERBS =
  'tick|untick|waive|ask (?:for|them|him|her|again)|close|re-?open|merge|split|assign|extend|approve|reject|undo'
const BEGINS = /^(?:route [a-z]|withdrawn\b)/i
const HOLDS = new RegExp(`\\b(?:${VERBS}|(?:send|drop) (?:it|the|this|that))\\b`, 'i')

/** Where names and addresses stand, a line with one of our verbs, or one that asks, is still meant for us. */
export function soundsLikeOrder(words: string): boolean {
  return BEGINS.test(words) || HOLDS.test(words) || /\p{L}\s*\?\s*$/u.test(words)
}

/** Greetings, thanks, a name alone, a rule of dashes; "Hi, please reopen it" is none of them. */
export function isSmallTalk(line: string, context: OrderContext): boolean {
  const said = line.trim()
  if (TALK.test(said) && !HOLDS.test(said)) return true
  if (!/[\p{L}\p{N}✓👍👎❌]|\+1/u.test(said) || isClosing(said) || isDeviceLine(said)) return true
  const name = said.replace(/^[-–—~\s]+|[\s,.]+$/g, '').toLowerCase()
  return context.staff.some((one) => {
    const full = one.name.toLowerCase()
    return name === full || full.split(/\s+/).includes(name) || name === one.address
  })
}
