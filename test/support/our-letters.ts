import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { builtInTemplates } from '../../src/render/handlebars.ts'

/** Every letter to a carrier as its template's expectation shows it: name and text. */
export function ourLetters(): readonly (readonly [string, string])[] {
  const folder = builtInTemplates()
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return files
    .filter((name) => /expected[^/]*\.txt$/.test(name) && !/^(?:digest|order-answer)/.test(name))
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const)
}
