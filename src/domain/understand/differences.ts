/** What two understandings of the same mail differ in, as words for people. */
import type { Understanding } from '../understanding.ts'

export interface Difference {
  readonly field: string
  readonly before: string
  readonly after: string
}

/** Evidence and confidence may move without anything being understood otherwise: they are not compared. */
export function differences(before: Understanding, after: Understanding): readonly Difference[] {
  return FIELDS.map(([field, of]) => ({ field, before: of(before), after: of(after) })).filter(
    (one) => one.before !== one.after,
  )
}

const FIELDS: readonly (readonly [string, (one: Understanding) => string])[] = [
  ['kind', (one) => one.kind],
  ['intents', (one) => one.intents.map(({ intent }) => intent).join('+')],
  ['abstained', (one) => (one.abstained ? 'a person decides' : 'acts')],
  ['agreement', (one) => one.agreement ?? ''],
  ['path', (one) => one.path ?? ''],
  ['company', (one) => one.company ?? ''],
  ['states', (one) => one.states.join(',')],
  ['ocn', (one) => one.identifiers.ocn ?? ''],
  ['acna', (one) => one.identifiers.acna ?? ''],
  ['contact', (one) => (one.contact === null ? '' : `${one.contact.email} ${one.contact.phone ?? ''}`.trim())],
  ['documents', (one) => one.documents.join(',')],
]
