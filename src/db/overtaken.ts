/**
 * Parts of the statement that commits a decision, over its record set `filing`: a reminder that has not left yet speaks of
 * what stood before this mail.
 */
export const OVERTAKEN = `
heard as (
  select other.id from filing join casefile own on own.id = filing.case_id
    join casefile other on other.request_id = own.request_id
  where filing.kind = 'human'),
overtaken as (
  update outbox set state = 'rejected'
  where template = 'reminder' and state in ('draft', 'queued', 'retry') and id in (
    select o.id from outbox o where o.case_id in (select id from heard)
    union select outbox_id from outbox_along where case_id in (select id from heard))
  returning id, case_id),
unsent as (delete from work where stage = 'send' and ref in (select id from overtaken)),`
