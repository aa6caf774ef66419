import { deskSettings } from '../../compose/desk.ts'
import { affiliationsOf } from '../../db/affiliations.ts'
import {
  decisionsOfCase,
  type FoundCase,
  findCase,
  type MessageLine,
  messagesOfCase,
  type OrderLine,
  openTasks,
  ordersOfCase,
  outboxOfCase,
  type TaskLine,
  type TimelineLine,
  timelineOfCase,
} from '../../db/lists.ts'
import type { Pool } from '../../db/pool.ts'
import { affiliatesOf } from '../../domain/casework/affiliates.ts'
import type { DeskSettings } from '../../domain/casework/desk-settings.ts'
import type { ClockLine } from '../../domain/casework/outcome.ts'
import { hasChecklist } from '../../domain/process/has-checklist.ts'
import { standingOf } from '../../domain/process/standing.ts'
import { timelineSentence } from '../../domain/timeline/sentence.ts'
import { IntakeError } from '../../foundation/intake-error.ts'
import { printChecklist, printHead } from '../case-card.ts'
import { reminderLines } from '../case-reminders.ts'
import { type Command, type ExitCode, type Io, JSON_OPTION } from '../command.ts'
import { withDatabase } from '../database.ts'
import { clean, print, printJson, styled } from '../print.ts'
import type { When } from '../when.ts'

export const command: Command = {
  name: 'case',
  description:
    'Shows one case: where it stands and what proves it, its clocks, its mails, what was answered, what waits for a person, and everything that happened.',
  arguments: [{ syntax: '<ref>', description: 'the reference, e.g. CLEC-2026-00042' }],
  options: [
    JSON_OPTION,
    {
      flags: '--explain',
      description:
        'also why: how each clock and the next reminder are reckoned, the rule that spoke for each mail, and the words it saw',
    },
  ],
  run: ({ args, options, io }) =>
    withDatabase<ExitCode>(io, async ({ pool, config, when }) => {
      const found = await findCase(pool, args[0] ?? '')
      if (!found) throw new IntakeError('not-found', `There is no case ${args[0]}; "intagree cases" lists them.`)
      const seen = await lookAt(pool, found)
      if (options.json === true) await printJson(io, asJson(seen))
      else await printPage(io, seen, { desk: deskSettings(config), when, explain: options.explain === true })
      return 0
    }),
}

type Seen = Awaited<ReturnType<typeof lookAt>>

interface Shown {
  readonly desk: DeskSettings
  readonly when: When
  readonly explain: boolean
}

/** The case and all that hangs on it. */
async function lookAt(pool: Pool, found: FoundCase) {
  const company = found.company === null ? [] : [found.company]
  const affiliates = affiliatesOf(found.company, await affiliationsOf(pool, company))
  const [orders, messages, outbox, tasks, timeline, decisions] = await Promise.all([
    ordersOfCase(pool, found.ref),
    messagesOfCase(pool, found.id),
    outboxOfCase(pool, found.id),
    openTasks(pool, found.id),
    timelineOfCase(pool, found.id),
    decisionsOfCase(pool, found.id),
  ])
  return { found, affiliates, messages, outbox, tasks, orders, timeline, decisions }
}

function asJson({ found, affiliates, ...rows }: Seen) {
  const { id: _row, file, ...head } = found
  const { steps, turn, next } = standingOf(file)
  const standing = hasChecklist(file) ? { turn, next, checklist: steps } : {}
  const chase = file.chase === null ? {} : { reminders: file.chase }
  return { ...head, affiliates, ...standing, ...chase, ...rows }
}

async function printPage(io: Io, seen: Seen, shown: Shown): Promise<void> {
  const { found, affiliates } = seen
  await printHead(io, found, affiliates, shown.when)
  await printChecklist(io, found)
  for (const [title, lines] of sectionsOf(seen, shown)) await section(io, title, lines)
}

function sectionsOf(seen: Seen, { desk, when, explain }: Shown): readonly (readonly [string, readonly string[]])[] {
  const { found, messages, outbox, tasks, orders, timeline, decisions } = seen
  return [
    ['Clocks (for staff only)', found.clocks.flatMap((clock) => clockLines(clock, explain))],
    ['Reminders', reminderLines(found.file, desk, when, explain)],
    ['Mails', messages.map((one) => mailText(one, when))],
    ['Replies', outbox.map((one) => `${one.id}  ${one.state.padEnd(8)}  ${one.template} to ${one.to}  ${one.subject}`)],
    ['Waits for a person', tasks.map(taskText)],
    ['Orders', orders.map((one) => orderText(one, when))],
    ['Timeline', timeline.map((line) => timelineText(line, when))],
    ['Because', explain ? decisions.flatMap(becauseLines) : []],
  ]
}

function clockLines({ due, rolled, title, state, derivation }: ClockLine, explain: boolean): readonly string[] {
  const possible = rolled === null ? '' : `, ${rolled} is possible`
  return [`${due}  ${title}: ${state}${possible}`, ...(explain ? derivation.map((line) => `    ${line}`) : [])]
}

async function section(io: Io, title: string, lines: readonly string[]): Promise<void> {
  if (lines.length === 0) return
  await print(io.stdout, `\n${styled(title, 'bold', io)}\n${lines.map((line) => `  ${clean(line)}\n`).join('')}`)
}

function mailText({ id, receivedAt, from, subject }: MessageLine, when: When): string {
  return `mail ${id}  ${when(receivedAt)}  ${from ?? 'nobody'}  ${subject ?? ''}`
}

function taskText({ id, messageId, sentence }: TaskLine): string {
  return `task ${id}${messageId === null ? '' : `, mail ${messageId}`}: ${sentence}`
}

function orderText({ id, at, by, said, undoneBy }: OrderLine, when: When): string {
  return `${id}  ${when(at)}  ${by}  ${said}${undoneBy ? ` (taken back by ${undoneBy})` : ''}`
}

function becauseLines({ messageId, because }: Seen['decisions'][number]): readonly string[] {
  return because.map(({ rule, saw }) => `mail ${messageId}: ${rule}: ${saw}`)
}

function timelineText(line: TimelineLine, when: When): string {
  return `${when(line.at)}  ${line.actor}  ${timelineSentence(line, (at) => when(new Date(at)))}`
}
