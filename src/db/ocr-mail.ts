/** The ledger side of recognising pictures: what is to be recognised, what is known of a file, and the reading after it. */
import type { PageStart } from '../domain/mail.ts'
import type { Recognised } from '../domain/pictures.ts'
import type { MailToRecognise, OcrStore, Recognition } from '../ports/stores/ocr-mail.ts'
import { jsonText } from './json.ts'
import { type Pool, rows } from './pool.ts'
import { type ChimeRow, chimesOf, RING_LEASE } from './work.ts'

/** Whose text is kept; another engine or model gets another name, and recognises again. */
export const RECOGNISER = 'tesseract-5-eng-1'

/**
 * Longer than one file may take, and shorter than the minute that a program which restarts looks ahead. Taken anew with
 * each file, so that nobody else begins with the same mail.
 */
const LEASE = `interval '45 seconds'`

const TO_RECOGNISE = `
with begun as (
  update work set attempts = attempts + 1, next_at = now() + ${LEASE} where id = $1 and stage = 'ocr'
  returning ref, attempts)
select m.id as "messageId", r.mail, begun.attempts
from begun join message m on m.id = begun.ref join reading r on r.message_id = m.id where m.stage = 'read'`

const RECOGNISED = `
with mine as (update work set next_at = now() + ${LEASE} where id = $1 and stage = 'ocr')
select text, pages, confidence, problems from recognised_text where sha256 = $2 and recogniser = '${RECOGNISER}'`

const KEEP = `
insert into recognised_text (sha256, recogniser, text, pages, confidence, problems, milliseconds)
select sha256, '${RECOGNISER}', text, pages, confidence, problems, milliseconds
from json_to_record($1) as r(sha256 text, text text, pages json, confidence real, problems json, milliseconds real)
on conflict (sha256) do update set recogniser = excluded.recogniser, text = excluded.text,
  pages = excluded.pages, confidence = excluded.confidence, problems = excluded.problems, milliseconds = excluded.milliseconds,
  recognised_at = now()`

/** Whoever comes second finds the work gone and changes nothing. */
const RECORD = `
with gone as (delete from work where id = $1 and stage = 'ocr' returning ref, lane, thread, turn),
read as (update reading set mail = $2, words = null from gone where message_id = gone.ref)
insert into work (stage, ref, next_at, lane, thread, turn)
select 'decide', ref, now() + ${RING_LEASE}, lane, thread, turn from gone
returning id, stage, rings`

/** What was recognised of some files, by their SHA-256; files that nobody recognised are missing. */
export async function recognisedTexts(
  pool: Pool,
  sha256s: readonly string[],
): Promise<ReadonlyMap<string, Recognised>> {
  if (sha256s.length === 0) return new Map()
  const found = await rows<RecognisedRow & { sha256: string }>(
    pool,
    `select sha256, text, pages, confidence, problems from recognised_text where sha256 = any($1) and recogniser = $2`,
    [sha256s, RECOGNISER],
  )
  return new Map(found.map(({ sha256, ...row }) => [sha256, recognisedOf(row)]))
}

/** What older versions recognised has no pages. */
interface RecognisedRow extends Omit<Recognised, 'pages'> {
  readonly pages: readonly PageStart[] | null
}

function recognisedOf({ pages, ...row }: RecognisedRow): Recognised {
  return pages === null ? row : { ...row, pages }
}

export function ocrStore(pool: Pool): OcrStore {
  return {
    async toRecognise(workId) {
      const [row] = await rows<MailToRecognise>(pool, TO_RECOGNISE, [workId])
      return row ?? null
    },

    async recognised(workId, sha256) {
      const [row] = await rows<RecognisedRow>(pool, RECOGNISED, [workId, sha256])
      return row === undefined ? null : recognisedOf(row)
    },

    async keepRecognised(sha256, { text, pages, confidence, problems }, milliseconds) {
      await pool.query(KEEP, [jsonText({ sha256, text, pages, confidence, problems, milliseconds })])
    },

    async recordRecognised(workId: string, { mail }: Recognition) {
      return chimesOf(await rows<ChimeRow>(pool, RECORD, [workId, jsonText(mail)]))
    },
  }
}
