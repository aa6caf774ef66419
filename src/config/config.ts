/**
 * The configuration, read and checked once at the start and passed down as a value from then on. Nothing else in the
 * program reads the environment. All mistakes are told at once, one sentence each.
 */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { z } from 'zod'
import type { Mode } from '../domain/autonomy.ts'
import { type DkimKey, readDkim } from './dkim.ts'
import { Environment, type EnvironmentName, type LOG_LEVELS, SECRET_NAMES, URL_NAMES } from './environment.ts'
import { ConfigError, mistake, shown } from './mistakes.ts'
import { type OauthConfig, readOauth } from './oauth.ts'
import { redactUrls } from './redact.ts'
import { type Settings, SettingsFile } from './settings.ts'
import { type ConfigInput, readSources, type Sources } from './sources.ts'
import { type TracesConfig, tracesOf } from './traces.ts'
import { type ImapUrl, USER_AND_PASSWORD, userWithoutPassword } from './urls.ts'

export interface Config {
  /** Data directory, absolute. */
  readonly home: string
  /** Null: the embedded PostgreSQL. */
  readonly databaseUrl: string | null
  /** Null: the queue lies in the database. */
  readonly redisUrl: string | null
  /** Empty in the sandbox. */
  readonly imap: readonly ImapUrl[]
  /** Text of the PEM file that signs the mail servers' certificates; null: the public authorities. */
  readonly imapCa: string | null
  /** Null in the sandbox. */
  readonly smtpUrl: string | null
  /** Where clamd listens; null: files are not scanned. */
  readonly clamdUrl: string | null
  /** No mailbox was named: a mailbox and a mail server of our own on loopback. */
  readonly sandbox: boolean
  /** Our own address, in lower case. */
  readonly address: string
  readonly mode: Mode
  readonly timeZone: string
  /** 0: any free port. */
  readonly httpPort: number
  /** What `/metrics` and `/queues` ask for; null: they answer this machine alone. */
  readonly httpToken: string | null
  /** Where traces go (OTLP over HTTP); null: there are none. */
  readonly traces: TracesConfig | null
  readonly logLevel: (typeof LOG_LEVELS)[number]
  /** The carrier's own wording, absolute; null: the built-in wording alone. */
  readonly templates: string | null
  /** How to log in where a URL names a user and no password; null: nowhere. */
  readonly oauth: OauthConfig | null
  /** Null: what we send is not signed. */
  readonly dkim: DkimKey | null
  readonly settings: Settings
}

/** The configuration together with the places it came from. */
export interface ResolvedConfig {
  readonly config: Config
  readonly sources: Sources
}

const SANDBOX_ADDRESS = 'intagree@sandbox.example'

/** Throws `ConfigError` with one sentence per mistake. */
export function loadConfig(input: ConfigInput): Config {
  return resolveConfig(input).config
}

/** As `loadConfig`, for those who also tell where each value came from. */
export function resolveConfig(input: ConfigInput): ResolvedConfig {
  const sources = readSources(input)
  const mistakes = [...sources.mistakes]
  const environment = readEnvironment(sources, mistakes)
  const settings = readSettings(sources, mistakes)
  mistakes.push(...contradictions(sources), ...deafAlerts(settings))
  const files = {
    imapCa: readCertificates(input.cwd, sources, mistakes),
    ...readLogins({ environment, settings, sources, cwd: input.cwd }, mistakes),
  }
  if (mistakes.length > 0 || environment === null || settings === null) throw new ConfigError(mistakes)
  return { config: assemble(environment, settings, files, input.cwd), sources }
}

interface Read {
  readonly environment: Environment | null
  readonly settings: Settings | null
  readonly sources: Sources
  readonly cwd: string
}

function readLogins({ environment, settings, sources, cwd }: Read, mistakes: string[]): Pick<Config, 'oauth' | 'dkim'> {
  if (environment === null || settings === null) return { oauth: null, dkim: null }
  const { path } = sources.yaml
  const clientSecret = environment.OAUTH_CLIENT_SECRET ?? null
  const secretKeys = environment.INTAGREE_SECRET_KEY ?? null
  if (settings.oauth.provider === 'none') mistakes.push(...loginsWithoutPassword(environment, sources))
  return {
    oauth: readOauth({ oauth: settings.oauth, clientSecret, secretKeys, path, cwd }, mistakes),
    dkim: readDkim({ dkim: settings.dkim, address: environment.INTAGREE_ADDRESS ?? null, path, cwd }, mistakes),
  }
}

/** A URL with a user alone means an access token, which somebody has to give. */
function loginsWithoutPassword({ IMAP_URL, SMTP_URL }: Environment, { found }: Sources): string[] {
  const names: EnvironmentName[] = []
  if (IMAP_URL?.some(({ password }) => password === null)) names.push('IMAP_URL')
  if (SMTP_URL !== undefined && userWithoutPassword(SMTP_URL) !== null) names.push('SMTP_URL')
  return names.map((name) => {
    const { value = '', from = 'environment' } = found.get(name) ?? {}
    const allowed = name === 'IMAP_URL' ? USER_AND_PASSWORD : 'it must name a password beside the user, or no user'
    return mistake(
      name,
      from,
      shown(redactUrls(value)),
      `${allowed}; or set oauth.provider for a login by access token`,
    )
  })
}

/** Only `intagree.yaml`, for commands that need no mailbox. Throws `ConfigError`. */
export function loadSettings(input: ConfigInput): Settings {
  const sources = readSources(input)
  const mistakes = [...sources.yaml.mistakes]
  const settings = readSettings(sources, mistakes)
  if (mistakes.length > 0 || settings === null) throw new ConfigError(mistakes)
  return settings
}

