import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { loadSettings, templatesFolder } from '../../config/config.ts'
import { IntakeError } from '../../foundation/intake-error.ts'
import { makeFolder } from '../../foundation/make-folder.ts'
import type { Renderer } from '../../ports/renderer.ts'
import { openTemplates, ownFiles } from '../../render/check-templates.ts'
import { TEMPLATE_NAMES } from '../../render/handlebars.ts'
import { previewPage } from '../../render/preview-page.ts'
import { type Sample, samples } from '../../render/samples.ts'
import { type Call, type Command, type ExitCode, type Io, JSON_OPTION } from '../command.ts'
import { print, printJson, printTable } from '../print.ts'

interface TemplateLine {
  readonly name: string
  /** Of the first sample. */
  readonly subject: string
  /** Letters that "preview" shows. */
  readonly samples: number
  /** Files of it that our own folder replaces. */
  readonly replaced: readonly string[]
}

export const command: Command = {
  name: 'templates',
  description:
    'Lists the sections of which our letters are made, or writes a page that shows sample letters as a mail program\n' +
    'would. Wording of our own (templates: in intagree.yaml) is tried with every sample first.',
  arguments: [
    { syntax: '[verb]', description: '"preview", to write the page' },
    { syntax: '[name]', description: 'only the letters that begin with this section' },
  ],
  options: [JSON_OPTION, { flags: '--out <directory>', description: 'where the page is written', default: '.' }],
  examples: ['intagree templates', 'intagree templates preview', 'intagree templates preview reminder --out /tmp'],
  async run(call) {
    const { args, io } = call
    const [verb] = args
    if (verb !== undefined && verb !== 'preview')
      throw new IntakeError('usage', `"${verb}" is none of: preview. "intagree templates" lists the sections.`)
    const custom = templatesFolder(loadSettings({ env: io.env, cwd: io.cwd }), io.cwd)
    const renderer = openTemplates(custom)
    const own = custom === null ? [] : ownFiles(custom)
    return verb === undefined ? list(call, renderer, own) : preview(call, renderer, own)
  },
}

async function list({ io, options }: Call, renderer: Renderer, own: readonly string[]): Promise<ExitCode> {
  const all = samples()
  const lines = TEMPLATE_NAMES.map((name): TemplateLine => {
    const of = all.filter(({ section }) => section === name)
    return {
      name,
      subject: of[0] === undefined ? '' : renderer.render(of[0].letter).subject,
      samples: of.length,
      replaced: own.filter((file) => file.startsWith(`${name}/`)),
    }
  })
  if (options.json === true) {
    for (const line of lines) await printJson(io, line)
    return 0
  }
  await printTable(
    io,
    [
      { title: 'name', of: (row) => row.name },
      { title: 'samples', of: (row) => row.samples, right: true },
      { title: 'wording', of: (row) => wordingOf(row.replaced) },
      { title: 'subject', of: (row) => row.subject },
    ],
    lines,
  )
  const layouts = own.filter((file) => file.startsWith('layout.'))
  if (layouts.length > 0) await print(io.stdout, `\nOur own: ${layouts.join(', ')}.\n`)
  return 0
}

function wordingOf(replaced: readonly string[]): string {
  if (replaced.length === 0) return 'built-in'
  return `own ${replaced.map((file) => file.slice(file.indexOf('/') + 1, -'.hbs'.length)).join(', ')}`
}

async function preview({ args, io, options }: Call, renderer: Renderer, own: readonly string[]): Promise<ExitCode> {
  const shown = samplesOf(args[1])
  const directory = resolve(io.cwd, String(options.out))
  const file = join(directory, 'templates-preview.html')
  const letters = shown.map((sample) => ({ ...sample, rendered: renderer.render(sample.letter) }))
  await write(directory, file, previewPage(letters, own))
  await tell(io, options.json === true, file, shown.length)
  return 0
}

function samplesOf(name: string | undefined): readonly Sample[] {
  const shown = samples().filter(({ section }) => name === undefined || section === name)
  if (shown.length > 0) return shown
  throw new IntakeError('not-found', `There is no template "${name}"; there are: ${TEMPLATE_NAMES.join(', ')}.`)
}

async function write(directory: string, file: string, page: string): Promise<void> {
  try {
    makeFolder(directory)
    await writeFile(file, page)
  } catch (error) {
    throw new IntakeError('usage', `${file} cannot be written (${(error as Error).message}); choose another --out.`)
  }
}

async function tell(io: Io, json: boolean, file: string, letters: number): Promise<void> {
  if (json) await printJson(io, { file, letters })
  else await print(io.stdout, `${letters} letters: ${file}\n`)
}
