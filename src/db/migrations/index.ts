import { firstHouse } from './0001-first-house.ts'
import { recognisedText } from './0002-recognised-text.ts'
import { learning } from './0003-learning.ts'
import { lessWriting } from './0004-less-writing.ts'
import { casework } from './0005-casework.ts'
import { pages } from './0006-pages.ts'
import { affiliates } from './0007-affiliates.ts'
import { timelineChain } from './0008-timeline-chain.ts'
import { erasure } from './0009-erasure.ts'
import { logins } from './0010-logins.ts'
import { scans } from './0011-scans.ts'
import { givenUp } from './0012-given-up.ts'
import { fairTurns } from './0013-fair-turns.ts'
import { awaitedMessages } from './0014-awaited-messages.ts'
import { findable } from './0015-findable.ts'
import { waitingDrafts } from './0016-waiting-drafts.ts'
import { outboxAlong } from './0017-outbox-along.ts'
import { partedLetters } from './0018-parted-letters.ts'

/** All migrations in their order. A migration that has landed is never edited; a new one is added. */
export const migrations = [
  firstHouse,
  recognisedText,
  learning,
  lessWriting,
  casework,
  pages,
  affiliates,
  timelineChain,
  erasure,
  logins,
  scans,
  givenUp,
  fairTurns,
  awaitedMessages,
  findable,
  waitingDrafts,
  outboxAlong,
  partedLetters,
] as const satisfies readonly {
  name: string
  sql: string
}[]
