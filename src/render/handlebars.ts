/**
 * Wording from `.hbs` files. A template may name only what its model holds: an unknown variable or helper is an
 * error, also in a condition, and nothing is reached through prototypes. What the model says is data; it is never
 * read as a template.
 */
import { join } from 'node:path'
import type { z } from 'zod'
import { head as headSchema } from '../../templates/head.ts'
import { CONFIRMS_RECEIPT, isTemplateName, TEMPLATES, type TemplateName } from '../../templates/index.ts'
import type { SectionName } from '../domain/letter/section.ts'
import { IntakeError } from '../foundation/intake-error.ts'
import type { Renderer } from '../ports/renderer.ts'
import { knownOnly } from './known-only.ts'
import { builtInTemplates, compiler, directoryOf, type Write } from './template-files.ts'

export { builtInTemplates } from './template-files.ts'

/** What is rendered. */
export type Letter = Parameters<Renderer['render']>[0]

/** The files of a section. `opening` and `next` are lines of the whole letter, which a section may leave to the layout. */
type Parts = Readonly<Record<'subject' | 'text' | 'html' | 'opening' | 'next', Write>>
type Layouts = Readonly<Record<'text' | 'html', Write>>

/** What the layout shows around the sections. */
type Frame = Readonly<z.output<typeof headSchema>> & {
  /** How the letter begins, up to the moment of receipt; '' leaves it to the layout. */
  readonly opening: string
  /** What happens next; '' when the letter does not say. */
  readonly next: string
  /** Nothing but a confirmation of receipt to begin with; the legal footer says so. */
  readonly isReceipt: boolean
  /** It asks, explains or reports something too. */
  readonly saysMore: boolean
}

/** The names a layout may use. */
export const FRAME_NAMES: readonly (keyof Frame)[] = [
  'caseRef',
  'name',
  'received',
  'team',
  'opening',
  'next',
  'isReceipt',
  'saysMore',
]

/** Each section of the domain has its folder. */
const SCHEMAS: Readonly<Record<SectionName, z.ZodType<object>>> = TEMPLATES

/**
 * Looks for each file in the directories in their order (a custom folder first, then `builtInTemplates()`), so a
 * custom folder holds only what differs. Compiles every template once.
 * Throws `IntakeError template` when a file is missing: at the start, not with the first letter.
 */
export function createRenderer({ directories }: { readonly directories: readonly string[] }): Renderer {
  const text = compiler(directories, 'text')
  const html = compiler(directories, 'html')
  const lineOf = (file: string) => (directoryOf(directories, file) === null ? () => '' : text(file))
  const layouts = { text: text('layout.text.hbs'), html: html('layout.html.hbs') }
  const partsOf = (name: TemplateName): Parts => ({
    subject: text(join(name, 'subject.hbs')),
    text: text(join(name, 'text.hbs')),
    html: html(join(name, 'html.hbs')),
    opening: lineOf(join(name, 'opening.hbs')),
    next: lineOf(join(name, 'next.hbs')),
  })
  const compiled = new Map(TEMPLATE_NAMES.map((name) => [name, partsOf(name)]))
  return {
    render: (letter) => write(letter, layouts, (name) => (isTemplateName(name) ? compiled.get(name) : undefined)),
  }
}

export const TEMPLATE_NAMES: readonly TemplateName[] = Object.keys(TEMPLATES).filter(isTemplateName)

/** Of the operator's folder, if there is one, before the built-in ones. */
export function templateDirectories(custom: string | null): readonly string[] {
  return custom === null ? [builtInTemplates()] : [custom, builtInTemplates()]
}

function write(letter: Letter, layouts: Layouts, partsOf: (name: string) => Parts | undefined) {
  const head = told('head', headSchema, letter.head)
  const blocks = letter.sections.map((section) => {
    const parts = partsOf(section.section)
    if (parts === undefined) {
      const there = TEMPLATE_NAMES.join(', ')
      throw new IntakeError('template', `There is no template "${section.section}"; there are: ${there}.`)
    }
    const own = told(`template "${section.section}"`, SCHEMAS[section.section], section)
    return { parts, model: knownOnly({ ...own, ...head }) }
  })
  const [lead] = blocks
  if (lead === undefined) throw new IntakeError('template', 'A letter needs at least one section.')
  const names = letter.sections.map(({ section }) => section)
  const frame: Frame = {
    ...head,
    opening: oneLine(lead.parts.opening(lead.model)),
    next: blocks.map(({ parts, model }) => oneLine(parts.next(model))).find((line) => line !== '') ?? '',
    isReceipt: head.received !== '' && CONFIRMS_RECEIPT.has(names[0] ?? ''),
    saysMore: names.some((name) => !CONFIRMS_RECEIPT.has(name)),
  }
  const joined = (sort: 'text' | 'html') =>
    `${blocks.map(({ parts, model }) => parts[sort](model).trim()).join('\n\n')}\n`
  return {
    subject: oneLine(lead.parts.subject(lead.model)),
    text: `${layouts
      .text(knownOnly(frame), { sections: joined('text') })
      .replace(/\n{3,}/g, '\n\n')
      .trim()}\n`,
    html: `${layouts.html(knownOnly(frame), { sections: joined('html') }).trim()}\n`,
  }
}

function told<T>(who: string, schema: z.ZodType<T>, facts: unknown): T {
  const parsed = schema.safeParse(facts)
  if (parsed.success) return parsed.data
  const wrong = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'model'}: ${message}`).join('; ')
  throw new IntakeError('template', `The ${who} was told something that does not fit: ${wrong}.`)
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
