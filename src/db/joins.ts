/** Cases of those whom a company introduces, and the questions about them. */

import type { CaseFile } from '../domain/casework/case-file.ts'
import type { ApartCase } from '../domain/decide/joins.ts'
import type { JoinStore } from '../ports/stores/joins.ts'
import { commitCasework } from './commit-casework.ts'
import { despiteDeadlocks, type Pool, rows } from './pool.ts'

const OWN = `
select file from casefile
where status <> 'closed' and request_id in (select request_id from casefile where ref = any($1)) order by id`

const PEOPLE = `
select distinct lower(p.address) as address from case_participant p join casefile c on c.id = p.case_id
where c.request_id in (select request_id from casefile where ref = any($1))`

/** Nobody has more cases of one company, or waits for more answers of a person, that a rule should sort out. */
const MOST = 100

/** A key among others, word by word; the domain leaves an article out wherever it stands. */
const padded = (key: string) => `replace(' ' || ${key} || ' ', ' the ', ' ')`

/**
 * May be of the company, as the domain will say for certain (`joins.ts`): under its name, or one that is part of the other's
 * ("Acme Fiber d/b/a AcmeNet"). Of a case without a company its mails may name it.
 */
const MAY_BE_OURS = `
  case when c.company_key is null then exists (
    select from case_message cm join decision d on d.message_id = cm.message_id
    where cm.case_id = c.id and d.understanding ->> 'company' is not null)
  else exists (
    select from own where position(${padded('own.company_key')} in ${padded('c.company_key')}) > 0
      or position(${padded('c.company_key')} in ${padded('own.company_key')}) > 0) end`

/**
 * Of the company, by one of these addresses, or of those of which it is asked where they belong; the newest first, and
 * those that name a company before those that name none.
 */
const OTHERS = `
with own as (select company_key, request_id from casefile where ref = any($1)),
may as (
  select c.id from casefile c join own on own.company_key = c.company_key
  union select p.case_id from case_participant p where p.address = any($2)
  union select t.case_id from task t where t.done_at is null and t.sort = 'thread' and t.case_id is not null),
newest as (
  select c.id, c.ref, c.file from casefile c
  where c.id in (select id from may) and c.status <> 'closed' and c.request_id not in (select request_id from own)
    and ${MAY_BE_OURS}
  order by c.company_key is null, c.id desc limit ${MOST})
select n.file,
  exists (select from task t where t.case_id = n.id and t.sort = 'thread' and t.done_at is null) as asked,
  exists (select from ordered o where o.undone_by is not null and o.act ->> 'act' = 'merge'
    and o.act ->> 'caseRef' = n.ref) as parted,
  (select coalesce(json_agg(json_build_object('from', r.mail -> 'from', 'text', left(r.mail ->> 'text', 4000),
     'company', d.understanding ->> 'company') order by m.received_at, m.id), '[]')
   from case_message cm join message m on m.id = cm.message_id join reading r on r.message_id = m.id
     join decision d on d.message_id = m.id
   where cm.case_id = n.id and m.kind = 'human') as mails
from newest n order by n.id`

export function joinStore(pool: Pool): JoinStore {
  return {
    async apart({ caseRefs, said }) {
      const addresses = said.map(({ address }) => address.toLowerCase())
      const [own, people, others] = await Promise.all([
        rows<{ file: CaseFile }>(pool, OWN, [caseRefs]),
        rows<{ address: string }>(pool, PEOPLE, [caseRefs]),
        rows<ApartCase>(pool, OTHERS, [caseRefs, addresses]),
      ])
      return { own: own.map(({ file }) => file), people: people.map(({ address }) => address), others }
    },
    async ask(tasks, now) {
      await despiteDeadlocks(() => commitCasework(pool, { now, actor: 'system', cases: [], replies: [], tasks }))
    },
  }
}
