/**
 * `intagree.yaml`: what belongs to the desk rather than to the machine. Every key has a default, an unknown key is a
 * mistake. `docs/intagree.example.yaml` shows each key with its default.
 */
import { z } from 'zod'
import { LEVELS } from '../domain/autonomy.ts'
import { DEPARTMENTS, type Department } from '../domain/casework/desk-settings.ts'
import { INTENTS, type Intent } from '../domain/labels.ts'
import { SECTION_NAMES, type SectionName } from '../domain/letter/section.ts'
import { STATE_NAMES } from '../domain/states.ts'
import { TERRITORIES } from '../domain/territories.ts'
import { emailAddress, group, line, list, name, smtpLink, webLink, whole, word, yesNo } from './rules.ts'

export type State = keyof typeof STATE_NAMES
const STATES = Object.keys(STATE_NAMES) as State[]

const days = list(whole(1, 730, 'days'))

const Mailbox = group({
  pollSeconds: whole(5, 3600, 'seconds').default(60),
  auditMinutes: whole(1, 1440, 'minutes').default(15),
  markSeen: yesNo().default(false),
  moveTo: line(255).nullable().default(null),
  sentCopy: yesNo().default(true),
  sentMailbox: line(255).nullable().default(null),
  canaryMailbox: line(255).default('intagree canary'),
})

const Limits = group({
  mailMegabytes: whole(1, 1024, 'megabytes').default(150),
  readSeconds: whole(1, 60, 'seconds').default(8),
  parts: whole(1, 100_000).default(1000),
  depth: whole(1, 500).default(50),
  headerKilobytes: whole(8, 8192, 'kilobytes').default(256),
  readers: whole(1, 64).default(1),
})

/** A server's name as it stands at the start of Authentication-Results (RFC 8601 2.5): a host name, sometimes a word. */
const authservId = () =>
  line(253)
    .regex(/^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/i, {
      error: 'it must be the name of a mail server such as mx.example.com',
    })
    .toLowerCase()

const Trust = group({
  authservIds: list(authservId()).default([]),
  verify: yesNo().default(false),
})

const PROVIDERS = ['none', 'microsoft-app', 'microsoft-user', 'google-service-account', 'google-user'] as const

const DOMAIN = 'it must be a domain such as example.com'
const SELECTOR = 'it must be the selector of the key (RFC 6376 3.1), such as mail2026'
const AUTHORITY = 'it must be a link such as https://login.microsoftonline.us; http:// only on this machine'

const Oauth = group({
  provider: word(PROVIDERS).default('none'),
  tenant: name('it must be a directory (tenant) ID, or one of its domains').nullable().default(null),
  clientId: name('it must be the client ID of an application').nullable().default(null),
  clientSecretEnds: z.iso.date({ error: 'it must be a day such as 2027-01-31' }).nullable().default(null),
  serviceAccountKey: line(4000).nullable().default(null),
  authority: z
    .string({ error: AUTHORITY })
    .regex(/^(?:https:\/\/[a-z0-9.-]+|http:\/\/(?:127\.0\.0\.1|localhost))(?::\d{1,5})?\/?$/i, { error: AUTHORITY })
    .nullable()
    .default(null),
  scopes: list(name('it must be a scope, without blanks')).default([]),
})

const Dkim = group({
  domain: z
    .string({ error: DOMAIN })
    .regex(/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]{2,}$/i, { error: DOMAIN })
    .toLowerCase()
    .nullable()
    .default(null),
  selector: z
    .string({ error: SELECTOR })
    .regex(/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/i, { error: SELECTOR })
    .nullable()
    .default(null),
  keyFile: line(4000).nullable().default(null),
})

const Caps = group({
  perAddressPerHour: whole(0, 10_000, 'mails').default(25),
  perDomainPerHour: whole(0, 100_000, 'mails').default(400),
  perCasePerDay: whole(0, 1000, 'mails').default(5),
  perHour: whole(0, 1_000_000, 'mails').default(5000),
})

const Send = group({
  connections: whole(1, 50).default(10),
  timeoutSeconds: whole(5, 600, 'seconds').default(60),
  attempts: whole(1, 100).default(12),
})

