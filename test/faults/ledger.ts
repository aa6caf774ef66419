/** What the database says, asked past the proxy and past the program, so that neither can be in the way. */
import pg from 'pg'
import type { Way } from '../support/ledger-check.ts'

export interface LedgerView {
  /** What is not settled yet, in words; '' when everything is. `mails`: how many there must be. */
  remaining(mails: number): Promise<string>
  quarantined(): Promise<number>
  readonly way: Way
}

const PATIENCE_MS = 10_000

const REMAINING = `
select (select count(*)::int from message) as taken,
  (select count(*)::int from message where outcome is null) as undecided,
  (select count(*)::int from outbox where state in ('queued', 'retry', 'sending')) as unsent,
  (select string_agg(stage || ' ' || n, ', ') from (select stage, count(*) as n from work group by stage order by stage) as one) as work`

const WAY = `
select exists (select from timeline where outbox_id = $1 and event = 'reply-unsure') as doubted,
  exists (select from task where outbox_id = $1 and sort = 'delivery') as asked`

export function ledgerView(url: string): LedgerView {
  async function row<Row extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []): Promise<Row> {
    const client = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: PATIENCE_MS,
      query_timeout: PATIENCE_MS,
    })
    client.on('error', () => undefined)
    try {
      await client.connect()
      const { rows } = await client.query<Row>(text, [...values])
      return rows[0] as Row
    } finally {
      await client.end().catch(() => undefined)
    }
  }

  return {
    async remaining(mails) {
      const found = await row<{ taken: number; undecided: number; unsent: number; work: string | null }>(REMAINING)
      const words = [
        ...(found.taken < mails ? [`${mails - found.taken} not taken`] : []),
        ...(found.undecided > 0 ? [`${found.undecided} undecided`] : []),
        ...(found.unsent > 0 ? [`${found.unsent} unsent`] : []),
        ...(found.work === null ? [] : [`work: ${found.work}`]),
      ]
      return words.join('; ')
    },
    async quarantined() {
      const sql = `select count(*)::int as mails from message where outcome = 'quarantined'`
      return (await row<{ mails: number }>(sql)).mails
    },
    way: ({ id }) => row(WAY, [id]),
  }
}
