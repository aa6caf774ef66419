/** Who is notified, and who may write for the company, is said by a person only (T9, T15), in words with an address. */
import type { ItemId } from '../casework/items.ts'

const IS = '\\s*(?:=|:|\\bis(?: now)?\\b|\\bto\\b|\\bas\\b)\\s*(\\S.*@.*\\S)$'
const LEAD = '^(?:(?:tick|set|change|make|mark)\\s+)?(?:(?:the|their|its|our)\\s+)?'

/** "notice contact = Wade Lindqvist, wade@acme.example", "introduced = Mary Poe, mary@poe-law.example". */
const SAYS: readonly (readonly [ItemId, RegExp])[] = [
  [
    'notice-contact',
    new RegExp(
      `${LEAD}(?:notices? contact|contact(?: person)? for notices|notices? address|address for notices|contact)${IS}`,
      'i',
    ),
  ],
  [
    'introduced',
    new RegExp(`${LEAD}(?:introduced(?: counsel)?|counsel|attorney|lawyer|advis[eo]r|representative)${IS}`, 'i'),
  ],
]
const ADDRESS = /[^\s<>,;:"'()]+@[^\s<>,;:"'()]+\.[a-z]{2,}/i

export function contactIn(words: string): { readonly item: ItemId; readonly value: string } | null {
  for (const [item, says] of SAYS) {
    const value = nameAndAddress(says.exec(words)?.[1])
    if (value !== null) return { item, value }
  }
  return null
}

function nameAndAddress(said: string | undefined): string | null {
  const address = ADDRESS.exec(said ?? '')?.[0].replace(/\.$/, '')
  if (said === undefined || address === undefined) return null
  const name = said
    .replace(address, '')
    .replace(/[<>"',;()]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return /^[\p{L} .'-]{2,60}$/u.test(name) ? `${name}, ${address}` : name === '' ? address : null
}
