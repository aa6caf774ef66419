import type { Inspected, InspectLine } from '../flows/inspect.ts'
import type { Io } from './command.ts'
import { clean, styled, truncate } from './print.ts'

const LABEL_WIDTH = 12

/** A mail on a handful of lines: who wrote, what it is, what was found in it, whether it may be answered. */
export function card({ line, mail, likeliest }: Inspected, io: Io): string {
  const rows: (readonly [string, string | null])[] = [
    ['from', mail === null ? null : mail.from.map(({ name, address }) => `${name} <${address}>`.trim()).join(', ')],
    ['subject', mail?.subject ?? null],
    ['kind', line.kind],
    ['wants', wants(line, likeliest)],
    ['agreement', [line.agreement, line.path].filter((word) => word !== null).join(', ')],
    ['company', company(line)],
    ['states', line.states.join(', ')],
    ['contact', contact(line)],
    ...line.attachments.map((file) => ['file', attachment(file)] as const),
    ['answer', `${line.autoReply.allowed ? 'yes' : 'no'}: ${line.autoReply.because}`],
    ...line.problems.map(({ code, detail }) => ['problem', `${code}: ${detail}`] as const),
  ]
  const filled = rows.filter((row): row is readonly [string, string] => row[1] !== null && row[1] !== '')
  const title = `${styled(clean(line.file), 'bold', io)}  ${styled(`${line.ms} ms`, 'dim', io)}`
  return `${[title, ...filled.map((row) => field(row, io))].join('\n')}\n`
}

/** One labelled line, cut to the terminal. */
export function field([label, value]: readonly [string, string], io: Io): string {
  const room = io.columns === null ? Number.POSITIVE_INFINITY : io.columns - LABEL_WIDTH - 2
  return `  ${styled(label.padEnd(LABEL_WIDTH), 'dim', io)}${paint(label, truncate(clean(value), room), io)}`
}

function paint(label: string, text: string, io: Io): string {
  if (label === 'problem') return styled(text, 'yellow', io)
  return label === 'wants' ? styled(text, 'bold', io) : text
}

function wants({ kind, intents, abstained }: InspectLine, likeliest: Inspected['likeliest']): string | null {
  if (kind !== 'human') return null
  const words = (abstained ? likeliest : intents)
    .map(({ intent, confidence }) => `${intent} ${Math.round(confidence * 100)}%`)
    .join(abstained ? ' or ' : ', ')
  if (!abstained) return words
  return words === '' ? 'not understood; a person decides' : `perhaps ${words}; a person decides`
}

function company({ company: name, identifiers: { ocn, acna } }: InspectLine): string {
  const codes = [ocn === undefined ? '' : `OCN ${ocn}`, acna === undefined ? '' : `ACNA ${acna}`].filter(
    (code) => code !== '',
  )
  return [name ?? '', ...codes].filter((part) => part !== '').join(', ')
}

function contact({ contact: person }: InspectLine): string | null {
  if (person === null) return null
  return [person.name, person.email, person.phone ?? ''].filter((part) => part !== '').join(', ')
}

function attachment({ filename, mediaType, bytes, document }: InspectLine['attachments'][number]): string {
  return `${filename || '(no name)'}: ${document}, ${mediaType}, ${readableBytes(bytes)}`
}

function readableBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
