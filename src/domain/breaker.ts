/**
 * The breaker behind all caps: when more letters to CLECs went out within the hour than a desk ever writes, something
 * runs away that no other rule has noticed. From then on letters wait as drafts, and a person hears of it once.
 */
import { type Autonomy, noFurtherThanDraft } from './autonomy.ts'
import type { AskWish } from './decision.ts'

export interface Outflow {
  /** To anybody, drafts left out. */
  readonly repliesLastHour: number
  readonly perHour: number
}

export function isTripped({ repliesLastHour, perHour }: Outflow): boolean {
  return repliesLastHour >= perHour
}

/** How far the system still goes by itself. */
export function heldBack(autonomy: Autonomy, outflow: Outflow): Autonomy {
  return isTripped(outflow) ? noFurtherThanDraft(autonomy) : autonomy
}

/** What a person is told, once for as long as nobody has dealt with it. */
export function breakerTask({ repliesLastHour, perHour }: Outflow): AskWish {
  return {
    ...{ wish: 'ask-human', sort: 'loop', caseId: null, once: 'cap-total' },
    sentence: `${repliesLastHour} letters went out within the hour, ${perHour} are allowed (caps.perHour): until it is less they wait as drafts. Look in "intagree outbox" for what runs away, then "intagree approve" what is right.`,
  }
}
