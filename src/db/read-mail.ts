/** The ledger side of reading: what is to be read, and one statement that stores what was read. */

import type { ReadMail } from '../domain/mail.ts'
import { stageAfterReading } from '../domain/pictures.ts'
import { batched } from '../foundation/batched.ts'
import type { MailToRead, Reading, ReadStore } from '../ports/stores/read-mail.ts'
import { jsonText } from './json.ts'
import { isUniqueViolation, type Pool, prepared } from './pool.ts'
import { FILE_COLUMNS, headOf, READER_VERSION, READING_COLUMNS, readingRow } from './reading-row.ts'
import { BEGUN, type ChimeRow, chimesOf, dueInTurn, handedOut, presentTurn } from './work.ts'

/** Mails are tens of kilobytes as JSON; a statement stays well below a few megabytes. */
const MOST = 16

type Recorded = { readonly workId: string; readonly reading: Reading }

const TO_READ = `
select w.id as work, m.id as "messageId", m.sha256, m.bytes, m.received_at as "receivedAt", w.attempts, ${BEGUN}
from work w join message m on m.id = w.ref
where w.id = any($1) and w.stage = 'read' and m.stage = 'taken'`

const RECORD = `
with r as (
  select * from json_to_recordset($1) as r(work bigint, id bigint, next_stage text, ${READING_COLUMNS})),
read as (
  update message m set stage = 'read', content_id = r.content_id, message_id = r.message_id,
    from_address = r.from_address, subject = r.subject, sent_at = r.sent_at
  from r where m.id = r.id and m.stage = 'taken' returning m.id),
stored as (
  insert into reading (message_id, reader, mail, milliseconds)
  select r.id, '${READER_VERSION}', r.mail, r.milliseconds from r join read on read.id = r.id),
filed as (
  insert into attachment (message_id, ordinal, filename, media_type, declared_type, bytes, sha256, inline)
  select r.id, f.ordinal, f.filename, f."mediaType", f."declaredType", f.bytes, f.sha256, f.inline
  from r join read on read.id = r.id, json_to_recordset(r.files) as f(${FILE_COLUMNS})),
gone as (delete from work where id in (select work from r) returning id, lane, thread, turn)
insert into work (stage, ref, next_at, lane, thread, turn)
select r.next_stage, r.id, ${dueInTurn('gone.turn', `coalesce(${presentTurn('decide')}, gone.turn)`)}, gone.lane, gone.thread, gone.turn
from r join read on read.id = r.id join gone on gone.id = r.work order by r.id
returning id, ref, stage, rings, next_at > now() as rung`

/** The second of two mails with the same decoded content; it keeps its reading's key facts and ends here. */
const DUPLICATE = `
with first as (select id from message where content_id = $3 and duplicate_of is null),
settled as (
  update message set stage = 'done', outcome = 'duplicate', duplicate_of = first.id, content_id = $3, message_id = $4,
    from_address = $5, subject = $6, sent_at = $7
  from first where message.id = $2 and message.stage = 'taken' returning message.id),
told as (
  insert into timeline (at, actor, event, message_id, detail)
  select now(), 'system', 'duplicate', id, json_build_object('contentId', $3::text) from settled)
delete from work where id = $1 and exists (select 1 from settled)`

const QUARANTINE = `
with settled as (
  update message set stage = 'done', outcome = 'quarantined', quarantine_code = $2, quarantine_detail = $3,
    message_id = $4, from_address = $5, subject = $6
  where id = (select ref from work where id = $1) and stage = 'taken' returning id),
told as (
  insert into timeline (at, actor, event, message_id, detail)
  select now(), 'system', 'quarantined', id, json_build_object('code', $2::text, 'detail', $3::text) from settled),
asked as (
  insert into task (sort, sentence, message_id)
  select 'quarantine', 'Mail ' || id || ' could not be read (' || $2 || '): ' || $3
    || ' (intagree quarantine show ' || id || ')', id from settled)
delete from work where id = $1`

export function readStore(pool: Pool): ReadStore {
  const toRead = batched(64, async (works: readonly string[]) => {
    return handedOut(works, await prepared<MailToRead & { work: number }>(pool, 'to-read', TO_READ, [works]))
  })

  const alone = async (item: Recorded) => {
    try {
      return (await recordAll(pool, [item]))[0] ?? []
    } catch (error) {
      if (!isUniqueViolation(error)) throw error
      const { mail, messageId } = item.reading
      await pool.query(DUPLICATE, [item.workId, messageId, mail.contentId, ...headOf(mail)])
      return []
    }
  }
  const record = batched(MOST, (items: readonly Recorded[]) => recordAll(pool, items), { alone })

  return {
    toRead,
    recordReading: (workId: string, reading: Reading) => record({ workId, reading }),

    async quarantine(
      workId: string,
      refused: { readonly code: string; readonly detail: string; readonly mail: ReadMail | null },
    ): Promise<void> {
      const [messageId, from, subject] = refused.mail ? headOf(refused.mail) : [null, null, null]
      await pool.query(QUARANTINE, [workId, refused.code, refused.detail, messageId, from, subject])
    },
  }
}

async function recordAll(pool: Pool, items: readonly Recorded[]) {
  const json = jsonText(
    items.map(({ workId: work, reading }) => ({
      work,
      id: reading.messageId,
      next_stage: stageAfterReading(reading.mail),
      ...readingRow(reading),
    })),
  )
  const found = await prepared<ChimeRow & { ref: number; rung: boolean }>(pool, 'record-reading', RECORD, [json])
  return items.map((item) => chimesOf(found.filter((row) => row.rung && row.ref === item.reading.messageId)))
}
