/**
 * What somebody must hear of by another way than the mailbox itself, and when: each trouble once when it begins, again
 * only after a long while, and once when it is over. Pure: facts and time in, notices out.
 */

/** What was seen of the whole installation at one moment. */
export interface Vitals {
  /** Why the database does not answer; then all that only it knows is unknown. */
  readonly databaseAway: string | null
  /** Null: unknown. */
  readonly stored: StoredVitals | null
  /** Share of the data folder's disk that is free, 0 to 1; null: unknown. */
  readonly diskFree: number | null
  /** Tokens and secrets that end; null: unknown. */
  readonly ending: readonly Ending[] | null
}

export interface Ending {
  readonly name: string
  /** Milliseconds since the epoch. */
  readonly at: number
}

export interface StoredVitals {
  /** Seconds since the last completed pass over each mailbox; null: none yet. */
  readonly syncs: readonly { readonly mailbox: string; readonly seconds: number | null }[]
  readonly quarantinedLastHour: number
  /** Replies of which nobody knows whether they arrived, and for how many seconds the oldest waits. */
  readonly unsure: number
  readonly unsureSeconds: number
  /** Age of the oldest mail that is not decided. */
  readonly oldestSeconds: number
  /** More went out than a desk ever writes, and nobody has looked. */
  readonly breakerOpen: boolean
}

export interface AlertLimits {
  readonly syncMinutes: number
  readonly quarantinePerHour: number
  readonly unsureMinutes: number
  readonly diskFreePercent: number
  readonly lateMinutes: number
  readonly endingDays: number
}

export const ALERT_SORTS = [
  'database-away',
  'sync-old',
  'decisions-late',
  'quarantine-grows',
  'unsure-waits',
  'breaker-open',
  'disk-fills',
  'login-ends',
] as const
export type AlertSort = (typeof ALERT_SORTS)[number]

export interface Alert {
  readonly sort: AlertSort
  /** Tells several of a sort apart: the mailbox, the token. */
  readonly about: string
  readonly sentence: string
}

/** The sorts of trouble that could be looked for: of the others nothing is known, neither that they began nor ended. */
export function judged({ stored, diskFree, ending }: Vitals): ReadonlySet<AlertSort> {
  const unknown: readonly AlertSort[] = [
    ...(stored === null ? STORED : []),
    ...(diskFree === null ? (['disk-fills'] as const) : []),
    ...(ending === null ? (['login-ends'] as const) : []),
  ]
  return new Set(ALERT_SORTS.filter((sort) => !unknown.includes(sort)))
}

const STORED = ['sync-old', 'decisions-late', 'quarantine-grows', 'unsure-waits', 'breaker-open'] as const

export function alertsIn(vitals: Vitals, limits: AlertLimits, now: number): readonly Alert[] {
  return [
    ...(vitals.databaseAway === null
      ? []
      : [
          alert(
            'database-away',
            'The database does not answer',
            `${vitals.databaseAway}. Nothing is decided or sent meanwhile`,
          ),
        ]),
    ...(vitals.stored === null ? [] : storedAlerts(vitals.stored, limits)),
    ...(vitals.diskFree !== null && vitals.diskFree * 100 < limits.diskFreePercent
      ? [alert('disk-fills', `The disk of the data folder is ${100 - Math.floor(vitals.diskFree * 100)} % full`)]
      : []),
    ...(vitals.ending ?? []).flatMap(({ name, at }) => endingAlert(name, at, limits, now)),
  ]
}

function storedAlerts(stored: StoredVitals, limits: AlertLimits): readonly Alert[] {
  const { quarantinedLastHour, unsure, unsureSeconds, oldestSeconds, breakerOpen } = stored
  const found: Alert[] = stored.syncs
    .filter(({ seconds }) => seconds === null || seconds > limits.syncMinutes * 60)
    .map(({ mailbox, seconds }) => ({
      ...{ sort: 'sync-old', about: mailbox },
      sentence: `${mailbox} was last passed over completely ${seconds === null ? 'never' : ago(seconds)}: new mail is not seen.`,
    }))
  if (oldestSeconds > limits.lateMinutes * 60)
    found.push(alert('decisions-late', `A mail waits to be decided since ${minutes(oldestSeconds)}`))
  if (quarantinedLastHour >= limits.quarantinePerHour)
    found.push(alert('quarantine-grows', `${quarantinedLastHour} mails came into quarantine within the hour`))
  if (unsure > 0 && unsureSeconds > limits.unsureMinutes * 60)
    found.push(
      alert(
        'unsure-waits',
        `${unsure} replies of which nobody knows whether they arrived wait since ${minutes(unsureSeconds)}`,
      ),
    )
  if (breakerOpen) found.push(alert('breaker-open', 'Too many letters went out within the hour; they wait as drafts'))
  return found
}

