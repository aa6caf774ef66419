/**
 * What a letter of our own accord that waits still says: what happened stays told, and of what it asks for, each case by
 * itself, is left what is owed. It takes on nothing of other cases, whoever owes it: it is written under the reference of
 * those that it is about. Pure.
 */
import type { CaseFile } from '../casework/case-file.ts'
import type { ItemId } from '../casework/items.ts'
import { asksIn } from '../letter/asks-in.ts'
import type { AskedItem, Section } from '../letter/section.ts'
import type { WaitingLetter } from '../letter/waiting-letter.ts'
import { standingOf } from '../process/standing.ts'
import { placeOf } from '../reminders/one-letter.ts'
import { stateName } from '../states.ts'
import { type MissingSection, missingItems, missingSection } from './missing-items.ts'

type ReminderSection = Extract<Section, { readonly section: 'reminder' }>

/** The cases that a part of a letter is about; of an order's letter the one whose reference it carries. */
export function aboutIn(section: Section, { answers, files, sections, caseId }: WaitingLetter): readonly CaseFile[] {
  const named = section.section === 'reminder' ? (section.refs ?? []) : refsOf(section)
  if (named.length > 0) return files.filter(({ ref }) => named.includes(ref))
  // A reminder of an earlier version names none.
  if (answers !== null || section.section === 'reminder') return files
  const own = files.filter(({ id }) => id === caseId)
  const told = asksIn(sections, [])
  const about = told.length === 0 ? own : files.filter(({ ref }) => told.includes(ref))
  return about.length > 0 ? about : files
}

function refsOf(section: Section): readonly string[] {
  if (section.section === 'missing-information') return section.refs ?? []
  return section.section === 'next-step' ? section.cases.map(({ ref }) => ref) : []
}

export function stillSo(section: Section, about: readonly CaseFile[]): readonly Section[] {
  if (section.section === 'next-step') {
    const [file, ...others] = about
    if (file === undefined || others.length > 0) return [section]
    const { turn, next } = standingOf(file)
    return [turn === 'clec' ? section : { ...section, next }]
  }
  if (section.section === 'reminder') return stillReminds(section, about)
  return section.section === 'missing-information' ? askingIn(section, about, about) : [section]
}

/** It names no case any more in which nothing of it is owed. */
function stillReminds(section: ReminderSection, about: readonly CaseFile[]): readonly Section[] {
  const [items, again] = [section.items, section.again ?? []].map((asked) => stillAsked(asked, about, about))
  const asked = [...section.items, ...(section.again ?? [])]
  const owing = about.filter((file) => stillAsked(asked, [file], [file]).length > 0)
  if (items === undefined || again === undefined || owing.length === 0) return []
  const isNamed = (section.about ?? []).length > 0
  return [{ ...section, items, again, ...(isNamed ? { about: owing.map(placeOf) } : {}) }]
}

/** `asking`: those of the cases in which it still asks. */
export function askingIn(section: MissingSection, about: readonly CaseFile[], asking: readonly CaseFile[]) {
  const items = stillAsked(section.items, about, asking)
  const cases = asking.map((file) => ({ file }))
  const asked = missingSection(items, cases, standingsOf(asking))
  const refs =
    section.refs === undefined && asking.length === about.length ? {} : { refs: asking.map(({ ref }) => ref) }
  return asked === null ? [] : [{ ...asked, ...refs }]
}

/** What was asked for in each of the cases and is owed there now, or may be asked for there; in its order. */
function stillAsked(
  items: readonly AskedItem[],
  about: readonly CaseFile[],
  asking: readonly CaseFile[],
): readonly AskedItem[] {
  const left = about.map((file) => ({ file, only: asking.includes(file) ? askedOf(file, items) : [] }))
  const labels = [...new Set(items.map(({ label }) => label))]
  const found = missingItems(left, standingsOf(about))
  return labels.flatMap((label) => found.filter((item) => item.label === label))
}

const MAY_BE_ASKED: ReadonlySet<string> = new Set(['later', 'optional'])

function askedOf(file: CaseFile, items: readonly AskedItem[]): readonly ItemId[] {
  const labels = items.filter((item) => isAskedIn(item, file)).map(({ label }) => label)
  const { missing, steps } = standingOf(file)
  const owed = new Set(missing.map(({ id }) => id))
  return steps
    .flatMap((step) => step.items)
    .filter(({ id, label, state }) => labels.includes(label) && (owed.has(id) || MAY_BE_ASKED.has(state)))
    .map(({ id }) => id)
}

/** Of several companies it says which wants it in which state (`casework/asked-items.ts`). */
function isAskedIn({ states }: AskedItem, { company, state }: CaseFile): boolean {
  if (states === '' || state === null) return true
  const name = stateName(state)
  return states.split(', ').includes(name) || (company !== null && states.includes(`${company} in ${name}`))
}

export function standingsOf(files: readonly CaseFile[]) {
  return new Map(files.map((file) => [file.id, standingOf(file)]))
}
