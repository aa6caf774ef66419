import type { Readable } from 'node:stream'
import type { ReadMail } from '../domain/mail.ts'

export interface SenderChecker {
  /** `raw`: its bytes, given up afterwards; null where it bears no signature. `at`: when it arrived. Never rejects. */
  check(raw: Readable | null, author: string, at: Date): Promise<NonNullable<ReadMail['checked']>>
}
