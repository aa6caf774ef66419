import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadConfig, loadSettings } from '../../src/config/config.ts'
import { ConfigError } from '../../src/config/mistakes.ts'
import { temporaryFolder } from '../cli/run-intagree.ts'

const REAL = {
  IMAP_URL: 'imaps://desk:pw@mail.example/INBOX',
  SMTP_URL: 'smtp://mail.example:587',
  INTAGREE_ADDRESS: 'intagree@mail.example',
}

function load(env: Record<string, string>, files: Record<string, string> = {}, flags = {}) {
  using folder = temporaryFolder(files)
  return { ...loadConfig({ env, cwd: folder.path, flags }), folder: folder.path }
}

describe('with nothing set', () => {
  const config = load({})

  test('it is the sandbox, which answers by itself', () => {
    expect(config).toMatchObject({
      sandbox: true,
      imap: [],
      smtpUrl: null,
      address: 'intagree@sandbox.example',
      mode: 'auto',
    })
  })

  test('all is embedded and local', () => {
    expect(config).toMatchObject({ databaseUrl: null, redisUrl: null, imapCa: null, httpPort: 8025, logLevel: 'info' })
    expect(config.home).toBe(join(config.folder, '.intagree'))
    expect(config.timeZone).toBe('America/Denver')
  })
})

test('a real mailbox only drafts until somebody says otherwise', () => {
  expect(load(REAL)).toMatchObject({ sandbox: false, mode: 'draft', address: 'intagree@mail.example' })
  expect(load({ ...REAL, INTAGREE_MODE: 'auto' }).mode).toBe('auto')
})

test('several mailboxes are separated by spaces', () => {
  const { imap } = load({ ...REAL, IMAP_URL: 'imap://a:b@mail.example   imaps://c%40d.example:e@mail.example/Desk' })
  expect(imap.map(({ account, mailbox }) => `${account} ${mailbox}`)).toEqual([
    'a@mail.example:143 INBOX',
    'c@d.example@mail.example:993 Desk',
  ])
})

describe('the nearest place wins', () => {
  const files = {
    '.env': 'LOG_LEVEL=warn\nHTTP_PORT=2000\nINTAGREE_TZ=Europe/Paris\n',
    'intagree.yaml':
      'environment: { LOG_LEVEL: error, HTTP_PORT: 3000, INTAGREE_TZ: Asia/Tokyo, INTAGREE_MODE: observe }',
  }
  const { logLevel, httpPort, timeZone, mode } = load({ LOG_LEVEL: 'debug', HTTP_PORT: '1000' }, files, {
    HTTP_PORT: '0',
  })

  test.for([
    ['command line', httpPort, 0],
    ['environment', logLevel, 'debug'],
    ['.env', timeZone, 'Europe/Paris'],
    ['intagree.yaml', mode, 'observe'],
  ])('%s', ([, value, expected]) => expect(value).toBe(expected))
})

test('an empty variable means not set, whatever the places behind it say', () => {
  const dotEnv = Object.entries(REAL).map(([name, value]) => `${name}=${value}\n`)
  expect(load({ IMAP_URL: '', SMTP_URL: ' ' }, { '.env': dotEnv.join('') }).sandbox).toBe(true)
})

test('reading .env leaves the environment of the process alone', () => {
  const before = { ...process.env }
  load({}, { '.env': 'LOG_LEVEL=warn\n' })
  expect(process.env).toEqual(before)
})

test('the yaml may have another name and place', () => {
  using folder = temporaryFolder({ 'etc/desk.yaml': 'limits: { depth: 7 }' })
  const settings = loadSettings({ env: { INTAGREE_CONFIG: 'etc/desk.yaml' }, cwd: folder.path })
  expect(settings.limits).toMatchObject({ depth: 7, parts: 1000 })
})

test.for([
  ['an empty file', ''],
  ['comments only', '# nothing yet\n'],
  ['groups whose keys are all commented out', 'staff:\nlimits:\n  # depth: 7\nmailbox:\n  moveTo:\n'],
])('%s means the defaults', ([, text]) => {
  expect(load({}, { 'intagree.yaml': text! }).settings).toEqual(load({}).settings)
})

test('a certificate file is read', () => {
  const pem = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'
  expect(load({ IMAP_TLS_CA: 'ca.pem' }, { 'ca.pem': pem }).imapCa).toBe(pem)
})

test('addresses are compared in lower case', () => {
  const config = load(
    { ...REAL, INTAGREE_ADDRESS: 'InTagree@Mail.Example' },
    { 'intagree.yaml': 'aliases: [CLEC@Mail.Example]' },
  )
  expect([config.address, ...config.settings.aliases]).toEqual(['intagree@mail.example', 'clec@mail.example'])
})

test('every mistake is told at once, as a list for programs too', () => {
  const broken = () =>
    load({ HTTP_PORT: 'x', LOG_LEVEL: 'y', INTAGREE_TZ: 'z' }, { 'intagree.yaml': 'caps: 1\nfoo: 2\n' })
  expect(broken).toThrow(ConfigError)
  try {
    broken()
  } catch (error) {
    expect((error as ConfigError).mistakes.map((sentence) => sentence.split(' ')[0])).toEqual([
      'INTAGREE_TZ',
      'HTTP_PORT',
      'LOG_LEVEL',
      'caps',
      'foo',
    ])
  }
})

test('inspect is not stopped by a broken mailbox it does not need', () => {
  using folder = temporaryFolder()
  expect(loadSettings({ env: { IMAP_URL: 'nonsense' }, cwd: folder.path }).limits.depth).toBe(50)
})

test.for([
  ['', null],
  ['templates: wording\n', 'wording'],
  ['templates: /etc/intagree/wording\n', '/etc/intagree/wording'],
])('the folder of our own wording: %j', ([text, expected]) => {
  const config = load({ INTAGREE_HOME: '/srv/intagree' }, { 'intagree.yaml': text! })
  const absolute = expected === 'wording' ? join(config.folder, 'wording') : expected
  expect(config.templates).toBe(absolute)
})
