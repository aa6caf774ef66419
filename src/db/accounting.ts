/** The balance that shows that no mail was lost: every UID in the mailbox against the ledger. */
import { type Pool, rows } from './pool.ts'

export interface EpochBalance {
  mailboxId: number
  mailbox: string
  account: string
  name: string
  uidvalidity: number
  startUid: number
  /** Mails in the mailbox at the last audit; null before the first. */
  inMailbox: number | null
  auditedAt: Date | null
}

/** The current epoch of every mailbox. */
export function currentEpochs(pool: Pool): Promise<EpochBalance[]> {
  return rows<EpochBalance>(
    pool,
    `select distinct on (e.mailbox_id) e.mailbox_id as "mailboxId", b.account || '/' || b.name as mailbox, b.account, b.name,
       e.uidvalidity, e.start_uid as "startUid", e.in_mailbox as "inMailbox", e.audited_at as "auditedAt"
     from mailbox_epoch e join mailbox b on b.id = e.mailbox_id order by e.mailbox_id, coalesce(e.synced_at, e.opened_at) desc`,
  )
}

/** UID and outcome of every ledger row of an epoch; outcome null: still in work. */
export function ledgerOf(pool: Pool, epoch: EpochBalance): Promise<{ uid: number; outcome: string | null }[]> {
  return rows(pool, 'select uid, outcome from message where mailbox_id = $1 and uidvalidity = $2', [
    epoch.mailboxId,
    epoch.uidvalidity,
  ])
}
