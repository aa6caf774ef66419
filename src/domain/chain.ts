/**
 * The hash chains of the timeline (migration 0008): what an entry's hash is taken over, and what a chain that does not
 * hold says. Hashing itself is done outside.
 */
export interface LinkLine {
  readonly chain: string
  /** From 1 on, without gaps. */
  readonly place: number
  readonly id: number
  /** UTC, microseconds, as `2026-03-05T16:00:00.000000Z`. */
  readonly at: string
  readonly actor: string
  readonly event: string
  readonly messageId: number | null
  readonly outboxId: number | null
  /** SHA-256 of the detail as stored, in hex. */
  readonly detailSha256: string
}

/** The lines whose SHA-256 (in UTF-8, without a line end after the last) is the entry's hash. */
export function linkText(previous: string | null, line: LinkLine): string {
  const { chain, place, id, at, actor, event, messageId, outboxId, detailSha256 } = line
  const words = [actor, event].map((word) => word.replaceAll('\n', ' '))
  const about = [`mail ${messageId ?? '-'}`, `letter ${outboxId ?? '-'}`]
  return [previous ?? 'start', chain, place, id, at, ...words, ...about, detailSha256].join('\n')
}

/** What was found at one place of a chain. */
export type Flaw = 'entry-changed' | 'entry-missing' | 'entry-unchained' | 'chain-broken' | 'end-missing'

export const FLAW_SENTENCES: Readonly<Record<Flaw, string>> = {
  'entry-changed': 'the entry is not what was written',
  'entry-missing': 'the entry is gone',
  'entry-unchained': 'the entry was slipped in: it is in no chain',
  'chain-broken': 'the hash does not follow from the entry before it',
  'end-missing': 'the chain does not end where it ended last',
}
