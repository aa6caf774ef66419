import type { ReadMail } from '../../src/domain/mail.ts'
import type { Ledger } from './ledger.ts'
import { aMail, type MailSketch } from './mail-builder.ts'

export interface Letter {
  readonly mail: ReadMail
  readonly sender: string
}

let written = 0

/** A mail of a company of its own, unless told whose. */
export function letter(sketch: MailSketch & { readonly id?: string } = {}): Letter {
  written += 1
  const sender = sketch.from ?? `paula@company${written}.example`
  const messageId = sketch.id ?? `<${written}@company.example>`
  const mail = aMail({ subject: `Interconnection request ${written}`, ...sketch, from: sender })
  return { mail: { ...mail, messageId }, sender }
}

/** A row of the outbox, as far as tests look at it. */
export interface Outbox {
  readonly id: number
  readonly key: string
  readonly case_id: number
  readonly state: string
  readonly message_id: string
  readonly return_path: string
}

export function repliesTo(ledger: Ledger, sender: string): Promise<readonly Outbox[]> {
  return ledger.rows<Outbox>('select * from outbox where recipient = $1 order by id', sender)
}
