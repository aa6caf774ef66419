import type { YearResult } from './year.ts'
export function yearPage(_result: YearResult): string {
  return ''
}
