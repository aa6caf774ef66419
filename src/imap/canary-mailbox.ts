/**
 * The canaries of `doctor` and their own mailbox. They arrive where all mail arrives, or they would prove nothing, and
 * are put away once they came through, so that whoever reads along is not left with them. Nothing else is ever moved:
 * a mail must lie under the UID that the ledger has for a canary, and carry its Message-ID and the canary's field.
 */
import type { ImapFlow } from 'imapflow'
import { CANARY_FIELD } from '../domain/canary.ts'
import type { ImapAccount } from './imap-account.ts'
import { connectImap, type ImapConnection } from './imap-connection.ts'
import { IMAP_LIMITS, type ImapLimits } from './limits.ts'
import { mailboxError } from './sentences.ts'

export interface CanaryPlace {
  readonly uidValidity: number
  readonly uid: number
  readonly messageId: string
}

/** Whether a mail of this Message-ID lies in the mailbox. Rejects with `IntakeError mailbox`. */
export function liesInMailbox(account: ImapAccount, messageId: string, limits = IMAP_LIMITS): Promise<boolean> {
  return connected(account, limits, async ({ run }) => {
    await run('EXAMINE', (client) => client.mailboxOpen(account.mailbox, { readOnly: true }))
    const found = await run('SEARCH', (client) => client.search({ header: { 'Message-ID': messageId } }, { uid: true }))
    return found !== false && found !== undefined && found.length > 0
  })
}

/**
 * Moves what lies there of these canaries into `folder`, whose levels are parted by slashes whatever the server uses;
 * it is made when it is not there. Returns how many were moved. Rejects with `IntakeError mailbox`.
 */
export function putCanariesAway(
  account: ImapAccount,
  canaries: readonly CanaryPlace[],
  folder: string,
  limits: ImapLimits = IMAP_LIMITS,
): Promise<number> {
  return connected(account, limits, async ({ client, run }) => {
    const opened = await run('EXAMINE', (flow) => flow.mailboxOpen(account.mailbox, { readOnly: true }))
    // The same UIDs under another UIDVALIDITY are other mails (RFC 3501 2.3.1.1).
    const known = canaries.filter(({ uidValidity }) => uidValidity === Number(opened.uidValidity))
    const uids = await run('FETCH', (flow) => stillThere(flow, known))
    if (uids.length === 0) return 0
    // Without either a move ends in EXPUNGE, which also removes what others have marked as deleted (RFC 4315 2.1).
    if (!client.capabilities.has('MOVE') && !client.capabilities.has('UIDPLUS'))
      throw mailboxError(account, 'the server cannot move single mails (neither MOVE nor UIDPLUS).')
    const path = await run('CREATE', (flow) => findOrMake(flow, folder))
    await run('SELECT', (flow) => flow.mailboxOpen(account.mailbox))
    const moved = await run('MOVE', (flow) => flow.messageMove(uids.join(','), path, { uid: true }))
    if (!moved) throw mailboxError(account, `the server did not move them into ${path}.`)
    return uids.length
  })
}

/** UIDs of those that lie where the ledger says and are what it says. */
async function stillThere(client: ImapFlow, canaries: readonly CanaryPlace[]): Promise<readonly number[]> {
  if (canaries.length === 0) return []
  const ids = new Map(canaries.map(({ uid, messageId }) => [uid, messageId]))
  const query = { uid: true, headers: ['Message-ID', CANARY_FIELD] }
  const mails = await client.fetchAll([...ids.keys()].join(','), query, { uid: true })
  return mails
    .filter(({ uid, headers }) => {
      const header = headers?.toString('latin1') ?? ''
      const field = new RegExp(`^${CANARY_FIELD}:`, 'im').test(header)
      return field && header.includes(ids.get(uid) ?? '\0')
    })
    .map(({ uid }) => uid)
}

async function findOrMake(client: ImapFlow, folder: string): Promise<string> {
  const { delimiter, prefix } = client.namespace ?? { delimiter: '/', prefix: '' }
  const name = folder.split('/').join(delimiter || '/')
  const names = [name, `${prefix}${name}`]
  const there = (await client.list()).find(({ path }) => names.includes(path))
  return there?.path ?? (await client.mailboxCreate(name)).path
}

async function connected<T>(
  account: ImapAccount,
  limits: ImapLimits,
  work: (connection: ImapConnection) => Promise<T>,
): Promise<T> {
  const connection = await connectImap(account, limits)
  try {
    return await work(connection)
  } finally {
    await connection.close()
  }
}
