/** A desk at work: a mailbox of its own on a Dovecot, a mail server that keeps what is sent, and the program between. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ImapFlow } from 'imapflow'
import { decodeJwt } from 'jose'
import { SECRET_KEY } from '../config/keys.ts'
import { type AuthorizationServer, CLIENT, TENANT } from './authorization-server.ts'
import type { Dovecot } from './dovecot.ts'
import { imapAccount, otherClient } from './imap-client.ts'
import { type Finally, type Installation, installation } from './installation.ts'
import { lmtpTo } from './lmtp.ts'
import type { WrittenMail } from './mail-writer.ts'
import { testDatabase } from './postgres.ts'
import { type SmtpSink, startSink } from './smtp-sink.ts'
import { tempDir } from './temp-dir.ts'

export const ADDRESS = 'intagree@ilec.example'

export interface DeskOptions {
  readonly dovecot: Dovecot
  /** Whose mailbox it is; the password is the same word. */
  readonly user: string
  /** `embedded`: the program brings its own, else this URL, else a fresh one on the server that all tests share. */
  readonly database?: 'embedded' | { readonly url: string }
  /** Missing: the queue is on PostgreSQL. */
  readonly redisUrl?: string
  /** Null: INTAGREE_MODE is not set. */
  readonly mode?: 'auto' | 'observe' | null
  /** The port of a proxy in front of Dovecot. */
  readonly imapPort?: number
  /** As at a large provider: access tokens of this server instead of passwords, and mails signed with this key. */
  readonly provider?: { readonly server: AuthorizationServer; readonly dkimKey: string }
  /** What `intagree.yaml` says. */
  readonly settings?: string
  /** URL of a collector of traces. */
  readonly collector?: string
}

export interface Desk {
  readonly site: Installation
  readonly sink: SmtpSink
  /** One after the other, as mail from outside comes; to our address unless told. */
  deliver(mails: readonly WrittenMail[], to?: string): Promise<void>
  /** Somebody else at the mailbox, with all rights. */
  client(): Promise<ImapFlow>
}

/** Nothing runs yet: `site.start()`. Everything is ended and removed when the test is over. */
export async function openDesk(over: Finally, options: DeskOptions): Promise<Desk> {
  const {
    dovecot,
    user,
    database,
    redisUrl,
    mode = 'auto',
    imapPort = dovecot.port,
    provider,
    settings,
    collector,
  } = options
  const sink = await startSink(provider ? async (name, token) => decodeJwt(token).preferred_username === name : null)
  over(() => sink.stop())
  const delivery = lmtpTo(dovecot)
  over(async () => delivery.close())
  const imapUrl = `imap://${user}:${user}@${dovecot.host}:${imapPort}/INBOX`
  const env = {
    INTAGREE_ADDRESS: ADDRESS,
    IMAP_URL: imapUrl,
    SMTP_URL: sink.url,
    ...(database === 'embedded' ? {} : { DATABASE_URL: database?.url ?? (await freshDatabase(over, user)) }),
    ...(redisUrl === undefined ? {} : { REDIS_URL: redisUrl }),
    ...(collector === undefined ? {} : { OTEL_EXPORTER_OTLP_ENDPOINT: collector }),
    ...(mode === null ? {} : { INTAGREE_MODE: mode }),
    ...(settings === undefined ? {} : { INTAGREE_CONFIG: await settingsFile(over, settings) }),
    ...(provider ? await atProvider(over, provider, imapUrl.replace(`:${user}@`, '@'), `//${user}@`, sink) : {}),
  }
  const site = await installation(over, { env })
  return {
    site,
    sink,
    deliver: (mails, to = `${user}@ilec.example`) => delivery.deliver(mails, to),
    async client() {
      const client = await otherClient(imapAccount(dovecot.imapUrl(user)))
      over(async () => client.close())
      return client
    },
  }
}

async function settingsFile(over: Finally, settings: string): Promise<string> {
  const folder = await tempDir('settings')
  over(() => folder.remove())
  const file = join(folder.path, 'intagree.yaml')
  await writeFile(file, settings)
  return file
}

async function atProvider(
  over: Finally,
  { server, dkimKey }: NonNullable<DeskOptions['provider']>,
  imapUrl: string,
  sender: string,
  sink: SmtpSink,
): Promise<Readonly<Record<string, string>>> {
  const folder = await tempDir('provider')
  over(() => folder.remove())
  const [settings, keyFile] = [join(folder.path, 'intagree.yaml'), join(folder.path, 'dkim.pem')]
  const domain = ADDRESS.slice(ADDRESS.indexOf('@') + 1)
  await writeFile(keyFile, dkimKey, { mode: 0o600 })
  await writeFile(
    settings,
    `oauth: { provider: microsoft-app, tenant: ${TENANT}, clientId: ${CLIENT.id}, authority: "${server.url}" }
dkim: { domain: ${domain}, selector: mail2026, keyFile: ${keyFile} }
`,
  )
  return {
    INTAGREE_CONFIG: settings,
    IMAP_URL: imapUrl,
    SMTP_URL: sink.url.replace('//', sender),
    OAUTH_CLIENT_SECRET: CLIENT.secret,
    INTAGREE_SECRET_KEY: SECRET_KEY,
  }
}

async function freshDatabase(over: Finally, name: string): Promise<string> {
  const database = await testDatabase(name)
  over(() => database.drop())
  return database.url
}
