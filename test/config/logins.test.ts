/** Logging in without a password, and signing: what the configuration makes of it, and of its mistakes. */
import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { type Config, loadConfig } from '../../src/config/config.ts'
import { temporaryFolder } from '../cli/run-intagree.ts'
import { rsaKey, SECRET_KEY, serviceAccountFile } from './keys.ts'

const REAL = {
  IMAP_URL: 'imaps://desk%40corp.example@outlook.office365.com/INBOX',
  SMTP_URL: 'smtp://desk%40corp.example@smtp.office365.com:587',
  INTAGREE_ADDRESS: 'desk@corp.example',
}
const KEYS = { INTAGREE_SECRET_KEY: SECRET_KEY, OAUTH_CLIENT_SECRET: 'hunter2' }
const APP = 'provider: microsoft-app, tenant: corp.example, clientId: app-4711'

const key = rsaKey()
const ed25519 = generateKeyPairSync('ed25519', {
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
})

const FILES = {
  'google.json': serviceAccountFile(key),
  'other.json': '{ "installed": {} }',
  'broken.json': '{',
  'good.pem': key,
  'short.pem': rsaKey(512),
  'ed25519.pem': ed25519.privateKey,
  'public.pem': ed25519.publicKey,
  'garbage.pem': 'no key at all',
  'locked.pem': '-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIIF\n-----END ENCRYPTED PRIVATE KEY-----\n',
}

/** The configuration, or what is wrong with it. */
function load(settings: string, env: Readonly<Record<string, string>>): Config | string {
  using folder = temporaryFolder({ ...FILES, 'intagree.yaml': `${settings}\n` })
  try {
    return loadConfig({ env, cwd: folder.path })
  } catch (error) {
    return (error as Error).message
  }
}

describe('a login by access token', () => {
  test('is used where a URL names a user and no password', () => {
    const config = load(`oauth: { ${APP}, clientSecretEnds: 2027-01-31 }`, { ...REAL, ...KEYS })
    expect(config).toMatchObject({
      imap: [{ user: 'desk@corp.example', password: null, host: 'outlook.office365.com' }],
      oauth: {
        provider: 'microsoft-app',
        clientId: 'app-4711',
        clientSecret: 'hunter2',
        clientSecretEnds: '2027-01-31',
      },
    })
  })

  test('of a service account takes everything from its key file', () => {
    const google = { ...REAL, INTAGREE_SECRET_KEY: SECRET_KEY }
    expect(load('oauth: { provider: google-service-account, serviceAccountKey: google.json }', google)).toMatchObject({
      oauth: { clientId: 'desk@project.iam.example', serviceAccount: { keyId: 'key-1' } },
    })
  })

  test('may have several keys: the first seals, all of them open', () => {
    const older = 'ab'.repeat(32)
    const env = { ...REAL, ...KEYS, INTAGREE_SECRET_KEY: `${SECRET_KEY} ${older}` }
    const config = load(`oauth: { ${APP} }`, env) as Config
    expect(config.oauth?.secretKeys.map((bytes) => Buffer.from(bytes).toString('hex').slice(0, 8))).toEqual([
      Buffer.from('one ').toString('hex'),
      'abababab',
    ])
  })

  const WRONG: readonly (readonly [string, string, Readonly<Record<string, string>>, string])[] = [
    [
      'no provider',
      'oauth: {}',
      REAL,
      'SMTP_URL is "smtp://desk%40corp.example@smtp.office365.com:587"; it must name a password beside the user, or no user; or set oauth.provider',
    ],
    [
      'no key',
      `oauth: { ${APP} }`,
      { ...REAL, OAUTH_CLIENT_SECRET: 'x' },
      'INTAGREE_SECRET_KEY is not set although oauth.provider in intagree.yaml is microsoft-app; it must be 32 random bytes',
    ],
    [
      'a short key',
      `oauth: { ${APP} }`,
      { ...REAL, ...KEYS, INTAGREE_SECRET_KEY: 'hunter2' },
      'INTAGREE_SECRET_KEY is "***"; it must be 32 random bytes in base64',
    ],
    [
      'no secret',
      `oauth: { ${APP} }`,
      { ...REAL, INTAGREE_SECRET_KEY: SECRET_KEY },
      'OAUTH_CLIENT_SECRET is not set although',
    ],
    [
      'no directory',
      'oauth: { provider: microsoft-user, clientId: app-4711 }',
      { ...REAL, ...KEYS },
      'oauth.tenant is not set although',
    ],
    ['no application', 'oauth: { provider: google-user }', { ...REAL, ...KEYS }, 'oauth.clientId is not set although'],
    [
      'no key file',
      'oauth: { provider: google-service-account }',
      { ...REAL, ...KEYS },
      'oauth.serviceAccountKey in intagree.yaml is not set; it must name the JSON key file of a service account',
    ],
    [
      'a missing key file',
      'oauth: { provider: google-service-account, serviceAccountKey: gone.json }',
      { ...REAL, ...KEYS },
      'is "gone.json", which does not exist',
    ],
    [
      'a key file of another kind',
      'oauth: { provider: google-service-account, serviceAccountKey: other.json }',
      { ...REAL, ...KEYS },
      'is "other.json", which is no such file',
    ],
    [
      'a broken key file',
      'oauth: { provider: google-service-account, serviceAccountKey: broken.json }',
      { ...REAL, ...KEYS },
      'is "broken.json", which is not JSON',
    ],
    [
      'an unknown provider',
      'oauth: { provider: yahoo }',
      REAL,
      'oauth.provider in intagree.yaml is "yahoo"; it must be one of none, microsoft-app',
    ],
    [
      'an open line to the authority',
      `oauth: { ${APP}, authority: "http://login.example" }`,
      { ...REAL, ...KEYS },
      'oauth.authority in intagree.yaml is "http://login.example"; it must be a link such as',
    ],
    [
      'no day',
      `oauth: { ${APP}, clientSecretEnds: soon }`,
      { ...REAL, ...KEYS },
      'oauth.clientSecretEnds in intagree.yaml is "soon"; it must be a day such as 2027-01-31',
    ],
  ]
  test.for(WRONG)('stops the start: %s', ([, settings, env, says]) => {
    const told = load(settings, env)
    expect(told).toContain(says)
    expect(told).not.toContain('hunter2')
  })
})

