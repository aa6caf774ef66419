/**
 * Wording from `.hbs` files. A template may name only what its model holds: an unknown variable or helper is an
 * error, also in a condition, and nothing is reached through prototypes. What the model says is data; it is never
 * read as a template.
 */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Handlebars from 'handlebars'
import { isTemplateName, TEMPLATES, type TemplateName } from '../../templates/index.ts'
import { IntakeError } from '../errors.ts'
import type { Rendered, Renderer } from '../ports.ts'
import { knownOnly } from './known-only.ts'

type Write = (model: unknown) => string
type Parts = Readonly<Record<keyof Rendered, Write>>

/** The control structures a template may use; everything else counts as unknown. */
const HELPERS = { if: true, unless: true, each: true, with: true, log: false, lookup: false } as const

/**
 * Looks for each file in the directories in their order (a custom folder first, then `builtInTemplates()`), so a
 * custom folder holds only what differs. Compiles every template once and renders its sample.
 * Throws `IntakeError template` when a file is missing or does not work: at the start, not with the first reply.
 */
export function createRenderer({ directories }: { readonly directories: readonly string[] }): Renderer {
  const text = environment(directories, 'layout.text.hbs', true)
  const html = environment(directories, 'layout.html.hbs', false)
  const compiled = new Map<TemplateName, Parts>()
  for (const name of Object.keys(TEMPLATES).filter(isTemplateName)) {
    const parts = {
      subject: text(join(name, 'subject.hbs')),
      text: text(join(name, 'text.hbs')),
      html: html(join(name, 'html.hbs')),
    }
    compiled.set(name, parts)
    write(name, parts, readSample(directories, join(name, 'sample.json')))
  }
  return {
    render(name, model) {
      const parts = isTemplateName(name) && compiled.get(name)
      if (parts) return write(name, parts, model)
      throw new IntakeError(
        'template',
        `There is no template "${name}"; there are: ${[...compiled.keys()].join(', ')}.`,
      )
    },
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

function write(name: TemplateName, parts: Parts, facts: unknown): Rendered {
  const parsed = TEMPLATES[name].safeParse(facts)
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'model'}: ${message}`).join('; ')
    throw new IntakeError('template', `The template "${name}" was told something that does not fit: ${wrong}.`)
  }
  const model = knownOnly(parsed.data)
  return {
    subject: parts.subject(model).replace(/\s+/g, ' ').trim(),
    text: `${parts
      .text(model)
      .replace(/\n{3,}/g, '\n\n')
      .trim()}\n`,
    html: `${parts.html(model).trim()}\n`,
  }
}

/** A compiler with its own layout; plain text has nothing to escape, HTML always is. */
function environment(directories: readonly string[], layout: string, noEscape: boolean): (file: string) => Write {
  const handlebars = Handlebars.create()
  const options = { strict: true, knownHelpersOnly: true, knownHelpers: HELPERS, preventIndent: true, noEscape }
  const compile = (file: string) =>
    handlebars.compile(noEscape ? read(directories, file) : escaped(directories, file), options)
  handlebars.registerPartial('layout', explained(layout, compile(layout)))
  return (file) => explained(file, compile(file))
}

/** Handlebars names the line but not the file. */
function explained(file: string, template: Handlebars.TemplateDelegate): Handlebars.TemplateDelegate {
  return (model, options) => {
    try {
      return template(model, options)
    } catch (error) {
      if (error instanceof IntakeError) throw error
      const why = error instanceof Error ? error.message : String(error)
      throw new IntakeError('template', `The template file ${file} does not work: ${why}`, { cause: error })
    }
  }
}

/** HTML must not print a value as it is: what a stranger wrote would become part of our mail. */
function escaped(directories: readonly string[], file: string): string {
  const source = read(directories, file)
  if (!/\{\{~?(?:\{|&)/.test(source)) return source
  throw new IntakeError('template', `The template file ${file} prints a value unescaped; write {{name}} instead.`)
}

function readSample(directories: readonly string[], file: string): unknown {
  try {
    return JSON.parse(read(directories, file))
  } catch (error) {
    if (error instanceof IntakeError) throw error
    throw new IntakeError('template', `The sample ${file} is not JSON: ${String(error)}`, { cause: error })
  }
}

function read(directories: readonly string[], file: string): string {
  const found = directories.map((directory) => join(directory, file)).find((path) => existsSync(path))
  if (found === undefined) {
    throw new IntakeError('template', `The template file ${file} is missing in ${directories.join(' and ')}.`)
  }
  return readFileSync(found, 'utf8').replaceAll('\r\n', '\n')
}
