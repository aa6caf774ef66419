/** Who has a case, which way it goes, and whether it is open. */
import type { Act } from '../casework/act.ts'
import { chasedItems } from '../casework/asked-items.ts'
import type { CaseFile } from '../casework/case-file.ts'
import type { CaseChange } from '../casework/change.ts'
import { dayZero } from '../casework/day-zero.ts'
import { OTHER_WAY } from '../casework/proofs.ts'
import { isTakenBack } from '../casework/withdrawal.ts'
import { byHand, inCase, ordered, personDone, refused } from './answer.ts'
import { colleague, type Unclear } from './colleague.ts'
import { daysBetween, isDay } from './days.ts'
import type { Effects } from './effects.ts'
import { restingOn } from './gates.ts'
import { howTo } from './how-to.ts'
import { rest } from './item-effects.ts'
import type { OrderFacts } from './order-facts.ts'
import { listed, quoted } from './words.ts'

type ActOf<Name extends Act['act']> = Extract<Act, { act: Name }>

export function assigned({ to }: ActOf<'assign'>, file: CaseFile, facts: OrderFacts): Effects {
  // Whoever orders at a terminal has no address there and takes no cases.
  const known = colleague(
    to,
    facts.staff.filter(({ address }) => address.includes('@')),
  )
  if ('problem' in known) return refused(`${file.ref} was not assigned: ${known.problem}; ${choiceOf(known)}.`)
  if (file.negotiator === known.address) return refused(`${file.ref} is with ${known.address} already.`)
  return ordered(facts, {
    changes: inCase(file, { change: 'negotiator-assigned', negotiator: known.address }),
    sentence: `${file.ref} is with ${known.name} now (was with ${file.negotiator ?? 'nobody'}).`,
  })
}

function choiceOf({ choice }: Unclear): string {
  if (choice.length === 0) return 'nobody is named under "staff" in intagree.yaml'
  return `there ${choice.length === 1 ? 'is' : 'are'} ${listed(choice.map(({ name, address }) => `${name} (${address})`))}`
}

export function routed({ route }: ActOf<'route'>, file: CaseFile, facts: OrderFacts): Effects {
  // Said once more, the way rules out what a mail asked for since.
  const isAsked = route !== 'negotiate' && typeof file.requestedAt === 'number'
  if (file.route === route && !file.routeDoubtful && !isAsked)
    return refused(`${file.ref}: the route is ${route} already.`)
  if (route === 'tariff' && file.state !== null && file.state !== 'CO')
    return refused(`${file.ref}: the tariff is an alternative in Colorado only, and this case is about ${file.state}.`)
  const resting = file.route === route ? [] : restingOn('route', file)
  if (resting.length > 0) return refused(`${file.ref}: the route stays ${file.route ?? 'open'}: ${rest(resting)}.`)
  const chosen: CaseChange = { change: 'route-chosen', route, doubtful: false }
  const met: CaseChange = { change: 'item-met', item: 'route', at: facts.now, value: route, proof: byHand(facts, null) }
  const was = file.route === null ? 'open' : `${file.route}${file.routeDoubtful ? ', doubtful' : ''}`
  return ordered(facts, {
    changes: inCase(file, chosen, met, ...answered(file)),
    sentence: `${file.ref}: the route is ${route} (was ${was}).`,
  })
}

/** Which way it is was the question. */
function answered({ needsPerson }: CaseFile): readonly CaseChange[] {
  return needsPerson?.startsWith(OTHER_WAY) ? [{ change: 'person-done' }] : []
}

/** An agreed day is not today's business alone, but nobody agrees on one a year away: a mistyped year (domain T13). */
const MOST_DAYS = 366

export function extended({ deemedReceipt, why }: ActOf<'extend'>, file: CaseFile, facts: OrderFacts): Effects {
  const received = facts.zone.dayOf(dayZero(file))
  const before = file.extensions.at(-1)?.deemedReceipt ?? received
  const wrong = !isDay(deemedReceipt)
    ? `${quoted(deemedReceipt)} is no day; write it as 2026-03-05`
    : deemedReceipt < received
      ? `${deemedReceipt} is before the request was received (${received})`
      : daysBetween(received, deemedReceipt) > MOST_DAYS
        ? `${deemedReceipt} is more than a year after the receipt (${received}); is the year right?`
        : deemedReceipt === before
          ? `it is ${before} already`
          : why.trim() === ''
            ? 'the reason is missing'
            : null
  if (wrong !== null) return refused(`${file.ref}: the day of receipt was not changed: ${wrong}.`.replace('?.', '?'))
  const extension = { deemedReceipt, agreedAt: facts.now, confirmedBy: facts.by, why: why.trim() }
  return ordered(facts, {
    changes: inCase(file, { change: 'receipt-extended', extension }),
    sentence: `${file.ref}: deemed received on ${deemedReceipt} (was ${before}), as you recorded it: ${quoted(why)}. The CLEC is not told.`,
  })
}

export function closed({ reason }: ActOf<'close'>, file: CaseFile, facts: OrderFacts): Effects {
  if (reason === 'merged')
    return refused(`${file.ref}: ${howTo({ to: 'merge-into-another', ref: file.ref }, facts.speech)}.`)
  const stops: readonly CaseChange[] = stopChase(file, `${CLOSED}: ${reason}`)
  return ordered(facts, {
    changes: inCase(file, { change: 'closed', reason, at: facts.now, into: null }, ...stops),
    sentence: `${file.ref} is closed: ${reason}.`,
  })
}

