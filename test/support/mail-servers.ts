import { startSandbox } from '../../src/sandbox/sandbox.ts'
import { startDovecot } from './dovecot.ts'
import { imapAccount } from './imap-client.ts'
import { tempDir } from './temp-dir.ts'

export interface MailServer {
  readonly imapUrl: string
  /** Delivers to the INBOX of the account in `imapUrl`, as mail from outside arrives. */
  deliver(raw: Uint8Array): Promise<void>
  stop(): Promise<void>
}

/** The servers that have to behave alike: a sandbox that only we talk to could not show its own mistakes. */
export const MAIL_SERVERS: Readonly<Record<string, () => Promise<MailServer>>> = {
  async Dovecot() {
    const dovecot = await startDovecot()
    return { imapUrl: dovecot.imapUrl(), deliver: (raw) => dovecot.deliver(raw), stop: dovecot.stop }
  },

  async 'the sandbox'() {
    const directory = await tempDir('sandbox')
    const address = 'intagree@example.test'
    const sandbox = await startSandbox({ directory: directory.path, address, seed: false, now: () => new Date() })
    const { user } = imapAccount(sandbox.imapUrl)
    return {
      imapUrl: sandbox.imapUrl,
      async deliver(raw) {
        await sandbox.deliver(user, raw)
      },
      async stop() {
        await sandbox.stop()
        await directory.remove()
      },
    }
  },
}
