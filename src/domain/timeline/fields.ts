/** Fields of what was kept as JSON, as words for a sentence. Nothing is '' and leaves no trace. */
import { ITEMS } from '../casework/items.ts'
import { itemWord } from '../orders/item-words.ts'
import { listed, quoted } from '../orders/words.ts'
import { placeInFile } from '../page-of.ts'
import type { When } from './event.ts'

type Detail = Readonly<Record<string, unknown>>

export function textOf(detail: Detail, name: string): string {
  const value = detail[name]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

export function listIn(detail: Detail, name: string): readonly string[] {
  const value = detail[name]
  return Array.isArray(value) ? value.map(String) : []
}

export function within(detail: Detail, name: string): Detail {
  const value = detail[name]
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Detail) : {}
}

export function momentIn(detail: Detail, name: string, when: When): string {
  const value = detail[name]
  return typeof value === 'number' ? when(value) : ''
}

/** `after(': ', text)`: the text and what stands before it, or nothing. */
export function after(before: string, text: string): string {
  return text === '' ? '' : `${before}${text}`
}

export function itemIn(detail: Detail): string {
  return itemNameOf(textOf(detail, 'item'))
}

export function itemsIn(detail: Detail): string {
  return listed(listIn(detail, 'items').map(itemNameOf))
}

function itemNameOf(id: string): string {
  const item = ITEMS.find((one) => one === id)
  return item === undefined ? id : itemWord(item)
}

/** Where it stands and what it says: ` (Certificate.pdf, page 2: "Order 26-1 …")`. */
export function proofIn(detail: Detail): string {
  const { page } = detail
  const place = placeInFile(textOf(detail, 'file') || null, typeof page === 'number' ? page : null)
  const quote = textOf(detail, 'quote')
  const said = [place, quote === '' ? '' : quoted(quote)].filter((word) => word !== '').join(': ')
  return said === '' ? '' : ` (${said})`
}

/** The fields that say something, by name: `company Acme Fiber, LLC, state CO`. */
export function namedIn(detail: Detail, names: Readonly<Record<string, string>>): string {
  const found = Object.entries(names).map(([name, word]) => after(`${word} `, textOf(detail, name)))
  return found.filter((word) => word !== '').join(', ')
}

/** What a newer version wrote, still for people: no objects, no bare numbers of milliseconds. */
export function anyFields(detail: Detail, when: When): string {
  return Object.entries(detail)
    .map(([name, value]) => after(`${words(name)} `, plain(value, when)))
    .filter((word) => word !== '')
    .join(', ')
}

/** The year 2001 in milliseconds: no other number of ours is as large. */
const MOMENTS_FROM = 1e12

function plain(value: unknown, when: When): string {
  if (value === null || value === undefined || value === '') return ''
  if (typeof value === 'number' && value >= MOMENTS_FROM) return when(value)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return listed(value.map((one) => plain(one, when)).filter((one) => one !== ''))
  return typeof value === 'object' ? `(${anyFields(value as Detail, when)})` : String(value)
}

/** `notBefore` and `not-before` as `not before`. */
export function words(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('-', ' ')
    .toLowerCase()
}
