import { readFileSync } from 'node:fs'
import { ImapFlow } from 'imapflow'
import type { ImapAccount } from '../../src/imap/imap-account.ts'

/** The account an `imap://` or `imaps://` URL names. `ca`: path of a PEM file. */
export function imapAccount(
  url: string,
  change: Partial<ImapAccount> & { readonly caFile?: string } = {},
): ImapAccount {
  const { caFile, ...rest } = change
  const { protocol, hostname, port, username, password, pathname } = new URL(url)
  const account = {
    host: hostname,
    port: Number(port),
    secure: protocol === 'imaps:',
    user: decodeURIComponent(username),
    login: { password: decodeURIComponent(password) },
    mailbox: decodeURIComponent(pathname.slice(1)) || 'INBOX',
    ca: caFile === undefined ? null : readFileSync(caFile, 'utf8'),
    allowClearText: false,
    ...rest,
  }
  return { ...account, account: `${account.user}@${account.host}:${account.port}` }
}

/** Somebody else at the same mailbox, with all rights: imapflow as it is. */
export async function otherClient(account: ImapAccount): Promise<ImapFlow> {
  const client = new ImapFlow({
    host: account.host,
    port: account.port,
    secure: account.secure,
    doSTARTTLS: false,
    auth: { user: account.user, pass: 'password' in account.login ? account.login.password : '' },
    logger: false,
  })
  client.on('error', () => {})
  await client.connect()
  return client
}
