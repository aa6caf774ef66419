/** The same rows, written with less work: every reply is updated three times within its first second. */
export const lessWriting = {
  name: '0004-less-writing',
  sql: `
-- An index over state made each of those updates write all nine indexes anew. What is under way has a row of work.
drop index outbox_in_flight;
alter table outbox set (fillfactor = 50);
-- The bytes lie beside the row, so that an update does not copy them.
alter table outbox alter column raw set storage external;

-- Written only by the statement that writes the rows it names; to look each of them up again costs more than all of it.
alter table timeline
  drop constraint timeline_case_id_fkey,
  drop constraint timeline_message_id_fkey,
  drop constraint timeline_outbox_id_fkey;

-- Not every PostgreSQL was built with lz4.
do $$ begin
  alter table reading alter column mail set compression lz4;
  alter table decision alter column understanding set compression lz4;
exception when feature_not_supported then null;
end $$;
`,
}
