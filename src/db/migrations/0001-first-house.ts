/** The ledger, the readings, the cases, the timeline, the outbox and the work. */
export const firstHouse = {
  name: '0001-first-house',
  sql: `
create table setting (
  key text primary key,
  value text not null);
-- Signs the tokens in our Message-IDs and return paths; made once, never leaves the database.
insert into setting values ('token-secret', gen_random_uuid()::text || gen_random_uuid()::text);

create table mailbox (
  id int generated always as identity primary key,
  account text not null,
  name text not null,
  start_rule text not null,
  start_at timestamptz not null,
  unique (account, name));

-- One row per UIDVALIDITY that a mailbox ever showed (RFC 3501 2.3.1.1).
create table mailbox_epoch (
  mailbox_id int not null references mailbox,
  uidvalidity bigint not null,
  start_uid bigint not null,
  next_uid bigint not null,
  by_content boolean not null,
  old_below bigint not null,
  opened_at timestamptz not null,
  synced_at timestamptz,
  audited_at timestamptz,
  in_mailbox int,
  primary key (mailbox_id, uidvalidity));

-- The ledger: one row per mail and place. Nothing happens to a mail before its row is committed.
create table message (
  id bigint generated always as identity primary key,
  mailbox_id int not null references mailbox,
  uidvalidity bigint not null,
  uid bigint not null,
  sha256 text,
  bytes bigint not null,
  received_at timestamptz not null,
  taken_at timestamptz not null default now(),
  stage text not null check (stage in ('taken', 'read', 'done')),
  content_id text,
  message_id text,
  from_address text,
  subject text,
  sent_at timestamptz,
  kind text,
  outcome text check (outcome in ('filed', 'answered-by-rule', 'machine', 'unrelated', 'duplicate', 'quarantined', 'before-start')),
  duplicate_of bigint references message,
  quarantine_code text,
  quarantine_detail text,
  unique (mailbox_id, uidvalidity, uid),
  check ((stage = 'done') = (outcome is not null)))
  -- A row is updated twice in its first second: room on its page, and no index over outcome, keep that cheap.
  with (fillfactor = 70);
create unique index message_bytes on message (sha256) where duplicate_of is null and sha256 is not null;
create unique index message_content on message (content_id) where duplicate_of is null and content_id is not null;
create index message_by_message_id on message (message_id) where message_id is not null;
create index message_quarantined on message (id) where quarantine_code is not null;

create table reading (
  message_id bigint primary key references message,
  reader text not null,
  mail json not null,
  milliseconds real not null,
  read_at timestamptz not null default now());

create table attachment (
  message_id bigint not null references message,
  ordinal int not null,
  filename text not null,
  media_type text not null,
  declared_type text not null,
  bytes bigint not null,
  sha256 text not null,
  inline boolean not null,
  primary key (message_id, ordinal));

create table decision (
  message_id bigint primary key references message,
  rules text not null,
  understanding json not null,
  because json not null,
  decided_at timestamptz not null);

create sequence case_number;
create table casefile (
  id bigint primary key,
  ref text not null unique,
  company text,
  states text[] not null default '{}',
  ilec text,
  agreement text,
  path text,
  intent text,
  status text not null,
  subject_stem text not null default '',
  negotiator text,
  opened_at timestamptz not null,
  received_at timestamptz not null,
  last_mail_at timestamptz not null);

create table case_message (
  case_id bigint not null references casefile,
  message_id bigint not null references message,
  primary key (case_id, message_id));
create index case_message_by_message on case_message (message_id);

create table case_participant (
  case_id bigint not null references casefile,
  address text not null,
  primary key (case_id, address));
create index case_participant_by_address on case_participant (address);

-- Every Message-ID, theirs and ours, that was seen in a case: where a reply to it belongs.
create table case_thread (
  message_id text not null,
  case_id bigint not null references casefile,
  primary key (message_id, case_id));

create table outbox (
  id bigint generated always as identity primary key,
  key text not null unique,
  case_id bigint references casefile,
  answers bigint references message,
  template text not null,
  recipient text not null,
  recipient_domain text not null,
  subject text not null,
  message_id text not null unique,
  in_reply_to text,
  return_path text not null,
  raw bytea not null,
  plain_receipt boolean not null,
  state text not null check (state in ('draft', 'queued', 'sending', 'sent', 'retry', 'refused', 'unsure', 'rejected')),
  attempts int not null default 0,
  -- How often the final dot may have left, and whether that of the present attempt may have.
  handed int not null default 0,
  in_doubt boolean not null default false,
  -- Put off by the mail server until then; a ring before it is not answered.
  not_before timestamptz,
  claimed_by bigint,
  claimed_at timestamptz,
  created_at timestamptz not null,
  sent_at timestamptz,
  copied_at timestamptz,
  bounced_at timestamptz,
  last_error text)
  with (fillfactor = 70);
create index outbox_in_flight on outbox (state) where state in ('sending', 'unsure');
create index outbox_by_recipient on outbox (recipient, created_at);
create index outbox_by_domain on outbox (recipient_domain, created_at);
create index outbox_by_case on outbox (case_id, created_at);
create index outbox_by_answered on outbox (answers);
create index outbox_by_return_path on outbox (return_path);

create table timeline (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor text not null,
  event text not null,
  case_id bigint references casefile,
  message_id bigint references message,
  outbox_id bigint references outbox,
  detail json not null);
create index timeline_by_case on timeline (case_id, id);
create index timeline_by_message on timeline (message_id);

-- What a person has to look at.
create table task (
  id bigint generated always as identity primary key,
  sort text not null,
  sentence text not null,
  case_id bigint references casefile,
  message_id bigint references message,
  outbox_id bigint references outbox,
  opened_at timestamptz not null default now(),
  done_at timestamptz);
create index task_open on task (id) where done_at is null;

create table blocked_address (
  address text primary key,
  because text not null,
  since timestamptz not null default now());

-- Raised by every decision about a mail of the domain: two processes never decide on the same facts.
create table correspondent (
  domain text primary key,
  version int not null);

-- What remains to be done. A row lives until its effect is committed; the bell only rings its id.
create table work (
  id bigint generated always as identity primary key,
  stage text not null,
  ref bigint not null,
  next_at timestamptz not null,
  rings int not null default 0,
  attempts int not null default 0,
  last_error text,
  created_at timestamptz not null default now(),
  unique (stage, ref));
create index work_due on work (next_at);

-- Numbers the processes; each holds an advisory lock on its number while it lives.
create sequence instance_number;
`,
}
