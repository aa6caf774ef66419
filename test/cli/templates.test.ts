import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { TEMPLATE_NAMES } from '../../src/render/handlebars.ts'
import { samples } from '../../src/render/samples.ts'
import { runInside } from './run-inside.ts'
import { temporaryFolder } from './run-intagree.ts'

const OWN = {
  'intagree.yaml': 'templates: wording\n',
  'wording/closing/subject.hbs': 'Put away [{{caseRef}}]\n',
}

describe('intagree templates', () => {
  test('lists every section with its subject', async () => {
    using folder = temporaryFolder()
    const { code, stdout } = await runInside(['templates'], { cwd: folder.path })
    expect(code).toBe(0)
    expect(stdout.trimEnd().split('\n')).toHaveLength(TEMPLATE_NAMES.length + 1)
    expect(stdout).toMatch(/^closing +1 +built-in +We put this file away \[CLEC-2026-00042\]$/m)
  })

  test('says what our own folder replaces, also to programs', async () => {
    using folder = temporaryFolder(OWN)
    const { stdout } = await runInside(['templates'], { cwd: folder.path })
    expect(stdout).toMatch(/^closing +1 +own subject +Put away \[CLEC-2026-00042\]$/m)
    const json = await runInside(['templates', '--json'], { cwd: folder.path })
    const lines = json.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines).toHaveLength(TEMPLATE_NAMES.length)
    expect(lines.at(-1)).toEqual({
      name: 'closing',
      subject: 'Put away [CLEC-2026-00042]',
      samples: 1,
      replaced: ['closing/subject.hbs'],
    })
  })

  test.each([
    [
      'wording that is forbidden',
      { ...OWN, 'wording/closing/text.hbs': 'We accept it.' },
      /^The template file closing\/text\.hbs says "accept"; .*\n$/,
    ],
    [
      'a folder that is not there',
      { 'intagree.yaml': 'templates: nowhere\n' },
      /^The folder of templates, .*nowhere, does not exist; .*\n$/,
    ],
  ])('is stopped by %s, in one sentence', async (_what, files, says) => {
    using folder = temporaryFolder(files)
    const { code, stderr } = await runInside(['templates'], { cwd: folder.path })
    expect(code).toBe(1)
    expect(stderr).toMatch(says)
  })
})

describe('intagree templates preview', () => {
  test('writes a page with every sample, in frames in which nothing runs', async () => {
    using folder = temporaryFolder(OWN)
    const { code, stdout } = await runInside(['templates', 'preview', '--out', 'a/b'], { cwd: folder.path })
    const file = join(folder.path, 'a/b/templates-preview.html')
    expect({ code, stdout }).toEqual({ code: 0, stdout: `${samples().length} letters: ${file}\n` })
    const page = readFileSync(file, 'utf8')
    expect(page.match(/<iframe sandbox="allow-same-origin" [^>]*srcdoc="/g)).toHaveLength(2 * samples().length)
    expect(page).toContain('<h2>Put away [CLEC-2026-00042]</h2>')
    expect(page).toContain('Our own: closing/subject.hbs.')
    expect(page.replace(/srcdoc="[^"]*"|<pre>[^<]*<\/pre>/g, '')).not.toMatch(/https?:|\bsrc=/)
  })

  test('of one section, for programs', async () => {
    using folder = temporaryFolder()
    const { stdout } = await runInside(['templates', 'preview', 'reminder', '--json'], { cwd: folder.path })
    expect(JSON.parse(stdout)).toEqual({ file: join(folder.path, 'templates-preview.html'), letters: 9 })
  })

  test.each([
    [['templates', 'preview', 'welcome'], 1, /^There is no template "welcome"; there are: acknowledgement, /],
    [['templates', 'show'], 2, /^"show" is none of: preview\./],
    [
      ['templates', 'preview', '--out', 'intagree.yaml'],
      2,
      /intagree\.yaml.* cannot be written .*choose another --out\./,
    ],
  ])('%j is told what is wrong', async (argv, expected, says) => {
    using folder = temporaryFolder(OWN)
    const { code, stderr } = await runInside(argv, { cwd: folder.path })
    expect({ code, stderr }).toEqual({ code: expected, stderr: expect.stringMatching(says) })
  })
})
