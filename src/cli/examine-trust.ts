import type { Config } from '../config/config.ts'
import type { Seen } from './examine.ts'

/** Guards that only whoever runs it can put up: who checks senders, and whether files are scanned. Not in the sandbox. */
export function examineTrust({ sandbox, settings, clamdUrl }: Config): readonly (readonly [part: string, Seen])[] {
  if (sandbox) return []
  const senders = ['senders', sendersSeen(settings.trust)] as const
  if (clamdUrl !== null) return [senders]
  const warning =
    'files are not scanned for viruses, and each says so; set CLAMD_URL to your clamd to have them scanned'
  return [senders, ['scanner', { warning }]]
}

function sendersSeen({ authservIds, verify }: Config['settings']['trust']): Seen {
  const servers = authservIds.join(', ')
  if (verify) {
    const own = 'we check signatures (DKIM) and policies (DMARC) by DNS ourselves, not SPF'
    return servers === '' ? own : `${servers} checks them; of mails without its word ${own}`
  }
  if (servers !== '') return `${servers} checks them; we do not ourselves (trust.verify)`
  return {
    warning:
      'trust.authservIds is empty, so no check of a sender counts (SPF, DKIM, DMARC): forged mail is not told from real, and only what answers a mail of ours is known to be from its sender. Name there what your mail server puts first in Authentication-Results, or set trust.verify to have us check signatures (docs/intagree.example.yaml).',
  }
}
