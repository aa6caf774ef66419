/**
 * A model as text, for the repository and the database: JSON with a line per feature, so that a change of model can be
 * read as a diff. Per feature only the weights that matter are written, each as `column:weight`.
 */
import { z } from 'zod'
import { INTENTS, type Intent } from '../domain/labels.ts'
import { COLUMNS, type Model } from '../domain/understand/model/model.ts'
import { IntakeError } from '../errors.ts'

/** Weights smaller than this change no decision and double the file. */
const SMALLEST = 0.03

const Share = z.number().min(0).max(1)
const ModelFile = z.object({
  name: z.string(),
  examples: z.number().int().min(1),
  sharpness: z.number().positive(),
  alsoFrom: Share,
  machineFrom: Share,
  doubtFrom: Share,
  actFrom: z.record(z.enum(INTENTS), Share),
  bias: z.array(z.number()).length(COLUMNS),
  features: z.record(z.string(), z.string()),
})

export function modelToText(model: Model): string {
  const { name, examples, sharpness, alsoFrom, machineFrom, doubtFrom, actFrom } = model
  const head = {
    name,
    examples,
    sharpness,
    alsoFrom,
    machineFrom,
    doubtFrom,
    actFrom,
    bias: [...model.bias].map(rounded),
  }
  const features = [...model.features]
    .map(([feature, weights]) => [feature, packed(weights)] as const)
    .filter(([, weights]) => weights !== '')
    .map(([feature, weights]) => `${JSON.stringify(feature)}:${JSON.stringify(weights)}`)
  return `${JSON.stringify(head).slice(0, -1)},"features":{\n${features.join(',\n')}\n}}\n`
}

/** Throws `IntakeError model` when the text is no model, or one for other questions. */
export function modelFromText(text: string, from: string): Model {
  const parsed = ModelFile.safeParse(parseJson(text, from))
  if (!parsed.success) throw new IntakeError('model', `${from} is no model: ${z.prettifyError(parsed.error)}`)
  const { features, bias, actFrom, ...rest } = parsed.data
  return {
    ...rest,
    actFrom: actFrom as Record<Intent, number>,
    bias: Float64Array.from(bias),
    features: new Map(Object.entries(features).map(([feature, weights]) => [feature, unpacked(weights)])),
  }
}

function parseJson(text: string, from: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new IntakeError('model', `${from} is no model: ${(error as Error).message}`)
  }
}

function packed(weights: Float64Array): string {
  return [...weights]
    .flatMap((weight, at) => (Math.abs(weight) < SMALLEST ? [] : [`${at}:${rounded(weight)}`]))
    .join(' ')
}

function unpacked(text: string): Float64Array {
  const weights = new Float64Array(COLUMNS)
  for (const pair of text.split(' ')) {
    const cut = pair.indexOf(':')
    weights[Number(pair.slice(0, cut))] = Number(pair.slice(cut + 1))
  }
  return weights
}

function rounded(weight: number): number {
  return Math.round(weight * 100) / 100
}
