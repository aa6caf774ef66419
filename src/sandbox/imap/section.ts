import type { OpenedMail } from '../message/opened-mail.ts'
import type { Part } from '../message/part-tree.ts'

/** The inside of `BODY[…]` (RFC 3501 6.4.5). */
export interface Section {
  readonly path: readonly number[]
  readonly what: '' | 'HEADER' | 'TEXT' | 'MIME' | 'HEADER.FIELDS' | 'HEADER.FIELDS.NOT'
  /** In lower case. */
  readonly fields: readonly string[]
}

/** What a section holds: a range of the file, or bytes made from it. Null when the mail has no such part. */
export type SectionContent = { readonly from: number; readonly to: number } | { readonly bytes: Buffer } | null

export function readSection(text: string): Section | null {
  const match =
    /^((?:[1-9]\d{0,4}\.)*(?:[1-9]\d{0,4})?)\.?(|HEADER|TEXT|MIME|HEADER\.FIELDS(?:\.NOT)? \(([^()]*)\))$/i.exec(text)
  if (!match) return null
  const path = (match[1] ?? '').split('.').filter((level) => level !== '')
  const what = (match[2] ?? '').replace(/ .*/, '').toUpperCase() as Section['what']
  const fields = (match[3] ?? '').split(/\s+/).filter((name) => name !== '')
  if (what === 'MIME' && path.length === 0) return null
  if (what.startsWith('HEADER.') && fields.length === 0) return null
  return { path: path.map(Number), what, fields: fields.map((name) => name.replace(/^"|"$/g, '').toLowerCase()) }
}

export function contentOf(mail: OpenedMail, { path, what, fields }: Section): SectionContent {
  if (path.length === 0) {
    if (what === '') return { from: 0, to: mail.size }
    const { text, end } = mail.header()
    if (what === 'HEADER') return { from: 0, to: end }
    if (what === 'TEXT') return { from: end, to: mail.size }
    return { bytes: pickFields(text, fields, what === 'HEADER.FIELDS') }
  }
  const part = findPart(mail.parts(), path)
  if (!part) return null
  if (what === '') return { from: part.body, to: part.end }
  if (what === 'MIME') return { from: part.start, to: part.body }
  const inner = part.message
  if (!inner) return null
  if (what === 'HEADER') return { from: inner.start, to: inner.body }
  if (what === 'TEXT') return { from: inner.body, to: inner.end }
  const header = mail.read(inner.start, inner.body).toString('latin1')
  return { bytes: pickFields(header, fields, what === 'HEADER.FIELDS') }
}

/** Part numbers as in RFC 3501 6.4.5: a mail that is not multipart has one part, number 1, its body. */
function findPart(root: Part, path: readonly number[]): Part | null {
  let container = root
  let part: Part | null = null
  for (const number of path) {
    if (part) {
      if (part.children.length === 0 && !part.message) return null
      container = part.message ?? part
    }
    part = container.children.length > 0 ? (container.children[number - 1] ?? null) : number === 1 ? container : null
    if (!part) return null
  }
  return part
}

function pickFields(header: string, names: readonly string[], wanted: boolean): Buffer {
  const lines = header.split(/\r?\n(?![ \t])/).filter((line) => {
    const name = line
      .slice(0, Math.max(0, line.indexOf(':')))
      .trim()
      .toLowerCase()
    return line !== '' && names.includes(name) === wanted
  })
  return Buffer.from(`${lines.map((line) => `${line}\r\n`).join('')}\r\n`, 'latin1')
}
