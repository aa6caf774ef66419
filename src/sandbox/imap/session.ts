import type { ShapeCache } from '../message/opened-mail.ts'
import type { Account } from '../store/account.ts'
import type { Mailbox } from '../store/mailbox.ts'
import type { PostOffice } from '../store/post-office.ts'
import type { Output } from './output.ts'
import { bad } from './reply.ts'
import { View } from './view.ts'

/** What all sessions share. */
export interface Premises {
  readonly office: PostOffice
  readonly shapes: ShapeCache
  /** The user a name and a password belong to, or null. */
  readonly login: (name: string, password: string) => string | null
  /** Largest mail in bytes. */
  readonly maxMail: number
}

/** What one connection is up to (RFC 3501 3). */
export class Session {
  readonly premises: Premises
  readonly out: Output
  account: Account | null = null
  view: View | null = null
  /** Whether the client knows CONDSTORE, so that MODSEQ is part of every FETCH response (RFC 7162 3.1). */
  condstore = false
  /** The tag of the command whose next line is not a command: credentials for AUTHENTICATE, DONE for IDLE. */
  waitingTag: string | null = null
  idling = false
  leaving = false

  constructor(premises: Premises, out: Output) {
    this.premises = premises
    this.out = out
  }

  select(mailbox: Mailbox, readOnly: boolean): View {
    this.unselect()
    this.view = new View(mailbox, readOnly, () => this.#pushWhileIdle())
    return this.view
  }

  unselect(): void {
    this.view?.close()
    this.view = null
  }

  /** Collects what is new in the selected mailbox. */
  tellNews(expunges: boolean): void {
    if (this.view) this.out.push(this.view.news(expunges, this.condstore))
  }

  /** The mailbox by its wire name; null when there is none. */
  mailbox(name: string | null): Mailbox | null {
    return name === null ? null : (this.account?.mailbox(name) ?? null)
  }

  #pushWhileIdle(): void {
    if (!this.idling) return
    if (this.view?.isGone) {
      this.out.push('* BYE The mailbox was deleted or renamed\r\n')
      this.out.finish()
      return
    }
    this.tellNews(true)
    this.out.flush()
  }
}

/** The selected view; handlers registered for selected sessions may rely on it. */
export function viewOf(session: Session): View {
  if (!session.view) throw new Error('the command table lets this run without a mailbox')
  return session.view
}

export function accountOf(session: Session): Account {
  if (!session.account) throw new Error('the command table lets this run before login')
  return session.account
}

export const WRONG_ARGUMENTS = bad('The arguments do not fit this command')
