import type { ReadMail } from '../../domain/mail.ts'
import type { Recognised } from '../../domain/pictures.ts'
import type { Chime } from '../bell.ts'

export interface MailToRecognise {
  readonly messageId: number
  readonly mail: ReadMail
  /** How often it was begun, this time included. */
  readonly attempts: number
}

export type Recognition = Pick<MailToRecognise, 'messageId' | 'mail'>

export interface OcrStore {
  /** Takes the work for a while and counts the attempt; null when it is done already. */
  toRecognise(workId: string): Promise<MailToRecognise | null>
  /** What is known of a file; also keeps the work ours for another while. */
  recognised(workId: string, sha256: string): Promise<Recognised | null>
  keepRecognised(sha256: string, found: Recognised, milliseconds: number): Promise<void>
  /** One transaction: the reading with the text, the work of deciding. */
  recordRecognised(workId: string, recognition: Recognition): Promise<readonly Chime[]>
}
