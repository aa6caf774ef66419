/** What a draft says, so that it can be said anew when its cases change before somebody says yes. */
export const waitingDrafts = {
  name: '0016-waiting-drafts',
  sql: `
-- Of drafts; null in letters that were written before, which stay as they are.
alter table outbox add column sections json;
-- It asks for what is missing, so that no other letter need do it.
alter table outbox add column asks boolean not null default false;
-- When it was last found to say what is so; null: since it was written.
alter table outbox add column looked_at timestamptz;
create index outbox_draft on outbox (id) where state = 'draft';
`,
}
