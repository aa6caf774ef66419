/**
 * Parts of the statement that commits a decision, over its record set `filing`: a reminder that has not left yet speaks of
 * what stood before this mail. One that is about other requests as well is written anew without this one, for of those
 * nobody would be reminded else (`waiting-drafts.ts`): it waits for that as a draft, also where it was to leave by itself.
 */
const UNSENT = `template = 'reminder' and state in ('draft', 'queued', 'retry') and id in (
    select o.id from outbox o where o.case_id in (select id from heard)
    union select outbox_id from outbox_along where case_id in (select id from heard))`

const OF_OTHERS = `(sections is not null and exists (
      select from outbox_along a
      where a.outbox_id = outbox.id and (a.case_id not in (select id from heard) or outbox.case_id not in (select id from heard))))`

export const OVERTAKEN = `
heard as (
  select other.id from filing join casefile own on own.id = filing.case_id
    join casefile other on other.request_id = own.request_id
  where filing.kind = 'human'),
overtaken as (
  update outbox set state = 'rejected' where ${UNSENT} and not ${OF_OTHERS}
  returning id, case_id),
parted as (
  update outbox set state = 'draft', parted = true where ${UNSENT} and state <> 'draft' and ${OF_OTHERS}
  returning id),
unsent as (
  delete from work where stage = 'send' and ref in (select id from overtaken union all select id from parted)),`
