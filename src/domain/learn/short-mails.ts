/**
 * Short labelled mails, many in one text file, for breadth of wording:
 *
 *     === intents=opt-in-inquiry,status-inquiry agreement=interconnection path=opt-in reply
 *     From: Ann Example <ann@mail.example>
 *     Subject: Re: Utah
 *     File: adoption.pdf = adoption-letter
 *     The text, to the next line that begins with "===".
 *
 * `reply` and `forward` say that the mail is one; `kind=auto-reply` and the like stand for what no person wrote.
 * Whatever breaks the form is an error that names the line.
 */
import {
  AGREEMENTS,
  type Agreement,
  DOCUMENT_SORTS,
  type DocumentSort,
  INTENTS,
  type Intent,
  KINDS,
  type Kind,
  PATHS,
  type Path,
} from '../labels.ts'
import type { Address, Attachment, ReadMail } from '../mail.ts'

export interface ShortMail {
  /** Line on which it begins, counted from 1. */
  readonly line: number
  readonly mail: ReadMail
  readonly kind: Kind
  readonly intents: readonly Intent[]
  readonly agreement: Agreement | null
  readonly path: Path | null
  readonly documents: readonly DocumentSort[]
}

const HEAD = /^===\s*(.*)$/
const WORDS = ['kind', 'intents', 'agreement', 'path', 'reply', 'forward']
const FROM = /^From:\s*(?:"?(.*?)"?\s*<([^<>]+)>|([^\s<>]+@[^\s<>]+))\s*$/
const FILE = /^File:\s*(.+?)\s*=\s*([\w-]+)\s*$/

const FORMS = 'say "From: Name <address>" and "File: name = sort", or leave a blank line before the text'

/** Throws a sentence with the line when an entry is not of the form above. */
export function parseShortMails(text: string): readonly ShortMail[] {
  const lines = text.split(/\r?\n/)
  const heads = lines.flatMap((line, at) => (HEAD.test(line) ? [at] : []))
  if (lines.slice(0, heads[0] ?? lines.length).some((line) => line.trim() !== ''))
    throw new Error('line 1: a mail begins with "===" and what it is')
  return heads.map((from, index) => parseEntry(lines.slice(from, heads[index + 1] ?? lines.length), from + 1))
}

function parseEntry(lines: readonly string[], line: number): ShortMail {
  const words = (HEAD.exec(lines[0] ?? '')?.[1] ?? '').trim().split(/\s+/)
  const fields = new Map(words.map((word) => word.split('=') as [string, string | undefined]))
  for (const name of fields.keys()) oneOf(WORDS, name, line)
  const kind = oneOf(KINDS, fields.get('kind') ?? 'human', line)
  if (kind !== 'human' && fields.has('intents')) throw new Error(`line ${line}: a mail of kind ${kind} wants nothing`)
  const wanted = kind === 'human' ? (fields.get('intents') ?? '').split(',') : []
  const intents = wanted.map((word) => oneOf(INTENTS, word, line))
  let at = 1
  let subject = ''
  let from: readonly Address[] = []
  const files: { readonly name: string; readonly sort: DocumentSort }[] = []
  for (; at < lines.length; at += 1) {
    const given = /^Subject:\s?(.*)$/.exec(lines[at] ?? '')
    const file = FILE.exec(lines[at] ?? '')
    const sender = FROM.exec(lines[at] ?? '')
    if (given) subject = given[1] ?? ''
    else if (sender) from = [{ name: sender[1] ?? '', address: (sender[2] ?? sender[3] ?? '').toLowerCase() }]
    else if (file) files.push({ name: file[1] ?? '', sort: oneOf(DOCUMENT_SORTS, file[2] ?? '', line + at) })
    else if (/^(?:From|File):/.test(lines[at] ?? '')) throw new Error(`line ${line + at}: ${FORMS}`)
    else break
  }
  const agreement = fields.get('agreement')
  const path = fields.get('path')
  return {
    line,
    kind,
    intents,
    agreement: agreement === undefined ? null : oneOf(AGREEMENTS, agreement, line),
    path: path === undefined ? null : oneOf(PATHS, path, line),
    documents: files.map(({ sort }) => sort),
    mail: {
      ...BARE_MAIL,
      from,
      subject,
      text: lines.slice(at).join('\n').trim(),
      inReplyTo: fields.has('reply') ? ['<earlier@mail.example>'] : [],
      attachments: files.map(({ name }) => attachmentNamed(name)),
    },
  }
}

function oneOf<T extends string>(words: readonly T[], word: string, line: number): T {
  const found = words.find((one) => one === word)
  if (found === undefined) throw new Error(`line ${line}: "${word}" is none of ${words.join(', ')}`)
  return found
}

function attachmentNamed(filename: string): Attachment {
  const mediaType = 'application/octet-stream'
  return {
    filename,
    mediaType,
    declaredType: mediaType,
    bytes: 40_000,
    sha256: '',
    inline: false,
    contentId: null,
    text: null,
  }
}

const BARE_MAIL: ReadMail = {
  headers: [],
  messageId: null,
  inReplyTo: [],
  references: [],
  from: [],
  sender: null,
  replyTo: [],
  to: [],
  cc: [],
  subject: '',
  date: null,
  text: '',
  textFrom: 'plain',
  attachments: [],
  parts: 1,
  contentType: { type: 'text/plain', parameters: {} },
  deliveryReport: null,
  problems: [],
  contentId: '',
}
