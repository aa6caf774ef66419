import { type Account, STANDARD_MAILBOXES } from '../../store/account.ts'
import { ok, type Reply } from '../reply.ts'
import { accountOf, type Session, WRONG_ARGUMENTS } from '../session.ts'
import { type Args, type Token, textOf, textsOf } from '../tokens.ts'
import { nstring } from '../wire.ts'

const MOST_WILDCARDS = 8

/** LIST (RFC 3501 6.3.8), with the selection and return options of RFC 6154 (`LIST (SPECIAL-USE) "" "*"`). */
export function list(session: Session, args: Args): Reply {
  const [first, ...rest] = args
  const options = first?.kind === 'list' ? textsOf(first) : []
  const [reference, patterns] = first?.kind === 'list' ? rest : args
  const wanted = options?.map((option) => option.toUpperCase())
  if (!wanted?.every((option) => option === 'SPECIAL-USE' || option === 'SUBSCRIBED')) return WRONG_ARGUMENTS
  const account = accountOf(session)
  const names = account
    .names()
    .filter((name) => !wanted.includes('SPECIAL-USE') || STANDARD_MAILBOXES.get(name))
    .filter((name) => !wanted.includes('SUBSCRIBED') || account.isSubscribed(name))
  return answer(session, 'LIST', names, reference, patterns)
}

export function lsub(session: Session, [reference, pattern]: Args): Reply {
  return answer(session, 'LSUB', accountOf(session).subscribed(), reference, pattern)
}

function answer(
  session: Session,
  command: 'LIST' | 'LSUB',
  names: readonly string[],
  reference: Token | undefined,
  patterns: Token | undefined,
) {
  const prefix = textOf(reference)
  const texts = textsOf(patterns)
  if (prefix === null || texts === null) return WRONG_ARGUMENTS
  if (texts.length === 1 && texts[0] === '') {
    // An empty name asks for the separator only.
    session.out.push(`* ${command} (\\Noselect) "/" ""\r\n`)
    return ok(`${command} completed`)
  }
  const patterned = texts.map((text) => prefix + text)
  // Each of them multiplies the ways in which a name may match.
  if (patterned.some((text) => (text.match(/[*%]/g)?.length ?? 0) > MOST_WILDCARDS)) return WRONG_ARGUMENTS
  const matchers = patterned.map(matcher)
  for (const name of names) {
    if (!matchers.some((matches) => matches.test(name))) continue
    const attributes = command === 'LIST' ? attributesOf(accountOf(session), name) : ''
    session.out.push(`* ${command} (${attributes}) "/" ${nstring(name)}\r\n`)
  }
  return ok(`${command} completed`)
}

function attributesOf(account: Account, name: string): string {
  const children = account.childrenOf(name).length > 0 ? '\\HasChildren' : '\\HasNoChildren'
  const use = STANDARD_MAILBOXES.get(name)
  return use ? `${children} ${use}` : children
}

/** `*` stands for anything, `%` for anything within one level. INBOX is matched in any spelling. */
function matcher(pattern: string): RegExp {
  const runs = pattern.replace(/[*%]*\*[*%]*/g, '*').replace(/%+/g, '%')
  const source = runs
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('%', '[^/]*')
  return new RegExp(`^${source.replace(/^inbox(?=$|\/)/i, 'INBOX')}$`)
}
