import { resolve } from 'node:path'
import { backup } from '../../compose/backup.ts'
import { type Command, type ExitCode, JSON_OPTION } from '../command.ts'
import { withDatabase } from '../database.ts'
import { print, printJson } from '../print.ts'
import { progress } from '../progress.ts'

export const command: Command = {
  name: 'backup',
  description:
    'Copies the database and the archive into a folder, consistently, beside the running program. The folder takes any\n' +
    'number of backups: each has its own snapshot of the database, and files of the archive are copied once. One that was\n' +
    'interrupted goes on with the files where it was. Nothing in it is encrypted. Exit code 1 when a file of the archive\n' +
    'was gone or damaged: the backup is whole but for it.',
  arguments: [{ syntax: '<folder>', description: 'where the backups lie; made when missing' }],
  options: [JSON_OPTION],
  examples: ['intagree backup /mnt/backups/intagree', 'intagree restore /mnt/backups/intagree'],
  run: ({ args, io, options }) =>
    withDatabase<ExitCode>(io, async ({ pool, config }) => {
      const bar = progress(io)
      const made = await backup(pool, config.home, resolve(io.cwd, args[0] ?? ''), bar.step).finally(bar.end)
      if (options.json === true) await printJson(io, made)
      else {
        const { snapshot, rows, files, copied, damaged } = made
        await print(io.stdout, `${snapshot}: ${rows} rows and ${files} files, of which ${copied} were copied now\n`)
        for (const sha256 of damaged) await print(io.stdout, `archive ${sha256} is gone or damaged and is not in it\n`)
      }
      return made.damaged.length === 0 ? 0 : 1
    }),
}
