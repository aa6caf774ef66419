/**
 * The one place that creates an ImapFlow. An `error` event without a listener would end the process, so listeners are
 * attached before anything else; and every command has a deadline, because a server that stops answering looks
 * exactly like one that has nothing to say.
 */
import { ImapFlow, type ImapFlowOptions } from 'imapflow'
import { isLoopback } from '../domain/loopback.ts'
import { IntakeError } from '../foundation/intake-error.ts'
import type { ImapAccount } from './imap-account.ts'
import type { ImapLimits } from './limits.ts'
import { explain, isRefusedLogin, overdue } from './sentences.ts'

/** One logged-in connection. After the first failure it is closed and every further call rejects with that failure. */
export interface ImapConnection {
  /** For events and for IDLE; commands go through `run`. */
  readonly client: ImapFlow
  /** Runs one command; rejects with `IntakeError mailbox` when it fails or takes longer than `ms`. */
  run<T>(command: string, work: (client: ImapFlow) => Promise<T>, ms?: number): Promise<T>
  /** Has the server tell what is new (NOOP); rejects when it does not answer. */
  refresh(ms?: number): Promise<void>
  /** Ends the connection because of something the caller noticed. */
  fail(because: IntakeError): void
  /** Why the connection is gone, or null while it stands. */
  lost(): IntakeError | null
  close(): Promise<void>
}

/** Connects and logs in, with an access token asked for anew. Rejects with `IntakeError` `mailbox` or `login`. */
export async function connectImap(account: ImapAccount, limits: ImapLimits): Promise<ImapConnection> {
  const { login } = account
  if ('password' in login) return connect(account, { pass: login.password }, limits)
  const accessToken = await login.token(null)
  try {
    return await connect(account, { accessToken }, limits)
  } catch (error) {
    if (!(error instanceof IntakeError) || !isRefusedLogin(error.cause)) throw error
    // It may have been taken back before its time: one more, and that one's refusal is the answer.
    const another = await login.token(accessToken)
    if (another === accessToken) throw error
    return connect(account, { accessToken: another }, limits)
  }
}

type Credentials = { readonly pass: string } | { readonly accessToken: string }

async function connect(account: ImapAccount, credentials: Credentials, limits: ImapLimits): Promise<ImapConnection> {
  const client = new ImapFlow(flowOptions(account, credentials, limits))
  let cause: unknown = null
  let lost: IntakeError | null = null
  client.on('error', (error) => {
    cause ??= error
  })
  client.on('close', () => {
    lost ??= explain(account, null, cause ?? { message: client.byeReason ?? 'closed by the server' })
  })

  function fail(because: IntakeError): void {
    lost ??= because
    client.close()
  }

  async function run<T>(command: string, work: (client: ImapFlow) => Promise<T>, ms = limits.commandMs): Promise<T> {
    if (lost) throw lost
    let timer: NodeJS.Timeout | undefined
    const deadline = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(overdue(account, command, ms)), ms)
    })
    try {
      return await Promise.race([work(client), deadline])
    } catch (error) {
      // When the socket dies, the command only learns that there is no connection; the event said why.
      const because = explain(account, command, cause ?? error)
      fail(because)
      throw because
    } finally {
      clearTimeout(timer)
    }
  }

  async function close(): Promise<void> {
    if (!lost) await run('LOGOUT', () => client.logout(), limits.logoutMs).catch(() => {})
    client.close()
  }

  const refresh = (ms?: number) => run('NOOP', noop, ms)

  await run('LOGIN', () => client.connect(), limits.connectMs)
  return { client, run, refresh, fail, lost: () => lost, close }
}

/** imapflow's NOOP keeps its failure to itself; only the `response` event tells that the server answered. */
async function noop(client: ImapFlow): Promise<void> {
  let answered = false
  const answer = () => {
    answered = true
  }
  client.on('response', answer)
  await client.noop().finally(() => client.off('response', answer))
  if (!answered || !client.usable) throw new Error('no answer to NOOP')
}

function flowOptions(account: ImapAccount, credentials: Credentials, limits: ImapLimits): ImapFlowOptions {
  const slack = 1024 * 1024
  return {
    host: account.host,
    port: account.port,
    secure: account.secure,
    auth: { user: account.user, ...credentials },
    doSTARTTLS: startTls(account),
    tls: { minVersion: 'TLSv1.2', ...(account.ca === null ? {} : { ca: account.ca }) },
    clientInfo: { name: 'intagree' },
    logger: false,
    verifyOnly: false,
    // Mails are mostly base64, which DEFLATE slows down more than it shrinks.
    disableCompression: true,
    connectionTimeout: limits.connectMs,
    greetingTimeout: limits.greetingMs,
    socketTimeout: limits.silenceMs,
    maxIdleTime: limits.idleMs,
    maxLiteralSize: limits.mailBytes + slack,
    maxResponseSize: limits.mailBytes + 2 * slack,
  }
}

/** True: it must be offered; undefined: where it is offered. On loopback there is no line to protect. */
function startTls({ host, secure, ca, allowClearText }: ImapAccount): boolean | undefined {
  if (secure || (isLoopback(host) && ca !== null)) return undefined
  if (isLoopback(host)) return false
  return allowClearText ? undefined : true
}
