/**
 * A mail that a person said to be something else than it was taken for: what it proves in a case by that reading. What
 * nothing but the old reading showed is open again; what a person ticked, and what a later milestone rests on, stays.
 */
import { restingOn } from '../orders/gates.ts'
import { applyAll } from './apply.ts'
import type { CaseFile, Item, Route } from './case-file.ts'
import type { CaseChange } from './change.ts'
import { ITEMS, type ItemId } from './items.ts'
import { changeTo, isAlike } from './papers-anew.ts'
import { partFor } from './parties.ts'
import { type ProvingMail, paperProofs, proofsIn } from './proofs.ts'

export interface MailAnew {
  /** As a person says that it is to be read. */
  readonly mail: ProvingMail
  /** All mails of the case in the order in which they came. */
  readonly readings: readonly ProvingMail[]
  /** The way that the person named with it, which no paper of the mail overrules; null: none. */
  readonly route: Route | null
}

export function mailAnew(file: CaseFile, { mail, readings, route }: MailAnew): readonly CaseChange[] {
  if (file.closed !== null) return []
  const start: CaseFile = { ...file, items: Object.fromEntries(Object.entries(file.items).filter(isOfOther)) }
  const isUnrelated = mail.understanding.intents[0]?.intent === 'unrelated'
  const proved = isUnrelated ? [] : proofsIn(partFor(mail, start), start).filter(isAsSaid)
  const read = applyAll(start, proved)
  const gone = ITEMS.filter((item) => file.items[item] !== undefined && read.items[item] === undefined)
  const now = readings.reduce((known, other) => (other.id === mail.id ? known : shown(gone, other, known)), read)
  return [...proved.filter((change) => !('item' in change)), ...ITEMS.flatMap((item) => changeOf(item, file, now))]

  function isOfOther([item, { proof }]: [string, Item]): boolean {
    // Who was introduced follows from the words and their sender, whatever the mail is about.
    const isOfMail = proof.by === 'system' && proof.messageId === mail.id && item !== 'introduced'
    return !isOfMail || restingOn(item as ItemId, file).length > 0
  }

  function isAsSaid(change: CaseChange): boolean {
    if (route === null) return true
    if (change.change === 'item-met' && change.item === 'route') return change.value === route
    return change.change !== 'route-chosen' || change.route === route
  }
}

/** Papers of another mail may show what this one does not any more. */
function shown(gone: readonly ItemId[], mail: ProvingMail, file: CaseFile): CaseFile {
  const proved = paperProofs(partFor(mail, file), file)
  return applyAll(
    file,
    proved.filter((change) => 'item' in change && gone.includes(change.item)),
  )
}

function changeOf(item: ItemId, before: CaseFile, after: CaseFile): readonly CaseChange[] {
  const [was, now] = [before.items[item], after.items[item]]
  if (now === undefined)
    return was === undefined ? [] : [{ change: 'item-opened', item, by: 'system', why: 'its mail was read anew' }]
  return was !== undefined && isAlike(was, now) ? [] : [changeTo(item, now)]
}
