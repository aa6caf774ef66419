/** Parts of the question for facts: the letter that a bounce `k` names, and all cases that it was about. */
const IT = `cardinality(k.bounced) > 0 and (o.message_id = any(k.bounced) or o.return_path = any(k.bounced))`

export const BOUNCED_CASES = `
select o.case_id, 'bounced' from outbox o where o.case_id is not null and ${IT}
union all
select a.case_id, 'bounced' from outbox o join outbox_along a on a.outbox_id = o.id where ${IT}`

export const BOUNCED = `
(select json_build_object('outboxId', o.id, 'caseId', o.case_id, 'recipient', o.recipient, 'along',
   (select coalesce(json_agg(a.case_id order by a.case_id), '[]') from outbox_along a where a.outbox_id = o.id))
 from outbox o where ${IT} limit 1)`
