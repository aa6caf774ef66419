/** One way in which a mail can be hostile: how such a mail is written, and what has to come of it. */
import type { ProblemCode } from '../../../src/domain/mail.ts'
import type { RefusalCode } from '../../../src/ports/mail-reader.ts'
import { mail, ORDINARY_HEADER } from '../../mime/mails.ts'

export const MB = 1024 * 1024

export interface HostileClass {
  readonly name: string
  /** What the sender tries, for the page. */
  readonly tries: string
  readonly mail: () => Buffer
  /** Problems that have to be told, and words that have to stand in them. */
  readonly says: readonly ProblemCode[]
  readonly detail?: string
  /** It is too much to be read: why it has to end in quarantine. */
  readonly refused?: RefusalCode
  /** Nobody may be answered. */
  readonly silent?: true
  /** Who may be answered, at most; without it the sender of an ordinary mail. */
  readonly answers?: string
  /** Words that have to be found in its text or in the text of its files, in whatever state it is. */
  readonly finds?: string
  /** Words that must not reach any letter, digest or screen. */
  readonly hides?: readonly string[]
}

/** A request as an ordinary carrier sends it, so that everything behind it has to do with the hostile part too. */
export const REQUEST =
  'We would like to negotiate an interconnection agreement for Colorado. Our company is Acme Fiber, LLC.'

/** An ordinary header, then these lines: more header fields, an empty line, a body. */
export function wrapped(...lines: readonly string[]): Buffer {
  return mail(...ORDINARY_HEADER, ...lines)
}

/** The ordinary header with other values of its fields, in UTF-8. */
export function headed(fields: Readonly<Record<string, string | null>>, ...body: readonly string[]): Buffer {
  const own = ORDINARY_HEADER.filter((line) => !(line.slice(0, line.indexOf(':')) in fields))
  const lines = Object.entries(fields).flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`]))
  return Buffer.from([...lines, ...own, ...(body.length === 0 ? ['', REQUEST] : body)].join('\r\n'))
}

export function repeated<T>(count: number, make: (at: number) => T): T[] {
  return Array.from({ length: count }, (_, at) => make(at))
}
