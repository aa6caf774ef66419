import { type Account, STANDARD_MAILBOXES } from '../../store/account.ts'
import { hasFlag } from '../../store/flags.ts'
import type { Mailbox } from '../../store/mailbox.ts'
import { folderOf, readMailboxName } from '../../store/names.ts'
import { no, ok, type Reply } from '../reply.ts'
import { accountOf, type Session, WRONG_ARGUMENTS } from '../session.ts'
import { type Args, textOf, textsOf } from '../tokens.ts'
import { nstring } from '../wire.ts'

const NOT_A_NAME = no('[CANNOT] This cannot be the name of a mailbox')
const NO_SUCH = no('[NONEXISTENT] There is no mailbox of this name')

export function create(session: Session, [token]: Args): Reply {
  const text = textOf(token)
  if (text === null) return WRONG_ARGUMENTS
  const name = readMailboxName(text)
  if (name === null) return NOT_A_NAME
  if (accountOf(session).hasSimilar(name)) return no('[ALREADYEXISTS] There is a mailbox of this name')
  accountOf(session).create(name)
  return ok('CREATE completed')
}

export function remove(session: Session, [token]: Args): Reply {
  const text = textOf(token)
  if (text === null) return WRONG_ARGUMENTS
  const name = readMailboxName(text)
  const account = accountOf(session)
  if (name === null || !account.has(name)) return NO_SUCH
  if (STANDARD_MAILBOXES.has(name)) return no('[CANNOT] This mailbox is needed')
  if (account.childrenOf(name).length > 0) return no('[HASCHILDREN] Delete the mailboxes below it first')
  if (session.view?.mailbox.name === name) session.unselect()
  account.delete(name)
  return ok('DELETE completed')
}

export function rename(session: Session, [fromToken, toToken]: Args): Reply {
  const [fromText, toText] = [textOf(fromToken), textOf(toToken)]
  if (fromText === null || toText === null) return WRONG_ARGUMENTS
  const [from, to] = [readMailboxName(fromText), readMailboxName(toText)]
  const account = accountOf(session)
  if (from === null || !account.has(from)) return NO_SUCH
  if (to === null || to.startsWith(`${from}/`)) return NOT_A_NAME
  if (account.childrenOf(from).some((name) => folderOf(to + name.slice(from.length)) === null)) return NOT_A_NAME
  if (account.hasSimilar(to)) return no('[ALREADYEXISTS] There is a mailbox of this name')
  if (from === 'INBOX') moveAll(account.mailbox(from), account, to)
  else if (STANDARD_MAILBOXES.has(from)) return no('[CANNOT] This mailbox is needed')
  else {
    if (session.view?.mailbox.name === from) session.unselect()
    account.rename(from, to)
  }
  return ok('RENAME completed')
}

/** Renaming INBOX empties it into the new mailbox (RFC 3501 6.3.5). */
function moveAll(inbox: Mailbox | null, account: Account, to: string): void {
  account.create(to)
  const messages = [...(inbox?.messages() ?? [])]
  if (!inbox) return
  account.mailbox(to)?.add(
    messages.map(({ uid, size, flags, at }) => ({
      content: { file: inbox.fileOf(uid), size },
      flags: [...flags],
      at: new Date(at),
    })),
  )
  inbox.expunge(messages.map((message) => message.uid))
}

export function subscribe(session: Session, [token]: Args): Reply {
  const name = readMailboxName(textOf(token) ?? '')
  if (name === null || !accountOf(session).has(name)) return NO_SUCH
  accountOf(session).setSubscribed(name, true)
  return ok('SUBSCRIBE completed')
}

export function unsubscribe(session: Session, [token]: Args): Reply {
  const name = readMailboxName(textOf(token) ?? '')
  if (name === null) return NO_SUCH
  accountOf(session).setSubscribed(name, false)
  return ok('UNSUBSCRIBE completed')
}

/** STATUS, RFC 3501 6.3.10 and RFC 7162 3.1.7. */
export function status(session: Session, [token, items]: Args): Reply {
  const [name, wanted] = [textOf(token), textsOf(items)]
  if (name === null || wanted === null || items?.kind !== 'list') return WRONG_ARGUMENTS
  const mailbox = session.mailbox(readMailboxName(name))
  if (!mailbox) return NO_SUCH
  const values: string[] = []
  for (const item of wanted.map((text) => text.toUpperCase())) {
    const value = STATUS_ITEMS[item]?.(mailbox)
    if (value === undefined) return WRONG_ARGUMENTS
    if (item === 'HIGHESTMODSEQ') session.condstore = true
    values.push(`${item} ${value}`)
  }
  session.out.push(`* STATUS ${nstring(mailbox.name)} (${values.join(' ')})\r\n`)
  return ok('STATUS completed')
}

const STATUS_ITEMS: Readonly<Record<string, (mailbox: Mailbox) => number>> = {
  MESSAGES: (mailbox) => mailbox.count,
  RECENT: () => 0,
  UIDNEXT: (mailbox) => mailbox.uidNext,
  UIDVALIDITY: (mailbox) => mailbox.uidValidity,
  UNSEEN: (mailbox) => [...mailbox.messages()].filter((message) => !hasFlag(message.flags, '\\Seen')).length,
  HIGHESTMODSEQ: (mailbox) => mailbox.highestModseq,
}
