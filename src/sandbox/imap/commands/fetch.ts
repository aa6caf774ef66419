import { OpenedMail } from '../../message/opened-mail.ts'
import { hasFlag, withFlags } from '../../store/flags.ts'
import type { Message } from '../../store/mailbox.ts'
import { bodyStructure } from '../body-structure.ts'
import { envelope } from '../envelope.ts'
import { type FetchItem, readFetchItems } from '../fetch-items.ts'
import type { Output } from '../output.ts'
import { ok, type Reply } from '../reply.ts'
import { contentOf, type SectionContent } from '../section.ts'
import { readSequenceSet } from '../sequence-set.ts'
import { type Session, viewOf, WRONG_ARGUMENTS } from '../session.ts'
import { type Args, type Token, textOf, textsOf } from '../tokens.ts'
import type { Numbered } from '../view.ts'
import { dateTime, flagList } from '../wire.ts'
import { NO_SUCH_MESSAGE } from './copy.ts'

const CHUNK = 256 * 1024

/** FETCH (RFC 3501 6.4.5), with CHANGEDSINCE (RFC 7162 3.1.4). */
export async function fetch(session: Session, args: Args, uid: boolean): Promise<Reply> {
  const [setToken, itemsToken, modifier] = args
  const set = readSequenceSet(textOf(setToken) ?? '')
  const asked = readFetchItems(itemsToken)
  const changedSince = modifier ? readChangedSince(modifier) : null
  if (set === null || asked === null || changedSince === undefined) return WRONG_ARGUMENTS
  const chosen = viewOf(session).select(set, uid)
  if (chosen === null) return NO_SUCH_MESSAGE
  if (changedSince !== null || asked.some((item) => item.kind === 'modseq')) session.condstore = true
  const items = withImplied(asked, uid, changedSince !== null)
  for (const one of chosen) {
    if (changedSince !== null && one.message.modseq <= changedSince) continue
    await fetchOne(session, one, items)
    if (!session.out.open) break
  }
  return ok('FETCH completed')
}

function withImplied(asked: readonly FetchItem[], uid: boolean, modseq: boolean): readonly FetchItem[] {
  const missing = (kind: 'uid' | 'modseq') => !asked.some((item) => item.kind === kind)
  return [
    ...(uid && missing('uid') ? [{ kind: 'uid' } as const] : []),
    ...asked,
    ...(modseq && missing('modseq') ? [{ kind: 'modseq' } as const] : []),
  ]
}

function readChangedSince(token: Token): number | undefined {
  const [name, value, ...rest] = textsOf(token) ?? []
  const fits = name?.toUpperCase() === 'CHANGEDSINCE' && /^\d{1,15}$/.test(value ?? '') && rest.length === 0
  return fits ? Number(value) : undefined
}

async function fetchOne(session: Session, one: Numbered, items: readonly FetchItem[]): Promise<void> {
  const view = viewOf(session)
  const uid = one.message.uid
  // Another session may have expunged it while this one was writing.
  if (!view.mailbox.get(uid)) return
  const needsFile = items.some(
    (item) => item.kind === 'content' || item.kind === 'envelope' || item.kind === 'structure',
  )
  const mail = needsFile ? openMail(session, one.message) : null
  try {
    const marksSeen = !view.readOnly && items.some((item) => item.kind === 'content' && item.marksSeen)
    const newlySeen = marksSeen && !hasFlag(one.message.flags, '\\Seen')
    if (newlySeen) view.mailbox.setFlags(new Map([[uid, withFlags(one.message.flags, ['\\Seen'])]]))
    const message = view.mailbox.get(uid) ?? one.message
    view.settle(uid)
    const all =
      newlySeen && !items.some((item) => item.kind === 'flags') ? [...items, { kind: 'flags' } as const] : items
    session.out.push(`* ${one.number} FETCH (`)
    for (const [index, item] of all.entries()) {
      if (index > 0) session.out.push(' ')
      if (item.kind !== 'content') session.out.push(simpleItem(item, message, mail))
      else if (mail) await pushContent(session.out, item, mail)
    }
    session.out.push(')\r\n')
    await session.out.pace()
  } finally {
    mail?.close()
  }
}

function openMail({ view, premises }: Session, message: Message): OpenedMail {
  if (!view) throw new Error('no mailbox is selected')
  const { mailbox } = view
  const shape = premises.shapes.of(`${mailbox.uidValidity}/${message.uid}`)
  return new OpenedMail(mailbox.fileOf(message.uid), message.size, shape)
}

function simpleItem(item: Exclude<FetchItem, { kind: 'content' }>, message: Message, mail: OpenedMail | null): string {
  switch (item.kind) {
    case 'uid':
      return `UID ${message.uid}`
    case 'flags':
      return `FLAGS ${flagList(message.flags)}`
    case 'date':
      return `INTERNALDATE ${dateTime(message.at)}`
    case 'size':
      return `RFC822.SIZE ${message.size}`
    case 'modseq':
      return `MODSEQ (${message.modseq})`
    case 'envelope':
      return `ENVELOPE ${mail ? envelope(mail.fields()) : 'NIL'}`
    case 'structure':
      return `${item.label} ${mail ? bodyStructure(mail.parts(), item.label === 'BODYSTRUCTURE') : 'NIL'}`
  }
}

async function pushContent(
  out: Output,
  item: Extract<FetchItem, { kind: 'content' }>,
  mail: OpenedMail,
): Promise<void> {
  const content = cut(contentOf(mail, item.section), item.partial)
  if (content === null) return out.push(`${item.label} ""`)
  if ('bytes' in content) {
    out.push(`${item.label} {${content.bytes.length}}\r\n`)
    return out.push(content.bytes)
  }
  const { from, to } = content
  out.push(`${item.label} {${to - from}}\r\n`)
  for (let at = from; at < to && out.open; at += CHUNK) {
    out.push(mail.read(at, Math.min(to, at + CHUNK)))
    await out.pace()
  }
}

/** The part of a section that `<from.count>` names; empty beyond its end (RFC 3501 6.4.5). */
function cut(content: SectionContent, partial: { from: number; count: number } | null): SectionContent {
  if (content === null || partial === null) return content
  if ('bytes' in content) return { bytes: content.bytes.subarray(partial.from, partial.from + partial.count) }
  const from = Math.min(content.to, content.from + partial.from)
  return { from, to: Math.min(content.to, from + partial.count) }
}
