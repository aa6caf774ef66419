/**
 * Somebody says yes, once, in a browser: the way to a refresh token. Microsoft shows a code to type on any device (RFC
 * 8628); everywhere a browser may come back to this machine (RFC 8252 7.3, with PKCE, RFC 7636), and where it cannot,
 * the address that it shows at the end is pasted here.
 */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import * as openid from 'openid-client'
import { IntakeError } from '../foundation/intake-error.ts'
import { type Granted, granted, type OauthClient } from './client.ts'
import type { OauthLogin } from './provider.ts'
import { explain } from './sentences.ts'

/** How to ask, and how to tell the person. */
export interface LogInParts {
  readonly login: OauthLogin
  readonly client: OauthClient
  /** Told as soon as there is something to open. `code`: to be typed there; null: the browser comes back by itself. */
  readonly show: (link: string, code: string | null) => Promise<void>
  /** Gives up. */
  readonly signal: AbortSignal
}

/** By a code typed on any device. Rejects with `IntakeError login`. */
export async function logInByCode({ login, client, show, signal }: LogInParts): Promise<Granted> {
  const { config, provider } = client
  if (provider.server.device_authorization_endpoint === undefined)
    throw new IntakeError('login', `${provider.name} has no codes for mail; log in with --browser.`)
  try {
    const device = await openid.initiateDeviceAuthorization(config, { scope: provider.scope })
    await show(device.verification_uri, device.user_code)
    return complete(client, granted(await openid.pollDeviceAuthorizationGrant(config, device, undefined, { signal })))
  } catch (error) {
    throw explain(provider, login, error)
  }
}

export interface BrowserParts extends LogInParts {
  /** Where the browser comes back to; 0: any free port. */
  readonly port: number
  /** Lines that somebody pastes: the address at which their browser ended. */
  readonly pasted: AsyncIterable<string>
}

/** By a browser on this machine, or by pasting where it ended. Rejects with `IntakeError login`. */
export async function logInByBrowser(parts: BrowserParts): Promise<Granted> {
  const { login, client, show, port, pasted, signal } = parts
  const { config, provider } = client
  const [pkceCodeVerifier, expectedState] = [openid.randomPKCECodeVerifier(), openid.randomState()]
  const callback = await listen(port)
  try {
    const link = openid.buildAuthorizationUrl(config, {
      redirect_uri: callback.redirect,
      scope: provider.scope,
      code_challenge: await openid.calculatePKCECodeChallenge(pkceCodeVerifier),
      code_challenge_method: 'S256',
      state: expectedState,
      ...provider.extra,
    })
    await show(link.href, null)
    const back = await Promise.race([callback.visited, pastedAddress(pasted, callback.redirect), aborted(signal)])
    return complete(
      client,
      granted(await openid.authorizationCodeGrant(config, back, { pkceCodeVerifier, expectedState })),
    )
  } catch (error) {
    throw explain(provider, login, error)
  } finally {
    callback.server.close()
    callback.server.closeAllConnections()
  }
}

/** A login that ends with the hour is none. */
function complete({ provider }: OauthClient, answer: Granted): Granted {
  if (answer.refreshToken !== null) return answer
  throw new IntakeError(
    'login',
    `${provider.name} gave no refresh token. Check oauth.scopes and the type of the application.`,
  )
}

interface Callback {
  readonly server: Server
  readonly redirect: string
  readonly visited: Promise<URL>
}

/** `http://localhost` and any port is what both providers allow to applications on a desk. */
function listen(port: number): Promise<Callback> {
  return new Promise((resolve, reject) => {
    let visit: (url: URL) => void = () => undefined
    const visited = new Promise<URL>((done) => {
      visit = done
    })
    const server = createServer((request, response) => {
      const url = new URL(request.url ?? '/', redirect())
      // Browsers also ask for an icon.
      const isIt = url.searchParams.has('state')
      response.writeHead(isIt ? 200 : 404, { 'content-type': 'text/plain; charset=utf-8' })
      response.end(isIt ? 'You can close this window and go back to intagree.\n' : 'Nothing here.\n')
      if (isIt) visit(url)
    })
    const redirect = () => `http://localhost:${(server.address() as AddressInfo).port}/`
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new IntakeError('login', `Port ${port} cannot be used (${error.code}). Choose another with --port.`)),
    )
    server.listen(port, 'localhost', () => resolve({ server, redirect: redirect(), visited }))
  })
}

/** The first line that is such an address; the end of the input waits for the browser. */
async function pastedAddress(lines: AsyncIterable<string>, redirect: string): Promise<URL> {
  for await (const line of lines) {
    const text = line.trim()
    if (text.startsWith(redirect) && URL.canParse(text)) return new URL(text)
  }
  return new Promise(() => undefined)
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const stop = () => reject(new IntakeError('login', 'The login was given up.'))
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop, { once: true })
  })
}
