/** What an exported case holds besides what is listed on the screen. */
import type { ReadMail } from '../domain/mail.ts'
import { OF_CASE } from './outbox-row.ts'
import { type Queryable, rows } from './pool.ts'

export interface ExportedMail {
  readonly id: number
  /** null: its bytes could never be had. */
  readonly sha256: string | null
  readonly receivedAt: Date
  readonly from: string | null
  readonly subject: string | null
  readonly kind: string | null
  readonly erased: boolean
  readonly mail: ReadMail | null
}

export function mailsToExport(db: Queryable, caseId: number): Promise<ExportedMail[]> {
  return rows(
    db,
    `select m.id, m.sha256, m.received_at as "receivedAt", m.from_address as "from", m.subject, m.kind,
       m.erased_at is not null as erased, r.mail
     from message m left join reading r on r.message_id = m.id
     where m.id in (select message_id from case_message where case_id = $1) order by m.received_at, m.id`,
    [caseId],
  )
}

export interface ExportedLetter {
  readonly id: number
  readonly at: Date
  readonly state: string
  readonly template: string
  readonly recipient: string
  readonly subject: string
  readonly raw: Buffer
}

export function lettersToExport(db: Queryable, caseId: number): Promise<ExportedLetter[]> {
  return rows(
    db,
    `select id, coalesce(sent_at, created_at) as at, state, template, recipient, subject, raw
     from outbox where id in ${OF_CASE} order by id`,
    [caseId],
  )
}
