import { writeFile } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { resolve } from 'node:path'
import { correctionsInForce } from '../../db/corrections.ts'
import { saveModel, useModel } from '../../db/models.ts'
import type { LabelledMail } from '../../domain/learn/lesson.ts'
import { type Training, trainWith } from '../../flows/train.ts'
import { IntakeError } from '../../foundation/intake-error.ts'
import { modelToText } from '../../learning/model-file.ts'
import { readAllLabelled } from '../../learning/read-examples.ts'
import { shippedExamples } from '../../learning/shipped.ts'
import { createMailReader } from '../../mime/reader-pool.ts'
import { type Call, type Command, type ExitCode, type Io, JSON_OPTION } from '../command.ts'
import { withDatabase } from '../database.ts'
import { print, printJson } from '../print.ts'
import { progress } from '../progress.ts'
import { printReport } from '../report-table.ts'

const FOLDS = 8

export const command: Command = {
  name: 'train',
  description:
    'Learns anew what mails want, from the labelled mails that come with the program and from the corrections that\n' +
    'people made ("intagree correct"). Prints what the model is worth on mails of writers it did not know, before and\n' +
    'after, and keeps it as a version of its own. It decides nothing until "intagree model use VERSION", or --use.',
  options: [
    JSON_OPTION,
    { flags: '--use', description: 'put the new version to use at once' },
    { flags: '--precision <share>', description: 'how often acting shall be right, 0.5 to 1', default: '0.99' },
    { flags: '--examples <folder>', description: 'also learn from the labelled mails below this folder' },
    {
      flags: '--only <folder>',
      description: 'learn from the labelled mails below this folder and the corrections alone; for trying things out',
      conflicts: ['examples'],
    },
    {
      flags: '--out <file>',
      description: 'write the model to a file; needs no database, stores nothing',
      conflicts: ['use'],
    },
  ],
  examples: ['intagree train', 'intagree train --use', 'intagree train --out model.jsonl --examples ./more-mails'],
  run: trainCommand,
}

async function trainCommand(call: Call): Promise<ExitCode> {
  const { options, io } = call
  const precision = shareOf(options.precision)
  if (typeof options.out === 'string') {
    const training = trainHere(io, await labelledMails(call), [], precision)
    await writeFile(resolve(io.cwd, options.out), modelToText({ ...training.model, name: 'shipped' }))
    await show(call, training, null)
    return 0
  }
  return withDatabase<ExitCode>(io, async ({ pool }) => {
    const actor = `person ${userInfo().username}`
    const training = trainHere(io, await labelledMails(call), await correctionsInForce(pool), precision)
    const { model, report, corrections } = training
    const weights = modelToText(model)
    const version = await saveModel(pool, { examples: model.examples, corrections, report, weights }, actor)
    if (options.use === true) await useModel(pool, version, actor)
    await show(call, training, version)
    return 0
  })
}

function trainHere(
  io: Io,
  labelled: readonly LabelledMail[],
  corrections: Parameters<typeof trainWith>[1],
  precision: number,
): Training {
  const bar = progress(io)
  const training = trainWith(labelled, corrections, { name: 'trained', precision, folds: FOLDS }, bar.step)
  bar.end()
  return training
}

async function labelledMails({ options: { only, examples }, io }: Call): Promise<readonly LabelledMail[]> {
  const given = [only, examples].filter((folder) => typeof folder === 'string').map((path) => resolve(io.cwd, path))
  const folders = only === undefined ? [shippedExamples(), ...given] : given
  const reader = createMailReader({ workers: 2, archiveDirectory: null })
  try {
    const labelled: LabelledMail[] = []
    for (const folder of folders) labelled.push(...(await readAllLabelled(folder, reader)))
    return labelled
  } finally {
    await reader.close()
  }
}

async function show({ options, io }: Call, training: Training, version: number | null): Promise<void> {
  const { report, before, corrections, model } = training
  if (options.json === true) return printJson(io, { version, examples: model.examples, corrections, report, before })
  await printReport(io, report, before)
  if (version === null) return
  const learned = `${corrections} ${corrections === 1 ? 'correction' : 'corrections'} among its mails`
  const next = options.use === true ? 'It is in use.' : `Put it to use with: intagree model use ${version}`
  await print(io.stdout, `\nKept as version ${version}, ${learned}. ${next}\n`)
}

function shareOf(value: unknown): number {
  const share = Number(value)
  if (share >= 0.5 && share <= 1) return share
  throw new IntakeError('usage', `--precision is "${value}"; it must be a number from 0.5 to 1.`)
}
