import type { Problem, ProblemCode } from '../domain/mail.ts'
import { cleanLine } from './clean.ts'

/** Collects what was odd about one mail, each thing once. */
export interface ProblemLog {
  note(code: ProblemCode, detail: string): void
  list(): readonly Problem[]
}

export function createProblemLog(limit: number): ProblemLog {
  const seen = new Map<string, Problem>()
  return {
    note(code, said) {
      // Names and words of the mail are among it.
      const detail = cleanLine(said)
      if (seen.size < limit) seen.set(`${code} ${detail}`, { code, detail })
    },
    list: () => [...seen.values()],
  }
}

/** 20000 -> `20,000`. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}
