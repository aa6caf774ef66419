import type { Reply } from '../reply.ts'
import type { Session } from '../session.ts'
import type { Args } from '../tokens.ts'
import { append } from './append.ts'
import { copy, expunge, move } from './copy.ts'
import { fetch } from './fetch.ts'
import { create, remove, rename, status, subscribe, unsubscribe } from './folders.ts'
import { list, lsub } from './list.ts'
import { authenticate, capability, enable, id, idle, login, logout, namespace, noop } from './login.ts'
import { search } from './search.ts'
import { close, examine, select, unselect } from './select.ts'
import { store } from './store.ts'

export interface Command {
  /** When it is allowed: always, before login, after it, with a mailbox selected (RFC 3501 6). */
  readonly when: 'always' | 'stranger' | 'user' | 'selected'
  /** Whether it exists as `UID …`, and whether only so. */
  readonly uid?: boolean
  /** Message numbers are in use until it ends, so no EXPUNGE may be told (RFC 3501 7.4.1). */
  readonly keepsNumbers?: boolean
  readonly run: (session: Session, args: Args, uid: boolean) => Reply | Promise<Reply>
}

export const COMMANDS: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['CAPABILITY', { when: 'always', run: capability }],
  ['NOOP', { when: 'always', run: noop }],
  ['ID', { when: 'always', run: id }],
  ['LOGOUT', { when: 'always', run: logout }],
  ['LOGIN', { when: 'stranger', run: login }],
  ['AUTHENTICATE', { when: 'stranger', run: authenticate }],
  ['ENABLE', { when: 'user', run: enable }],
  ['NAMESPACE', { when: 'user', run: namespace }],
  ['LIST', { when: 'user', run: list }],
  ['LSUB', { when: 'user', run: lsub }],
  ['STATUS', { when: 'user', run: status }],
  ['CREATE', { when: 'user', run: create }],
  ['DELETE', { when: 'user', run: remove }],
  ['RENAME', { when: 'user', run: rename }],
  ['SUBSCRIBE', { when: 'user', run: subscribe }],
  ['UNSUBSCRIBE', { when: 'user', run: unsubscribe }],
  ['APPEND', { when: 'user', run: append }],
  ['IDLE', { when: 'user', run: idle }],
  ['SELECT', { when: 'user', run: select }],
  ['EXAMINE', { when: 'user', run: examine }],
  ['CHECK', { when: 'selected', run: noop }],
  ['CLOSE', { when: 'selected', run: close }],
  ['UNSELECT', { when: 'selected', run: unselect }],
  ['EXPUNGE', { when: 'selected', uid: true, run: expunge }],
  ['FETCH', { when: 'selected', uid: true, keepsNumbers: true, run: fetch }],
  ['STORE', { when: 'selected', uid: true, keepsNumbers: true, run: store }],
  ['SEARCH', { when: 'selected', uid: true, keepsNumbers: true, run: search }],
  ['COPY', { when: 'selected', uid: true, run: copy }],
  ['MOVE', { when: 'selected', uid: true, run: move }],
])
