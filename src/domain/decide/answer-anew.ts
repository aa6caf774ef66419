/**
 * A person said what a mail really is while its answer still lay there as a draft: the answer that the mail gets by that
 * reading. It is a draft again, whatever the autonomy; a person has just seen that the program was wrong.
 */
import type { CaseFile } from '../casework/case-file.ts'
import type { DeskSettings } from '../casework/desk-settings.ts'
import type { CaseOutcome } from '../casework/outcome.ts'
import type { ProvingMail } from '../casework/proofs.ts'
import type { Intent } from '../labels.ts'
import { asCorrected, correctedLabel } from '../learn/correct.ts'
import type { Section } from '../letter/section.ts'
import { standingOf } from '../process/standing.ts'
import { changesAccount } from './account-change.ts'
import { mailCorrected } from './mail-corrected.ts'
import { sectionsFor } from './sections.ts'

/** The cases of the mail, and all that is known in them. */
export interface Read {
  readonly files: readonly CaseFile[]
  /** The mail opened them. */
  readonly opened: boolean
  readonly readings: ReadonlyMap<string, readonly ProvingMail[]>
  /** When it was said. */
  readonly at: number
}

export interface AnswerAnew {
  /** None: there is nothing to say. */
  readonly sections: readonly Section[]
  /** The cases as the correction leaves them. */
  readonly cases: readonly CaseOutcome[]
}

/** Null: the mail is in no case. */
export function answerAnew(
  { id, receivedAt, mail, understanding }: ProvingMail,
  intents: readonly Intent[],
  { files, opened, readings, at }: Read,
  desk: DeskSettings,
): AnswerAnew | null {
  const [lead] = files
  if (lead === undefined) return null
  const label = correctedLabel(mail, understanding, { intents })
  const arrived = { id, receivedAt, mail, understanding: asCorrected(understanding, label) }
  const { cases } = mailCorrected(
    {
      ...{ opened: opened ? files : [], filedIn: opened ? [] : files, request: files.map(({ state }) => state) },
      before: { ...understanding, intents: understanding.intents.map((one) => one.intent) },
      ...{ now: label, mail: arrived, readings, at, clecOf: () => null },
    },
    desk,
  )
  if (intents.includes('unrelated')) return { sections: [], cases }
  const mended = cases.map(({ file }) => file)
  if (changesAccount(arrived.understanding)) return { sections: [{ section: 'received-for-person' }], cases }
  const sections = sectionsFor({
    arrived,
    facts: { desk, earlyOrders: [] },
    home: { lead, touched: files.map((file) => ({ file, opens: opened, placed: [] })), request: [], notOurs: [] },
    cases,
    standings: new Map(mended.map((file) => [file.id, standingOf(file)])),
    ...{ opens: opened, proved: false, mayDisclose: false },
  })
  return { sections, cases }
}
