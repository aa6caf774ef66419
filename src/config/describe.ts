import type { ResolvedConfig } from './config.ts'
import { ENVIRONMENT_NAMES, type EnvironmentName } from './environment.ts'
import { redactUrls } from './redact.ts'

/** One effective value, safe to show. */
export interface ConfigLine {
  readonly key: string
  readonly value: string
  /** `command line`, `environment`, `.env`, the path of the yaml, or `default`. */
  readonly from: string
}

/** The whole effective configuration without its secrets: the variables first, then the settings by their dotted keys. */
export function describeConfig({ config, sources }: ResolvedConfig): readonly ConfigLine[] {
  const values: Record<EnvironmentName, string> = {
    INTAGREE_HOME: config.home,
    INTAGREE_CONFIG: sources.yaml.present ? sources.yaml.path : 'none',
    INTAGREE_ADDRESS: config.address,
    INTAGREE_MODE: config.mode,
    INTAGREE_TZ: config.timeZone,
    DATABASE_URL: urlOr(config.databaseUrl, 'embedded'),
    REDIS_URL: urlOr(config.redisUrl, 'none, the queue lies in the database'),
    IMAP_URL: config.imap.map(mailboxName).join(' ') || 'sandbox',
    IMAP_TLS_CA: sources.found.get('IMAP_TLS_CA')?.value ?? 'none',
    SMTP_URL: urlOr(config.smtpUrl, 'sandbox'),
    OAUTH_CLIENT_SECRET: sources.found.has('OAUTH_CLIENT_SECRET') ? '***' : 'none',
    INTAGREE_SECRET_KEY: sources.found.has('INTAGREE_SECRET_KEY') ? '***' : 'none',
    CLAMD_URL: urlOr(config.clamdUrl, 'none, files are not scanned'),
    HTTP_PORT: String(config.httpPort),
    HTTP_TOKEN: config.httpToken === null ? 'none, /metrics and /queues answer this machine alone' : '***',
    OTEL_EXPORTER_OTLP_ENDPOINT: urlOr(config.traces?.endpoint ?? null, 'none, no traces'),
    OTEL_EXPORTER_OTLP_HEADERS: sources.found.has('OTEL_EXPORTER_OTLP_HEADERS') ? '***' : 'none',
    LOG_LEVEL: config.logLevel,
  }
  const variables = ENVIRONMENT_NAMES.map((key) => ({
    key,
    value: values[key],
    from: sources.found.get(key)?.from ?? 'default',
  }))
  const written = new Set(leaves(sources.yaml.settings).map(({ key }) => key))
  const settings = leaves(config.settings).map(({ key, value }) => ({
    key,
    // The path of a web hook is its password.
    value: key === 'alerts.webhook' && config.settings.alerts.webhook !== null ? withoutPath(value) : value,
    from: written.has(key) ? sources.yaml.path : 'default',
  }))
  return [...variables, ...settings]
}

function withoutPath(url: string): string {
  return `${new URL(url).origin}/***`
}

function urlOr(url: string | null, otherwise: string): string {
  return url === null ? otherwise : redactUrls(url)
}

function mailboxName({ secure, account, mailbox, password }: ResolvedConfig['config']['imap'][number]): string {
  const at = account.lastIndexOf('@')
  const user = `${account.slice(0, at)}${password === null ? '' : ':***'}`
  return `imap${secure ? 's' : ''}://${user}${account.slice(at)}/${mailbox}`
}

/** Lists count as one value. */
function leaves(value: object, before = ''): { readonly key: string; readonly value: string }[] {
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) => {
    const key = before === '' ? name : `${before}.${name}`
    const isGroup = typeof inner === 'object' && inner !== null && !Array.isArray(inner)
    return isGroup ? leaves(inner, key) : [{ key, value: redactText(inner) }]
  })
}

function redactText(value: unknown): string {
  if (typeof value === 'string') return value.includes('://') ? redactUrls(value) : value
  return JSON.stringify(value)
}
