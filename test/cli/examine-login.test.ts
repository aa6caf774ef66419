/** What `intagree doctor` says of logins, of open lines and of guards that are down. */
import { describe, expect, test } from 'vitest'
import { clearTextWarning, whatEnds } from '../../src/cli/examine-login.ts'
import { examineTrust } from '../../src/cli/examine-trust.ts'
import { type Config, loadConfig } from '../../src/config/config.ts'
import type { OauthConfig } from '../../src/config/oauth.ts'
import type { KeptLogin } from '../../src/ports/stores/logins.ts'
import { SECRET_KEY } from '../config/keys.ts'
import { temporaryFolder } from './run-intagree.ts'

const NOW = new Date('2026-05-04T12:00:00Z')
const day = (text: string) => new Date(`${text}T12:00:00Z`)

function config(settings: string, more: Readonly<Record<string, string>> = {}): Config {
  using folder = temporaryFolder({ 'intagree.yaml': `${settings}\n` })
  const env = {
    IMAP_URL: 'imap://desk@mail.example',
    SMTP_URL: 'smtp://desk@mail.example',
    INTAGREE_ADDRESS: 'desk@corp.example',
    INTAGREE_SECRET_KEY: SECRET_KEY,
    OAUTH_CLIENT_SECRET: 'hunter2',
    ...more,
  }
  return loadConfig({ env, cwd: folder.path })
}

const oauth = (more: string) =>
  config(`oauth: { tenant: corp.example, clientId: app-4711, ${more} }`).oauth as OauthConfig
const application: KeptLogin = {
  refreshToken: null,
  loggedInAt: null,
  refreshedAt: null,
  refreshEndsAt: null,
  access: { value: 'token', obtainedAt: NOW, endsAt: new Date(NOW.getTime() + 58 * 60_000) },
}
const person = { ...application, refreshToken: 'r', loggedInAt: day('2026-03-05'), refreshedAt: day('2026-05-03') }

const APP = 'microsoft-app, desk: access token for another 58 minutes; '
const USER = 'microsoft-user, desk: access token for another 58 minutes; '
const ENDS: readonly (readonly [string, string, KeptLogin, string | { readonly warning: string }])[] = [
  [
    'a secret with days left',
    'provider: microsoft-app, clientSecretEnds: 2026-08-01',
    application,
    `${APP}the client secret ends in 88 days, on 2026-08-01`,
  ],
  [
    'a secret that ends soon',
    'provider: microsoft-app, clientSecretEnds: 2026-05-20',
    application,
    { warning: `${APP}the client secret ends in 15 days, on 2026-05-20` },
  ],
  [
    'a secret that has ended',
    'provider: microsoft-app, clientSecretEnds: 2026-05-01',
    application,
    { warning: `${APP}the client secret ended on 2026-05-01` },
  ],
  [
    'a secret nobody wrote down',
    'provider: microsoft-app',
    application,
    `${APP}write the last day of the client secret into oauth.clientSecretEnds to have its days counted`,
  ],
  [
    'somebody’s login',
    'provider: microsoft-user, clientSecretEnds: 2026-08-01',
    person,
    `${USER}the client secret ends in 88 days, on 2026-08-01; logged in 60 days ago, refresh token last used 1 days ago (unused it ends after 90)`,
  ],
  [
    'a login whose end the provider told',
    'provider: microsoft-user, clientSecretEnds: 2026-08-01',
    { ...person, refreshEndsAt: day('2026-05-11') },
    { warning: `${USER}the client secret ends in 88 days, on 2026-08-01; the login ends in 7 days, on 2026-05-11` },
  ],
]

test.for(ENDS)('%s', ([, settings, kept, says]) => {
  expect(whatEnds(oauth(settings), 'desk', kept, NOW)).toEqual(says)
})

describe('an open line', () => {
  const APPROVED = 'allowClearText: true\noauth: { provider: microsoft-app, tenant: corp.example, clientId: app-4711 }'

  test('that was permitted is warned of, with the servers it is to', () => {
    const warning = clearTextWarning(config(APPROVED, { SMTP_URL: 'smtp://relay.example' }))
    expect(warning).toMatchObject({
      warning: expect.stringContaining('where mail.example and relay.example offers no TLS'),
    })
  })

  test('is no matter where each server is spoken to in TLS, or where it must be', () => {
    const tls = { IMAP_URL: 'imaps://desk@mail.example', SMTP_URL: 'smtps://desk@mail.example' }
    expect(clearTextWarning(config(APPROVED, tls))).toBeNull()
    expect(clearTextWarning(config(APPROVED.replace('true', 'false')))).toBeNull()
  })
})

describe('a guard that is down', () => {
  const TLS = { IMAP_URL: 'imaps://desk:secret@mail.example', SMTP_URL: 'smtps://desk:secret@mail.example' }

  test.each([
    ['both', '{}', {}, ['senders', 'scanner']],
    ['senders are checked', 'trust: { verify: true }', {}, ['scanner']],
    ['the word on senders is heard', 'trust: { authservIds: [mx.corp.example] }', {}, ['scanner']],
    ['files are scanned', '{}', { CLAMD_URL: 'tcp://clamd.example:3310' }, ['senders']],
  ])('is warned of (%s)', (_which, settings, more, parts) => {
    const warned = examineTrust(config(settings, { ...TLS, ...more })).filter(([, seen]) => typeof seen !== 'string')
    expect(warned.map(([part]) => part)).toEqual(parts)
  })

  test.each([
    ['trust: { verify: true }', 'we check signatures (DKIM) and policies (DMARC) by DNS ourselves, not SPF'],
    ['trust: { authservIds: [mx.a.example] }', 'mx.a.example checks them; we do not ourselves (trust.verify)'],
    [
      'trust: { authservIds: [mx.a.example], verify: true }',
      'mx.a.example checks them; of mails without its word we check',
    ],
  ])('is not the check of senders with %s', (settings, says) => {
    expect(examineTrust(config(settings, TLS))[0]).toEqual(['senders', expect.stringContaining(says)])
  })

  test('is no matter in the sandbox', () => {
    expect(examineTrust(loadConfig({ env: {}, cwd: '/' }))).toEqual([])
  })
})
