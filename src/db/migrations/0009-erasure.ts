/** Mails whose bytes were erased: the row in the ledger stays, with the hash, so that the accounting still holds. */
export const erasure = {
  name: '0009-erasure',
  sql: `
alter table message add column erased_at timestamptz;

-- What was erased, by whom and why; the addresses themselves are not kept.
create table erasure (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  by_whom text not null,
  -- The rule of the settings, or the order of a person.
  why text not null,
  messages bigint[] not null,
  letters bigint[] not null default '{}',
  -- Of the archive, still to be deleted: they go after the rows are committed.
  files text[] not null default '{}');
create index erasure_pending on erasure (id) where files <> '{}';

-- Nothing is erased from a case under a legal hold.
create table legal_hold (
  case_id bigint primary key references casefile,
  because text not null,
  by_whom text not null,
  since timestamptz not null default now());
`,
}
