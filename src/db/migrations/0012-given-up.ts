/** Work that is not tried any more, what puts pieces of the scheduler off, and how often suspicious work was begun. */
export const givenUp = {
  name: '0012-given-up',
  sql: `
-- How often work that was rung several times was begun: what ends the whole process leaves no failed attempt behind.
alter table work add column begun int not null default 0;

-- What ended in front of a person, until it is tried again or dropped. stage: that of work, or 'time' for a request.
create table given_up (
  stage text not null,
  ref bigint not null,
  attempts int not null,
  reason text not null,
  at timestamptz not null default now(),
  primary key (stage, ref));

-- A piece of the scheduler's work that failed and waits; next_at is infinity once it was given up.
create table stumble (
  what text primary key,
  -- For a request: the moment that had come. Another moment is another piece of work.
  due_at timestamptz,
  attempts int not null,
  next_at timestamptz not null,
  last_error text not null);
`,
}
