import type { AccessToken } from '../../domain/access-token.ts'

/** What is kept of a login from process to process; its secrets are sealed where they are stored. */
export interface KeptLogin {
  /** Null where the application logs in by itself. */
  readonly refreshToken: string | null
  /** When somebody last said yes (`intagree login`). */
  readonly loggedInAt: Date | null
  /** When the provider last took the refresh token, or gave it. */
  readonly refreshedAt: Date | null
  /** When the refresh token ends, where the provider says so. */
  readonly refreshEndsAt: Date | null
  readonly access: AccessToken | null
}

export interface LoginStore {
  /** Rejects with `IntakeError login` when it was sealed with a key that is not there any more. */
  look(name: string): Promise<KeptLogin | null>
  /** Puts a login in the place of whatever was there. */
  put(name: string, login: KeptLogin): Promise<void>
  /**
   * Runs the work while nobody else in any process does for this login, and has committed what it returns when it
   * resolves. Null: nothing is to change.
   */
  change(name: string, work: (kept: KeptLogin | null) => Promise<KeptLogin | null>): Promise<void>
}
