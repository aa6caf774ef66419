/** Cases with their checklists, the legal entities behind them, what people ordered, and the digests they answer. */
export const casework = {
  name: '0005-casework',
  sql: `
alter table casefile
  -- Cases that one request opened share the id of the first of them.
  add column request_id bigint,
  add column clec_id bigint,
  -- The company's name in a form for searching; never printed.
  add column company_key text,
  -- The case as the decisions see it; the columns beside it are worked out of it, for lists and look-ups.
  add column file json,
  add column version int not null default 1,
  add column missing text[] not null default '{}',
  add column clocks json not null default '[]',
  -- When time alone may next cause something: a reminder, a mark of a clock.
  add column next_due_at timestamptz,
  -- Our number of the agreement (CDS-...), once a draft was issued.
  add column tracking text,
  -- Waits for early ordering.
  add column early_order boolean not null default false;
-- A case is for one state: the further states of a case that is open become cases of its request.
with more as materialized (
  select c.id as first, nextval('case_number') as id, state from casefile c, unnest(c.states[2:]) as state
  where c.status <> 'closed'),
opened as (
  insert into casefile (id, ref, request_id, company, states, agreement, path, intent, status, subject_stem, negotiator,
    opened_at, received_at, last_mail_at)
  select more.id, left(c.ref, 10) || lpad(more.id::text, greatest(5, length(more.id::text)), '0'), c.id, c.company,
    array[more.state], c.agreement, c.path, c.intent, c.status, c.subject_stem, c.negotiator, c.opened_at, c.received_at,
    c.last_mail_at
  from more join casefile c on c.id = more.first),
told as (
  insert into timeline (at, actor, event, case_id, detail)
  select now(), 'system', 'case-opened', more.id, json_build_object('state', more.state, 'outOf', c.ref)
  from more join casefile c on c.id = more.first)
insert into case_message (case_id, message_id)
select more.id, m.message_id from more join case_message m on m.case_id = more.first;
update casefile set states = states[1:1] where status <> 'closed';
update casefile set request_id = coalesce(request_id, id),
  -- As names are made searchable from now on.
  company_key = nullif(regexp_replace(regexp_replace(trim(regexp_replace(
    regexp_replace(replace(lower(company), '&', ' and '), '[^a-z0-9\\s]', '', 'g'), '\\s+', ' ', 'g')),
    '( (inc|incorporated|llc|lc|lp|llp|lllp|ltd|limited|corp|corporation|co|company|pc|pllc|plc|na))+$', ''),
    '^the (?=.)', ''), '');
update casefile set file = json_build_object(
  'id', id, 'ref', ref, 'requestId', request_id, 'clecId', null, 'company', company, 'state', states[1],
  'family', case when states[1] = any('{AZ,CO,ID,IA,MN,MT,NE,NM,ND,OR,SD,UT,WA,WY}') then 'qc'
                 when states[1] = any('{FL,NV}') then 'ct-eq' end,
  'agreement', agreement, 'route', case agreement when 'commercial' then 'commercial' else path end,
  'routeDoubtful', false, 'carrierType', null, 'intent', intent,
  'receivedAt', floor(extract(epoch from received_at) * 1000), 'lastMailAt', floor(extract(epoch from last_mail_at) * 1000),
  'subjectStem', subject_stem, 'negotiator', negotiator,
  'needsPerson', case status when 'needs-person' then 'opened before there was casework' end,
  'closed', case status when 'closed' then json_build_object('reason', 'completed', 'at', 0, 'into', null) end,
  'items', json_build_object(), 'extensions', json_build_array(), 'chase', null, 'told', json_build_array(), 'version', 1);
-- Their clocks and what is missing are worked out at the first look of the scheduler.
update casefile set next_due_at = now() where status <> 'closed';
alter table casefile alter column request_id set not null, alter column file set not null;
create index casefile_by_request on casefile (request_id);
create index casefile_by_company on casefile (company_key) where company_key is not null;
create index casefile_by_tracking on casefile (tracking) where tracking is not null;
create index casefile_early on casefile (id) where early_order;
create index casefile_due on casefile (next_due_at) where next_due_at is not null;

-- A legal entity: one holder of agreements.
create sequence clec_number;
create table clec (
  id bigint primary key,
  legal_name text not null,
  name_key text not null unique,
  file json not null,
  version int not null);

-- What a person ordered, and what it changed, so that it can be taken back.
create table ordered (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  by_whom text not null,
  via text not null check (via in ('cli', 'mail', 'link')),
  -- The mail that ordered it, and which of its orders it is: each is carried out once.
  message_id bigint references message,
  place int,
  -- A signed link works once.
  link text unique,
  act json not null,
  -- Per case: the fields before and after.
  traces json not null,
  said text not null,
  undone_by bigint references ordered);
create unique index ordered_by_mail on ordered (message_id, place) where message_id is not null;

-- A digest as it went to somebody: what its numbers stand for, so that an answer can be read.
create table digest (
  id bigint generated always as identity primary key,
  staff text not null,
  day text not null,
  at timestamptz not null,
  lines json not null,
  outbox_id bigint references outbox,
  unique (staff, day));
create index digest_by_outbox on digest (outbox_id);

alter table task add column done_by text;

-- What was decided lately, among all that ever was: the rows lie in the order of their times.
create index decision_by_time on decision using brin (decided_at);
`,
}
