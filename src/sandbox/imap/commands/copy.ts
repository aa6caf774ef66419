import { hasFlag } from '../../store/flags.ts'
import { readMailboxName } from '../../store/names.ts'
import { bad, no, ok, type Reply } from '../reply.ts'
import { readSequenceSet } from '../sequence-set.ts'
import { type Session, viewOf, WRONG_ARGUMENTS } from '../session.ts'
import { type Args, type Token, textOf } from '../tokens.ts'
import type { Numbered } from '../view.ts'
import { numberSet } from '../wire.ts'

export const READ_ONLY = no('[READ-ONLY] The mailbox was opened with EXAMINE')
export const NO_SUCH_MESSAGE = bad('The set names a message that does not exist')

export function copy(session: Session, args: Args, uid: boolean): Reply {
  return transfer(session, args, uid, false)
}

/** MOVE (RFC 6851). A process that dies in between leaves the mail twice, never not at all. */
export function move(session: Session, args: Args, uid: boolean): Reply {
  return viewOf(session).readOnly ? READ_ONLY : transfer(session, args, uid, true)
}

function transfer(session: Session, [setToken, nameToken]: readonly Token[], uid: boolean, moving: boolean): Reply {
  const set = readSequenceSet(textOf(setToken) ?? '')
  const name = textOf(nameToken)
  if (set === null || name === null) return WRONG_ARGUMENTS
  const view = viewOf(session)
  const chosen = view.select(set, uid)
  if (chosen === null) return NO_SUCH_MESSAGE
  const target = session.mailbox(readMailboxName(name))
  if (!target) return no('[TRYCREATE] There is no mailbox of this name')
  const done = moving ? 'MOVE completed' : 'COPY completed'
  if (chosen.length === 0) return ok(done)
  const sources = chosen.map(({ message }) => message.uid)
  const copies = target.add(chosen.map((one) => arrivalFrom(view.mailbox.fileOf(one.message.uid), one)))
  const code = `[COPYUID ${target.uidValidity} ${numberSet(sources)} ${numberSet(copies)}]`
  if (!moving) return ok(`${code} ${done}`)
  session.out.push(`* OK ${code} Moved\r\n`)
  view.mailbox.expunge(sources)
  session.tellNews(true)
  return ok(done)
}

function arrivalFrom(file: string, { message }: Numbered) {
  return { content: { file, size: message.size }, flags: [...message.flags], at: new Date(message.at) }
}

/** EXPUNGE, and UID EXPUNGE of some messages only (RFC 4315 2.1). */
export function expunge(session: Session, [setToken]: Args, uid: boolean): Reply {
  const view = viewOf(session)
  if (view.readOnly) return READ_ONLY
  const set = uid ? readSequenceSet(textOf(setToken) ?? '') : null
  if (uid && set === null) return WRONG_ARGUMENTS
  const chosen = set === null ? view.all() : (view.select(set, true) ?? [])
  const marked = chosen.filter(({ message }) => hasFlag(message.flags, '\\Deleted'))
  view.mailbox.expunge(marked.map(({ message }) => message.uid))
  session.tellNews(true)
  return ok('EXPUNGE completed')
}