const Workers = group({
  read: whole(1, 64).default(32),
  ocr: whole(1, 16).default(1),
  decide: whole(1, 64).default(48),
  send: whole(1, 64).default(20),
  copy: whole(1, 64).default(8),
})

const Staff = group({
  name: line(80),
  email: emailAddress(),
  states: list(word(STATES)).default([]),
  manager: yesNo().default(false),
})

const TIME_OF_DAY = 'it must be a time of day such as "07:30", or off'

const Reminders = group({
  missingItems: days.default([7, 14, 21]),
  questionnaireDocuments: days.default([14]),
  unsignedAgreement: days.default([14, 30]),
  expiringAgreement: days.default([180, 90, 60]),
  negotiationClock: days.default([30, 60, 90, 120, 135, 150, 155, 158, 160]),
  digestAt: z
    .string({ error: TIME_OF_DAY })
    .regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|off)$/, { error: TIME_OF_DAY })
    .default('07:30'),
})

const territoryOf = () => word(TERRITORIES).optional()
const Territories = group(
  Object.fromEntries(STATES.map((state) => [state, territoryOf()])) as Record<State, ReturnType<typeof territoryOf>>,
)

const departmentName = () => line(200).optional()
const Departments = group(
  Object.fromEntries(DEPARTMENTS.map((department) => [department, departmentName()])) as Record<
    Department,
    ReturnType<typeof departmentName>
  >,
)

const autonomyOf = () => word(LEVELS).default('auto')
const CATEGORIES = [...INTENTS, ...SECTION_NAMES] as const
const Autonomy = group(
  Object.fromEntries(CATEGORIES.map((category) => [category, autonomyOf()])) as Record<
    Intent | SectionName,
    ReturnType<typeof autonomyOf>
  >,
)

const Alerts = group({
  webhook: webLink().nullable().default(null),
  mailTo: list(emailAddress()).default([]),
  smtpUrl: smtpLink().nullable().default(null),
  syncMinutes: whole(1, 1440, 'minutes').default(10),
  lateMinutes: whole(1, 1440, 'minutes').default(10),
  quarantinePerHour: whole(1, 10_000, 'mails').default(5),
  unsureMinutes: whole(1, 1440, 'minutes').default(30),
  diskFreePercent: whole(1, 99).default(10),
  endingDays: whole(1, 365, 'days').default(14),
  repeatHours: whole(1, 168, 'hours').default(12),
  throttleMinutes: whole(1, 1440, 'minutes').default(5),
})

const Demotion = group({
  corrections: whole(1, 1000).default(5),
  percent: whole(1, 100).default(10),
  days: whole(1, 365, 'days').default(30),
})

const keptDays = () => whole(1, 36_500, 'days').nullable().default(null)
const Retention = group({
  spam: keptDays(),
  bulk: keptDays(),
  'auto-reply': keptDays(),
  bounce: keptDays(),
})

export const SettingsFile = group({
  displayName: line(78).default('Interconnection Agreements'),
  aliases: list(emailAddress()).default([]),
  returnPath: word(['plus', 'plain']).default('plus'),
  allowClearText: yesNo().default(false),
  oauth: Oauth.prefault({}),
  dkim: Dkim.prefault({}),
  mailbox: Mailbox.prefault({}),
  limits: Limits.prefault({}),
  trust: Trust.prefault({}),
  caps: Caps.prefault({}),
  send: Send.prefault({}),
  workers: Workers.prefault({}),
  staff: list(Staff).default([]),
  territories: Territories.prefault({}),
  templates: line(4000).nullable().default(null),
  links: z.record(z.string(), webLink(), { error: 'it must be a group of name: link' }).default({}),
  departments: Departments.prefault({}),
  reminders: Reminders.prefault({}),
  autonomy: Autonomy.prefault({}),
  delayMinutes: whole(1, 1440, 'minutes').default(15),
  demotion: Demotion.prefault({}),
  alerts: Alerts.prefault({}),
  retention: Retention.prefault({}),
})

type Frozen<T> = T extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Frozen<T[Key]> }
    : T

/** The settings with every default filled in. */
export type Settings = Frozen<z.output<typeof SettingsFile>>
export type Limits = Settings['limits']
export type Staff = Settings['staff'][number]
