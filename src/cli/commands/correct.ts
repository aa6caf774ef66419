import { userInfo } from 'node:os'
import { z } from 'zod'
import { deskSettings } from '../../compose/desk.ts'
import type { Config } from '../../config/config.ts'
import { type Corrected, decidedMail, keepCorrection, withdrawCorrection } from '../../db/corrections.ts'
import type { Pool } from '../../db/pool.ts'
import { AGREEMENTS, INTENTS, KINDS, PATHS } from '../../domain/labels.ts'
import { type Corrections, correctedLabel } from '../../domain/learn/correct.ts'
import type { Label } from '../../domain/learn/example.ts'
import { STATE_NAMES } from '../../domain/states.ts'
import { IntakeError } from '../../foundation/intake-error.ts'
import { type Call, type Command, type ExitCode, JSON_OPTION, type OptionValue } from '../command.ts'
import { withDatabase } from '../database.ts'
import { print, printJson } from '../print.ts'

const NONE = 'none'

export const command: Command = {
  name: 'correct',
  description:
    'Says what a mail really is. Only what was wrong needs to be given. The correction mends the cases that the mail\n' +
    "opened; a mail that was taken for a machine's and is a person's opens its case now, and its answer waits as a draft.\n" +
    'It is kept as a labelled mail: "intagree train" learns from it, nothing is learned before. A later\n' +
    'correction of the same mail replaces an earlier one.',
  arguments: [{ syntax: '<message>', description: 'its id, as intagree messages lists it' }],
  options: [
    JSON_OPTION,
    { flags: '--kind <kind>', description: 'who or what wrote it', choices: KINDS },
    {
      flags: '--intents <list>',
      description: `what it wants, main one first, separated by commas: ${INTENTS.join(', ')}`,
    },
    { flags: '--agreement <sort>', description: 'which agreement is asked for', choices: [...AGREEMENTS, NONE] },
    { flags: '--path <path>', description: 'the way to it', choices: [...PATHS, NONE] },
    { flags: '--company <name>', description: `the carrier's legal name, or "${NONE}"` },
    { flags: '--states <list>', description: `USPS codes separated by commas, or "${NONE}"` },
    {
      flags: '--withdraw',
      description: 'take the correction back: it is learned from no more',
      conflicts: ['kind', 'intents', 'agreement', 'path', 'company', 'states'],
    },
  ],
  examples: [
    'intagree correct 17 --intents status-inquiry',
    'intagree correct 17 --intents agreement-request,supporting-document --company "Acme Fiber, LLC" --states CO,UT',
    'intagree correct 17 --kind auto-reply',
    'intagree correct 17 --withdraw',
  ],
  run: (call) => withDatabase<ExitCode>(call.io, ({ config, pool }) => correct(call, pool, config)),
}

async function correct({ args, options, io }: Call, pool: Pool, config: Config): Promise<ExitCode> {
  const id = Number(args[0])
  if (!Number.isSafeInteger(id) || id < 1)
    throw new IntakeError('usage', `"${args[0]}" is no mail; give the id that "intagree messages" lists.`)
  const actor = `person ${userInfo().username}`
  if (options.withdraw === true) {
    if (!(await withdrawCorrection(pool, id, actor)))
      throw new IntakeError('not-found', `Mail ${id} has no correction; nothing was changed.`)
    if (options.json === true) await printJson(io, { id, withdrawn: true })
    else await print(io.stdout, `The correction of mail ${id} is taken back.\n`)
    return 0
  }
  const label = await labelFor(pool, id, correctionsIn(options))
  const mended = await keepCorrection(pool, id, label, { actor, at: Date.now() }, deskSettings(config))
  if (options.json === true) await printJson(io, { id, label, ...mended })
  else
    await print(io.stdout, `Mail ${id} is kept as ${inWords(label)}. "intagree train" learns from it.\n${told(mended)}`)
  return 0
}

function told({ caseRefs, withoutCase, decidedAgain }: Corrected): string {
  const mended = caseRefs.length === 0 ? '' : `Mended: ${caseRefs.join(', ')}.\n`
  const further = withoutCase.length === 0 ? '' : `No case was opened for ${withoutCase.join(', ')}.\n`
  const again = decidedAgain
    ? 'It belonged to no case and is decided anew, as what it is, by the running program or by the next that starts; its answer waits as a draft ("intagree outbox").\n'
    : ''
  return mended + further + again
}

async function labelFor(pool: Pool, id: number, corrections: Corrections): Promise<Label> {
  if (Object.keys(corrections).length === 0)
    throw new IntakeError('usage', 'Say what is wrong: --kind, --intents, --agreement, --path, --company or --states.')
  const decided = await decidedMail(pool, id)
  if (decided === null)
    throw new IntakeError('not-found', `Mail ${id} is not there or not decided yet; "intagree messages" lists them.`)
  try {
    return correctedLabel(decided.mail, decided.understanding, corrections)
  } catch (error) {
    throw new IntakeError('usage', (error as Error).message)
  }
}

const Words = {
  kind: z.enum(KINDS),
  intents: z.array(z.enum(INTENTS)).min(1),
  agreement: z.enum(AGREEMENTS).nullable(),
  path: z.enum(PATHS).nullable(),
  company: z.string().min(1).nullable(),
  states: z.array(z.enum(Object.keys(STATE_NAMES) as [string, ...string[]])),
}

function correctionsIn(options: Call['options']): Corrections {
  const given = {
    kind: options.kind,
    intents: listOf(options.intents),
    agreement: orNull(options.agreement),
    path: orNull(options.path),
    company: orNull(options.company),
    states: options.states === NONE ? [] : listOf(options.states)?.map((code) => code.toUpperCase()),
  }
  const found = Object.entries(given).filter(([, value]) => value !== undefined)
  return Object.fromEntries(
    found.map(([name, value]) => {
      const parsed = Words[name as keyof typeof Words].safeParse(value)
      if (parsed.success) return [name, parsed.data]
      throw new IntakeError('usage', `--${name} is "${options[name]}": ${parsed.error.issues[0]?.message}.`)
    }),
  )
}

function listOf(value: OptionValue): string[] | undefined {
  return typeof value === 'string'
    ? value
        .split(',')
        .map((word) => word.trim())
        .filter(Boolean)
    : undefined
}

function orNull(value: OptionValue): OptionValue | null {
  return value === NONE ? null : value
}

function inWords({ kind, intents, company, states }: Label): string {
  return [kind, intents.join(' and '), company ?? '', states.join(', ')].filter(Boolean).join(' · ')
}