function assemble(
  environment: Environment,
  settings: Settings,
  files: Pick<Config, 'imapCa' | 'oauth' | 'dkim'>,
  cwd: string,
): Config {
  const sandbox = environment.IMAP_URL === undefined
  return {
    home: resolve(cwd, environment.INTAGREE_HOME),
    databaseUrl: environment.DATABASE_URL ?? null,
    redisUrl: environment.REDIS_URL ?? null,
    imap: environment.IMAP_URL ?? [],
    ...files,
    smtpUrl: environment.SMTP_URL ?? null,
    clamdUrl: environment.CLAMD_URL ?? null,
    sandbox,
    address: environment.INTAGREE_ADDRESS ?? SANDBOX_ADDRESS,
    mode: environment.INTAGREE_MODE ?? (sandbox ? 'auto' : 'draft'),
    timeZone: environment.INTAGREE_TZ,
    httpPort: environment.HTTP_PORT,
    httpToken: environment.HTTP_TOKEN ?? null,
    traces: tracesOf(environment),
    logLevel: environment.LOG_LEVEL,
    templates: templatesFolder(settings, cwd),
    settings: sandbox && settings.staff.length === 0 ? { ...settings, staff: SANDBOX_STAFF } : settings,
  }
}

/** Somebody to whom the sandbox sends its digests; the mailbox is there like everybody's. */
const SANDBOX_STAFF = [{ name: 'Anna Keller', email: 'anna@sandbox.example', states: [], manager: true }] as const

/** The folder of the carrier's own wording, absolute, or null. */
export function templatesFolder(settings: Settings, cwd: string): string | null {
  return settings.templates === null ? null : resolve(cwd, settings.templates)
}

function readEnvironment({ found }: Sources, mistakes: string[]): Environment | null {
  const values = Object.fromEntries([...found].map(([name, { value }]) => [name, value]))
  const result = Environment.safeParse(values, { reportInput: true })
  if (result.success) return result.data
  for (const issue of result.error.issues) {
    const name = issue.path[0] as EnvironmentName
    const text = String(issue.input ?? values[name])
    const value = shown(SECRET_NAMES.includes(name) ? '***' : URL_NAMES.includes(name) ? redactUrls(text) : text)
    mistakes.push(mistake(name, found.get(name)?.from ?? 'environment', value, issue.message))
  }
  return null
}

function readSettings({ yaml }: Sources, mistakes: string[]): Settings | null {
  const result = SettingsFile.safeParse(yaml.settings, { reportInput: true })
  if (result.success) return result.data
  for (const issue of result.error.issues) mistakes.push(...settingMistakes(issue, yaml.path))
  return null
}

function settingMistakes(issue: z.core.$ZodIssue, path: string): string[] {
  if (issue.code === 'unrecognized_keys') {
    const hints = issue.message.split('\n')
    return issue.keys.map((key, at) => unknownKey([...issue.path, key], path, hints[at] ?? ''))
  }
  const value = issue.input === undefined ? null : shown(issue.input)
  return [mistake(dotted(issue.path), path, value === null ? null : redactInside(value), issue.message)]
}

function unknownKey(at: readonly PropertyKey[], path: string, hint: string): string {
  return `${dotted(at)} in ${path} is not a known key; ${hint}${hint.endsWith('?') ? '' : '.'}`
}

/** `staff[1].email`, counted from 1 as people do. */
function dotted(path: readonly PropertyKey[]): string {
  return path
    .map((key, at) => (typeof key === 'number' ? `[${key + 1}]` : `${at > 0 ? '.' : ''}${String(key)}`))
    .join('')
}

function redactInside(value: string): string {
  return value.includes('://') ? shown(redactUrls(JSON.parse(value) as string)) : value
}

/** What only shows when several values are looked at together. */
function contradictions({ found }: Sources): string[] {
  const has = (name: EnvironmentName) => found.has(name)
  const out: string[] = []
  if (has('IMAP_URL') !== has('SMTP_URL')) {
    const [given, missing] = has('IMAP_URL') ? ['IMAP_URL', 'SMTP_URL'] : ['SMTP_URL', 'IMAP_URL']
    out.push(`${missing} is not set although ${given} is; set both for a real mailbox, or neither for the sandbox.`)
  }
  if (has('IMAP_URL') && !has('INTAGREE_ADDRESS')) {
    out.push(
      'INTAGREE_ADDRESS is not set; outside the sandbox it must be our own address, such as intagree@example.com.',
    )
  }
  return out
}

/** Half of a way to somebody leads nowhere. */
function deafAlerts(settings: Settings | null): string[] {
  if (settings === null) return []
  const { mailTo, smtpUrl } = settings.alerts
  if (mailTo.length > 0 === (smtpUrl !== null)) return []
  const missing = smtpUrl === null ? 'alerts.smtpUrl' : 'alerts.mailTo'
  return [`${missing} is not set; alerts by mail need both alerts.mailTo and alerts.smtpUrl.`]
}

function readCertificates(cwd: string, { found }: Sources, mistakes: string[]): string | null {
  const name = found.get('IMAP_TLS_CA')
  if (name === undefined) return null
  const allowed = 'it must name a readable file with PEM certificates'
  const wrong = (why: string) => {
    mistakes.push(mistake('IMAP_TLS_CA', name.from, `${shown(name.value)}, ${why}`, allowed))
    return null
  }
  try {
    const text = readFileSync(resolve(cwd, name.value), 'utf8')
    return text.includes('-----BEGIN CERTIFICATE-----') ? text : wrong('which holds no certificate')
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    return wrong(code === 'ENOENT' ? 'which does not exist' : `which cannot be read (${code})`)
  }
}
