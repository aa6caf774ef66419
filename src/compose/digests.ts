/** What makes and sends digests, for the program and for the command line alike. */
import type { Config } from '../config/config.ts'
import { digestStore } from '../db/digests.ts'
import type { Pool } from '../db/pool.ts'
import type { Digest } from '../domain/digest/digest.ts'
import type { AnswerLink } from '../domain/digest/links.ts'
import { answerLinks } from '../domain/digest/links.ts'
import type { DigestParts } from '../flows/send-digests.ts'
import { writeStaffLetter } from '../flows/write-staff-letter.ts'
import type { ImapAccount } from '../imap/imap-account.ts'
import type { Rendered } from '../ports/renderer.ts'
import { createDigestRenderer } from '../render/digest.ts'
import { templateDirectories } from '../render/handlebars.ts'
import { mailboxBalances } from './balances.ts'
import type { Desk } from './desk.ts'
import { endingOf } from './ending-logins.ts'
import { letterText } from './letter-text.ts'

/** Stands where a case reference stands in Message-IDs of mails that belong to a case. */
function referenceOf(digestId: number): string {
  return `DESK-0000-${String(digestId).padStart(5, '0')}`
}

export function digestParts(
  pool: Pool,
  { config, signer: { sign }, writing }: Desk,
  accounts: readonly ImapAccount[],
  rest: Pick<DigestParts, 'bell' | 'onTrouble' | 'onSent'>,
): DigestParts {
  const { settings, mode, timeZone, address } = config
  const { clock } = writing
  const render = digestWords(config)
  return {
    ...rest,
    ...{ clock, timeZone, mode, staff: settings.staff, digestAt: settings.reminders.digestAt },
    store: digestStore(pool),
    accounting: () => mailboxBalances(pool, accounts),
    ending: () => endingOf(config, pool),
    textOf: letterText,
    write: (digest, id, day) => {
      const wish = {
        ...{ key: `digest ${day} / ${digest.email}`, template: 'digest', caseId: null, caseRef: referenceOf(id) },
        // Of ours to ours: it waits for nobody.
        ...{ to: { name: digest.name, address: digest.email }, state: 'queued' as const, delayMinutes: 0 },
      }
      const words = render(digest, answerLinks(digest, { digestId: id, address, sign }))
      return writeStaffLetter(writing, { wish, words, original: null, number: id })
    },
  }
}

export function digestWords(
  config: Config,
): (digest: Digest, links: ReadonlyMap<number, readonly AnswerLink[]>) => Rendered {
  const renderer = createDigestRenderer({ directories: templateDirectories(config.templates) })
  const team = config.settings.displayName
  return (digest, links) => renderer.render({ digest, links, answerable: true, team })
}
