import { connect } from 'node:net'
import { ImapFlow } from 'imapflow'
import { createTransport, type Transporter } from 'nodemailer'
import { afterEach, beforeEach } from 'vitest'
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/sandbox.ts'
import { type TempDir, tempDir } from '../support/temp-dir.ts'
import { until } from '../support/until.ts'

export const OURS = 'intagree@carrier.example'
export const NOON = new Date('2026-11-20T12:00:00Z')

export interface SandboxFixture {
  readonly sandbox: Sandbox
  readonly directory: string
  /** imapflow, logged in; closed after the test. */
  client(user?: string, password?: string): Promise<ImapFlow>
  /** nodemailer; closed after the test. */
  mailer(): Transporter
  /** A connection on which the test speaks IMAP itself, not yet logged in. */
  wire(): Promise<Wire>
  /** Stops the sandbox and starts it again in the same directory. */
  restart(change?: Partial<SandboxOptions>): Promise<Sandbox>
}

/** A running sandbox for every test of the file. */
export function useSandbox(change: Partial<SandboxOptions> = {}): SandboxFixture {
  let home: TempDir
  let sandbox: Sandbox
  let open: { close(): void }[] = []

  beforeEach(async () => {
    home = await tempDir('sandbox')
    sandbox = await startSandbox({ ...options(home.path), ...change })
  })
  afterEach(async () => {
    for (const one of open) one.close()
    open = []
    await sandbox.stop()
    await home.remove()
  })

  return {
    get sandbox() {
      return sandbox
    },
    get directory() {
      return home.path
    },
    async client(user = 'desk', password = 'desk') {
      const client = imapClient(sandbox, user, password)
      open.push(client)
      await client.connect()
      return client
    },
    mailer() {
      const mailer = createTransport(sandbox.smtpUrl)
      open.push(mailer)
      return mailer
    },
    async wire() {
      const wire = await speakImap(portOf(sandbox.imapUrl))
      open.push(wire)
      return wire
    },
    async restart(again = {}) {
      await sandbox.stop()
      sandbox = await startSandbox({ ...options(home.path), ...change, ...again })
      return sandbox
    },
  }
}

export function options(directory: string): SandboxOptions {
  return { directory, address: OURS, seed: false, now: () => NOON }
}

export function portOf(url: string): number {
  return Number(new URL(url).port)
}

export function imapClient(sandbox: Sandbox, user: string, password: string): ImapFlow {
  const client = new ImapFlow({
    host: '127.0.0.1',
    port: portOf(sandbox.imapUrl),
    secure: false,
    auth: { user, pass: password },
    logger: false,
  })
  client.on('error', () => {})
  return client
}

export function mail(subject: string, body = 'Hello\r\n'): Buffer {
  return Buffer.from(
    `From: Ann Example <ann@acme.example>\r\nTo: ${OURS}\r\nSubject: ${subject}\r\n\r\n${body}`,
    'latin1',
  )
}

/** A mail with something of everything in its header. */
export const GREETINGS = Buffer.from(
  [
    'From: "Ann \\"A\\" Example" <ann@acme.example>',
    'Reply-To: office@acme.example',
    `To: Desk <${OURS}>, bob@x.example (Bob B)`,
    'Cc: Friends: c@d.example, "E, F" <e@f.example>;',
    'Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?= from',
    ' Acme',
    'Date: Mon, 16 Nov 2026 09:12:26 -0700',
    'Message-ID: <m1@acme.example>',
    'In-Reply-To: <m0@acme.example>',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    'Sch=C3=B6ne Gr=C3=BC=C3=9Fe',
    '',
  ].join('\r\n'),
  'latin1',
)

export interface Wire {
  /** Sends a command under a new tag and returns all lines up to the tagged one, its tag replaced by `.`. */
  say(command: string): Promise<readonly string[]>
  /** Writes bytes as they are. */
  write(bytes: string | Buffer): void
  /** Waits for a line that fits, and returns it. */
  hear(pattern: RegExp): Promise<string>
  /** Whether the server has hung up. */
  readonly ended: boolean
  close(): void
}

export async function speakImap(port: number): Promise<Wire> {
  const socket = connect(port, '127.0.0.1')
  let heard = ''
  let ended = false
  let tags = 0
  socket.on('data', (chunk) => {
    heard += chunk.toString('latin1')
  })
  socket.on('close', () => {
    ended = true
  })
  socket.on('error', () => {})

  async function hear(pattern: RegExp): Promise<string> {
    const match = await until(() => new RegExp(pattern.source, `${pattern.flags.replace('m', '')}m`).exec(heard), {
      what: `the server says ${pattern}`,
      every: 1,
    })
    heard = heard.slice(match.index + match[0].length).replace(/^[^\n]*\n/, '')
    return match[0]
  }

  await hear(/^\* OK .*/)
  return {
    async say(command) {
      const tag = `t${++tags}`
      heard = ''
      socket.write(Buffer.from(`${tag} ${command}\r\n`, 'latin1'))
      await until(() => new RegExp(`^${tag} [^\\n]*\\n`, 'm').test(heard), {
        what: `"${command}" is answered`,
        every: 1,
      })
      const lines = heard.split('\r\n').slice(0, -1)
      heard = ''
      return lines.map((line) => line.replace(new RegExp(`^${tag} `), '. '))
    },
    write(bytes) {
      socket.write(bytes)
    },
    hear,
    get ended() {
      return ended
    },
    close() {
      socket.destroy()
    },
  }
}
