/** The model and the labelled mails that come with the program. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Model } from '../domain/understand/model/model.ts'
import { IntakeError } from '../foundation/intake-error.ts'
import { modelFromText } from './model-file.ts'

let known: Model | undefined

/** Read once. Throws `IntakeError model` when the installation is incomplete. */
export function shippedModel(): Model {
  known ??= readModel(join(learningFolder(), 'shipped-model.jsonl'))
  return known
}

export function shippedExamples(): string {
  return join(learningFolder(), 'examples')
}

export function readModel(path: string): Model {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    throw new IntakeError('model', `The model cannot be read: ${(error as Error).message}`)
  }
  return modelFromText(text, path)
}

/** `src/learning` of this installation: data lies there also when the program runs compiled. */
export function learningFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json'))) {
    if (folder === dirname(folder)) throw new IntakeError('model', 'The installation is incomplete: no package.json.')
    folder = dirname(folder)
  }
  return join(folder, 'src', 'learning')
}
