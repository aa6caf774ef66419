/**
 * Papers that came before a person said that the case is about another company, state or family of ours: they are judged
 * again by the case as it is now (domain 3.9, T8). Only what the new head makes of them changes; what a person ticked or
 * took back stays, and so does what a later milestone rests on.
 */
import { restingOn } from '../orders/gates.ts'
import { FAMILY_ITEMS } from '../process/family-items.ts'
import { applyAll } from './apply.ts'
import type { CaseFile, Item } from './case-file.ts'
import type { CaseChange } from './change.ts'
import type { ItemId } from './items.ts'
import { partFor } from './parties.ts'
import { isOtherNameProblem } from './proofs/entities.ts'
import { type ProvingMail, paperProofs } from './proofs.ts'

export interface PapersAnew {
  readonly changes: readonly CaseChange[]
  /** Ticked, and no longer shown by what ticked it. */
  readonly takenBack: readonly ItemId[]
  /** In by a paper that did not count before. */
  readonly counted: readonly ItemId[]
  /** Shown by nothing any more, and kept because a milestone rests on it. */
  readonly kept: readonly ItemId[]
}

/** What each state has papers of its own for (domain 3.8, 3.9). */
const OF_STATE: readonly ItemId[] = ['certification', 'ocn-letter']
/** What came back signed was sent before: these stand and fall with the signature. */
const OF_SIGNED: readonly ItemId[] = ['draft-issued', 'agreement-end']
const OF_PAPERS: readonly ItemId[] = [
  ...(['request-form', 'certification', 'sender-authority', 'ocn-letter', ...FAMILY_ITEMS] as const),
  ...(['early-ordering-letter-signed', 'clec-signature', ...OF_SIGNED] as const),
]

const NOTHING: PapersAnew = { changes: [], takenBack: [], counted: [], kept: [] }

/** `mails`: those of the case in the order in which they came; `after`: the case with its new head. */
export function papersAnew(before: CaseFile, after: CaseFile, mails: readonly ProvingMail[]): PapersAnew {
  const isOther = (['company', 'state', 'family'] as const).some((fact) => before[fact] !== after[fact])
  if (!isOther || after.closed !== null) return NOTHING
  const replayed = mails.reduce(
    (file, mail) => applyAll(file, paperProofs(partFor(mail, file), file)),
    without(after, OF_PAPERS, isShown),
  )
  return OF_PAPERS.map((item) => judged(item, before, after, replayed)).reduce(together, NOTHING)
}

export function without(file: CaseFile, items: readonly ItemId[], isGone: (entry: Item) => boolean): CaseFile {
  const kept = Object.entries(file.items).filter(([item, entry]) => !items.includes(item as ItemId) || !isGone(entry))
  return { ...file, items: Object.fromEntries(kept) }
}

/** By a file, and by nobody's word. */
function isShown({ proof }: Item): boolean {
  return proof.by === 'system' && proof.attachment !== null
}

function judged(item: ItemId, before: CaseFile, after: CaseFile, replayed: CaseFile): PapersAnew {
  const was = after.items[item]
  const now = replayed.items[item]
  if (was === undefined) {
    return now !== undefined && isNewThere(item, before, after) ? changed(item, now) : NOTHING
  }
  if (!isShown(was)) return NOTHING
  if (OF_SIGNED.includes(item) && now === undefined) return fallen(item, after, replayed)
  if (now === undefined || isAlike(was, now)) return NOTHING
  if (isOtherNameProblem(was.problem)) return changed(item, now)
  if (was.state !== 'met') return NOTHING
  // The same thing is shown by another paper now.
  if (now.state === 'met') return { ...NOTHING, changes: [changeTo(item, now)] }
  if (!isOtherNameProblem(now.problem)) return NOTHING
  if (restingOn(item, after).length > 0) return { ...NOTHING, kept: [item] }
  return { ...NOTHING, changes: [changeTo(item, now)], takenBack: [item] }
}

/** A person may have taken back what is not in; what the case never asked for nobody has. */
function isNewThere(item: ItemId, before: CaseFile, after: CaseFile): boolean {
  if (before.items[item] !== undefined) return true
  return (
    (before.state !== after.state && OF_STATE.includes(item)) ||
    (before.family !== after.family && FAMILY_ITEMS.includes(item))
  )
}

function changed(item: ItemId, now: Item): PapersAnew {
  return { ...NOTHING, changes: [changeTo(item, now)], counted: now.state === 'met' ? [item] : [] }
}

/** With the signature that showed it, where that names another company now. */
function fallen(item: ItemId, after: CaseFile, replayed: CaseFile): PapersAnew {
  const [was, signature] = [after.items[item], after.items['clec-signature']]
  const isOfIt =
    signature?.proof.messageId === was?.proof.messageId && signature?.proof.attachment === was?.proof.attachment
  const falls = isOfIt && isOtherNameProblem(replayed.items['clec-signature']?.problem)
  if (!falls || restingOn('clec-signature', after).length > 0) return NOTHING
  const why = 'the signed paper that showed it names another company'
  return { ...NOTHING, changes: [{ change: 'item-opened', item, by: 'system', why }], takenBack: [item] }
}

export function changeTo(item: ItemId, { state, at, value, problem, proof, on, until }: Item): CaseChange {
  return state === 'problem'
    ? { change: 'item-problem', item, at, problem: problem ?? '', proof }
    : { change: 'item-met', item, at, value, proof, ...(on ? { on } : {}), ...(until ? { until } : {}) }
}

export function isAlike(one: Item, other: Item): boolean {
  return (
    one.state === other.state &&
    one.problem === other.problem &&
    one.value === other.value &&
    one.on?.day === other.on?.day &&
    one.proof.messageId === other.proof.messageId &&
    one.proof.attachment === other.proof.attachment
  )
}

function together(one: PapersAnew, other: PapersAnew): PapersAnew {
  return {
    changes: [...one.changes, ...other.changes],
    takenBack: [...one.takenBack, ...other.takenBack],
    counted: [...one.counted, ...other.counted],
    kept: [...one.kept, ...other.kept],
  }
}
