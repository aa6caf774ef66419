/** When an access token (RFC 6749 1.4) serves, and when a new one is worth asking for. */

export interface AccessToken {
  readonly value: string
  readonly obtainedAt: Date
  readonly endsAt: Date
}

/** `use` it as it is, `renew` it, or take it that the account is `refused` and not its token. */
export type TokenPlan = 'use' | 'renew' | 'refused'

/** A login that begins with a token so close to its end might be answered after it. */
const MARGIN_MS = 5 * 60_000
/** A token turned down so soon after it came was good; asking again and again would only annoy the provider. */
const YOUNG_MS = 5 * 60_000

/** `refused`: the token that the mail server has just turned down, or null. */
export function planFor(held: AccessToken | null, refused: string | null, now: Date): TokenPlan {
  if (held === null) return 'renew'
  if (held.value === refused) return now.getTime() - held.obtainedAt.getTime() < YOUNG_MS ? 'refused' : 'renew'
  const life = held.endsAt.getTime() - held.obtainedAt.getTime()
  return held.endsAt.getTime() - now.getTime() > Math.min(MARGIN_MS, life / 4) ? 'use' : 'renew'
}

/** Whether it may still be tried when no new one is to be had. */
export function stillServes(held: AccessToken | null, refused: string | null, now: Date): held is AccessToken {
  return held !== null && held.value !== refused && held.endsAt > now
}
