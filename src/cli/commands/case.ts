import { deskSettings } from '../../compose/desk.ts'
import { affiliationsOf } from '../../db/affiliations.ts'
import {
  decisionsOfCase,
  findCase,
  messagesOfCase,
  openTasks,
  ordersOfCase,
  outboxOfCase,
  type TaskLine,
  type TimelineLine,
  timelineOfCase,
} from '../../db/lists.ts'
import { affiliatesOf } from '../../domain/casework/affiliates.ts'
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
      const { id, file, ...head } = found
      const company = found.company === null ? [] : [found.company]
      const affiliates = affiliatesOf(found.company, await affiliationsOf(pool, company))
      const [orders, messages, outbox, tasks, timeline, decisions] = await Promise.all([
        ordersOfCase(pool, found.ref),
        messagesOfCase(pool, id),
        outboxOfCase(pool, id),
        openTasks(pool, id),
        timelineOfCase(pool, id),
        decisionsOfCase(pool, id),
      ])
      if (options.json === true) {
        const { steps, turn, next } = standingOf(file)
        const standing = hasChecklist(file) ? { turn, next, checklist: steps } : {}
        const chase = file.chase === null ? {} : { reminders: file.chase }
        await printJson(io, {
          ...head,
          affiliates,
          ...standing,
          ...chase,
          messages,
          outbox,
          tasks,
          orders,
          timeline,
          decisions,
        })
        return 0
      }
      await printHead(io, found, affiliates, when)
      await printChecklist(io, found)
      await section(
        io,
        'Clocks (for staff only)',
        found.clocks.flatMap((clock) => clockLines(clock, options.explain === true)),
      )
      await section(io, 'Reminders', reminderLines(file, deskSettings(config), when, options.explain === true))
      await section(
        io,
        'Mails',
        messages.map((one) => `mail ${one.id}  ${when(one.receivedAt)}  ${one.from ?? 'nobody'}  ${one.subject ?? ''}`),
      )
      await section(
        io,
        'Replies',
        outbox.map((one) => `${one.id}  ${one.state.padEnd(8)}  ${one.template} to ${one.to}  ${one.subject}`),
      )
      await section(io, 'Waits for a person', tasks.map(taskText))
      await section(
        io,
        'Orders',
        orders.map(
          (one) =>
            `${one.id}  ${when(one.at)}  ${one.by}  ${one.said}${one.undoneBy ? ` (taken back by ${one.undoneBy})` : ''}`,
        ),
      )
      await section(
        io,
        'Timeline',
        timeline.map((line) => timelineText(line, when)),
      )
      if (options.explain === true)
        await section(
          io,
          'Because',
          decisions.flatMap((one) =>
            one.because.map((reason) => `mail ${one.messageId}: ${reason.rule}: ${reason.saw}`),
          ),
        )
      return 0
    }),
}

function clockLines({ due, rolled, title, state, derivation }: ClockLine, explain: boolean): readonly string[] {
  const possible = rolled === null ? '' : `, ${rolled} is possible`
  return [`${due}  ${title}: ${state}${possible}`, ...(explain ? derivation.map((line) => `    ${line}`) : [])]
}

async function section(io: Io, title: string, lines: readonly string[]): Promise<void> {
  if (lines.length === 0) return
  await print(io.stdout, `\n${styled(title, 'bold', io)}\n${lines.map((line) => `  ${clean(line)}\n`).join('')}`)
}

function taskText({ id, messageId, sentence }: TaskLine): string {
  return `task ${id}${messageId === null ? '' : `, mail ${messageId}`}: ${sentence}`
}

function timelineText(line: TimelineLine, when: When): string {
  return `${when(line.at)}  ${line.actor}  ${timelineSentence(line, (at) => when(new Date(at)))}`
}
