import { join } from 'node:path'
import { fileArchive } from '../../archive/file-archive.ts'
import { loadModel } from '../../compose/model-in-use.ts'
import { readerLimits } from '../../compose/reader-limits.ts'
import { modelInUse, modelWeights } from '../../db/models.ts'
import { recognisedTexts } from '../../db/ocr-mail.ts'
import { countDecisions, pastDecisions, senderCheckOf } from '../../db/past-decisions.ts'
import type { Pool } from '../../db/pool.ts'
import { infectedFiles } from '../../db/scans.ts'
import { picturesToRecognise, withRecognised } from '../../domain/pictures.ts'
import { type ReplayedMail, type ReplayTotals, replay } from '../../flows/replay.ts'
import { IntakeError } from '../../foundation/intake-error.ts'
import { createMailReader } from '../../mime/reader-pool.ts'
import type { PastDecision } from '../../ports/stores/past-decisions.ts'
import { type Call, type Command, type ExitCode, type Io, JSON_OPTION, type OptionValue } from '../command.ts'
import { type LookedAt, withDatabase } from '../database.ts'
import { everyRow, MOST_OPTION } from '../paging.ts'
import { clean, print, printJson, styled } from '../print.ts'
import { progress } from '../progress.ts'

export const command: Command = {
  name: 'replay',
  description:
    'Reads every mail of the archive again, understands it with the rules of this version and the model in use (or\n' +
    'another), and prints what would be different from what was decided, mail by mail and in total. Changes nothing\n' +
    'and sends nothing. Caps, threads and the mode are left out on both sides.',
  options: [
    JSON_OPTION,
    MOST_OPTION,
    { flags: '--model <version>', description: 'decide with this model instead of the one in use' },
    { flags: '--all', description: 'also list the mails that would be decided as they were' },
  ],
  examples: ['intagree replay', 'intagree replay --model 3', 'intagree replay --json | jq .'],
  run: (call) => withDatabase<ExitCode>(call.io, (at) => replayCommand(call, at)),
}

async function replayCommand({ options, io }: Call, { config, pool }: LookedAt): Promise<ExitCode> {
  const archive = fileArchive(join(config.home, 'archive'))
  const reader = createMailReader({ workers: 2, limits: readerLimits(config.settings.limits), archiveDirectory: null })
  const ownAddresses = [config.address, ...config.settings.aliases]
  const { authservIds } = config.settings.trust
  const world = { ownAddresses, authservIds, model: await loadModel(pool, await versionOf(pool, options.model)) }
  const closed = await infectedFiles(pool)
  const read = async ({ id, sha256 }: PastDecision) => {
    const mail = (await archive.has(sha256)) ? (await reader.read({ path: archive.pathOf(sha256) }, closed)).mail : null
    if (mail === null) return null
    const pictures = picturesToRecognise(mail).map((picture) => picture.sha256)
    const checked = await senderCheckOf(pool, id)
    return { ...withRecognised(mail, await recognisedTexts(pool, pictures)), ...(checked && { checked }) }
  }
  const of = await countDecisions(pool)
  const bar = progress(io)
  let done = 0
  try {
    const run = replay(
      everyRow((page) => pastDecisions(pool, page), options.most),
      { world, read },
    )
    for (;;) {
      const { value, done: isOver } = await run.next()
      if (isOver) {
        bar.end()
        await showTotals(value, options.json === true, io)
        return 0
      }
      done += 1
      bar.step('replaying', done, of)
      if (value.differences.length > 0 || options.all === true) await show(value, options.json === true, bar.end, io)
    }
  } finally {
    bar.end()
    await reader.close()
  }
}

async function versionOf(pool: Pool, wanted: OptionValue): Promise<number> {
  if (wanted === undefined) return modelInUse(pool)
  const version = Number(wanted)
  if (!Number.isSafeInteger(version) || version < 0)
    throw new IntakeError('usage', `--model is "${wanted}"; give a version that "intagree model" lists.`)
  if (version > 0 && (await modelWeights(pool, version)) === null)
    throw new IntakeError('not-found', `There is no model ${version}; "intagree model" lists them.`)
  return version
}

async function show(mail: ReplayedMail, json: boolean, clear: () => void, io: Io): Promise<void> {
  clear()
  if (json) return printJson(io, mail)
  const head = `mail ${mail.id}  ${mail.caseRefs.join(' ') || 'no case'}  ${clean(mail.subject ?? '')}`
  const lines = mail.differences.map(
    ({ field, before, after }) =>
      `  ${styled(field.padEnd(11), 'dim', io)}${clean(before) || '-'}  ${styled('→', 'yellow', io)}  ${clean(after) || '-'}\n`,
  )
  await print(io.stdout, `${styled(head, 'bold', io)}\n${lines.join('') || '  as it was\n'}`)
}

async function showTotals(totals: ReplayTotals, json: boolean, io: Io): Promise<void> {
  if (json) return printJson(io, { totals })
  const fields = Object.entries(totals.fields).sort(([, a], [, b]) => b - a)
  const list = fields.map(([field, count]) => `  ${field.padEnd(11)}${String(count).padStart(6)}\n`).join('')
  const unreadable = totals.unreadable === 0 ? '' : `, ${totals.unreadable} could not be read`
  await print(
    io.stdout,
    `\n${totals.changed} of ${totals.mails} mails would be different${unreadable}; nothing was changed or sent\n${list}`,
  )
}
