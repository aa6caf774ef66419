import { existsSync } from 'node:fs'
import { access, constants, statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { clamdScanner } from '../../clamd/clamd-scanner.ts'
import { openTokens, type Tokens } from '../../compose/tokens.ts'
import { type Config, type ResolvedConfig, resolveConfig } from '../../config/config.ts'
import { type ConfigLine, describeConfig } from '../../config/describe.ts'
import type { OauthConfig } from '../../config/oauth.ts'
import { redactUrls } from '../../config/redact.ts'
import { userWithoutPassword } from '../../config/urls.ts'
import { blockedOf } from '../../db/lists.ts'
import { migrationState } from '../../db/migrate.ts'
import { createPool } from '../../db/pool.ts'
import { dayIn } from '../../domain/calendar/zone.ts'
import { BOARD_PATH } from '../../http/board-path.ts'
import { imapMailbox } from '../../imap/imap-mailbox.ts'
import { databaseExists, databaseToLookAt } from '../../places/database-place.ts'
import { type MailPlace, mailToLookAt } from '../../places/mail-place.ts'
import { bullmqBell } from '../../queue/bullmq-bell.ts'
import { openTemplates, ownFiles } from '../../render/check-templates.ts'
import { smtpCourier } from '../../smtp/smtp-courier.ts'
import { canaryFlight } from '../canary.ts'
import { type Command, type Io, JSON_OPTION } from '../command.ts'
import { check, type Finding, findingText, type Seen, within } from '../examine.ts'
import { departmentsSeen } from '../examine-departments.ts'
import { clearTextWarning, examineDkim, examineLogin } from '../examine-login.ts'
import { examineTrust } from '../examine-trust.ts'
import { print, printJson, printTable } from '../print.ts'

export const command: Command = {
  name: 'doctor',
  description:
    'Checks each part that the program needs (data folder, database, queue, login, mailbox, mail server) and says what to do about what is wrong. Exit code 1 when something is; what only deserves a look, such as a login that ends soon, is marked !! and leaves it 0.',
  options: [
    JSON_OPTION,
    { flags: '--settings', description: 'also lists every setting, its value, and where it comes from' },
    {
      flags: '--canary',
      description:
        'sends a signed mail from our address to itself through the running program and tells the time of each step; it opens no case, is answered by nobody, and is moved into mailbox.canaryMailbox',
    },
    { flags: '--patience <seconds>', description: 'with --canary: how long to wait for each step', default: '120' },
  ],
  examples: ['intagree doctor', 'intagree doctor --settings', 'intagree doctor --canary'],
  async run({ options, io }) {
    const resolved = resolveConfig({ env: io.env, cwd: io.cwd })
    if (options.canary === true) return canaryFlight(io, options.json === true, options.patience)
    let healthy = true
    for await (const finding of examine(resolved.config)) {
      healthy &&= finding.ok
      if (options.json === true) await printJson(io, finding)
      else await print(io.stdout, findingText(finding, io))
    }
    if (options.settings === true) await printSettings(io, describeConfig(resolved), options.json === true)
    else if (options.json !== true) await print(io.stdout, `\n${whereSettingsAre(resolved)}\n`)
    return healthy ? 0 : 1
  },
}

async function printSettings(io: Io, lines: readonly ConfigLine[], json: boolean): Promise<void> {
  if (json) for (const { key: setting, value, from } of lines) await printJson(io, { setting, value, from })
  else {
    await print(io.stdout, '\n')
    await printTable(io, CONFIG_COLUMNS, lines)
  }
}

/** Where a newcomer looks next: most of the settings are defaults, and few come from elsewhere. */
function whereSettingsAre(resolved: ResolvedConfig): string {
  const lines = describeConfig(resolved)
  const set = lines.filter(({ from }) => from !== 'default').length
  return `${set} of ${lines.length} settings differ from the default; --settings lists all, each with its value and where it comes from.`
}

const CONFIG_COLUMNS = [
  { title: 'setting', of: (line: ConfigLine) => line.key },
  { title: 'value', of: (line: ConfigLine) => line.value },
  { title: 'from', of: (line: ConfigLine) => line.from },
]

async function* examine(config: Config): AsyncGenerator<Finding> {
  yield await check('node', async () => `${process.version}, 20.19 or newer is needed`)
  yield await check('data folder', () => examineHome(config))
  yield await check('templates', async () => examineTemplates(config))
  yield await check('database', () => examineDatabase(config))
  if (config.settings.staff.length > 0) yield await check('staff', () => examineStaff(config))
  if (config.clamdUrl !== null) {
    const scanner = clamdScanner({ url: config.clamdUrl, patienceMs: 5_000 })
    yield await check('scanner', () => scanner.version())
  }
  yield await check('queue', () => examineQueue(config))
  const clear = clearTextWarning(config)
  if (clear !== null) yield await check('clear text', async () => clear)
  for (const [part, seen] of examineTrust(config)) yield await check(part, async () => seen)
  if (!config.sandbox) yield await check('departments', async () => departmentsSeen(config.settings))
  if (config.dkim !== null) {
    const { dkim } = config
    yield await check('signature', () => examineDkim(dkim))
  }
  yield* config.oauth === null || config.sandbox ? examineMail(config, null) : examineByTokens(config, config.oauth)
}

async function* examineByTokens(config: Config, oauth: OauthConfig): AsyncGenerator<Finding> {
  const place = await databaseToLookAt(config, () => undefined).catch((error: Error) => error)
  if (place instanceof Error) {
    yield { part: 'login', ok: false, says: place.message }
    return
  }
  const now = () => new Date()
  const tokens = openTokens(config, place.url, now, () => undefined)
  try {
    if (tokens !== null)
      for (const user of usersOf(config)) yield await check('login', () => examineLogin(oauth, tokens, user, now()))
    yield* examineMail(config, tokens)
  } finally {
    await tokens?.close()
    await place.stop()
  }
}

/** Those who log in by token, each once. */
function usersOf({ imap, smtpUrl }: Config): readonly string[] {
  const readers = imap.filter(({ password }) => password === null).map(({ user }) => user)
  const sender = smtpUrl === null ? null : userWithoutPassword(smtpUrl)
  return [...new Set(sender === null ? readers : [...readers, sender])]
}

async function* examineMail(config: Config, tokens: Tokens | null): AsyncGenerator<Finding> {
  const mail = await mailToLookAt(config, tokens).catch((error: Error) => error)
  if (mail instanceof Error) {
    yield { part: 'mailbox', ok: false, says: mail.message }
    return
  }
  for (const account of mail.accounts)
    yield await check('mailbox', async () => {
      const session = await imapMailbox(account).open()
      const { exists, uidValidity } = session.state
      await session.close()
      return `${account.account}/${account.mailbox}: ${exists} mails, UIDVALIDITY ${uidValidity}`
    })
  yield await check('mail server', () => examineCourier(config, mail))
}

async function examineHome(config: Config): Promise<string> {
  // Looking makes nothing: before the first start it is the folder above that counts.
  const folder = nearestFolder(config.home)
  await access(folder, constants.W_OK).catch((error: Error) => {
    throw new Error(`${config.home} cannot be written (${error.message}); set INTAGREE_HOME to a folder that can.`)
  })
  const disk = await statfs(folder)
  const free = Math.round((disk.bavail * disk.bsize) / 2 ** 30)
  if (free < 1)
    throw new Error(`${config.home} has less than 1 GB left; free some space or set INTAGREE_HOME elsewhere.`)
  return `${config.home}, ${free} GB free${folder === config.home ? '' : '; start makes it'}`
}

function nearestFolder(path: string): string {
  let folder = path
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder)
  return folder
}

