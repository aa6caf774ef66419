/**
 * What mails and cases say, to be searched. English, because the mails are: "adopt" finds "adopting"; its little words (in,
 * or, me) are in no index, and so the states that are written like them are not found by their codes.
 */
export const findable = {
  name: '0015-findable',
  sql: `
-- Null until the indexer came by: after a mail was read, after its pictures were, and for all that was there before.
alter table reading add column words tsvector;
create index reading_words on reading using gin (words);
create index reading_wordless on reading (message_id) where words is null;

-- Short texts that seldom change; src/db/find.ts has the same expressions.
create index casefile_words on casefile using gin (to_tsvector('english',
  regexp_replace(ref || ' ' || coalesce(company, '') || ' ' || coalesce(tracking, ''), '[^[:alnum:]]+', ' ', 'g')));
create index clec_words on clec using gin (to_tsvector('english',
  regexp_replace(legal_name || ' ' || coalesce(file ->> 'otherNames', '') || ' ' || coalesce(file -> 'identifiers' ->> 'ocn', '')
    || ' ' || coalesce(file -> 'identifiers' ->> 'acna', ''), '[^[:alnum:]]+', ' ', 'g')));

-- What a list of companies and a digest would read all cases, and all letters, for.
create index casefile_by_clec on casefile (clec_id) where clec_id is not null;
create index casefile_open on casefile (id) where status <> 'closed';
create index outbox_bounced on outbox (bounced_at) where bounced_at is not null;
`,
}
