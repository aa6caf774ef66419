/**
 * Part of the statements that commit: open questions that are answered by what happened are done, and the timeline says
 * by what (`src/domain/casework/moot.ts`). Questions are found by their key.
 */
export const settledTasks = (now: string, rows: string, where: string, messageId: string) => `
answered as (
  update task set done_at = ${now}, done_by = 'system' from ${rows}
  where ${where}task.once = q.once and task.done_at is null returning task.id, task.case_id, ${messageId} as message_id, q.why),
answer_told as (
  insert into timeline (at, actor, event, case_id, message_id, detail)
  select ${now}, 'system', 'task-settled', case_id, message_id, json_build_object('task', id, 'why', why) from answered),`
