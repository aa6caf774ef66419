/** The few kinds of values the configuration knows. Each says what is allowed as the second half of a sentence. */
import { z } from 'zod'
import { nearest } from '../domain/nearest.ts'

const ADDRESS = /^[^\s@<>()[\],;:"\\\u0000-\u001f\u007f]{1,64}@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]{2,}$/i

export function whole(from: number, to: number, unit = '') {
  const error = `it must be a whole number${unit === '' ? '' : ` of ${unit}`} from ${from} to ${to}`
  return z.number({ error }).int({ error }).min(from, { error }).max(to, { error })
}

export function yesNo() {
  return z.boolean({ error: 'it must be true or false' })
}

export function word<const Words extends readonly string[]>(words: Words) {
  return z.enum(words, { error: `it must be one of ${words.join(', ')}` })
}

/** One line of text without control characters: these values end up in mail headers. */
export function line(longest: number) {
  const error = `it must be one line of text with 1 to ${longest} characters`
  return z
    .string({ error })
    .trim()
    .min(1, { error })
    .max(longest, { error })
    .regex(/^[^\u0000-\u001f\u007f]*$/, { error })
}

/** Something that others gave a name to: printable, without blanks. */
export function name(error: string) {
  return z.string({ error }).regex(/^[\x21-\x7e]{1,255}$/, { error })
}

/** An address without a display name (RFC 5321 4.1.2, no quoted local part), in lower case. */
export function emailAddress() {
  const error = 'it must be one mail address such as intagree@example.com'
  return z.string({ error }).trim().max(254, { error }).regex(ADDRESS, { error }).toLowerCase()
}

export function webLink() {
  const error = 'it must be a link that begins with https:// or http://'
  return z.string({ error }).refine((text) => /^https?:\/\//i.test(text) && URL.canParse(text), { error })
}

export function smtpLink() {
  const error = 'it must be a nodemailer URL that begins with smtp:// or smtps://'
  return z.string({ error }).refine((text) => /^smtps?:\/\//i.test(text) && URL.canParse(text), { error })
}

export function list<Item extends z.ZodType>(item: Item) {
  return z.array(item, { error: 'it must be a list' })
}

/** A group of keys: every key has a default, so a missing group is an empty one. */
export function group<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject(shape, { error: groupError(Object.keys(shape)) })
}

/** For unknown keys the message holds one line per key, because only here the known ones are at hand. */
function groupError(known: readonly string[]) {
  const few = known.length > 8 ? `${known.slice(0, 8).join(', ')}, ...` : known.join(', ')
  return (issue: { readonly code?: string | undefined; readonly keys?: unknown }) => {
    if (issue.code === 'invalid_type') return `it must be a group of keys (${few})`
    if (issue.code !== 'unrecognized_keys' || !Array.isArray(issue.keys)) return undefined
    return issue.keys.map((key) => unknownName(String(key), known, `known here: ${few}`)).join('\n')
  }
}

/** The second half of a sentence about a name nobody knows. */
export function unknownName(name: string, known: readonly string[], otherwise: string): string {
  const close = nearest(name, known)
  return close === null ? otherwise : `did you mean ${close}?`
}
