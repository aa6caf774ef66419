import { hasFlag, SYSTEM_FLAGS } from '../../store/flags.ts'
import type { Mailbox } from '../../store/mailbox.ts'
import { readMailboxName } from '../../store/names.ts'
import { no, ok, type Reply } from '../reply.ts'
import { type Session, viewOf, WRONG_ARGUMENTS } from '../session.ts'
import { type Args, type Token, textOf, textsOf } from '../tokens.ts'

export function select(session: Session, args: Args): Reply {
  return open(session, args, false)
}
export function examine(session: Session, args: Args): Reply {
  return open(session, args, true)
}

function open(session: Session, [token, parameters]: readonly Token[], readOnly: boolean): Reply {
  const name = textOf(token)
  if (name === null) return WRONG_ARGUMENTS
  // The old mailbox is left even when the new one cannot be selected (RFC 3501 6.3.1).
  session.unselect()
  const mailbox = session.mailbox(readMailboxName(name))
  if (!mailbox) return no('[NONEXISTENT] There is no mailbox of this name')
  if (textsOf(parameters)?.some((text) => text.toUpperCase() === 'CONDSTORE')) session.condstore = true
  const view = session.select(mailbox, readOnly)
  session.out.push(describe(mailbox, view.count, readOnly))
  return ok(`[READ-${readOnly ? 'ONLY' : 'WRITE'}] Mailbox selected`)
}

function describe(mailbox: Mailbox, count: number, readOnly: boolean): string {
  const messages = [...mailbox.messages()]
  const flags = new Set<string>(SYSTEM_FLAGS)
  for (const message of messages) for (const flag of message.flags) flags.add(flag)
  const names = [...flags].join(' ')
  const unseen = messages.findIndex((message) => !hasFlag(message.flags, '\\Seen'))
  return [
    `* FLAGS (${names})`,
    `* OK [PERMANENTFLAGS (${readOnly ? '' : `${names} \\*`})] Flags that can be kept`,
    `* ${count} EXISTS`,
    '* 0 RECENT',
    ...(unseen >= 0 ? [`* OK [UNSEEN ${unseen + 1}] First unseen`] : []),
    `* OK [UIDVALIDITY ${mailbox.uidValidity}] UIDs valid`,
    `* OK [UIDNEXT ${mailbox.uidNext}] Predicted next UID`,
    `* OK [HIGHESTMODSEQ ${mailbox.highestModseq}] Highest`,
    '',
  ].join('\r\n')
}

export function unselect(session: Session): Reply {
  session.unselect()
  return ok('UNSELECT completed')
}

/** CLOSE removes what is marked as deleted and tells nothing (RFC 3501 6.4.2). */
export function close(session: Session): Reply {
  const { mailbox, readOnly } = viewOf(session)
  session.unselect()
  if (!readOnly) {
    mailbox.expunge([...mailbox.messages()].flatMap(({ uid, flags }) => (hasFlag(flags, '\\Deleted') ? [uid] : [])))
  }
  return ok('CLOSE completed')
}
