/**
 * The timeline as chains of hashes: whoever changes, removes or slips in an entry breaks the chain it is in.
 *
 * A chain per case, and per mail or letter where an entry belongs to no case: with one chain over all there would be one
 * row that every transaction waits for. What a chain by itself cannot show, that its end or all of it is gone, the table
 * of the ends does.
 *
 * A trigger, because a dozen statements write the timeline, also those of an older program that still runs. It fires at
 * the end of the statement and takes the ends in the order of their names: the last locks that a statement takes, always
 * in the same order, so that no two wait for each other. The hash is over the digest of the detail, not the detail, so
 * that a detail with personal data can be erased and the chain still be checked. `src/domain/chain.ts` writes the same
 * lines, for those who check.
 */
export const timelineChain = {
  name: '0008-timeline-chain',
  sql: `
create table timeline_chain (
  chain text primary key,
  entries int not null,
  head bytea not null)
  -- Every entry of a chain updates its row.
  with (fillfactor = 50);

create table timeline_link (
  timeline_id bigint primary key,
  chain text not null,
  -- From 1 on, without gaps.
  place int not null,
  detail_sha256 bytea not null,
  hash bytea not null,
  -- The detail was erased; its digest is kept.
  erased_at timestamptz);

create function chain_timeline(fresh bigint[]) returns void language plpgsql as $chain$
declare
  entry record;
  own text;
  last text;
  digest bytea;
  tip bytea;
  nth int;
begin
  for entry in
    select *, (case when case_id is not null then 'case ' || case_id when message_id is not null then 'mail ' || message_id
                    when outbox_id is not null then 'letter ' || outbox_id else 'system' end) collate "C" as chain
    from timeline where id = any(fresh) order by chain, id
  loop
    if last is distinct from entry.chain then
      if last is not null then
        update timeline_chain set entries = nth, head = tip where chain = last;
      end if;
      last := entry.chain;
      select entries, head into nth, tip from timeline_chain where chain = last for update;
      if not found then
        -- Two may open a chain at the same time: the second waits here for the first.
        insert into timeline_chain values (last, 0, '') on conflict do nothing;
        select entries, head into nth, tip from timeline_chain where chain = last for update;
      end if;
    end if;
    digest := sha256(convert_to(entry.detail::text, 'UTF8'));
    nth := nth + 1;
    own := concat_ws(E'\\n', case nth when 1 then 'start' else encode(tip, 'hex') end, last, nth, entry.id,
      to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), translate(entry.actor, E'\\n', ' '),
      translate(entry.event, E'\\n', ' '), 'mail ' || coalesce(entry.message_id::text, '-'),
      'letter ' || coalesce(entry.outbox_id::text, '-'), encode(digest, 'hex'));
    tip := sha256(convert_to(own, 'UTF8'));
    insert into timeline_link values (entry.id, last, nth, digest, tip);
  end loop;
  if last is not null then
    update timeline_chain set entries = nth, head = tip where chain = last;
  end if;
end $chain$;

create function chain_inserted() returns trigger language plpgsql as $chain$
begin
  perform chain_timeline(array(select id from fresh));
  return null;
end $chain$;

-- From here to the end nobody else writes the timeline: no entry can come between those chained here and the trigger.
create trigger timeline_chained after insert on timeline referencing new table as fresh
  for each statement execute function chain_inserted();
select chain_timeline(array(select id from timeline));
`,
}
