import { setImmediate as nextTurn } from 'node:timers/promises'
import { OpenedMail } from '../../message/opened-mail.ts'
import { no, ok, type Reply } from '../reply.ts'
import { type Candidate, readAll, type Test } from '../search-keys.ts'
import { type Session, viewOf, WRONG_ARGUMENTS } from '../session.ts'
import { type Args, keywordOf, textOf } from '../tokens.ts'
import type { Numbered } from '../view.ts'

const TURN_MS = 20

/** SEARCH, RFC 3501 6.4.4. Text is compared in lower case with transfer encodings and charsets undone. */
export async function search(session: Session, args: Args, uid: boolean): Promise<Reply> {
  const tokens = [...args]
  if (keywordOf(tokens[0]) === 'CHARSET') {
    const charset = textOf(tokens[1])?.toUpperCase() ?? ''
    if (charset !== 'UTF-8' && charset !== 'US-ASCII') return no('[BADCHARSET (US-ASCII UTF-8)] Unknown charset')
    tokens.splice(0, 2)
  }
  const view = viewOf(session)
  const test = readAll(tokens, view)
  if (test === null) return WRONG_ARGUMENTS
  const asksModseq = args.some((token) => keywordOf(token) === 'MODSEQ')
  if (asksModseq) session.condstore = true
  const found = await select(session, view.all(), test)
  const numbers = found.map(({ number, message }) => ` ${uid ? message.uid : number}`).join('')
  const highest = Math.max(0, ...found.map(({ message }) => message.modseq))
  const modseq = asksModseq && found.length > 0 ? ` (MODSEQ ${highest})` : ''
  session.out.push(`* SEARCH${numbers}${modseq}\r\n`)
  return ok('SEARCH completed')
}

async function select(session: Session, candidates: readonly Numbered[], test: Test): Promise<readonly Numbered[]> {
  const found: Numbered[] = []
  let turn = Date.now()
  for (const one of candidates) {
    if (matches(session, one, test)) found.push(one)
    // A search through thousands of files must not stop everything else in this process.
    if (Date.now() - turn > TURN_MS) {
      await nextTurn()
      turn = Date.now()
    }
  }
  return found
}

function matches(session: Session, one: Numbered, test: Test): boolean {
  const { mailbox } = viewOf(session)
  const { uid, size } = one.message
  if (!mailbox.get(uid)) return false
  let opened: OpenedMail | null = null
  const candidate: Candidate = {
    ...one,
    mail() {
      opened ??= new OpenedMail(mailbox.fileOf(uid), size, session.premises.shapes.of(`${mailbox.uidValidity}/${uid}`))
      return opened
    },
  }
  try {
    return test(candidate)
  } finally {
    ;(opened as OpenedMail | null)?.close()
  }
}