export function reopened(file: CaseFile, facts: OrderFacts): Effects {
  if (file.closed === null) return refused(`${file.ref} is open.`)
  if (file.closed.into !== null) return refused(`${file.ref} was merged into ${file.closed.into}: ${takeBack(facts)}.`)
  const again = askedAgain(file, facts)
  // Whoever opens what was taken back says that it goes on.
  const isBack = isTakenBack(file)
  const goesOn: readonly CaseChange[] = isBack ? [{ change: 'person-done' }] : []
  const asked = [...facts.tasks.values()].filter(
    (task) => isBack && task.open && task.sort === 'withdrawal' && task.caseRef === file.ref,
  )
  return ordered(facts, {
    changes: inCase(file, { change: 'reopened' }, ...again, ...goesOn),
    also: asked.map(({ id }) => ({ also: 'close-task', task: id }) as const),
    sentence: `${file.ref} is open again (was closed: ${file.closed.reason}).${again.length > 0 ? ' Reminders of what is missing go on, counted from now.' : ` Nobody is asked for anything so far: to ask, ${howTo({ to: 'ask', ref: file.ref }, facts.speech)}.`}`,
  })
}

/** Here alone: of several states that they took back, some may go on. */
export function goneOn(file: CaseFile, facts: OrderFacts): Effects {
  if (file.closed !== null) {
    const open = reopened(file, facts)
    return open.effects === 'refused' || file.needsPerson === null
      ? open
      : { ...open, changes: [...open.changes, ...inCase(file, { change: 'person-done' })] }
  }
  const ids = [...facts.tasks.values()]
    .filter((task) => task.open && task.sort === 'withdrawal' && task.caseRef === file.ref)
    .map((task) => task.id)
  const changes = personDone(file, ids, facts)
  if (changes.length === 0 && ids.length === 0)
    return refused(`${file.ref}: nothing was taken back there that could go on; what holds it is another question.`)
  const others = [...facts.cases.values()].filter(
    (one) => one.requestId === file.requestId && one.ref !== file.ref && isTakenBack(one) && one.closed === null,
  )
  const wait =
    others.length === 0
      ? ''
      : ` ${listed(others.map(({ ref }) => ref))}, taken back too, still ${others.length === 1 ? 'waits' : 'wait'}.`
  return ordered(facts, {
    changes,
    also: ids.map((task) => ({ also: 'close-task', task }) as const),
    sentence: `${file.ref}: it goes on as before.${wait}`,
  })
}

/** What the closing stopped goes on, if something of it is still missing. What had stopped before stays stopped. */
function askedAgain(file: CaseFile, facts: OrderFacts): readonly CaseChange[] {
  const { chase } = file
  if (chase === null || !chase.stopped?.startsWith(CLOSED)) return []
  const { missing } = facts.standingOf({ ...file, closed: null })
  return missing.some(({ id }) => chasedItems(chase).includes(id)) ? [{ change: 'chase-resumed', at: facts.now }] : []
}

const CLOSED = 'the case was closed'

/** The number of the order that merged it stands in its confirmation. */
function takeBack({ speech }: OrderFacts): string {
  return speech === 'mail'
    ? 'take that order back with "undo" and its number'
    : 'take that order back with "intagree undo" and its number, which "intagree case" shows'
}

const MOST_NOTE = 4_000
/** What "ok" says of a line that only tells of a case. */
export const SEEN = 'seen'

export function noted({ text }: ActOf<'note'>, file: CaseFile, facts: OrderFacts): Effects {
  const note = text.trim()
  if (note === '') return refused(`${file.ref}: the note is empty.`)
  if (note.length > MOST_NOTE) return refused(`${file.ref}: the note is longer than ${MOST_NOTE} characters.`)
  return {
    ...{ effects: 'ordered', restores: [], also: [], asks: [] },
    changes: inCase(file, { change: 'noted', text: note, by: facts.by }),
    sentence:
      note === SEEN
        ? `${file.ref}: noted that you have seen it; nothing is sent by that.`
        : `${file.ref}: noted ${quoted(note)}. A note stays; write another to correct it.`,
  }
}

export function stopChase(file: CaseFile, why: string): readonly CaseChange[] {
  return file.chase === null || file.chase.stopped !== null ? [] : [{ change: 'chase-stopped', why }]
}

/** Letters of a merged case wait on for their own yes or no. */
export function waitingDrafts(file: CaseFile, facts: OrderFacts): string {
  const waiting = [...facts.drafts.values()].filter((one) => one.caseRef === file.ref && one.state === 'draft')
  return stillWait(
    waiting.map(({ id }) => id),
    facts,
  )
}

export function stillWait(ids: readonly number[], { speech }: Pick<OrderFacts, 'speech'>): string {
  if (ids.length === 0) return ''
  const answer = speech === 'mail' ? 'yes or no' : '"intagree approve" or "intagree reject"'
  return ` ${ids.length === 1 ? 'Draft' : 'Drafts'} ${ids.join(', ')} still ${ids.length === 1 ? 'waits' : 'wait'} for ${answer}.`
}
