/**
 * Taking changes back. What an order changed is kept as pairs of before and after, field by field and item by item; it
 * can be taken back as long as the field still says what the order made it say.
 */
import type { CaseFile, Chase } from './case-file.ts'
import { ITEMS, type ItemId } from './items.ts'

/** One field of the file, or one item of its checklist, before and after. */
export interface Trace {
  readonly field: keyof CaseFile | `item ${ItemId}`
  readonly before: unknown
  readonly after: unknown
}

export type Undone =
  | { readonly undone: true; readonly file: CaseFile }
  | { readonly undone: false; readonly field: Trace['field'] }

/** Reminders, and what staff was told, go on by themselves: they hold no order up, and stay as they have become. */
const FLOWS_ON: ReadonlySet<Trace['field']> = new Set(['chase', 'told'])

/** What was changed between the two; `version` and `lastMailAt` are nobody's to take back. */
export function tracesOf(before: CaseFile, after: CaseFile): readonly Trace[] {
  const fields = (Object.keys(after) as (keyof CaseFile)[]).filter((field) => !KEPT.has(field))
  return [
    ...fields.map((field) => ({ field, before: before[field], after: after[field] })),
    ...ITEMS.map((item) => ({
      field: `item ${item}` as const,
      before: before.items[item] ?? null,
      after: after.items[item] ?? null,
    })),
  ].filter((trace) => !same(trace.before, trace.after))
}

const KEPT: ReadonlySet<keyof CaseFile> = new Set(['id', 'ref', 'version', 'lastMailAt', 'items'])

export function undo(file: CaseFile, traces: readonly Trace[]): Undone {
  let undone = file
  for (const { field, before, after } of traces) {
    const now = isItem(field) ? (file.items[itemOf(field)] ?? null) : file[field as keyof CaseFile]
    if (!same(now, after)) {
      if (FLOWS_ON.has(field)) {
        if (field === 'chase') undone = withoutRest(undone, before as Chase | null, after as Chase | null)
        continue
      }
      return { undone: false, field }
    }
    undone = isItem(field) ? withoutOr(undone, itemOf(field), before) : { ...undone, [field]: before }
  }
  return { undone: true, file: undone }
}

/** Reminders that went on do not keep the rest that is taken back. */
function withoutRest(file: CaseFile, before: Chase | null, after: Chase | null): CaseFile {
  const { chase } = file
  const isOrdered = after?.rest !== undefined && !same(before?.rest, after.rest)
  if (chase === null || !isOrdered || !same(chase.rest, after.rest)) return file
  const { rest: _rest, ...others } = chase
  const was = before?.rest === undefined ? {} : { rest: before.rest }
  return { ...file, chase: { ...others, ...was, pausedUntil: before?.pausedUntil ?? null } }
}

/** The file before several changes of it, the oldest first; what others did meanwhile in other fields stays. */
export function beforeAll(file: CaseFile, changes: readonly (readonly Trace[])[]): CaseFile {
  let was = file
  for (const { field, before } of changes.toReversed().flat())
    was = isItem(field) ? withoutOr(was, itemOf(field), before) : Object.assign({}, was, { [field]: before })
  return was
}

function isItem(field: Trace['field']): boolean {
  return field.startsWith('item ')
}

function itemOf(field: Trace['field']): ItemId {
  return field.slice('item '.length) as ItemId
}

function withoutOr(file: CaseFile, item: ItemId, before: unknown): CaseFile {
  const { [item]: _now, ...others } = file.items
  return { ...file, items: before === null ? others : { ...others, [item]: before } } as CaseFile
}

/** Both came through JSON, or will: the same text is the same value, whatever the order of their keys. */
function same(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other)
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  )
}
