import { accessSync, constants, createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { WORKERS } from '../../../workers/index.ts'
import type { RunningWorker } from '../../../workers/run-worker.ts'
import { type Config, resolveConfig } from '../../config/config.ts'
import { redactUrls } from '../../config/redact.ts'
import { parseStartRule } from '../../flows/start-rule.ts'
import { IntakeError } from '../../foundation/intake-error.ts'
import { makeFolder } from '../../foundation/make-folder.ts'
import { BOARD_PATH } from '../../http/board-path.ts'
import { createLogger, logJournal } from '../../journal/log.ts'
import type { Command, Io } from '../command.ts'
import { liveView } from '../live-view.ts'
import { styled } from '../print.ts'
import { untilSignal } from '../until-signal.ts'

export const command: Command = {
  name: 'start',
  description:
    'Runs everything in this process: mailbox, reading, deciding, sending, HTTP. With nothing configured it brings its own database and a sandbox mailbox with sample mails, all in INTAGREE_HOME.',
  options: [
    {
      flags: '--from <when>',
      description:
        'where to begin in a mailbox that is connected for the first time: now, all, or a day such as 2026-01-31; older mail is left where it is (default: now; all in the sandbox). Answers to what lay there before wait as drafts in every mode. A mailbox that is known goes on where it was',
    },
    {
      flags: '--answer-old',
      description:
        'with --from, for a mailbox that is connected for the first time: what lies there is answered as new mail is, by the mode (in the sandbox it always is)',
    },
  ],
  examples: ['npm start', 'intagree start --from 2026-01-31'],
  async run({ options, io }) {
    const { config, sources } = resolveConfig({ env: io.env, cwd: io.cwd })
    const start = typeof options.from === 'string' ? parseStartRule(options.from) : null
    openHome(config.home)
    const view = liveView(io, config.timeZone, () => new Date())
    // Loaded when it is clear that something will run: a mistake in the configuration is told in a third of the time.
    const { startWorker } = await import('../../../workers/run-worker.ts')
    const running = await startWorker({
      config,
      roles: WORKERS.all?.roles ?? [],
      start,
      answersOld: options.answerOld === true,
      journals: [view.journal, logJournal(createLogger(config.logLevel, logStream(config, io)), Date.now)],
      ownsSandbox: true,
      portIsFixed: sources.found.has('HTTP_PORT'),
      log: view.say,
    })
    for (const line of whereThingsAre(config, running, io)) view.say(line)
    return untilSignal(io, view, () => running.stop())
  },
}

function openHome(home: string): void {
  try {
    makeFolder(home)
    accessSync(home, constants.W_OK)
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code ?? String(error)
    throw new IntakeError('config', `INTAGREE_HOME ${home} cannot be written (${why}); set it to a folder that can.`)
  }
}

/** On a terminal the screen belongs to the live view and the log goes into a file beside the data. */
function logStream(config: Config, io: Io) {
  return io.columns === null ? io.stderr : createWriteStream(join(config.home, 'intagree.log'), { flags: 'a' })
}

function whereThingsAre(config: Config, running: RunningWorker, io: Io): readonly string[] {
  const { database, mail, http } = running
  const mailbox = mail.accounts.map((one) => `${one.user} at ${one.host}:${one.port}, ${one.mailbox}`).join('; ')
  const rows: readonly (readonly [string, string])[] = [
    ['address', config.address],
    ['mode', MODE_WORDS[config.mode]],
    ['mailbox', mail.sandbox === null ? mailbox : `${mailbox} (sandbox, password desk)`],
    ['SMTP', redactUrls(mail.smtpUrl)],
    ['database', database.embedded ? `embedded PostgreSQL in ${join(config.home, 'postgres')}` : 'DATABASE_URL'],
    [
      'queue',
      `BullMQ on ${config.redisUrl === null ? 'PostgreSQL' : 'Redis'}, http://localhost:${http.port}${BOARD_PATH}`,
    ],
    ['data', config.home],
    ['times', `${config.timeZone} (INTAGREE_TZ)`],
    ['health', `http://localhost:${http.port}/readyz`],
    ['look', 'npx intagree cases · tasks · messages · outbox · accounting'],
  ]
  return [
    styled('intagree is running', 'bold', io),
    ...rows.map(([name, value]) => `  ${styled(name.padEnd(9), 'dim', io)} ${value}`),
    '',
  ]
}

const MODE_WORDS: Record<Config['mode'], string> = {
  auto: 'auto: replies and reminders are sent',
  draft: 'draft: replies wait for a person (intagree approve)',
  observe: 'observe: no reply is written',
}
