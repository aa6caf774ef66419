/** A carrier's own wording is tried at the start: with every sample, and against what no automatic mail says. */
import { readdirSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import { TEMPLATES } from '../../templates/index.ts'
import { OUR_MAILS_SAY } from '../domain/letter/echo.ts'
import { IntakeError } from '../foundation/intake-error.ts'
import type { Renderer } from '../ports/renderer.ts'
import { forbiddenIn, forbiddenInLetter, readableHtml } from './forbidden-wording.ts'
import { createRenderer, FRAME_NAMES, TEMPLATE_NAMES, templateDirectories } from './handlebars.ts'
import { type Sample, samples } from './samples.ts'
import { readTemplate } from './template-files.ts'
import { namesIn } from './template-names.ts'

/** The files a carrier's folder may hold. */
export const REPLACEABLE: readonly string[] = [
  ...TEMPLATE_NAMES.flatMap((name) =>
    ['subject', 'text', 'html', 'opening', 'next'].map((part) => `${name}/${part}.hbs`),
  ),
  'layout.text.hbs',
  'layout.html.hbs',
]

/**
 * The renderer of the operator's folder, if there is one, and the built-in wording.
 * Throws `IntakeError template` with one sentence that names the file and what is wrong with it.
 */
export function openTemplates(custom: string | null): Renderer {
  const renderer = createRenderer({ directories: templateDirectories(custom) })
  const letters = samples()
  if (custom !== null) for (const file of ownFiles(custom)) checkFile(custom, file, letters)
  for (const sample of letters) checkLetter(renderer, sample)
  return renderer
}

/** The carrier's own files, such as `closing/text.hbs`. Throws when the folder is none or holds a template nobody reads. */
export function ownFiles(custom: string): readonly string[] {
  if (statSync(custom, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new IntakeError(
      'template',
      `The folder of templates, ${custom}, does not exist; see "templates" in intagree.yaml.`,
    )
  const files = readdirSync(custom, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll(sep, '/'))
    .filter((file) => file.endsWith('.hbs'))
    .sort()
  const stray = files.find((file) => !REPLACEABLE.includes(file))
  if (stray === undefined) return files
  throw new IntakeError(
    'template',
    `The template file ${join(custom, stray)} replaces nothing; "intagree templates" lists the sections, whose folders may hold subject, text, html, opening and next.hbs.`,
  )
}

/** `sections`: the partial with what the letter says. */
const LAYOUT_NAMES: ReadonlySet<string> = new Set([...FRAME_NAMES, 'sections'])

/** Also the branches that no sample takes. */
function checkFile(custom: string, file: string, letters: readonly Sample[]): void {
  const source = readTemplate([custom], file)
  const known = file.startsWith('layout.') ? LAYOUT_NAMES : namesOfSection(file.slice(0, file.indexOf('/')), letters)
  const unknown = namesIn(file, source).find((name) => !known.has(name))
  if (unknown !== undefined)
    throw new IntakeError('template', `The template file ${file} does not work: "${unknown}" is not known here.`)
  if (file.startsWith('layout.') && !/\{\{~?>\s*sections\s*~?\}\}/.test(source))
    throw new IntakeError('template', `The template file ${file} shows no sections; {{> sections}} must stand in it.`)
  const said = source.replace(/\{\{!--[\s\S]*?--\}\}|\{\{[^}]*\}\}/g, ' ')
  refuse(`The template file ${file}`, forbiddenIn(file.endsWith('html.hbs') ? readableHtml(said) : said))
}

function checkLetter(renderer: Renderer, { section, name, letter }: Sample): void {
  const rendered = renderer.render(letter)
  refuse(`The letter "${section}", sample "${name}",`, forbiddenInLetter(rendered))
  for (const [file, text] of [
    ['layout.text.hbs', rendered.text],
    ['layout.html.hbs', readableHtml(rendered.html)],
  ] as const) {
    const words = text.replace(/\s+/g, ' ')
    if (OUR_MAILS_SAY.some((sentence) => words.includes(sentence))) continue
    throw new IntakeError(
      'template',
      `The template file ${file} leaves out "${OUR_MAILS_SAY.join('" or "')}"; by it we know our own mails again when a machine sends them back.`,
    )
  }
}

function refuse(who: string, found: readonly string[]): void {
  if (found.length === 0) return
  throw new IntakeError(
    'template',
    `${who} says "${found.join('", "')}"; an automatic mail must not accept, waive, extend, admit, promise or date anything.`,
  )
}

/** Every name that a sample of the section holds, at any depth. */
function namesOfSection(name: string, letters: readonly Sample[]): ReadonlySet<string> {
  const names = new Set(['caseRef', 'name', 'received', 'team'])
  const collect = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, inner] of Object.entries(value)) {
      if (!Array.isArray(value)) names.add(key)
      collect(inner)
    }
  }
  for (const { letter } of letters)
    for (const section of letter.sections)
      if (section.section === name) collect(TEMPLATES[section.section].parse(section))
  return names
}
