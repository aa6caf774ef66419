import { no, ok, type Reply, wait } from '../reply.ts'
import { type Session, WRONG_ARGUMENTS } from '../session.ts'
import { type Args, keywordOf, textOf } from '../tokens.ts'

export const CAPABILITIES = [
  'IMAP4rev1',
  'LITERAL+',
  'SASL-IR',
  'AUTH=PLAIN',
  'ID',
  'ENABLE',
  'IDLE',
  'NAMESPACE',
  'CHILDREN',
  'SPECIAL-USE',
  'UIDPLUS',
  'UNSELECT',
  'MOVE',
  'CONDSTORE',
].join(' ')

export function capability(session: Session): Reply {
  session.out.push(`* CAPABILITY ${CAPABILITIES}\r\n`)
  return ok('CAPABILITY completed')
}

export function login(session: Session, [name, password]: Args): Reply {
  const [user, secret] = [textOf(name), textOf(password)]
  return user === null || secret === null ? WRONG_ARGUMENTS : enter(session, user, secret)
}

/** AUTHENTICATE PLAIN (RFC 4616), with the initial response on the same line where the client sends it (RFC 4959). */
export function authenticate(session: Session, [mechanism, initial]: Args): Reply {
  if (keywordOf(mechanism) !== 'PLAIN') return no('[CANNOT] Only PLAIN is offered')
  const response = textOf(initial)
  if (response !== null) return plain(session, response === '=' ? '' : response)
  return wait('')
}

/** Takes the credentials that follow the prompt. */
export function takeCredentials(session: Session, line: string): Reply {
  return line === '*' ? { status: 'BAD', text: 'AUTHENTICATE cancelled' } : plain(session, line)
}

function plain(session: Session, base64: string): Reply {
  const [authorize, user, password] = Buffer.from(base64, 'base64').toString('utf8').split('\0')
  if (user === undefined || password === undefined) return WRONG_ARGUMENTS
  if (authorize && authorize !== user) return no('[AUTHORIZATIONFAILED] Nobody may act for another user')
  return enter(session, user, password)
}

function enter(session: Session, name: string, password: string): Reply {
  const user = session.premises.login(name, password)
  const account = user === null ? null : session.premises.office.account(user)
  if (!account) return no('[AUTHENTICATIONFAILED] Unknown user or wrong password')
  session.account = account
  return ok(`[CAPABILITY ${CAPABILITIES}] Logged in`)
}

export function logout(session: Session): Reply {
  session.out.push('* BYE Logging out\r\n')
  session.leaving = true
  return ok('LOGOUT completed')
}

export function noop(): Reply {
  return ok('NOOP completed')
}

export function id(session: Session): Reply {
  session.out.push('* ID ("name" "intagree sandbox")\r\n')
  return ok('ID completed')
}

export function enable(session: Session, args: Args): Reply {
  const wanted = args.map(keywordOf)
  if (wanted.length === 0 || wanted.includes(null)) return WRONG_ARGUMENTS
  const condstore = wanted.includes('CONDSTORE')
  session.condstore ||= condstore
  session.out.push(`* ENABLED${condstore ? ' CONDSTORE' : ''}\r\n`)
  return ok('ENABLE completed')
}

export function namespace(session: Session): Reply {
  session.out.push('* NAMESPACE (("" "/")) NIL NIL\r\n')
  return ok('NAMESPACE completed')
}

export function idle(session: Session): Reply {
  session.idling = true
  return wait('idling')
}

/** The line that ends IDLE (RFC 2177). */
export function takeDone(session: Session, line: string): Reply {
  session.idling = false
  return /^done$/i.test(line.trim()) ? ok('IDLE completed') : { status: 'BAD', text: 'IDLE ends with DONE' }
}
