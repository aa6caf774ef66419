/** What was recognised in pictures, by file: the same scan in another mail, or after a crash, costs nothing. */
export const recognisedText = {
  name: '0002-recognised-text',
  sql: `
create table recognised_text (
  sha256 text primary key,
  -- Engine and model; text of another one is recognised again.
  recogniser text not null,
  text text not null,
  -- Mean over the letters, 0 to 1.
  confidence real not null,
  problems json not null,
  milliseconds real not null,
  recognised_at timestamptz not null default now());
`,
}
