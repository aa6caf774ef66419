import { userInfo } from 'node:os'
import { resolve } from 'node:path'
import { openBackup, type Restored, restore } from '../../compose/restore.ts'
import { type Config, loadConfig } from '../../config/config.ts'
import { createPool } from '../../db/pool.ts'
import { databaseToFill } from '../../places/database-place.ts'
import { type Call, type Command, type ExitCode, JSON_OPTION } from '../command.ts'
import { textOf } from '../order.ts'
import { print, printJson } from '../print.ts'
import { progress } from '../progress.ts'
import { flawSentence } from './verify.ts'

export const command: Command = {
  name: 'restore',
  description:
    'Puts a backup back: into the database of DATABASE_URL (or the embedded one) and the archive in INTAGREE_HOME, checks\n' +
    'every byte, and leaves a program that can be started again. Refuses a database that is not empty, and one that a\n' +
    'program works on. Nothing is sent twice: letters that may have left after the backup wait for a person (docs/backup.md).\n' +
    'An interrupted restore has changed nothing in the database and can be run again.',
  arguments: [{ syntax: '<folder>', description: 'the folder that was given to "intagree backup"' }],
  options: [
    JSON_OPTION,
    { flags: '--snapshot <name>', description: 'which of its snapshots (default: the newest)' },
    { flags: '--replace', description: 'throw away what is in the database, and go on without files that are damaged' },
  ],
  examples: [
    'intagree restore /mnt/backups/intagree',
    'intagree restore /mnt/backups/intagree --snapshot 2026-03-05T16-00-00Z',
  ],
  async run(call) {
    const config = loadConfig({ env: call.io.env, cwd: call.io.cwd })
    const backup = await openBackup(resolve(call.io.cwd, call.args[0] ?? ''), textOf(call, 'snapshot'))
    const place = await databaseToFill(config, (line) => void call.io.stderr.write(`${line}\n`))
    const pool = createPool(place.url, 4, () => undefined)
    const bar = progress(call.io)
    try {
      const order = {
        ...{ backup, home: config.home, replace: call.options.replace === true },
        by: `person ${userInfo().username}`,
      }
      const onFlaw = async (flaw: Parameters<typeof flawSentence>[0]) => {
        bar.end()
        await print(call.io.stderr, `${flawSentence(flaw)}\n`)
      }
      const restored = await restore(pool, order, () => new Date(), { onFlaw, onStep: bar.step }).finally(bar.end)
      return await show(call, config, restored)
    } finally {
      await pool.end().catch(() => undefined)
      await place.stop()
    }
  },
}

async function show({ io, options }: Call, config: Config, restored: Restored): Promise<ExitCode> {
  const code = restored.damaged.length === 0 && restored.verified.flaws === 0 ? 0 : 1
  if (options.json === true) {
    await printJson(io, restored)
    return code
  }
  const { snapshot, rows, files, unsure, held, snapshotAt, verified } = restored
  const { moveTo } = config.settings.mailbox
  const lines = [
    `${snapshot} is restored: ${rows} rows and ${files} files; ${verified.flaws === 0 ? 'all is as it was written' : `${verified.flaws} flaws`}`,
    ...(unsure + held > 0
      ? [`${unsure + held} letters were on their way then: look at "intagree tasks" before they go`]
      : []),
    `Mail since ${snapshotAt} is taken again; answers to it are held as drafts, for they may have been sent already.`,
    ...(moveTo === null
      ? []
      : [`Mails of that time lie in ${moveTo}: move them back to the mailbox, so that they are taken again.`]),
    'Start with "intagree start".',
  ]
  await print(io.stdout, `${lines.join('\n')}\n`)
  return code
}
