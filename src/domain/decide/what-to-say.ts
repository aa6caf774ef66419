/** What the answer to a person's mail says: what the rules know, or only that it was received and a person reads it. */
import { severalUnsure } from '../casework/parties.ts'
import type { Section } from '../letter/section.ts'
import { may } from '../sender-level.ts'
import { changesAccount } from './account-change.ts'
import { type Answering, asksWhyClosed } from './answering.ts'
import { asksWhereItStands, withoutStatus } from './copies-wanted.ts'
import { isHeaderOnly } from './header-only.ts'
import { receivedFiles } from './received-files.ts'
import { sectionsFor } from './sections.ts'

const RECEIVED: readonly Section[] = [{ section: 'received-for-person' }]

export function whatToSay(answering: Answering): readonly Section[] {
  const { arrived, facts, verdict, home, cases, standings, notice, extension, proved } = answering
  const tooLarge = isHeaderOnly(arrived.mail) ? [{ section: 'too-large', megabytes: facts.mailMegabytes } as const] : []
  if (notice !== null) return [{ section: 'legal-notice' }, ...tooLarge]
  if (tooLarge.length > 0) return tooLarge
  // No word of ours may sound like assent to it (domain T4).
  if (extension !== null && !home.touched.some(({ opens }) => opens)) return RECEIVED
  if (asksWhyClosed(answering)) return RECEIVED
  const papers = papersByThemselves(answering)
  if (papers !== null) return [papers]
  if (isForPerson(answering)) return RECEIVED
  const opens = home.touched.some((one) => one.opens)
  const mayDisclose = !opens && may(verdict, 'disclose-case-state').may
  // What the case lacks is told to whoever is shown to be the one who was introduced.
  if (answering.guest && !mayDisclose) {
    const files = receivedFiles({ arrived, cases, home, opens: false })
    return files === null ? RECEIVED : [files]
  }
  if (asksWhereItStands(arrived.understanding) && !opens && !mayDisclose)
    return withoutStatus({ arrived, facts, home, cases })
  return sectionsFor({ arrived, facts, home, cases, standings, opens, proved, mayDisclose })
}

/** What papers prove by themselves was received, whatever the letter beside them wants. */
function papersByThemselves(answering: Answering): Section | null {
  const { arrived, thread, verdict, home, cases, takenBack, objects, proved } = answering
  if (thread.thread !== 'known' || !proved || takenBack !== null || verdict.holds.length > 0) return null
  return isUnclear(answering) || objects !== null ? receivedFiles({ arrived, cases, home, opens: false }) : null
}

function isUnclear({ arrived, handsIn }: Answering): boolean {
  return arrived.understanding.abstained && !handsIn
}

/** Only "received", whatever else the mail says: a person answers (T4, T15). */
function isForPerson(answering: Answering): boolean {
  const { arrived, thread, verdict, home, takenBack, objects, matter, proved } = answering
  const { understanding } = arrived
  return (
    isUnclear(answering) ||
    takenBack !== null ||
    (matter !== null && (!proved || matter.matter === 'departure')) ||
    objects !== null ||
    thread.thread === 'doubtful' ||
    (thread.thread === 'new' && severalUnsure(understanding).length > 0) ||
    changesAccount(understanding) ||
    home.touched.every(({ held }) => held !== undefined) ||
    verdict.holds.length > 0
  )
}