function endingAlert(name: string, at: number, { endingDays }: AlertLimits, now: number): readonly Alert[] {
  const days = Math.floor((at - now) / 86_400_000)
  if (days >= endingDays) return []
  return [
    { sort: 'login-ends', about: name, sentence: days < 0 ? `${name} has ended.` : `${name} ends in ${days} days.` },
  ]
}

function alert(sort: AlertSort, what: string, more = ''): Alert {
  return { sort, about: '', sentence: more === '' ? `${what}.` : `${what}: ${more}.` }
}

function minutes(seconds: number): string {
  return `${Math.floor(seconds / 60)} minutes`
}

function ago(seconds: number): string {
  return `${minutes(seconds)} ago`
}

// ---------------------------------------------------------------- when it is told

export interface Burning extends Alert {
  /** Milliseconds since the epoch, as all of these. */
  readonly since: number
  readonly toldAt: number
  /** When it was last seen; told as over only after a while without it. */
  readonly seenAt: number
}

export interface Notice extends Alert {
  readonly notice: 'began' | 'still' | 'ended'
  readonly since: number
}

export interface AlertState {
  readonly burning: readonly Burning[]
  /** Not told yet: within the pause after the last message, or because the channel failed. */
  readonly untold: readonly Notice[]
  readonly messageAt: number
}

export const QUIET: AlertState = { burning: [], untold: [], messageAt: 0 }

export interface AlertPace {
  /** What goes on is told again after so long. */
  readonly repeatMs: number
  /** Between two messages. */
  readonly throttleMs: number
  /** What is not seen for so long is over; what flickers is one trouble. */
  readonly settleMs: number
}

/** What is told now, all in one message, and what is remembered. `tell` stays in `untold` until `told` takes it off. */
export function nextAlerts(
  before: AlertState,
  found: readonly Alert[],
  seen: ReadonlySet<AlertSort>,
  now: number,
  pace: AlertPace,
): { readonly state: AlertState; readonly tell: readonly Notice[] } {
  const keys = new Set(found.map(keyOf))
  const known = new Map(before.burning.map((one) => [keyOf(one), one]))
  const notices: Notice[] = []
  const burning: Burning[] = found.map((one) => {
    const old = known.get(keyOf(one))
    const since = old?.since ?? now
    const isDue = old === undefined || now - old.toldAt >= pace.repeatMs
    if (isDue) notices.push({ ...one, notice: old === undefined ? 'began' : 'still', since })
    return { ...one, since, seenAt: now, toldAt: isDue ? now : old.toldAt }
  })
  for (const old of before.burning.filter((one) => !keys.has(keyOf(one)))) {
    if (seen.has(old.sort) && now - old.seenAt >= pace.settleMs)
      notices.push({ ...plain(old), notice: 'ended', since: old.since })
    else burning.push(seen.has(old.sort) ? old : { ...old, seenAt: now })
  }
  const untold = newest([...before.untold, ...notices])
  const tell = now - before.messageAt >= pace.throttleMs ? untold : []
  return { state: { burning, untold, messageAt: before.messageAt }, tell }
}

/** After the channel took the message. */
export function told(state: AlertState, now: number): AlertState {
  return { ...state, untold: [], messageAt: now }
}

/** What began and ended before anybody was told of it was nothing. */
function newest(notices: readonly Notice[]): readonly Notice[] {
  const byKey = new Map<string, Notice>()
  for (const one of notices) {
    const earlier = byKey.get(keyOf(one))
    byKey.delete(keyOf(one))
    if (earlier?.notice === 'began' && one.notice === 'ended') continue
    byKey.set(keyOf(one), earlier?.notice === 'began' ? { ...one, notice: 'began' } : one)
  }
  return [...byKey.values()]
}

function plain({ sort, about, sentence }: Alert): Alert {
  return { sort, about, sentence }
}

function keyOf({ sort, about }: Alert): string {
  return `${sort} ${about}`
}