function examineTemplates({ templates }: Config): string {
  openTemplates(templates)
  if (templates === null) return 'the wording that came with the program'
  return `${ownFiles(templates).length} files of our own in ${templates}`
}

async function examineDatabase(config: Config): Promise<Seen> {
  if (!databaseExists(config))
    return { warning: `none in ${config.home} yet; start makes one, or set INTAGREE_HOME or DATABASE_URL to yours` }
  const place = await databaseToLookAt(config, () => undefined)
  const pool = createPool(place.url, 1, () => undefined)
  try {
    const [row] = (await pool.query('show server_version')).rows as { server_version: string }[]
    const state = await migrationState(pool)
    const schema =
      state.pending.length === 0
        ? 'schema up to date'
        : `${state.pending.length} migrations pending (start applies them)`
    return `${place.embedded ? 'embedded ' : ''}PostgreSQL ${row?.server_version}, ${schema}`
  } catch (error) {
    const { message, code } = error as { message: string; code?: string }
    throw new Error(`${message || code}. Check DATABASE_URL and that the server runs.`)
  } finally {
    await pool.end().catch(() => undefined)
    await place.stop()
  }
}

/** Whom a mail of ours came back from gets no digest any more. */
async function examineStaff(config: Config): Promise<string> {
  const { staff, reminders } = config.settings
  const emails = staff.map(({ email }) => email)
  const [blocked, ...more] = await blockedAmong(config, emails)
  if (blocked !== undefined)
    throw new Error(
      `A mail to ${blocked.address}${more.length > 0 ? ` and ${more.length} more` : ''} came back on ${dayIn(blocked.since.getTime(), config.timeZone)}, so no digest goes there. Put the address right in intagree.yaml, or, when it is good again, run "intagree digest --for ${blocked.address} --send".`,
    )
  const when =
    reminders.digestAt === 'off' ? 'no digest (reminders.digestAt is off)' : `digest at ${reminders.digestAt}`
  return `${emails.length} of the desk, ${when}`
}

async function blockedAmong(config: Config, emails: readonly string[]): ReturnType<typeof blockedOf> {
  if (!databaseExists(config)) return []
  const place = await databaseToLookAt(config, () => undefined)
  const pool = createPool(place.url, 1, () => undefined)
  try {
    const isNew = (await migrationState(pool)).pending.length > 0
    return isNew ? [] : await blockedOf(pool, emails)
  } finally {
    await pool.end().catch(() => undefined)
    await place.stop()
  }
}

async function examineQueue(config: Config): Promise<string> {
  if (config.redisUrl === null) return `BullMQ on PostgreSQL, in the same database; ${boardOf(config)}`
  const bell = await bullmqBell({ redisUrl: config.redisUrl }, () => undefined)
  try {
    await within(5_000, bell.ping(), 'Redis does not answer. Check REDIS_URL and that the server runs.')
    return `BullMQ on Redis; ${boardOf(config)}`
  } finally {
    await bell.close(500)
  }
}

/** Every process that runs shows the same. */
function boardOf({ httpPort }: Config): string {
  return `what waits: http://localhost:${httpPort === 0 ? 'PORT' : httpPort}${BOARD_PATH} while it runs`
}

async function examineCourier(config: Config, mail: MailPlace): Promise<string> {
  const { allowClearText } = config.settings
  const more = { tokens: mail.smtpTokens, allowClearText }
  const courier = smtpCourier({ url: mail.smtpUrl, connections: 1, timeoutMs: 10_000, ...more })
  try {
    await courier.check()
    return `${redactUrls(mail.smtpUrl)} takes our login; mail goes out as ${config.address}`
  } finally {
    await courier.close()
  }
}
