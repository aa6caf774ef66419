import { availableParallelism } from 'node:os'
import { readerLimits } from '../../compose/reader-limits.ts'
import { loadSettings } from '../../config/config.ts'
import { createPictureReader } from '../../documents/picture/picture-reader.ts'
import { inOrder } from '../../flows/in-order.ts'
import { type Inspected, inspectMail, unreadableLine } from '../../flows/inspect.ts'
import { shippedModel } from '../../learning/shipped.ts'
import { createMailReader } from '../../mime/reader-pool.ts'
import { type Call, type Command, type ExitCode, type Io, JSON_OPTION } from '../command.ts'
import { card } from '../inspect-card.ts'
import { explain } from '../inspect-explain.ts'
import { findMailFile, listMailFiles } from '../mail-files.ts'
import { print, printJson } from '../print.ts'

const MOST_READERS = 4
/** The program promises to stay below 300 MB whatever the mail is; a picture that would take more is left unread. */
const PROCESS_MB = 280
const PICTURE_MS = 6_000

/** `why` is a sentence when the file could not be opened. */
type Shown = Inspected & { readonly why: string | null }

export const command: Command = {
  name: 'inspect',
  description:
    'Reads mails from files (a directory: its *.eml, sorted by name) and tells what they are, what they want, and\n' +
    'whether they may be answered. Needs no service; stores and sends nothing.',
  arguments: [{ syntax: '<file...>', description: 'raw mails (RFC 5322), or directories of them' }],
  options: [
    JSON_OPTION,
    { flags: '--explain', description: 'also show why, in words, and how the text was folded', conflicts: ['json'] },
    { flags: '--own <addresses>', description: 'our own addresses, separated by commas: never answered' },
  ],
  examples: [
    'intagree inspect mail.eml',
    'intagree inspect --json mails/ | jq .intents',
    'intagree inspect --explain mail.eml',
  ],
  run: inspect,
}

async function inspect({ args, options, io }: Call): Promise<ExitCode> {
  const settings = loadSettings({ env: io.env, cwd: io.cwd })
  const limits = readerLimits(settings.limits)
  const files = await listMailFiles(args, io.cwd)
  const workers = Math.max(1, Math.min(files.length, availableParallelism(), MOST_READERS))
  const reader = createMailReader({ workers, limits, archiveDirectory: null })
  const own = typeof options.own === 'string' ? options.own.toLowerCase().split(',') : []
  const ownAddresses = own.map((address) => address.trim())
  const pictures = createPictureReader({ limits: { ms: PICTURE_MS }, processMb: PROCESS_MB })
  const world = { ownAddresses, authservIds: settings.trust.authservIds, model: shippedModel() }
  const needs = { reader, pictures, world, clock: () => performance.now() }
  const work = async (file: string): Promise<Shown> => {
    const found = await findMailFile(file, io.cwd, limits.mailBytes)
    if ('why' in found) return { line: unreadableLine(file, found.why), mail: null, likeliest: [], why: found.why }
    return { ...(await inspectMail(file, found.source, needs)), why: null }
  }
  let code: ExitCode = 0
  try {
    for await (const inspected of inOrder(files, workers, work)) {
      if (inspected.why !== null) code = 1
      await show(inspected, options, io)
    }
    return code
  } finally {
    await reader.close()
    await pictures.close()
  }
}

async function show({ why, ...inspected }: Shown, options: Call['options'], io: Io): Promise<void> {
  if (why !== null) io.stderr.write(`${why}\n`)
  if (options.json === true) return printJson(io, inspected.line)
  if (why !== null) return
  await print(io.stdout, `${card(inspected, io)}${options.explain === true ? explain(inspected, io) : ''}\n`)
}
