import { createInterface } from 'node:readline'
import type { Config } from '../../config/config.ts'
import type { OauthConfig } from '../../config/oauth.ts'
import { loginStore } from '../../db/logins.ts'
import { IntakeError } from '../../foundation/intake-error.ts'
import { afterGrant } from '../../oauth/access-tokens.ts'
import { type Granted, oauthClient } from '../../oauth/client.ts'
import { type LogInParts, logInByBrowser, logInByCode } from '../../oauth/log-in.ts'
import { loginName } from '../../oauth/provider.ts'
import { aesSeal } from '../../tokens/seal.ts'
import type { Call, Command, ExitCode, Io } from '../command.ts'
import { JSON_OPTION } from '../command.ts'
import { withDatabase } from '../database.ts'
import { textOf } from '../order.ts'
import { clean, print, printJson } from '../print.ts'

/** A code of Microsoft's is good for as long. */
const PATIENCE_MS = 15 * 60_000

export const command: Command = {
  name: 'login',
  description:
    'Lets somebody say yes in a browser, so that the program may read and send in the mailbox without a password (oauth.provider microsoft-user or google-user). What it gets is kept sealed in the database; a program that runs uses it from its next connection on. Logging in again replaces it.',
  options: [
    {
      flags: '--browser',
      description:
        'the browser comes back to this machine, or the address where it ended is pasted here (always so for Google); else Microsoft shows a code to type on any device',
    },
    { flags: '--port <number>', description: 'where the browser comes back to', default: '0' },
    JSON_OPTION,
  ],
  examples: ['intagree login', 'intagree login --browser --port 8400'],
  run: (call) =>
    withDatabase<ExitCode>(call.io, async ({ config, pool }) => {
      const login = personalLogin(config)
      const client = oauthClient(login)
      const parts = { login, client, show: show(call), signal: AbortSignal.timeout(PATIENCE_MS) }
      const byBrowser = call.options.browser === true || client.provider.name === 'Google'
      const answer = await (byBrowser ? throughBrowser(call, parts) : logInByCode(parts))
      const now = new Date()
      const kept = { ...afterGrant(null, answer, now), loggedInAt: now }
      await loginStore(pool, aesSeal(login.secretKeys)).put(loginName(login, ''), kept)
      const ends = kept.refreshEndsAt?.toISOString() ?? null
      if (call.options.json === true) await printJson(call.io, { loggedIn: true, at: now, refreshEndsAt: ends })
      else await print(call.io.stdout, `Logged in. "intagree doctor" tries it and says how long it lasts.\n`)
      return 0
    }),
}

function personalLogin({ oauth, sandbox }: Config): OauthConfig {
  if (oauth === null || sandbox)
    throw new IntakeError(
      'usage',
      'There is nobody to log in: set IMAP_URL with a user and no password, and oauth.provider to microsoft-user or google-user (docs/oauth.md).',
    )
  if (oauth.provider === 'microsoft-user' || oauth.provider === 'google-user') return oauth
  throw new IntakeError(
    'usage',
    `With oauth.provider ${oauth.provider} the application logs in by itself; "intagree doctor" says whether it can.`,
  )
}

async function throughBrowser(call: Call, parts: LogInParts): Promise<Granted> {
  const { io, options } = call
  const port = Number(textOf(call, 'port') ?? '0')
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new IntakeError('usage', `--port ${options.port} is no port number.`)
  const pasted = createInterface({ input: io.stdin, terminal: false })
  try {
    return await logInByBrowser({ ...parts, port, pasted })
  } finally {
    pasted.close()
    io.stdin.destroy()
  }
}

/** Programs get the same as a line of JSON. */
function show({ io, options }: { readonly io: Io; readonly options: Call['options'] }): LogInParts['show'] {
  return async (link, code) => {
    if (options.json === true) return printJson(io, { open: link, code })
    const what =
      code === null
        ? 'When the browser ends at an address that it cannot open, paste that address here.'
        : `Type the code ${clean(code)} there.`
    await print(io.stdout, `Open ${clean(link)}\nand log in as somebody who may use the mailbox. ${what}\n`)
  }
}
