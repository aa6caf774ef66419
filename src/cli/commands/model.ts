import { userInfo } from 'node:os'
import { listModels, type ModelLine, modelInUse, useModel } from '../../db/models.ts'
import type { Pool } from '../../db/pool.ts'
import { IntakeError } from '../../foundation/intake-error.ts'
import { shippedModel } from '../../learning/shipped.ts'
import { type Call, type Command, type ExitCode, JSON_OPTION } from '../command.ts'
import { type LookedAt, withDatabase } from '../database.ts'
import { everyRow } from '../paging.ts'
import { print, printJson, printTable } from '../print.ts'
import { percent } from '../report-table.ts'

export const command: Command = {
  name: 'model',
  description:
    'Lists the models that decide what mails want, or puts one to use. Every version is kept: going back is using an\n' +
    'earlier one. Version 0 came with the program. All running processes follow within seconds.',
  arguments: [
    { syntax: '[verb]', description: '"use", to put a version to use' },
    { syntax: '[version]', description: 'its number' },
  ],
  options: [JSON_OPTION],
  examples: ['intagree model', 'intagree model use 3', 'intagree model use 0'],
  run: (call) =>
    withDatabase<ExitCode>(call.io, (at) => (call.args.length === 0 ? list(call, at) : use(call, at.pool))),
}

async function list({ io, options }: Call, { pool, when }: LookedAt): Promise<ExitCode> {
  const models: ModelLine[] = [await shippedLine(pool)]
  for await (const model of everyRow((page) => listModels(pool, page), undefined)) models.push(model)
  if (options.json === true) {
    for (const { id: version, ...line } of models) await printJson(io, { version, ...line })
    return 0
  }
  await printTable(
    io,
    [
      { title: 'version', of: (row) => row.id, right: true },
      { title: 'made', of: (row) => when(row.madeAt) },
      { title: 'by', of: (row) => row.madeBy },
      { title: 'mails', of: (row) => row.examples, right: true },
      { title: 'corrections', of: (row) => row.corrections, right: true },
      { title: 'main right', of: (row) => percent(row.report?.mainRight ?? null), right: true },
      { title: 'acts on', of: (row) => percent(row.report?.coverage ?? null), right: true },
      { title: '', of: (row) => (row.inUse ? 'in use' : ''), style: () => 'green' },
    ],
    models,
  )
  return 0
}

async function shippedLine(pool: Pool): Promise<ModelLine> {
  const { examples } = shippedModel()
  const inUse = (await modelInUse(pool)) === 0
  return { id: 0, madeAt: null, madeBy: 'came with the program', examples, corrections: 0, report: null, inUse }
}

async function use({ args, io, options }: Call, pool: Pool): Promise<ExitCode> {
  const [verb, number] = args
  const version = Number(number)
  if (verb !== 'use' || number === undefined || !Number.isSafeInteger(version) || version < 0)
    throw new IntakeError('usage', 'Say "intagree model use VERSION"; "intagree model" lists the versions.')
  if (!(await useModel(pool, version, `person ${userInfo().username}`)))
    throw new IntakeError('not-found', `There is no model ${version}; "intagree model" lists them.`)
  if (options.json === true) await printJson(io, { version, inUse: true })
  else await print(io.stdout, `Model ${version} is in use.\n`)
  return 0
}
