/** The balance that shows that no mail was lost: every UID in the mailbox against the ledger. */
import type { Balance } from '../domain/accounting.ts'
import type { Outcome } from '../domain/decision.ts'
import { type Pool, type Queryable, rows } from './pool.ts'

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
export function currentEpochs(pool: Queryable): Promise<EpochBalance[]> {
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

/**
 * The balance of an epoch, struck in the database so that a long ledger need not be read: over the UIDs that lie in the
 * mailbox, or (null) over the ledger's own rows where the mailbox could not be asked.
 */
export async function balanceOf(db: Queryable, epoch: EpochBalance, uids: readonly number[] | null): Promise<Balance> {
  type Row = { outcome: Outcome | null; early: boolean; here: number; gone: number; erased: number }
  const found = await rows<Row>(
    db,
    `select m.outcome, m.uid < $4 as early, count(*) filter (where $3::bigint[] is null or seen.uid is not null)::int as here,
       count(*) filter (where $3::bigint[] is not null and seen.uid is null)::int as gone,
       count(*) filter (where m.erased_at is not null and ($3::bigint[] is null or seen.uid is not null))::int as erased
     from message m left join (select distinct unnest($3::bigint[]) as uid) seen on seen.uid = m.uid
     where m.mailbox_id = $1 and m.uidvalidity = $2 group by m.outcome, early`,
    [epoch.mailboxId, epoch.uidvalidity, uids, epoch.startUid],
  )
  const sum = (which: (row: Row) => boolean, of: 'here' | 'gone' | 'erased' = 'here') =>
    found.filter(which).reduce((total, row) => total + row[of], 0)
  const taken = sum(() => true)
  const here = new Set(uids ?? [])
  const early = [...here].filter((uid) => uid < epoch.startUid).length
  const untouched = uids === null ? 0 : early - sum((row) => row.early)
  const counted = (outcome: Outcome) => sum((row) => row.outcome === outcome)
  const inMailbox = uids === null ? taken : here.size
  const explained = sum((row) => row.outcome !== null) + untouched
  return {
    ...{ inMailbox, taken, filed: counted('filed'), answeredByRule: counted('answered-by-rule') },
    ...{ duplicates: counted('duplicate'), machine: counted('machine'), quarantined: counted('quarantined') },
    ...{ unrelated: counted('unrelated'), beforeStart: counted('before-start') + untouched },
    ...{ gone: sum(() => true, 'gone'), erased: sum(() => true, 'erased'), remainder: inMailbox - explained },
  }
}
