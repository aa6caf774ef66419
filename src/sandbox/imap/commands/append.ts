import { readFlag } from '../../store/flags.ts'
import { readMailboxName } from '../../store/names.ts'
import { bad, no, ok, type Reply } from '../reply.ts'
import { type Session, WRONG_ARGUMENTS } from '../session.ts'
import { type Args, textOf, textsOf } from '../tokens.ts'
import { readDateTime } from '../wire.ts'

/** APPEND, RFC 3501 6.3.11; answers with the new UID (RFC 4315). The mail is stored before the answer is sent. */
export function append(session: Session, [nameToken, ...rest]: Args): Reply {
  const name = textOf(nameToken)
  const flagToken = rest[0]?.kind === 'list' ? rest.shift() : undefined
  const dateToken = rest.length === 2 ? rest.shift() : undefined
  const content = rest[0]
  if (name === null || content?.kind !== 'literal' || rest.length !== 1) return WRONG_ARGUMENTS
  const flags = flagToken ? (textsOf(flagToken)?.map(readFlag) ?? [null]) : []
  if (!flags.every((flag) => flag !== null)) return bad('One of the flags cannot be set')
  const at = dateToken ? readDateTime(textOf(dateToken) ?? '') : session.premises.office.now()
  if (at === null) return bad('The date is not a date-time')
  const mailbox = session.mailbox(readMailboxName(name))
  if (!mailbox) return no('[TRYCREATE] There is no mailbox of this name')
  if (content.bytes.length === 0) return no('An empty mail cannot be stored')
  const [uid] = mailbox.add([{ content: { bytes: content.bytes }, flags, at }])
  return ok(`[APPENDUID ${mailbox.uidValidity} ${uid}] APPEND completed`)
}
