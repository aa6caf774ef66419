/**
 * A model as text, for the repository and the database: a JSON object with what is true of the whole, then a line per
 * feature, `["feature","column:weight column:weight"]`, so that a change of model can be read as a diff and is loaded
 * without holding it twice. Weights that change nothing are left out.
 */
import { z } from 'zod'
import { INTENTS, type Intent } from '../domain/labels.ts'
import { COLUMNS, type Model } from '../domain/understand/model/model.ts'
import { ORDER_SIGNS } from '../domain/understand/model/order.ts'
import { IntakeError } from '../foundation/intake-error.ts'

/** Weights smaller than this change no decision and double the file. */
const SMALLEST = 0.05

const Share = z.number().min(0).max(1)
const Head = z.object({
  name: z.string(),
  examples: z.number().int().min(1),
  features: z.number().int().min(0),
  /** Models of earlier versions had none. */
  order: z.array(z.number()).length(ORDER_SIGNS).or(z.tuple([])).default([]),
  sharpness: z.number().positive(),
  alsoFrom: Share,
  machineFrom: Share,
  /** Models of earlier versions had one bar for all. */
  idleMachineFrom: Share.optional(),
  doubtFrom: Share,
  /** Models of earlier versions never learned which states are meant. */
  stateBias: z.number().default(0),
  actFrom: z.record(z.enum(INTENTS), Share),
  bias: z.array(z.number()).length(COLUMNS),
})
/** Before the names of what speaks for a state; earlier versions of the program read such lines as features that no mail has. */
const OF_STATE = 'state: '
const WEIGHTS = /^\d+:-?\d+(?:\.\d+)?(?: \d+:-?\d+(?:\.\d+)?)*$/

export function modelToText(model: Model): string {
  const { name, examples, order, sharpness, alsoFrom, machineFrom, idleMachineFrom, doubtFrom, actFrom } = model
  const states = [...model.states.features].map(([shown, weight]) => [`${OF_STATE}${shown}`, [weight]] as const)
  const lines = [...model.features, ...states]
    .map(([feature, weights]) => [feature, packed(weights)] as const)
    .filter(([, weights]) => weights !== '')
    .map((line) => JSON.stringify(line))
  const bars = { alsoFrom, machineFrom, idleMachineFrom, doubtFrom, actFrom }
  const rest = { order, sharpness, ...bars, stateBias: rounded(model.states.bias), bias: [...model.bias].map(rounded) }
  return `${[JSON.stringify({ name, examples, features: lines.length, ...rest }), ...lines].join('\n')}\n`
}

/** Throws `IntakeError model` when the text is no model, is cut off, or is one for other questions. */
export function modelFromText(text: string, from: string): Model {
  const lines = linesOf(text)
  const head = headOf(lines.next().value ?? '', from)
  const { features: count, bias, stateBias, actFrom, idleMachineFrom = head.machineFrom, ...rest } = head
  // One table: tens of thousands of arrays of their own would take several times the memory.
  const table = new Float32Array(count * COLUMNS)
  const features = new Map<string, Float32Array>()
  const states = new Map<string, number>()
  for (const line of lines) {
    const [feature, weights] = featureOf(line, `${from}, line ${features.size + states.size + 2}`)
    if (feature.startsWith(OF_STATE)) {
      states.set(feature.slice(OF_STATE.length), Number(weights.slice(weights.indexOf(':') + 1)))
      continue
    }
    const row = table.subarray(features.size * COLUMNS, (features.size + 1) * COLUMNS)
    features.set(feature, row)
    if (!unpack(weights, row))
      throw new IntakeError('model', `${from} is no model: ${JSON.stringify(feature)} has weights for other questions.`)
  }
  const read = features.size + states.size
  if (read !== count) throw new IntakeError('model', `${from} is cut off: it has ${read} features and says ${count}.`)
  const bars = { actFrom: actFrom as Record<Intent, number>, idleMachineFrom }
  return { ...rest, ...bars, bias: Float64Array.from(bias), features, states: { bias: stateBias, features: states } }
}

function* linesOf(text: string): Generator<string, undefined> {
  let at = 0
  while (at < text.length) {
    const end = text.indexOf('\n', at)
    const to = end < 0 ? text.length : end
    if (to > at) yield text.slice(at, to)
    at = to + 1
  }
}

function headOf(line: string, from: string): z.infer<typeof Head> {
  const result = Head.safeParse(json(line, `${from}, line 1`))
  if (result.success) return result.data
  throw new IntakeError('model', `${from} is no model: ${z.prettifyError(result.error)}`)
}

/** By hand: tens of thousands of lines through a schema take longer than all else that a short command does. */
function featureOf(line: string, where: string): readonly [string, string] {
  const value = json(line, where)
  const [feature, weights] = Array.isArray(value) ? value : []
  if (typeof feature === 'string' && typeof weights === 'string' && WEIGHTS.test(weights)) return [feature, weights]
  throw new IntakeError('model', `${where} is no feature with its weights.`)
}

function json(line: string, where: string): unknown {
  try {
    return JSON.parse(line)
  } catch (error) {
    throw new IntakeError('model', `${where} is no model: ${(error as Error).message}`)
  }
}

function packed(weights: Iterable<number>): string {
  // Rounded first: a weight that was read is a little beside what was written, and would be lost.
  const kept = [...weights]
    .map(rounded)
    .flatMap((weight, at) => (Math.abs(weight) < SMALLEST ? [] : [`${at}:${weight}`]))
  return kept.join(' ')
}

/** False when there is no such column. */
function unpack(text: string, row: Float32Array): boolean {
  return text.split(' ').every((pair) => {
    const cut = pair.indexOf(':')
    const column = Number(pair.slice(0, cut))
    row[column] = Number(pair.slice(cut + 1))
    return column < COLUMNS
  })
}

function rounded(weight: number): number {
  return Math.round(weight * 100) / 100
}
