/** Staff is told when a legal clock reaches a mark, once for each mark; the CLEC never is (domain T3). */
import type { CaseFile } from '../casework/case-file.ts'
import type { CaseChange } from '../casework/change.ts'
import type { OfficeCalendar } from './office-calendar.ts'

export interface MarkedClock {
  readonly id: string
  readonly title: string
  /** The strict day. */
  readonly due: string
}

/** `days`: the number in the settings, which is the mark's name; `before`: so many days before the clock is due. */
export interface Mark {
  readonly days: number
  readonly before: number
}

export interface StaffNotice {
  readonly caseRef: string
  readonly clock: string
  readonly mark: number
  /** null: nobody yet, so the manager. */
  readonly to: string | null
  readonly sentence: string
}

export function clockNotices(
  _file: CaseFile,
  _clocks: readonly { readonly clock: MarkedClock; readonly marks: readonly Mark[] }[],
  _calendar: OfficeCalendar,
  _timeZone: string,
  _now: number,
): { readonly changes: readonly CaseChange[]; readonly notices: readonly StaffNotice[] } {
  return { changes: [], notices: [] }
}
