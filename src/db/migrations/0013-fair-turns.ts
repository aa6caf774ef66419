/** Mails wait in turns, sender by sender; a person is told of one thing once; what goes out is counted by the hour. */
export const fairTurns = {
  name: '0013-fair-turns',
  sql: `
-- Whose mail it is and which thread it belongs to, as its header says: only for the order of work.
alter table work
  add column lane text,
  add column thread text,
  -- The n-th waiting mail of a sender has the n-th turn, counted from the turn that is being worked on.
  add column turn bigint not null default 0;
create index work_turn on work (stage, turn);
create index work_lane on work (lane, turn) where lane is not null;
create index work_thread on work (thread, turn) where thread is not null;

-- While a task with that key is open there is no second one.
alter table task add column once text;
create unique index task_once on task (once) where once is not null and done_at is null;

create index outbox_by_time on outbox (created_at);
`,
}
