import type { Config } from '../config/config.ts'
import type { Seen } from './examine.ts'

/** What works and leaves a guard down that only whoever runs it can put up; nothing to say in the sandbox. */
export function trustWarnings({ sandbox, settings, clamdUrl }: Config): readonly (readonly [part: string, Seen])[] {
  if (sandbox) return []
  const warnings: [string, Seen][] = []
  if (settings.trust.authservIds.length === 0)
    warnings.push([
      'senders',
      {
        warning:
          'trust.authservIds is empty, so no check of a sender counts (SPF, DKIM, DMARC): forged mail is not told from real, and only what answers a mail of ours is known to be from its sender. Name there what your mail server puts first in Authentication-Results (docs/intagree.example.yaml).',
      },
    ])
  if (clamdUrl === null)
    warnings.push([
      'scanner',
      {
        warning:
          'files are not scanned for viruses, and each says so; set CLAMD_URL to your clamd to have them scanned',
      },
    ])
  return warnings
}
