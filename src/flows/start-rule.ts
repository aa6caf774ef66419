import { IntakeError } from '../foundation/intake-error.ts'

/**
 * From where on a mailbox that is connected for the first time is ours to answer. Everything before is explained by
 * this rule in the accounting and never fetched, let alone answered.
 */
export type StartRule = 'now' | 'all' | { readonly since: Date }

/** Reads `now`, `all` or a day `YYYY-MM-DD` (UTC, as IMAP's SINCE compares days). */
export function parseStartRule(text: string): StartRule {
  if (text === 'now' || text === 'all') return text
  const since = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null
  // A day that does not exist, such as 30 February, is otherwise read as one in March.
  if (since === null || Number.isNaN(since.getTime()) || !since.toISOString().startsWith(text))
    throw new IntakeError('usage', `--from is "${text}"; allowed are now, all, or a day such as 2026-01-31.`)
  return { since }
}

export function startRuleText(rule: StartRule): string {
  return typeof rule === 'string' ? rule : rule.since.toISOString().slice(0, 10)
}

/** The moment from which mail counts, for telling old from new after a change of UIDVALIDITY. */
export function startMoment(rule: StartRule, now: Date): Date {
  if (rule === 'all') return new Date(0)
  return rule === 'now' ? now : rule.since
}
