import { type Flags, readFlag, withFlags, withoutFlags } from '../../store/flags.ts'
import { bad, ok, type Reply } from '../reply.ts'
import { readSequenceSet } from '../sequence-set.ts'
import { type Session, viewOf, WRONG_ARGUMENTS } from '../session.ts'
import { type Args, type Token, textOf, textsOf } from '../tokens.ts'
import type { Numbered } from '../view.ts'
import { flagList, numberSet } from '../wire.ts'
import { NO_SUCH_MESSAGE, READ_ONLY } from './copy.ts'

/** STORE (RFC 3501 6.4.6), with UNCHANGEDSINCE (RFC 7162 3.1.3). */
export function store(session: Session, args: Args, uid: boolean): Reply {
  const view = viewOf(session)
  if (view.readOnly) return READ_ONLY
  const order = readOrder(args)
  if (order === null) return WRONG_ARGUMENTS
  if (order.flags === null) return bad('One of the flags cannot be set')
  const chosen = view.select(order.set, uid)
  if (chosen === null) return NO_SUCH_MESSAGE
  const limit = order.unchangedSince
  if (limit !== null) session.condstore = true
  const isNewer = ({ message }: Numbered) => limit !== null && message.modseq > limit
  const refused = chosen.filter(isNewer)
  const allowed = chosen.filter((one) => !isNewer(one))
  const flags = order.flags
  view.mailbox.setFlags(new Map(allowed.map(({ message }) => [message.uid, order.change(message.flags, flags)])))
  for (const { number, message } of allowed) {
    view.settle(message.uid)
    const now = view.mailbox.get(message.uid) ?? message
    const parts = [
      ...(uid ? [`UID ${now.uid}`] : []),
      ...(order.silent ? [] : [`FLAGS ${flagList(now.flags)}`]),
      ...(session.condstore ? [`MODSEQ (${now.modseq})`] : []),
    ]
    // A silent STORE is answered only to tell the new MODSEQ.
    if (!order.silent || session.condstore) session.out.push(`* ${number} FETCH (${parts.join(' ')})\r\n`)
  }
  if (refused.length === 0) return ok('STORE completed')
  const modified = numberSet(refused.map(({ number, message }) => (uid ? message.uid : number)))
  return ok(`[MODIFIED ${modified}] STORE completed where the messages were unchanged`)
}

function readOrder(args: readonly Token[]) {
  const [setToken, second, ...others] = args
  const modifier = second?.kind === 'list' ? textsOf(second) : null
  const [actionToken, ...flagTokens] = second?.kind === 'list' ? others : args.slice(1)
  const set = readSequenceSet(textOf(setToken) ?? '')
  const action = /^([+-]?)FLAGS(\.SILENT)?$/i.exec(textOf(actionToken) ?? '')
  const unchangedSince = modifier ? readUnchangedSince(modifier) : null
  if (set === null || !action || flagTokens.length === 0 || unchangedSince === undefined) return null
  const texts = flagTokens.flatMap((token) => textsOf(token) ?? [''])
  const flags = texts.map(readFlag)
  return {
    set,
    unchangedSince,
    silent: action[2] !== undefined,
    change: CHANGES[action[1] ?? ''] ?? replaceFlags,
    flags: flags.every((flag) => flag !== null) ? flags : null,
  }
}

function readUnchangedSince([name, value, ...rest]: readonly string[]): number | undefined {
  const fits = name?.toUpperCase() === 'UNCHANGEDSINCE' && /^\d{1,15}$/.test(value ?? '') && rest.length === 0
  return fits ? Number(value) : undefined
}

function replaceFlags(_old: Flags, flags: readonly string[]): Flags {
  return withFlags(new Set(), flags)
}

const CHANGES: Readonly<Record<string, (old: Flags, flags: readonly string[]) => Flags>> = {
  '': replaceFlags,
  '+': withFlags,
  '-': withoutFlags,
}
