/** Somebody says yes, once: by a code, by a browser on this machine, or by pasting where the browser ended. */
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { oauthClient } from '../../src/oauth/client.ts'
import { type BrowserParts, logInByBrowser, logInByCode } from '../../src/oauth/log-in.ts'
import type { OauthLogin } from '../../src/oauth/provider.ts'
import { type AuthorizationServer, startAuthorizationServer } from '../support/authorization-server.ts'
import { oauthLogin } from '../support/oauth-login.ts'

let server: AuthorizationServer
beforeAll(async () => {
  server = await startAuthorizationServer()
  return () => server.stop()
})

async function* nothing(): AsyncGenerator<string> {}

/** `person`: what somebody does with the link and the code. */
function parts(person: BrowserParts['show'], provider: OauthLogin['provider'] = 'microsoft-user'): BrowserParts {
  const login = oauthLogin(provider, server)
  const giveUp = new AbortController()
  onTestFinished(() => giveUp.abort())
  return { login, client: oauthClient(login), show: person, signal: giveUp.signal, port: 0, pasted: nothing() }
}

/** Follows a link as a browser does, to its end; the page there. */
async function browse(link: string): Promise<string> {
  return (await fetch(link)).text()
}

/** Where the browser is sent, without going there: it runs on another machine. */
async function endOf(link: string): Promise<string> {
  return (await fetch(link, { redirect: 'manual' })).headers.get('location') ?? ''
}

describe('by a code', () => {
  test('typed elsewhere, a login comes', async () => {
    const granted = await logInByCode(parts(async (_link, code) => server.typeCode(code ?? '', true)))
    expect(granted.refreshToken).toMatch(/^refresh-/)
  })

  test('no is an answer', async () => {
    const refusing = parts(async (_link, code) => server.typeCode(code ?? '', false))
    await expect(logInByCode(refusing)).rejects.toThrow('whoever was asked said no')
  })

  test('Google has none for mail', async () => {
    await expect(logInByCode(parts(async () => {}, 'google-user'))).rejects.toThrow('Google has no codes for mail')
  })
})

describe('by a browser', () => {
  test.each(['google-user', 'microsoft-user'] as const)('that comes back to this machine, %s', async (provider) => {
    const pages: Promise<string>[] = []
    const granted = await logInByBrowser(parts(async (link) => void pages.push(browse(link)), provider))
    expect(granted.refreshToken).toMatch(/^refresh-/)
    expect(await pages[0]).toBe('You can close this window and go back to intagree.\n')
  })

  test('elsewhere, whose last address is pasted', async () => {
    let paste: (line: string) => void = () => {}
    const line = new Promise<string>((resolve) => {
      paste = resolve
    })
    const typed = async function* () {
      yield 'what do you want?'
      yield await line
    }
    const granted = await logInByBrowser({ ...parts(async (link) => paste(await endOf(link))), pasted: typed() })
    expect(granted.refreshToken).toMatch(/^refresh-/)
  })

  test('an answer to another question is refused', async () => {
    const forged = async (link: string) => {
      const end = new URL(await endOf(link))
      end.searchParams.set('state', 'another')
      await browse(end.href)
    }
    await expect(logInByBrowser(parts(forged))).rejects.toThrow(/Microsoft gave no access token: .*state/)
  })

  test('a code without its verifier is refused', async () => {
    const asked = async (link: string) => {
      const changed = new URL(link)
      changed.searchParams.set('code_challenge', 'another')
      await browse(changed.href)
    }
    await expect(logInByBrowser(parts(asked))).rejects.toThrow('code, verifier or redirect do not fit')
  })

  test('whoever gives up is told so', async () => {
    const stop = new AbortController()
    const given = { ...parts(async () => stop.abort()), signal: stop.signal }
    await expect(logInByBrowser(given)).rejects.toThrow('The login was given up.')
  })
})
