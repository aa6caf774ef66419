/** What people corrected, the models that were trained, and which of them is in use. */
export const learning = {
  name: '0003-learning',
  sql: `
create table correction (
  id bigint generated always as identity primary key,
  message_id bigint not null references message,
  label json not null,
  made_by text not null,
  made_at timestamptz not null default now(),
  -- Taken back: kept for the record, learned from no more.
  withdrawn_at timestamptz);
create unique index correction_in_force on correction (message_id) where withdrawn_at is null;

-- A version is never changed and never deleted; which one decides is a setting. Version 0 is the shipped model.
create table model (
  version int generated always as identity primary key,
  made_by text not null,
  made_at timestamptz not null default now(),
  examples int not null,
  corrections int not null,
  report json not null,
  weights text not null);
insert into setting values ('model', '0');
`,
}
