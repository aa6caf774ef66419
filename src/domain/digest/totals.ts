/** The whole desk in a few lines, for the manager. */
import { nearClocks } from './case-rows.ts'
import { endingLines } from './ending-lines.ts'
import { same } from './owners.ts'
import { count, type Row, type Rows, type View } from './view.ts'

export function totals(view: View): Rows {
  const desk = view.who.role === 'manager' ? [cases(view), people(view), waiting(view), running(view), sent(view)] : []
  const sentences = [...(tellsOfUnreachable(view) ? unreachable(view) : []), ...desk]
  const plain = (what: string) => ({ pressing: null, about: '', what, details: [], quote: '', answers: [] })
  const ending = view.who.role === 'manager' ? endingLines(view) : []
  const rows = [...sentences.map(plain), ...ending].map((line): Row => ({ target: null, line }))
  return { id: 'totals', title: 'The desk today', command: 'intagree cases', most: rows.length, rows }
}

/** Everybody where no manager is left who could hear of it. */
function tellsOfUnreachable({ who, facts }: View): boolean {
  const managers = facts.staff.filter(({ manager }) => manager)
  return who.role === 'manager' || managers.every(({ email }) => facts.unreachable.includes(email))
}

function unreachable({ facts }: View): readonly string[] {
  return facts.staff
    .filter(({ email }) => facts.unreachable.includes(email))
    .map(({ name, email }) => `No digest reaches ${name}: a mail to ${email} came back, and nothing is sent there`)
}

function cases({ facts }: View): string {
  const fresh = count(facts.newRequests.length, 'new request')
  return `${count(facts.cases.length, 'open case')}, ${fresh} since the last digest`
}

function people({ facts }: View): string {
  const ofWhom = (email: string) =>
    facts.cases.filter(({ file }) => file.negotiator !== null && same(file.negotiator, email)).length
  const loads = facts.staff.map(({ name, email }) => ({ name, load: ofWhom(email) })).filter(({ load }) => load > 0)
  const nobody = facts.cases.length - loads.reduce((sum, { load }) => sum + load, 0)
  return `Cases by negotiator: ${[...loads, { name: 'nobody', load: nobody }].map(({ name, load }) => `${name} ${load}`).join(', ')}`
}

function waiting(view: View): string {
  const { tasks, drafts, failures } = view.facts
  const late = tasks.filter(({ openedAt }) => view.late(openedAt)).length
  const lateDrafts = drafts.filter(({ createdAt }) => view.late(createdAt)).length
  const parts = [
    `${count(tasks.length, 'open task')} (${late} late)`,
    `${count(drafts.length, 'draft')} to approve (${lateDrafts} late)`,
    `${count(failures.length, 'mail')} that did not arrive`,
  ]
  return parts.join(', ')
}

function running(view: View): string {
  const { running, near, over } = nearClocks(view)
  return `${count(running, 'clock')} running: ${over} over, ${near} within 10 days; ${count(view.facts.overdue.length, 'overdue item')}`
}

function sent({ facts }: View): string {
  const escalated = facts.reminders.filter(({ what }) => what === 'escalated').length
  return `${count(facts.reminders.length - escalated, 'reminder')} sent since the last digest, ${escalated} handed to a person`
}
