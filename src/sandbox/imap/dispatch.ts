import { takeCredentials, takeDone } from './commands/login.ts'
import { COMMANDS } from './commands/table.ts'
import { bad, no, type Reply } from './reply.ts'
import type { Piece } from './request-reader.ts'
import type { Session } from './session.ts'
import { type Request, readRequest } from './tokens.ts'

/** Answers one request. Never throws: what cannot be done is told to the client with NO or BAD. */
export async function answer(session: Session, pieces: readonly Piece[]): Promise<void> {
  if (session.waitingTag !== null) return finishWaiting(session, pieces)
  const request = readRequest(pieces)
  if ('problem' in request) return tell(session, request.tag, bad(request.problem))
  const reply = await run(session, request)
  const keepsNumbers = COMMANDS.get(request.name)?.keepsNumbers === true && !request.uid
  if (reply.status !== 'wait' || session.idling) session.tellNews(!keepsNumbers)
  if (session.view?.isGone) {
    session.leaving = true
    session.out.push('* BYE The selected mailbox was deleted or renamed\r\n')
  }
  tell(session, request.tag, reply)
}

async function run(session: Session, request: Request): Promise<Reply> {
  const command = COMMANDS.get(request.name)
  if (!command || (request.uid && !command.uid)) return bad('There is no such command')
  if (command.when === 'stranger' && session.account) return bad('Somebody is logged in already')
  if (!session.account && (command.when === 'user' || command.when === 'selected')) return bad('Log in first')
  if (!session.view && command.when === 'selected') return bad('Select a mailbox first')
  // A command with UIDs does not use numbers, so the client may learn of expunged mails before it.
  if (request.uid) session.tellNews(true)
  try {
    return await command.run(session, request.args, request.uid)
  } catch (error) {
    const full = (error as NodeJS.ErrnoException).code === 'ENOSPC'
    const why = error instanceof Error ? error.message : String(error)
    return no(`${full ? '[OVERQUOTA]' : '[SERVERBUG]'} ${why.replace(/[^\x20-\x7e]/g, ' ')}`)
  }
}

function finishWaiting(session: Session, pieces: readonly Piece[]): void {
  const line = pieces.map((piece) => (typeof piece === 'string' ? piece : '')).join('')
  const tag = session.waitingTag ?? '*'
  session.waitingTag = null
  tell(session, tag, session.idling ? takeDone(session, line) : takeCredentials(session, line))
}

function tell(session: Session, tag: string, reply: Reply): void {
  if (reply.status === 'wait') {
    session.waitingTag = tag
    session.out.push(`+ ${reply.prompt}\r\n`)
  } else session.out.push(`${tag} ${reply.status} ${reply.text}\r\n`)
}
