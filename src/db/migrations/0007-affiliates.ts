/** Companies that belong together, as a person recorded it. Each is a legal entity of its own and stays one. */
export const affiliates = {
  name: '0007-affiliates',
  sql: `
create table affiliation (
  -- Names in a form for searching, in the order of the alphabet: a pair stands here once.
  one_key text not null,
  other_key text not null,
  -- As they were written.
  one_name text not null,
  other_name text not null,
  at timestamptz not null,
  by_whom text not null,
  primary key (one_key, other_key));
create index affiliation_by_other on affiliation (other_key);
`,
}
