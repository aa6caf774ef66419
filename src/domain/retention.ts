/** How long machines' mail and spam are kept. A person's mail opens a case, and what is in one is never erased by time. */
export const RETENTION_CLASSES = ['spam', 'bulk', 'auto-reply', 'bounce'] as const
export type RetentionClass = (typeof RETENTION_CLASSES)[number]

/** Days after receipt; null: for ever. */
export type Retention = Readonly<Record<RetentionClass, number | null>>

export interface RetentionCut {
  readonly of: RetentionClass
  /** Mails received before it go, in milliseconds since the epoch. */
  readonly before: number
}

const DAY_MS = 24 * 60 * 60_000

export function retentionCuts(days: Retention, now: number): readonly RetentionCut[] {
  return RETENTION_CLASSES.flatMap((of) => {
    const kept = days[of]
    return kept === null ? [] : [{ of, before: now - kept * DAY_MS }]
  })
}
