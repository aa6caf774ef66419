/** Access tokens (RFC 6749) in place of a password. */
export interface AccessTokens {
  /**
   * A token to log in as this user. `refused`: the one that the mail server has just turned down, which is not given
   * again. Rejects with `IntakeError login`.
   */
  token(user: string, refused: string | null): Promise<string>
}
