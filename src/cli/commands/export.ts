import { join, resolve } from 'node:path'
import { fileArchive } from '../../archive/file-archive.ts'
import { exportCase } from '../../compose/export-case.ts'
import { type Command, type ExitCode, JSON_OPTION } from '../command.ts'
import { withDatabase } from '../database.ts'
import { refOf, textOf } from '../order.ts'
import { print, printJson } from '../print.ts'
import { progress } from '../progress.ts'

export const command: Command = {
  name: 'export',
  description:
    'Writes one case as files that can be read without this program: every mail as it came, its attachments, our letters,\n' +
    'the case as JSON, a page with everything that happened (index.html), and the chain of hashes of its timeline with\n' +
    'how to check it (CHECK.txt). Exit code 1 when a file was gone from the archive.',
  arguments: [{ syntax: '<ref>', description: 'the case, e.g. CLEC-2026-00042' }],
  options: [
    JSON_OPTION,
    { flags: '--out <path>', description: 'a folder, or a file that ends in .zip (default: the reference and .zip)' },
  ],
  examples: ['intagree export CLEC-2026-00042', 'intagree export CLEC-2026-00042 --out /tmp/case'],
  run: (call) =>
    withDatabase<ExitCode>(call.io, async ({ pool, config }) => {
      const { io, options } = call
      const ref = refOf(call)
      const bar = progress(io)
      const archive = fileArchive(join(config.home, 'archive'))
      const path = resolve(io.cwd, textOf(call, 'out') ?? `${ref}.zip`)
      const made = await exportCase({ pool, archive, zone: config.timeZone, onStep: bar.step }, ref, path).finally(
        bar.end,
      )
      if (options.json === true) await printJson(io, made)
      else {
        await print(io.stdout, `${made.path}: ${made.files} files\n`)
        for (const sha256 of made.missing) await print(io.stdout, `archive ${sha256} is gone and is not in it\n`)
      }
      return made.missing.length === 0 ? 0 : 1
    }),
}
