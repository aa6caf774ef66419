import { WORKERS } from '../../../workers/index.ts'
import { resolveConfig } from '../../config/config.ts'
import { parseStartRule } from '../../flows/start-rule.ts'
import { IntakeError } from '../../foundation/intake-error.ts'
import { createLogger, logJournal } from '../../journal/log.ts'
import type { Command } from '../command.ts'
import { untilSignal } from '../until-signal.ts'

export const command: Command = {
  name: 'worker',
  description:
    'Runs one part of the work as a process of its own; start any number of each, on any machine that reaches the database, the queue and the archive folder. Logs go to stderr.',
  arguments: [{ syntax: '<name>', description: Object.keys(WORKERS).join(', ') }],
  options: [
    { flags: '--from <when>', description: 'as for start; matters to the poller only' },
    { flags: '--answer-old', description: 'as for start; matters to the poller only' },
  ],
  examples: ['intagree worker poller', 'HTTP_PORT=0 intagree worker reader'],
  async run({ args, options, io }) {
    const name = args[0] ?? ''
    const worker = Object.hasOwn(WORKERS, name) ? WORKERS[name] : undefined
    if (worker === undefined)
      throw new IntakeError('usage', `There is no worker "${name}"; allowed are ${Object.keys(WORKERS).join(', ')}.`)
    const { config, sources } = resolveConfig({ env: io.env, cwd: io.cwd })
    const logger = createLogger(config.logLevel, io.stderr)
    // Loaded when it is clear that something will run: a mistake in the configuration is told in a third of the time.
    const { startWorker } = await import('../../../workers/run-worker.ts')
    const running = await startWorker({
      config,
      roles: worker.roles,
      start: typeof options.from === 'string' ? parseStartRule(options.from) : null,
      answersOld: options.answerOld === true,
      journals: [logJournal(logger, Date.now)],
      ownsSandbox: false,
      portIsFixed: sources.found.has('HTTP_PORT'),
      log: (line) => logger.info(line),
    })
    logger.info({ worker: name, port: running.http.port }, 'worker is running')
    return untilSignal(io, { say: (line) => logger.info(line), end: () => undefined }, () => running.stop())
  },
}
