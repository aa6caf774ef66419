/** The letters that show and prove the wording: `sample.json` of each section's folder, a letter for each name. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Letter, TEMPLATE_NAMES } from './handlebars.ts'
import { builtInTemplates } from './template-files.ts'

export interface Sample {
  /** Name of the section the letter begins with. */
  readonly section: string
  readonly name: string
  readonly letter: Letter
}

/** All of them, in the order of the sections; together they go through every branch of every built-in template. */
export function samples(): readonly Sample[] {
  return TEMPLATE_NAMES.flatMap((section) => {
    const file = readFileSync(join(builtInTemplates(), section, 'sample.json'), 'utf8')
    const letters = JSON.parse(file) as Readonly<Record<string, Letter>>
    return Object.entries(letters).map(([name, letter]) => ({ section, name, letter }))
  })
}
