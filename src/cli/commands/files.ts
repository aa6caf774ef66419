import { findCase } from '../../db/lists.ts'
import { filesOfCase } from '../../db/lists-files.ts'
import { mayHandOn } from '../../domain/files/allowed.ts'
import { scanInWords } from '../../domain/files/scan.ts'
import { IntakeError } from '../../foundation/intake-error.ts'
import { type Command, type ExitCode, JSON_OPTION } from '../command.ts'
import { withDatabase } from '../database.ts'
import { refOf } from '../order.ts'
import { print, printJson, printTable } from '../print.ts'

export const command: Command = {
  name: 'files',
  description:
    'Lists the files that came with the mails of a case: what each is by its bytes, what the virus scanner said, and\n' +
    'whether "intagree export" hands it out. All of them are kept in the archive, and in the mail as it came.',
  arguments: [{ syntax: '<ref>', description: 'the case, e.g. CLEC-2026-00042' }],
  options: [JSON_OPTION],
  examples: ['intagree files CLEC-2026-00042'],
  run: (call) =>
    withDatabase<ExitCode>(call.io, async ({ pool }) => {
      const { io, options } = call
      const ref = refOf(call)
      const found = await findCase(pool, ref)
      if (!found) throw new IntakeError('not-found', `There is no case ${ref}; "intagree cases" lists them.`)
      const lines = (await filesOfCase(pool, found.id)).map(({ scan, ...file }) => {
        const handed = mayHandOn(file, scan)
        return { ...file, scan: scanInWords(scan), handedOut: handed.allowed ? 'yes' : `no: ${handed.why}` }
      })
      if (options.json === true) for (const line of lines) await printJson(io, line)
      else if (lines.length === 0) await print(io.stdout, 'No files came with this case.\n')
      else await printTable(io, COLUMNS, lines)
      return 0
    }),
}

interface Line {
  readonly message: number
  readonly filename: string
  readonly mediaType: string
  readonly bytes: number
  readonly scan: string
  readonly handedOut: string
}

const COLUMNS = [
  { title: 'mail', of: (line: Line) => line.message, right: true },
  { title: 'file', of: (line: Line) => line.filename || '(no name)' },
  { title: 'type', of: (line: Line) => line.mediaType },
  { title: 'bytes', of: (line: Line) => line.bytes, right: true },
  {
    title: 'virus scan',
    of: (line: Line) => line.scan,
    style: (line: Line) => (line.scan === 'clean' ? ('green' as const) : ('yellow' as const)),
  },
  { title: 'handed out', of: (line: Line) => line.handedOut },
]