describe('a signature', () => {
  const MAIL = { ...REAL, IMAP_URL: 'imaps://desk:pw@mail.example', SMTP_URL: 'smtps://desk:pw@mail.example' }
  const dkim = (keyFile: string, domain = 'corp.example') =>
    `dkim: { domain: ${domain}, selector: mail2026, keyFile: ${keyFile} }`

  test('needs a domain, a selector and a key', () => {
    expect(load(dkim('good.pem'), MAIL)).toMatchObject({
      dkim: { domain: 'corp.example', selector: 'mail2026', privateKey: key },
    })
    expect(load('', MAIL)).toMatchObject({ dkim: null })
  })

  const WRONG: readonly (readonly [string, string, string])[] = [
    [
      'half of it',
      'dkim: { domain: corp.example }',
      'dkim.selector and dkim.keyFile in intagree.yaml are not set; signing needs',
    ],
    [
      'another domain',
      dkim('good.pem', 'other.example'),
      'dkim.domain in intagree.yaml is "other.example"; it must be the domain of INTAGREE_ADDRESS desk@corp.example',
    ],
    [
      'a missing file',
      dkim('gone.pem'),
      'dkim.keyFile in intagree.yaml is "gone.pem", which does not exist; it must name a PEM file with a private RSA key of at least 1024 bits',
    ],
    ['a folder', dkim('.'), 'is ".", which cannot be read (EISDIR)'],
    ['a short key', dkim('short.pem'), 'which holds a key of 512 bits'],
    ['a key that few can check', dkim('ed25519.pem'), 'which holds a key of the type ed25519'],
    ['the public key', dkim('public.pem'), 'which holds a public key'],
    ['garbage', dkim('garbage.pem'), 'which holds no private key'],
    ['a locked key', dkim('locked.pem'), 'which is locked with a passphrase'],
  ]
  test.for(WRONG)('stops the start: %s', ([, settings, says]) => {
    expect(load(settings, MAIL)).toContain(says)
  })
})
