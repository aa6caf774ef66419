/** Finds, reads and compiles `.hbs` files; what is wrong with one is told with its name. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Handlebars from 'handlebars'
import { IntakeError } from '../foundation/intake-error.ts'

/** `partials`: what the file may insert, already rendered. */
export type Write = (model: unknown, partials?: Readonly<Record<string, string>>) => string

/** The control structures a template may use; everything else counts as unknown. */
export const HELPERS = { if: true, unless: true, each: true, with: true, log: false, lookup: false } as const

/** A compiler of one sort of text: HTML escapes what it prints, plain text and lines have nothing to escape. */
export function compiler(directories: readonly string[], sort: 'text' | 'html'): (file: string) => Write {
  const handlebars = Handlebars.create()
  const noEscape = sort === 'text'
  const options = { strict: true, knownHelpersOnly: true, knownHelpers: HELPERS, preventIndent: true, noEscape }
  return (file) => {
    const source = readTemplate(directories, file)
    if (!noEscape) mustEscape(file, source)
    return explained(file, handlebars.compile(source, options))
  }
}

/** The `templates` folder beside package.json, whether this runs from the sources or compiled below `dist`. */
export function builtInTemplates(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json'))) {
    if (folder === dirname(folder))
      throw new IntakeError('template', 'The installation is incomplete: no package.json.')
    folder = dirname(folder)
  }
  return join(folder, 'templates')
}

/** The first of the directories that has the file, or null. */
export function directoryOf(directories: readonly string[], file: string): string | null {
  return directories.find((directory) => existsSync(join(directory, file))) ?? null
}

export function readTemplate(directories: readonly string[], file: string): string {
  const directory = directoryOf(directories, file)
  if (directory === null) {
    throw new IntakeError('template', `The template file ${file} is missing in ${directories.join(' and ')}.`)
  }
  return readFileSync(join(directory, file), 'utf8').replaceAll('\r\n', '\n')
}

/** Handlebars names the line but not the file. */
function explained(file: string, template: Handlebars.TemplateDelegate): Write {
  return (model, partials = {}) => {
    const ready = Object.entries(partials).map(([name, rendered]) => [name, () => rendered])
    try {
      return template(model, { partials: Object.fromEntries(ready) })
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      throw new IntakeError('template', `The template file ${file} does not work: ${why}`, { cause: error })
    }
  }
}

/** HTML must not print a value as it is: what a stranger wrote would become part of our mail. */
function mustEscape(file: string, source: string): void {
  if (!/\{\{~?(?:\{|&)/.test(source)) return
  throw new IntakeError('template', `The template file ${file} prints a value unescaped; write {{name}} instead.`)
}
