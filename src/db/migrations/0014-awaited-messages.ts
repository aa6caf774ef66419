/** Message-IDs that mails of people named before, or without, the mail that has them. */
export const awaitedMessages = {
  name: '0014-awaited-messages',
  // Nothing but a new table, so that programs of before go on beside it.
  sql: `
-- Written only by the statements that write the rows it names.
create table awaited_messages (
  message_id text not null,
  -- The case of the mail that named it; that mail.
  case_id bigint not null,
  named_by bigint not null,
  primary key (message_id, case_id, named_by));
create index awaited_messages_by_case on awaited_messages (case_id);
`,
}
