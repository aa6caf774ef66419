/**
 * Mails to staff. They are no letters to a CLEC, so each has a layout of its own and no disclaimer. Like every template
 * they may name only what their model holds, and in HTML nothing is printed unescaped.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Handlebars from 'handlebars'
import type { z } from 'zod'
import { IntakeError } from '../foundation/intake-error.ts'
import type { Rendered } from '../ports/renderer.ts'
import { knownOnly } from './known-only.ts'

const HELPERS = { if: true, unless: true, each: true, with: true, log: false, lookup: false } as const

/** Looks for each file of the folder in the directories in their order, and renders the folder's sample at once. */
export function staffLetter(
  directories: readonly string[],
  folder: string,
  model: z.ZodType,
): (facts: unknown) => Rendered {
  const parts = {
    subject: compile(directories, join(folder, 'subject.hbs'), true),
    text: compile(directories, join(folder, 'text.hbs'), true),
    html: compile(directories, join(folder, 'html.hbs'), false),
  }
  const render = (facts: unknown): Rendered => {
    const parsed = model.safeParse(facts)
    if (!parsed.success) {
      const wrong = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'model'}: ${message}`)
      throw new IntakeError('template', `The ${folder} was told something that does not fit: ${wrong.join('; ')}.`)
    }
    const known = knownOnly(parsed.data)
    const text = parts.text(known).replace(/\n{3,}/g, '\n\n')
    return {
      subject: parts.subject(known).replace(/\s+/g, ' ').trim(),
      text: `${text.trim()}\n`,
      html: `${parts.html(known).trim()}\n`,
    }
  }
  render(sampleOf(directories, folder))
  return render
}

function compile(directories: readonly string[], file: string, noEscape: boolean): (known: unknown) => string {
  const source = read(directories, file)
  if (!noEscape && /\{\{~?(?:\{|&)/.test(source)) {
    throw new IntakeError('template', `The template file ${file} prints a value unescaped; write {{name}} instead.`)
  }
  const options = { strict: true, knownHelpersOnly: true, knownHelpers: HELPERS, preventIndent: true, noEscape }
  const template = Handlebars.create().compile(source, options)
  return (known) => {
    try {
      return template(known)
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      throw new IntakeError('template', `The template file ${file} does not work: ${why}`, { cause: error })
    }
  }
}

function sampleOf(directories: readonly string[], folder: string): unknown {
  const file = join(folder, 'sample.json')
  try {
    return JSON.parse(read(directories, file))
  } catch (error) {
    if (error instanceof IntakeError) throw error
    throw new IntakeError('template', `The sample ${file} is not JSON: ${String(error)}`, { cause: error })
  }
}

function read(directories: readonly string[], file: string): string {
  const found = directories.map((directory) => join(directory, file)).find((path) => existsSync(path))
  if (found !== undefined) return readFileSync(found, 'utf8').replaceAll('\r\n', '\n')
  throw new IntakeError('template', `The template file ${file} is missing in ${directories.join(' and ')}.`)
}
