/**
 * Parts of the statement that commits a decision, over its record set `filing`: what a person's mail names and nobody has
 * seen is awaited in its case; what came is awaited there no more.
 */
export const AWAITED = `
-- Who comes later finds those that named him before.
awaited as (
  insert into awaited_messages (message_id, case_id, named_by)
  select named, f.case_id, f.id from filing f, unnest(f.refers_to) named
  where f.kind = 'human' and named is distinct from f.message_id
    and not exists (select from case_thread t where t.message_id = named)
  on conflict do nothing),
found as (
  delete from awaited_messages a using filing f where a.message_id = f.message_id and a.case_id = f.case_id),`
