/** Logins with access tokens (OAuth 2.0). Tokens stand here sealed, never in clear. */
export const logins = {
  name: '0010-logins',
  sql: `
create table login (
  -- Provider, application and, where each mailbox has tokens of its own, the user.
  name text primary key,
  refresh_token text,
  logged_in_at timestamptz,
  refreshed_at timestamptz,
  refresh_ends_at timestamptz,
  access_token text,
  access_obtained_at timestamptz,
  access_ends_at timestamptz);
`,
}
