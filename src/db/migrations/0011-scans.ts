/** What a virus scanner said of files, by their bytes. */
export const scans = {
  name: '0011-scans',
  sql: `
create table scan (
  sha256 text primary key,
  verdict text not null check (verdict in ('clean', 'infected', 'not-scanned')),
  -- Name of what was found, or why nobody looked.
  detail text not null,
  attempts int not null default 1,
  scanned_at timestamptz not null default now(),
  -- When to ask again; null: there is nothing more to ask.
  next_at timestamptz);
create index scan_next on scan (next_at) where next_at is not null;
`,
}
