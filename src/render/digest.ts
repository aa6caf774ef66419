/**
 * The digest mail. It goes to staff and is no letter to a CLEC, so it has a layout of its own and no disclaimer. Like
 * every template it may name only what its model holds, and in HTML nothing is printed unescaped.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Handlebars from 'handlebars'
import { type DigestModel, digest as model } from '../../templates/digest/model.ts'
import type { Digest, DigestLine } from '../domain/digest/digest.ts'
import { IntakeError } from '../errors.ts'
import type { Rendered } from '../ports.ts'
import { knownOnly } from './known-only.ts'

/** An answer by one touch; `href` must be a mailto link. */
export interface DigestLink {
  readonly label: string
  readonly href: string
}

export interface DigestLetter {
  readonly digest: Digest
  /** By number. */
  readonly links: ReadonlyMap<number, readonly DigestLink[]>
  /** Replies with numbers are read. */
  readonly answerable: boolean
  /** Who signs. */
  readonly team: string
}

export interface DigestRenderer {
  render(letter: DigestLetter): Rendered
  /** What the template itself is told; the sample has this shape. */
  renderModel(facts: unknown): Rendered
}

const HELPERS = { if: true, unless: true, each: true, with: true, log: false, lookup: false } as const

/** Looks for each file in the directories in their order; compiles all of them and renders the sample at once. */
export function createDigestRenderer({ directories }: { readonly directories: readonly string[] }): DigestRenderer {
  const parts = {
    subject: compile(directories, 'subject.hbs', true),
    text: compile(directories, 'text.hbs', true),
    html: compile(directories, 'html.hbs', false),
  }
  const renderModel = (facts: unknown): Rendered => {
    const parsed = model.safeParse(facts)
    if (!parsed.success) {
      const wrong = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'model'}: ${message}`)
      throw new IntakeError('template', `The digest was told something that does not fit: ${wrong.join('; ')}.`)
    }
    const known = knownOnly(parsed.data)
    const text = parts.text(known).replace(/\n{3,}/g, '\n\n')
    return {
      subject: parts.subject(known).replace(/\s+/g, ' ').trim(),
      text: `${text.trim()}\n`,
      html: `${parts.html(known).trim()}\n`,
    }
  }
  renderModel(sampleOf(directories))
  return { render: (letter) => renderModel(modelOf(letter)), renderModel }
}

function modelOf({ digest, links, answerable, team }: DigestLetter): DigestModel {
  return {
    ...{ name: digest.name, day: digest.day, headline: digest.headline, answerable, team },
    sections: digest.sections.map(({ title, command, more, lines }) => ({
      ...{ title, command, more },
      lines: lines.map((line) => lineOf(line, links, answerable)),
    })),
    accounting: [...digest.accounting],
  }
}

function lineOf(line: DigestLine, links: DigestLetter['links'], answerable: boolean) {
  return {
    ...line,
    details: [...line.details],
    answers: answerable ? [...line.answers] : [],
    links: answerable && line.number !== null ? [...(links.get(line.number) ?? [])] : [],
  }
}

function compile(directories: readonly string[], name: string, noEscape: boolean): (known: unknown) => string {
  const file = join('digest', name)
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

function sampleOf(directories: readonly string[]): unknown {
  const file = join('digest', 'sample.json')
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
