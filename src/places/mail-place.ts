/** Where the mailbox and the mail server run: configured or, with nothing configured, a sandbox in INTAGREE_HOME. */
import { join } from 'node:path'
import type { Config } from '../config/config.ts'
import { userWithoutPassword } from '../config/urls.ts'
import { IntakeError } from '../foundation/intake-error.ts'
import type { ImapAccount, ImapLogin } from '../imap/imap-account.ts'
import type { AccessTokens } from '../ports/access-tokens.ts'
import { findRunningSandbox } from '../sandbox/running.ts'
import { startSandbox } from '../sandbox/sandbox.ts'

export interface MailPlace {
  readonly accounts: readonly ImapAccount[]
  readonly smtpUrl: string
  /** Logs in at the mail server instead of a password; null: a password does, or nobody has to. */
  readonly smtpTokens: {
    readonly user: string
    readonly token: (refused: string | null) => Promise<string>
  } | null
  /** Folder of the sandbox, or null when a real mailbox is configured. */
  readonly sandbox: string | null
  stop(): Promise<void>
}

/**
 * The configured mailboxes and mail server, or the sandbox, which is started and filled here. `tokens`: who gives them,
 * or null where the configuration has none.
 */
export async function openMail(config: Config, tokens: AccessTokens | null): Promise<MailPlace> {
  if (!config.sandbox) return configuredMail(config, tokens)
  const directory = join(config.home, 'sandbox')
  const sandbox = await startSandbox({ directory, address: config.address, seed: true, now: () => new Date() })
  return {
    accounts: [sandboxAccount(sandbox.imapUrl)],
    smtpUrl: sandbox.smtpUrl,
    smtpTokens: null,
    sandbox: directory,
    stop: () => sandbox.stop(),
  }
}

/** The same for a process beside the one that runs the sandbox. */
export async function mailToLookAt(config: Config, tokens: AccessTokens | null): Promise<MailPlace> {
  if (!config.sandbox) return configuredMail(config, tokens)
  const directory = join(config.home, 'sandbox')
  const running = await findRunningSandbox(directory)
  if (running === null)
    throw new IntakeError(
      'mailbox',
      `No sandbox mailbox runs in ${directory}. Run "intagree start" first, or set IMAP_URL and SMTP_URL.`,
    )
  return {
    accounts: [sandboxAccount(running.imapUrl)],
    smtpUrl: running.smtpUrl,
    smtpTokens: null,
    sandbox: directory,
    stop: async () => undefined,
  }
}

function configuredMail(config: Config, tokens: AccessTokens | null): MailPlace {
  const smtpUrl = config.smtpUrl as string
  const smtpUser = userWithoutPassword(smtpUrl)
  const tokenOf = (user: string) => (refused: string | null) => {
    if (tokens !== null) return tokens.token(user, refused)
    throw new IntakeError('login', `${user} has no password, and oauth.provider is not set.`)
  }
  const loginOf = (user: string, password: string | null): ImapLogin =>
    password === null ? { token: tokenOf(user) } : { password }
  return {
    accounts: config.imap.map(({ password, ...account }) => ({
      ...account,
      login: loginOf(account.user, password),
      ca: config.imapCa,
      allowClearText: config.settings.allowClearText,
    })),
    smtpUrl,
    smtpTokens: smtpUser === null ? null : { user: smtpUser, token: tokenOf(smtpUser) },
    sandbox: null,
    stop: async () => undefined,
  }
}

function sandboxAccount(imapUrl: string): ImapAccount {
  const url = new URL(imapUrl)
  const user = decodeURIComponent(url.username)
  // The name stays the same when the sandbox moves to another port, for it names the mailbox in the ledger.
  return {
    host: url.hostname,
    port: Number(url.port),
    secure: false,
    user,
    login: { password: decodeURIComponent(url.password) },
    mailbox: 'INBOX',
    ca: null,
    allowClearText: false,
    account: `${user}@sandbox`,
  }
}
