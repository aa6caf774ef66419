import type { DayCount } from './year.ts'
export function yearSvg(_days: readonly DayCount[]): string {
  return ''
}
