import { readSection, type Section } from './section.ts'
import { type Token, textsOf } from './tokens.ts'

/** One data item of FETCH (RFC 3501 6.4.5). */
export type FetchItem =
  | { readonly kind: 'uid' | 'flags' | 'date' | 'size' | 'modseq' | 'envelope' }
  | { readonly kind: 'structure'; readonly label: 'BODY' | 'BODYSTRUCTURE' }
  | {
      readonly kind: 'content'
      /** How the response names it: without `.PEEK`, with the offset only. */
      readonly label: string
      readonly section: Section
      readonly partial: { readonly from: number; readonly count: number } | null
      /** Whether fetching it sets \Seen. */
      readonly marksSeen: boolean
    }

const MACROS: Readonly<Record<string, readonly string[]>> = {
  FAST: ['FLAGS', 'INTERNALDATE', 'RFC822.SIZE'],
  ALL: ['FLAGS', 'INTERNALDATE', 'RFC822.SIZE', 'ENVELOPE'],
  FULL: ['FLAGS', 'INTERNALDATE', 'RFC822.SIZE', 'ENVELOPE', 'BODY'],
}

const SIMPLE: Readonly<Record<string, FetchItem>> = {
  UID: { kind: 'uid' },
  FLAGS: { kind: 'flags' },
  INTERNALDATE: { kind: 'date' },
  'RFC822.SIZE': { kind: 'size' },
  MODSEQ: { kind: 'modseq' },
  ENVELOPE: { kind: 'envelope' },
  BODY: { kind: 'structure', label: 'BODY' },
  BODYSTRUCTURE: { kind: 'structure', label: 'BODYSTRUCTURE' },
  RFC822: whole('RFC822', '', true),
  'RFC822.HEADER': whole('RFC822.HEADER', 'HEADER', false),
  'RFC822.TEXT': whole('RFC822.TEXT', 'TEXT', true),
}

/** The items asked for, each once; null when one of them is unknown. */
export function readFetchItems(token: Token | undefined): readonly FetchItem[] | null {
  const texts = textsOf(token)
  if (texts === null || texts.length === 0) return null
  const names = texts.flatMap((text) => (token?.kind === 'atom' ? MACROS[text.toUpperCase()] : undefined) ?? [text])
  const items = [...new Set(names)].map(readItem)
  return items.every((item) => item !== null) ? items : null
}

function readItem(text: string): FetchItem | null {
  const simple = SIMPLE[text.toUpperCase()]
  if (simple) return simple
  const match = /^BODY(\.PEEK)?\[([^\]]*)\](?:<(\d{1,10})(?:\.(\d{1,10}))?>)?$/i.exec(text)
  const section = readSection(match?.[2] ?? '')
  if (!match || !section) return null
  const from = match[3]
  const partial = from === undefined ? null : { from: Number(from), count: Number(match[4] ?? 0xffffffff) }
  const label = `BODY[${match[2]}]${from === undefined ? '' : `<${from}>`}`
  return { kind: 'content', label, section, partial, marksSeen: match[1] === undefined }
}

function whole(label: string, what: Section['what'], marksSeen: boolean): FetchItem {
  return { kind: 'content', label, section: { path: [], what, fields: [] }, partial: null, marksSeen }
}
