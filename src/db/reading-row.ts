/** What a statement is told of a reading. */
import type { ReadMail } from '../domain/mail.ts'
import type { Reading } from '../ports/stores/read-mail.ts'

/** Stored with each reading, so that a later reader knows whom it follows. */
export const READER_VERSION = 'mime-2'

/** The columns of `readingRow`, as the statements declare them. */
export const READING_COLUMNS = `content_id text, message_id text, from_address text, subject text, sent_at timestamptz,
    mail json, milliseconds real, files json`

/** The columns of an attachment, within `files`. */
export const FILE_COLUMNS = `ordinal int, filename text, "mediaType" text, "declaredType" text, bytes bigint,
    sha256 text, inline boolean`

export function readingRow({ mail, milliseconds }: Reading) {
  const [message_id, from_address, subject, sent_at] = headOf(mail)
  const files = mail.attachments.map(({ text: _text, contentId: _id, ...file }, ordinal) => ({ ordinal, ...file }))
  return { content_id: mail.contentId, message_id, from_address, subject, sent_at, mail, milliseconds, files }
}

export function headOf(mail: ReadMail): [string | null, string | null, string, string | null] {
  return [mail.messageId, mail.from[0]?.address ?? null, mail.subject, mail.date]
}
