/**
 * Whoever is reminded gets one letter for the day: of all cases of a request, and of other requests of the same company in
 * which the same person is asked. What was asked at different times, or under another reference, stands in a part of its
 * own. Cases of another company never stand beside it, whoever acts for both: letters are shown around.
 */
import { askedItems } from '../casework/asked-items.ts'
import type { CaseFile } from '../casework/case-file.ts'
import { isSameEntity } from '../casework/proofs.ts'
import type { ItemStanding } from '../casework/standing.ts'
import type { Section } from '../letter/section.ts'
import { stateName } from '../states.ts'
import type { Due } from './due-now.ts'

type ReminderSection = Extract<Section, { readonly section: 'reminder' }>

export interface ReminderLetter {
  readonly to: string
  /** The cases it is about; the first one's reference is in its subject. */
  readonly files: readonly CaseFile[]
  readonly sections: readonly [ReminderSection, ...ReminderSection[]]
  /** Unique business key of the outbox: `CLEC-2026-00042 / reminder 2 / asked 2026-03-05T21:02:41.000Z`. */
  readonly key: string
}

/** `due`: now, of one request. `today`: what else comes due on this day, of that request and of others. */
export function reminderLetters(due: readonly Due[], today: readonly Due[]): readonly ReminderLetter[] {
  const recipients = new Set(due.map(recipientOf))
  return [...recipients].map((to) => {
    const own = due.filter((one) => recipientOf(one) === to)
    const along = today.filter(
      (one) =>
        recipientOf(one) === to &&
        own.every(({ file }) => file.id !== one.file.id) &&
        own.every(({ file }) => goTogether(file, one.file)),
    )
    return letterOf([...own, ...along])
  })
}

/** So long a reminder waits for the next one to the same person: two weekly ones are never farther apart. */
export const WAITS_DAYS = 3
const DAY_MS = 24 * 3_600_000

/**
 * Of what is due now, what waits, for the same person is reminded of another case on one of the next days: after an answer
 * in one case of several each has a rhythm of its own, and one letter says all. `soon`: what comes due on those days.
 */
export function waitingForNext(due: readonly Due[], soon: readonly Due[]): readonly Due[] {
  const comes = (one: Due) => (other: Due) =>
    recipientOf(other) === recipientOf(one) &&
    goTogether(one.file, other.file) &&
    other.at > one.at &&
    other.at <= one.at + WAITS_DAYS * DAY_MS
  return due.filter((one) => soon.some(comes(one)))
}

function recipientOf({ chase }: Due): string {
  return chase.to.toLowerCase()
}

/** Of one request, or of one company. */
export function goTogether(one: CaseFile, other: CaseFile): boolean {
  if (one.requestId === other.requestId) return true
  return one.company !== null && other.company !== null && isSameEntity(one.company, other.company)
}

function letterOf(due: readonly Due[]): ReminderLetter {
  const parts = partsOf(due)
  const [first] = due as readonly [Due]
  const [section, ...more] = parts.map((part) => sectionOf(part, parts.length > 1)) as [ReminderSection]
  const asked = new Date(first.chase.heardAt ?? first.chase.askedAt).toISOString()
  return {
    to: first.chase.to,
    files: parts.flatMap((part) => part.map(({ file }) => file)),
    sections: closingOnce([section, ...more]) as [ReminderSection],
    key: `${first.file.ref} / reminder ${first.number} / asked ${asked}`,
  }
}

/** The same request, ask and count make one. */
function partsOf(due: readonly Due[]): readonly (readonly Due[])[] {
  const byKey = new Map<string, Due[]>()
  for (const one of due) {
    const { file, chase, number } = one
    const key = [file.requestId, chase.askedAt, chase.heardAt, number].join(' ')
    byKey.set(key, [...(byKey.get(key) ?? []), one])
  }
  return [...byKey.values()]
}

function sectionOf(part: readonly Due[], isOneOfSeveral: boolean): ReminderSection {
  const [first] = part as readonly [Due]
  const isAgain = ({ chase }: Due, { id }: ItemStanding) =>
    chase.again?.includes(id) === true && !chase.items.includes(id)
  const asked = part.map((one) => ({ ...one, items: one.items.filter((item) => !isAgain(one, item)) }))
  const again = part.map((one) => ({ ...one, items: one.items.filter((item) => isAgain(one, item)) }))
  return {
    section: 'reminder',
    items: askedItems(asked),
    again: askedItems(again),
    askedOn: { at: new Date(first.chase.askedAt).toISOString(), timeZone: first.timeZone },
    number: first.number,
    heard: part.some(({ chase, items }) => chase.heardAt !== undefined || items.some((one) => one.state === 'problem')),
    about: isOneOfSeveral ? part.map(({ file }) => placeOf(file)) : [],
    refs: part.map(({ file }) => file.ref),
    goesOn: false,
  }
}

/** As the head of a part shows it. */
export function placeOf({ ref, state }: CaseFile): string {
  return state === null ? ref : `${ref}, ${stateName(state)}`
}

/** What is said of all parts stands behind the last of them. Drafts of an earlier version know of no parts. */
export function closingOnce(sections: readonly Section[]): readonly Section[] {
  const last = sections.findLastIndex(({ section }) => section === 'reminder')
  return sections.map((one, at) =>
    one.section === 'reminder' ? { ...one, about: one.about ?? [], refs: one.refs ?? [], goesOn: at < last } : one,
  )
}
