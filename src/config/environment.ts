/** The environment variables: the contract with whoever installs. Each value is text; here it gets its meaning. */
import { z } from 'zod'
import { MODES } from '../domain/autonomy.ts'
import { redactUrls } from './redact.ts'
import { emailAddress, word } from './rules.ts'
import { headerFields } from './traces.ts'
import { checkServiceUrl, type ImapUrl, parseImapUrl } from './urls.ts'

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const

const shape = {
  INTAGREE_HOME: directory().default('./.intagree'),
  INTAGREE_CONFIG: z.string().optional(),
  INTAGREE_ADDRESS: emailAddress().optional(),
  INTAGREE_MODE: word(MODES).optional(),
  INTAGREE_TZ: timeZone().default('America/Denver'),
  DATABASE_URL: serviceUrl({
    schemes: ['postgres', 'postgresql'],
    shape: 'postgres://user:password@host:5432/database',
    host: false,
  }).optional(),
  REDIS_URL: serviceUrl({ schemes: ['redis', 'rediss'], shape: 'redis://host:6379/0', host: true }).optional(),
  IMAP_URL: imapUrls().optional(),
  IMAP_TLS_CA: z.string().optional(),
  SMTP_URL: serviceUrl({ schemes: ['smtp', 'smtps'], shape: 'smtp://user:password@host:587', host: true }).optional(),
  OAUTH_CLIENT_SECRET: z.string().optional(),
  INTAGREE_SECRET_KEY: secretKeys().optional(),
  CLAMD_URL: clamdUrl().optional(),
  HTTP_PORT: port().default(8025),
  HTTP_TOKEN: httpToken().optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: serviceUrl({
    schemes: ['http', 'https'],
    shape: 'http://collector:4318',
    host: true,
  }).optional(),
  OTEL_EXPORTER_OTLP_HEADERS: headerFields().optional(),
  LOG_LEVEL: word(LOG_LEVELS).default('info'),
}

export const Environment = z.object(shape)
export type Environment = z.output<typeof Environment>

export type EnvironmentName = keyof typeof shape
export const ENVIRONMENT_NAMES = Object.keys(shape) as EnvironmentName[]

/** Values of these are URLs that may hold a password. */
export const URL_NAMES: readonly EnvironmentName[] = [
  ...(['DATABASE_URL', 'REDIS_URL', 'IMAP_URL', 'SMTP_URL', 'CLAMD_URL'] as const),
  'OTEL_EXPORTER_OTLP_ENDPOINT',
]

/** Values of these are secrets as a whole. */
export const SECRET_NAMES: readonly EnvironmentName[] = [
  ...(['OAUTH_CLIENT_SECRET', 'INTAGREE_SECRET_KEY', 'HTTP_TOKEN'] as const),
  'OTEL_EXPORTER_OTLP_HEADERS',
]

/** Keys of 32 bytes in base64 or hexadecimal, the newest first. */
function secretKeys() {
  const error =
    'it must be 32 random bytes in base64, as "openssl rand -base64 32" makes them, and behind it, separated by spaces, older ones'
  return z.string().transform((text, context): SecretKeys => {
    const [newest, ...older] = text.split(/\s+/).map(keyBytes)
    if (newest && older.every((key) => key !== null)) return [newest, ...older]
    context.addIssue({ code: 'custom', message: error, input: text })
    return z.NEVER
  })
}

export type SecretKeys = readonly [Uint8Array, ...Uint8Array[]]

function keyBytes(word: string): Uint8Array | null {
  if (/^[0-9a-f]{64}$/i.test(word)) return Buffer.from(word, 'hex')
  return /^[A-Za-z0-9+/_-]{43}=?$/.test(word) ? Buffer.from(word, 'base64') : null
}

/** It travels in a header field, so it has no blanks and nothing outside of ASCII. */
function httpToken() {
  const error = 'it must be 16 or more letters, digits and signs without blanks, as "openssl rand -hex 24" makes them'
  return z.string().regex(/^[\x21-\x7e]{16,}$/, { error })
}

function serviceUrl(rule: Parameters<typeof checkServiceUrl>[1]) {
  return z.string().transform((text, context) => {
    const reading = checkServiceUrl(text, rule)
    if ('url' in reading) return reading.url
    context.addIssue({ code: 'custom', message: reading.mistake, input: text })
    return z.NEVER
  })
}

/** clamd listens on a TCP port or a socket file. */
function clamdUrl() {
  const rule = { schemes: ['tcp', 'unix'], shape: 'tcp://host:3310 or unix:///run/clamav/clamd.ctl', host: false }
  return serviceUrl(rule).refine(
    (text) =>
      text.toLowerCase().startsWith('tcp:') ? new URL(text).hostname !== '' : new URL(text).pathname.length > 1,
    { error: `it must name a host or a socket file, as in ${rule.shape}` },
  )
}

/** Several mailboxes separated by spaces; each wrong one is a mistake of its own. */
function imapUrls() {
  return z.string().transform((text, context): readonly ImapUrl[] => {
    const mailboxes = new Map<string, ImapUrl>()
    for (const [at, word] of text.split(/\s+/).entries()) {
      const reading = parseImapUrl(word)
      const repeated = 'url' in reading && mailboxes.has(nameOf(reading.url))
      if ('url' in reading && !repeated) mailboxes.set(nameOf(reading.url), reading.url)
      else {
        const message = 'url' in reading ? 'it must name each mailbox only once' : reading.mistake
        // Redacted with its neighbours: alone, a piece of a password with a space in it would not look like one.
        context.addIssue({ code: 'custom', message, input: redactUrls(text).split(' ')[at] })
      }
    }
    return [...mailboxes.values()]
  })
}

function nameOf({ account, mailbox }: ImapUrl): string {
  return `${account}/${mailbox}`
}

function directory() {
  const error = 'it must be a path without ~, which only a shell replaces'
  return z.string().refine((path) => !path.startsWith('~'), { error })
}

function timeZone() {
  const error = 'it must be a time zone of the IANA list such as America/Denver'
  return z.string().refine(isTimeZone, { error })
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

function port() {
  const error = 'it must be a port number from 0 to 65535, where 0 means any free port'
  return z
    .string()
    .regex(/^\d{1,5}$/, { error })
    .transform(Number)
    .refine((number) => number <= 65535, { error })
}
