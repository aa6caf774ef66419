/**
 * A person said what a mail really is while its answer still lay there as a draft: the answer that the mail gets by that
 * reading. It is a draft again, whatever the autonomy; a person has just seen that the program was wrong.
 */
import type { CaseFile } from '../casework/case-file.ts'
import type { DeskSettings } from '../casework/desk-settings.ts'
import { type CaseOutcome, changedCase } from '../casework/outcome.ts'
import { summarizer } from '../casework/summary.ts'
import type { Intent } from '../labels.ts'
import { correctedLabel } from '../learn/correct.ts'
import type { Section } from '../letter/section.ts'
import type { RelabelledMail } from '../orders/order-facts.ts'
import { standingOf } from '../process/standing.ts'
import type { Understanding } from '../understanding.ts'
import { mailCorrected } from './mail-corrected.ts'
import { changesAccount } from './questions.ts'
import { sectionsFor } from './sections.ts'

/** `files`: the cases of the mail; `opened`: it opened them. Null: there is nothing to say. */
export function answerAnew(
  { id, receivedAt, mail, understanding }: RelabelledMail,
  intents: readonly Intent[],
  files: readonly CaseFile[],
  opened: boolean,
  desk: DeskSettings,
): readonly [Section, ...Section[]] | null {
  const [lead] = files
  if (lead === undefined || intents.includes('unrelated')) return null
  const label = correctedLabel(mail, understanding, { intents })
  const before = { ...understanding, intents: understanding.intents.map((one) => one.intent) }
  const mended = opened
    ? mailCorrected(files, states(files), before, label, () => null, desk).cases
    : unchanged(files, desk)
  const read: Understanding = {
    ...{ ...understanding, abstained: false, intents: intents.map((intent) => ({ intent, confidence: 1 })) },
    ...{ agreement: label.agreement, path: label.path, company: label.company, states: label.states },
  }
  if (changesAccount(read)) return [{ section: 'received-for-person' }]
  const [first, ...rest] = sectionsFor({
    arrived: { id, receivedAt, mail, understanding: read },
    facts: { desk, earlyOrders: [] },
    home: { lead, touched: files.map((file) => ({ file, opens: opened, placed: [] })), request: [], notOurs: [] },
    cases: mended,
    standings: new Map(mended.map(({ file }) => [file.id, standingOf(file)])),
    ...{ opens: opened, proved: false, mayDisclose: false },
  })
  return first === undefined ? null : [first, ...rest]
}

function states(files: readonly CaseFile[]): readonly (string | null)[] {
  return files.map(({ state }) => state)
}

function unchanged(files: readonly CaseFile[], desk: DeskSettings): readonly CaseOutcome[] {
  return files.map((file) => changedCase(file, [], summarizer(desk)))
}
