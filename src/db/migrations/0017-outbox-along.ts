/** A reminder may be about cases of several requests of one company. */
export const outboxAlong = {
  name: '0017-outbox-along',
  // Nothing but a new table, so that programs of before go on beside it.
  sql: `
-- Cases that a letter is about besides those of the request of its own case; written with the letter.
create table outbox_along (
  case_id bigint not null references casefile,
  outbox_id bigint not null references outbox,
  primary key (case_id, outbox_id));
create index outbox_along_by_letter on outbox_along (outbox_id);
`,
}
