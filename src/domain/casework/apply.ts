/** (case, change) -> case. Used by the decisions, the database, the tests and the replay alike. */
import { type CaseFile, type Chase, type Item, ORDERED } from './case-file.ts'
import type { CaseChange } from './change.ts'
import { mayNegotiate } from './day-zero.ts'
import type { ItemId } from './items.ts'

export function applyAll(file: CaseFile, changes: readonly CaseChange[]): CaseFile {
  return changes.reduce(apply, file)
}

export function apply(file: CaseFile, change: CaseChange): CaseFile {
  switch (change.change) {
    case 'item-met': {
      const { at, value, proof, on, until } = change
      const said = { ...(on ? { on } : {}), ...(until ? { until } : {}) }
      return withItem(file, change.item, { state: 'met', at, value, problem: null, proof, ...said })
    }
    case 'item-waived':
      return withItem(file, change.item, {
        ...{ state: 'waived', at: change.at, value: null, problem: null, proof: change.proof },
      })
    case 'item-problem': {
      const { at, problem, proof } = change
      return withItem(file, change.item, { state: 'problem', at, value: null, problem, proof })
    }
    case 'item-opened': {
      const { [change.item]: _gone, ...items } = file.items
      return { ...file, items }
    }
    case 'route-chosen':
      return withRoute(file, change.route, change.doubtful)
    case 'request-received':
      return { ...file, requestedAt: change.at }
    case 'facts-learned': {
      const { change: _word, ...facts } = change
      return { ...file, ...facts }
    }
    case 'corrected': {
      const { change: _word, ...facts } = change
      return judged(file, { ...file, ...facts, routeDoubtful: facts.route === file.route && file.routeDoubtful })
    }
    case 'negotiator-assigned':
      return { ...file, negotiator: change.negotiator }
    case 'receipt-extended':
      return { ...file, extensions: [...file.extensions, change.extension] }
    case 'asked':
      return {
        ...file,
        chase: {
          ...{ to: change.to, items: change.items, askedAt: change.at },
          ...(change.heardAt === undefined ? {} : { heardAt: change.heardAt, ...againOf(file.chase) }),
          ...{ reminded: [], ...restAt(file.chase, change.heardAt ?? change.at), stopped: null },
        },
      }
    case 'asked-again':
      return withChase(file, (chase) => ({
        ...(change.anew ? begun(chase, change.at) : chase),
        ...againOf(chase, change.items),
      }))
    case 'reminded':
      return withChase(file, ({ rest: _over, ...chase }) => ({
        ...chase,
        reminded: [...chase.reminded, change.at],
        pausedUntil: null,
      }))
    case 'chase-paused':
      return withChase(file, (chase) => paused(chase, change))
    case 'chase-stopped':
      return withChase(file, (chase) => ({ ...chase, stopped: change.why }))
    case 'chase-resumed':
      return withChase(file, ({ rest: _rest, ...chase }) => ({
        ...{ ...chase, heardAt: change.at, reminded: [], stopped: null },
        ...restAt(file.chase, change.at),
      }))
    case 'mail-came':
      return { ...file, lastMailAt: Math.max(file.lastMailAt, change.at) }
    case 'staff-told':
      return { ...file, told: [...new Set([...file.told, ...change.marks])] }
    case 'needs-person':
      return { ...file, needsPerson: change.why }
    case 'person-done':
      return { ...file, needsPerson: null }
    case 'closed':
      return { ...file, closed: { reason: change.reason, at: change.at, into: change.into } }
    case 'reopened':
      return { ...file, closed: null }
    case 'moved-to-request':
      return { ...file, requestId: change.requestId }
    case 'noted':
      return file
  }
}

/** A way that leaves nothing to negotiate ends what a mail may have asked before it. */
function withRoute(file: CaseFile, route: CaseFile['route'], routeDoubtful: boolean): CaseFile {
  const chosen = { ...file, route, routeDoubtful }
  const isOver = route !== 'negotiate' && !routeDoubtful && typeof file.requestedAt === 'number'
  return isOver ? { ...chosen, requestedAt: null } : chosen
}

/** What the opening mail really is says whether it asked for an agreement; a later mail may have asked since. */
function judged(before: CaseFile, file: CaseFile): CaseFile {
  if (file.requestedAt === undefined) return file
  if (file.intent === 'agreement-request' && mayNegotiate(file))
    return { ...file, requestedAt: file.requestedAt ?? file.receivedAt }
  return before.requestedAt === file.receivedAt ? { ...file, requestedAt: null } : file
}

function withItem(file: CaseFile, item: ItemId, entry: Item): CaseFile {
  return { ...file, items: { ...file.items, [item]: entry } }
}

function againOf(chase: Chase | null, more: readonly ItemId[] = []): Pick<Chase, 'again'> {
  const again = [...new Set([...(chase?.again ?? []), ...more])]
  return again.length === 0 ? {} : { again }
}

/** What had ended because all was in. */
function begun(chase: Chase, at: number): Chase {
  return { ...chase, heardAt: at, reminded: [], stopped: null }
}

/** A rest that somebody wants goes on, whatever is asked meanwhile. */
function restAt(chase: Chase | null, at: number): Pick<Chase, 'pausedUntil' | 'rest'> {
  const isResting = chase?.rest !== undefined && (chase.pausedUntil ?? 0) > at
  return isResting ? { pausedUntil: chase.pausedUntil, rest: chase.rest } : { pausedUntil: null }
}

/** An absence, or a day that they name, does not end it before its time, nor do their wishes one that the desk ordered. */
function paused(chase: Chase, { until, rest }: Extract<CaseChange, { change: 'chase-paused' }>): Chase {
  const yields = rest === undefined ? chase.rest !== undefined : chase.rest?.why === ORDERED && rest.why !== ORDERED
  if (yields && (chase.pausedUntil ?? 0) > until) return chase
  return { ...chase, pausedUntil: until, ...(rest === undefined ? {} : { rest }) }
}

function withChase(file: CaseFile, next: (chase: Chase) => Chase): CaseFile {
  return file.chase === null ? file : { ...file, chase: next(file.chase) }
}
