import {
  decisionsOfCase,
  findCase,
  messagesOfCase,
  openTasks,
  outboxOfCase,
  type TaskLine,
  type TimelineLine,
  timelineOfCase,
} from '../../db/lists.ts'
import { IntakeError } from '../../errors.ts'
import { type Command, type ExitCode, type Io, JSON_OPTION } from '../command.ts'
import { withDatabase } from '../database.ts'
import { shortTime } from '../listing.ts'
import { clean, print, printJson, styled } from '../print.ts'

export const command: Command = {
  name: 'case',
  description: 'Shows one case: its mails, what was answered, what waits for a person, and everything that happened.',
  arguments: [{ syntax: '<ref>', description: 'the reference, e.g. CLEC-2026-00042' }],
  options: [
    JSON_OPTION,
    { flags: '--explain', description: 'also why: the rule that spoke for each mail, and the words it saw' },
  ],
  run: ({ args, options, io }) =>
    withDatabase<ExitCode>(io, async ({ pool }) => {
      const found = await findCase(pool, args[0] ?? '')
      if (!found) throw new IntakeError('not-found', `There is no case ${args[0]}; "intagree cases" lists them.`)
      const { id, ...head } = found
      const [messages, outbox, tasks, timeline, decisions] = await Promise.all([
        messagesOfCase(pool, id),
        outboxOfCase(pool, id),
        openTasks(pool, id),
        timelineOfCase(pool, id),
        decisionsOfCase(pool, id),
      ])
      if (options.json === true) {
        await printJson(io, { ...head, messages, outbox, tasks, timeline, decisions })
        return 0
      }
      await print(io.stdout, headOf(head, io))
      await section(
        io,
        'Mails',
        messages.map((one) => `${shortTime(one.receivedAt)}  ${one.from}  ${one.subject}`),
      )
      await section(
        io,
        'Replies',
        outbox.map((one) => `${one.state.padEnd(8)}  ${one.template} to ${one.to}  ${one.subject}`),
      )
      await section(
        io,
        'Waits for a person',
        tasks.map((task: TaskLine) => task.sentence),
      )
      await section(io, 'Timeline', timeline.map(timelineText))
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

type Head = Omit<NonNullable<Awaited<ReturnType<typeof findCase>>>, 'id'>

function headOf(head: Head, io: Io): string {
  const about = [head.company, head.state, head.agreement, head.path].filter((word) => word !== null).join(' · ')
  const received = `received ${shortTime(head.receivedAt)}`
  return `${styled(head.ref, 'bold', io)}  ${clean(about) || 'nothing known yet'}\n${head.status}, ${received}\n`
}

async function section(io: Io, title: string, lines: readonly string[]): Promise<void> {
  if (lines.length === 0) return
  await print(io.stdout, `\n${styled(title, 'bold', io)}\n${lines.map((line) => `  ${clean(line)}\n`).join('')}`)
}

function timelineText(line: TimelineLine): string {
  const detail = Object.entries(line.detail)
    .filter(([, value]) => value !== null && String(value) !== '')
    .map(([name, value]) => `${name} ${Array.isArray(value) ? value.join(' ') : String(value)}`)
    .join(', ')
  return `${shortTime(line.at)}  ${line.actor}  ${line.event}${detail ? `  (${detail})` : ''}`
}
