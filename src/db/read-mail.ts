/** The ledger side of reading: what is to be read, and one statement that stores what was read. */
import type { ReadMail } from '../domain/mail.ts'
import { isUniqueViolation, type Pool, prepared } from './pool.ts'
import { type ChimeRow, chimesOf, RING_LEASE } from './work.ts'

/** Stored with each reading, so that a later reader knows whom it follows. */
export const READER_VERSION = 'mime-1'

interface Reading {
  readonly messageId: number
  readonly mail: ReadMail
  readonly milliseconds: number
}

const RECORD = `
with read as (
  update message set stage = 'read', content_id = $3, message_id = $4, from_address = $5, subject = $6, sent_at = $7
  where id = $2 and stage = 'taken' returning id),
stored as (
  insert into reading (message_id, reader, mail, milliseconds)
  select id, '${READER_VERSION}', $8::json, $9 from read),
files as (
  insert into attachment (message_id, ordinal, filename, media_type, declared_type, bytes, sha256, inline)
  select read.id, f.ordinal, f.filename, f."mediaType", f."declaredType", f.bytes, f.sha256, f.inline
  from read, json_to_recordset($10) as f(
    ordinal int, filename text, "mediaType" text, "declaredType" text, bytes bigint, sha256 text, inline boolean)),
gone as (delete from work where id = $1)
insert into work (stage, ref, next_at) select 'decide', id, now() + ${RING_LEASE} from read
returning id, stage, rings`

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
  update message set stage = 'done', outcome = 'quarantined', quarantine_code = $3, quarantine_detail = $4,
    message_id = $5, from_address = $6, subject = $7
  where id = (select ref from work where id = $1) and stage = 'taken' returning id),
told as (
  insert into timeline (at, actor, event, message_id, detail)
  select now(), 'system', 'quarantined', id, json_build_object('code', $3::text, 'detail', $4::text) from settled),
asked as (
  insert into task (sort, sentence, message_id)
  select 'quarantine', 'Mail ' || id || ' could not be read (' || $3 || '): ' || $4, id from settled)
delete from work where id = $1 and $2::boolean`

export function readStore(pool: Pool) {
  return {
    async toRead(workId: string): Promise<{ messageId: number; sha256: string } | null> {
      const [row] = await prepared<{ messageId: number; sha256: string }>(
        pool,
        'to-read',
        `select m.id as "messageId", m.sha256 from work w join message m on m.id = w.ref
         where w.id = $1 and w.stage = 'read' and m.stage = 'taken'`,
        [workId],
      )
      return row ?? null
    },

    async recordReading(workId: string, reading: Reading) {
      const { mail } = reading
      const head = headOf(mail)
      const files = mail.attachments.map(({ text: _text, contentId: _id, ...file }, ordinal) => ({ ordinal, ...file }))
      const values = [workId, reading.messageId, mail.contentId, ...head]
      try {
        const json = [JSON.stringify(mail), reading.milliseconds, JSON.stringify(files)]
        return chimesOf(await prepared<ChimeRow>(pool, 'record-reading', RECORD, [...values, ...json]))
      } catch (error) {
        if (!isUniqueViolation(error)) throw error
        await pool.query(DUPLICATE, values)
        return []
      }
    },

    async quarantine(
      workId: string,
      refused: { readonly code: string; readonly detail: string; readonly mail: ReadMail | null },
    ): Promise<void> {
      const [messageId, from, subject] = refused.mail ? headOf(refused.mail) : [null, null, null]
      await pool.query(QUARANTINE, [workId, true, refused.code, refused.detail, messageId, from, subject])
    },
  }
}

function headOf(mail: ReadMail): [string | null, string | null, string, string | null] {
  return [mail.messageId, mail.from[0]?.address ?? null, mail.subject, mail.date]
}
