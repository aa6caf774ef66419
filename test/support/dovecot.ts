/**
 * A real Dovecot (2.3, Debian's dovecot-imapd and dovecot-lmtpd) in a temporary directory on free ports of 127.0.0.1.
 * Works for root and for everybody else, and leaves nothing behind.
 */
import { execFile } from 'node:child_process'
import { chown, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { createConnection } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import nodemailer from 'nodemailer'
import { dovecotConfig, dovecotRoles, tokenLogins, tokenRules } from './dovecot-config.ts'
import { freePorts } from './free-port.ts'
import { type Program, startProgram } from './program.ts'
import { tempDir } from './temp-dir.ts'
import { until } from './until.ts'

const run = promisify(execFile)
const INSTALL = 'apt-get install dovecot-imapd dovecot-lmtpd openssl'

export interface DovecotOptions {
  /** Login names besides `desk`; the password of each is its name. */
  readonly users?: readonly string[]
  /** More lines of configuration. */
  readonly extra?: string
  /** Access tokens (XOAUTH2, OAUTHBEARER) count as well, where this key has signed them. */
  readonly tokens?: TokenKey
}

export interface TokenKey {
  /** `azp` of the tokens: to whom they were given. */
  readonly client: string
  /** `kid` of the tokens. */
  readonly keyId: string
  /** PEM. */
  readonly publicKey: string
}

export interface Dovecot {
  readonly host: string
  readonly port: number
  readonly tlsPort: number
  readonly lmtpPort: number
  /** Path of the PEM file to trust for TLS; its names are `localhost` and `127.0.0.1`. */
  readonly ca: string
  imapUrl(user?: string, mailbox?: string): string
  imapsUrl(user?: string, mailbox?: string): string
  /** Delivers one mail over LMTP, which adds Return-Path, Delivered-To and Received. */
  deliver(raw: string | Uint8Array, user?: string): Promise<void>
  /** Puts mails into the INBOX as they are, fast; UIDs follow their order. */
  deliverMaildir(raws: readonly Uint8Array[], user?: string): Promise<void>
  changeUidValidity(user: string, mailbox: string, value: number): Promise<void>
  /** Runs `doveadm` on this server and returns what it printed. */
  doveadm(args: readonly string[]): Promise<string>
  /** An orderly stop and a new start on the same ports. */
  restart(): Promise<void>
  /** Kills every process of it; `restart` starts it again. */
  kill9(): Promise<void>
  /** Ends every process and removes the directory. */
  stop(): Promise<void>
}

/** Starts Dovecot; ready when `desk` can log in. */
export async function startDovecot(options: DovecotOptions = {}): Promise<Dovecot> {
  const directory = await tempDir('dovecot')
  const inside = (...parts: readonly string[]) => join(directory.path, ...parts)
  const roles = await dovecotRoles()
  const users = ['desk', ...(options.users ?? [])]
  const [imapPort = 0, tlsPort = 0, lmtpPort = 0] = await freePorts(3)
  const host = '127.0.0.1'
  const owner = roles.root ? await idsOf(roles.mail) : null
  const config = inside('dovecot.conf')
  let delivered = 0

  /** Makes a directory that belongs to the user who owns the mail. */
  async function mailDirectory(path: string): Promise<void> {
    await mkdir(path, { recursive: true })
    if (owner) await chown(path, owner.uid, owner.gid)
  }

  async function prepare(): Promise<void> {
    await makeCertificate(inside('cert.pem'), inside('key.pem'))
    await mkdir(inside('run'))
    await mkdir(inside('state'))
    await mailDirectory(inside('mail'))
    for (const user of users) {
      await mailDirectory(inside('mail', user))
      await mailDirectory(inside('mail', user, 'Maildir'))
      for (const box of ['cur', 'new', 'tmp']) await mailDirectory(inside('mail', user, 'Maildir', box))
    }
    const lines = users.map((user) => `${user}:{PLAIN}${user}::::${inside('mail', user)}::\n`)
    await writeFile(inside('users'), lines.join(''), { mode: 0o644 })
    const more = [options.extra ?? '']
    if (options.tokens) {
      await writeTokenKey(options.tokens)
      more.push(tokenLogins(directory.path))
    }
    const plan = { directory: directory.path, imapPort, imapsPort: tlsPort, lmtpPort, extra: more.join('\n') }
    await writeFile(config, dovecotConfig(plan, roles))
  }

  async function writeTokenKey({ client, keyId, publicKey }: TokenKey): Promise<void> {
    await mkdir(inside('keys', client, 'RS256'), { recursive: true })
    await writeFile(inside('keys', client, 'RS256', keyId), publicKey)
    await writeFile(inside('tokens.conf'), tokenRules(directory.path))
  }

  async function start(): Promise<Program> {
    const program = await startProgram('dovecot', ['-F', '-c', config], { install: INSTALL })
    try {
      await until(
        async () => {
          if (!program.running()) return true
          return await canLogIn(host, imapPort)
        },
        { what: 'Dovecot lets desk log in', every: 20 },
      )
      if (!program.running()) throw new Error(`Dovecot ended at once: ${program.output()}`)
      return program
    } catch (error) {
      await program.kill9()
      throw error
    }
  }

  let program: Program
  try {
    await prepare()
    program = await start()
  } catch (error) {
    await directory.remove()
    throw error
  }

  return {
    host,
    port: imapPort,
    tlsPort,
    lmtpPort,
    ca: inside('cert.pem'),
    imapUrl: (user = 'desk', mailbox = 'INBOX') => `imap://${user}:${user}@${host}:${imapPort}/${mailbox}`,
    imapsUrl: (user = 'desk', mailbox = 'INBOX') => `imaps://${user}:${user}@${host}:${tlsPort}/${mailbox}`,

    async deliver(raw, user = 'desk') {
      const transport = nodemailer.createTransport({ host, port: lmtpPort, lmtp: true, ignoreTLS: true })
      const envelope = { from: 'sender@customer.example', to: [`${user}@intagree.test`] }
      await transport.sendMail({ envelope, raw: Buffer.from(raw) })
      transport.close()
    },

    async deliverMaildir(raws, user = 'desk') {
      for (const raw of raws) {
        delivered += 1
        // Dovecot hands out UIDs by the time in the name, so each mail gets a microsecond of its own.
        const name = `${Math.floor(Date.now() / 1000)}.M${String(delivered).padStart(6, '0')}P1.test,S=${raw.length}`
        const temporary = inside('mail', user, 'Maildir', 'tmp', name)
        await writeFile(temporary, raw)
        if (owner) await chown(temporary, owner.uid, owner.gid)
        await rename(temporary, inside('mail', user, 'Maildir', 'new', name))
      }
    },

    async changeUidValidity(user, mailbox, value) {
      await doveadm(config, ['mailbox', 'update', '-u', user, '--uid-validity', String(value), mailbox])
    },

    doveadm: (args) => doveadm(config, args),

    async restart() {
      await program.end()
      await rm(inside('run', 'master.pid'), { force: true })
      program = await start()
    },

    kill9: () => program.kill9(),

    async stop() {
      await program.kill9()
      await directory.remove()
    },
  }
}

async function doveadm(config: string, args: readonly string[]): Promise<string> {
  const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/usr/local/sbin` }
  return (await run('doveadm', ['-c', config, ...args], { env })).stdout
}

async function idsOf(user: string): Promise<{ readonly uid: number; readonly gid: number }> {
  const [uid, gid] = await Promise.all(['-u', '-g'].map(async (flag) => Number((await run('id', [flag, user])).stdout)))
  return { uid: uid as number, gid: gid as number }
}

async function makeCertificate(cert: string, key: string): Promise<void> {
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1']
  const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1']
  const files = ['-keyout', key, '-out', cert]
  await run('openssl', ['req', '-x509', ...curve, '-nodes', '-days', '30', ...names, ...files])
}

/** A port that accepts is not enough: a broken configuration accepts and hangs. */
function canLogIn(host: string, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const socket = createConnection({ host, port })
    socket.setTimeout(3_000, () => socket.destroy(new Error('no answer to LOGIN')))
    let answer = ''
    socket.on('data', (chunk: Buffer) => {
      const greeted = answer !== ''
      answer += chunk.toString('latin1')
      if (!greeted) socket.write('a LOGIN desk desk\r\n')
      if (/^a (OK|NO|BAD)/m.test(answer)) socket.destroy()
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(/^a OK/m.test(answer)))
  })
}
