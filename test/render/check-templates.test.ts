/** A carrier's own wording is tried before the first letter; what is wrong is told in one sentence. */
import { describe, expect, test } from 'vitest'
import { IntakeError } from '../../src/foundation/intake-error.ts'
import { openTemplates, ownFiles } from '../../src/render/check-templates.ts'
import { createRenderer, templateDirectories } from '../../src/render/handlebars.ts'
import { samples } from '../../src/render/samples.ts'
import { temporaryFolder } from '../cli/run-intagree.ts'

const [SAMPLE] = samples().filter(({ section }) => section === 'closing')

function open(files: Readonly<Record<string, string>>) {
  using folder = temporaryFolder(files)
  return openTemplates(folder.path)
}

test('the built-in wording passes', () => {
  const built = createRenderer({ directories: templateDirectories(null) })
  expect(openTemplates(null).render(SAMPLE!.letter)).toEqual(built.render(SAMPLE!.letter))
})

test('own files replace the built-in ones one by one; other files are left alone', () => {
  const files = {
    'closing/subject.hbs': 'Done: {{why}} [{{caseRef}}]\n',
    'closing/next.hbs': 'We keep it. {{team}}\n',
    'README.md': 'We accept everything.',
    'closing/old.txt': '{{nonsense}}',
  }
  const { subject, text } = open(files).render(SAMPLE!.letter)
  expect(subject).toBe(
    'Done: You told us that your company no longer plans to offer service in Colorado. [CLEC-2026-00042]',
  )
  expect(text).toContain('WHAT HAPPENS NEXT\nWe keep it. Interconnection Agreements\n')
  using folder = temporaryFolder(files)
  expect(ownFiles(folder.path)).toEqual(['closing/next.hbs', 'closing/subject.hbs'])
})

describe('stops the start', () => {
  test.each<[string, Record<string, string>, string]>([
    [
      'an unknown variable',
      { 'closing/text.hbs': '{{wy}}' },
      'The template file closing/text.hbs does not work: "wy" is not known here.',
    ],
    [
      'an unknown variable where no sample comes by',
      { 'closing/html.hbs': '<p>{{#if why}}{{why}}{{else}}{{#if caseRef}}{{wy}}{{/if}}{{/if}}</p>' },
      'The template file closing/html.hbs does not work: "wy" is not known here.',
    ],
    [
      'an unknown field in a list',
      { 'reminder/text.hbs': '{{#each items}}{{lable}}{{/each}}' },
      'The template file reminder/text.hbs does not work: "lable" is not known here.',
    ],
    [
      'an unknown variable of the layout',
      { 'layout.text.hbs': '{{> sections}}{{why}}' },
      'The template file layout.text.hbs does not work: "why" is not known here.',
    ],
    [
      'a syntax error',
      { 'closing/text.hbs': '{{#if why}}' },
      'The template file closing/text.hbs does not work: Parse',
    ],
    [
      'an unescaped value',
      { 'closing/html.hbs': '{{{why}}}' },
      'The template file closing/html.hbs prints a value unescaped; write {{name}} instead.',
    ],
    [
      'forbidden wording',
      { 'closing/text.hbs': 'We accept that. {{why}}' },
      'The template file closing/text.hbs says "accept"; an automatic mail must not accept,',
    ],
    [
      'forbidden wording in HTML, between tags',
      { 'closing/html.hbs': '<p>We <b>acc</b>ept that.</p>' },
      'The template file closing/html.hbs says "accept"; an automatic mail must not accept,',
    ],
    [
      'forbidden wording where no sample comes by',
      { 'closing/text.hbs': '{{#if why}}{{else}}within 5 days{{/if}}' },
      'The template file closing/text.hbs says "within 5 days", "5 days"; an automatic mail',
    ],
    [
      'forbidden wording that only comes together in the letter',
      { 'closing/subject.hbs': 'We ap{{#if why}}prove{{/if}} it' },
      'The letter "closing", sample "usual", says "approve"; an automatic mail',
    ],
    [
      'a layout that hides that the mail is automatic',
      { 'layout.html.hbs': '<body>{{> sections}}</body>' },
      'The template file layout.html.hbs leaves out "This is an automatic confirmation of receipt and nothing more" or',
    ],
    [
      'a layout without the sections',
      { 'layout.text.hbs': 'Hello' },
      'The template file layout.text.hbs shows no sections; {{> sections}} must stand in it.',
    ],
    [
      'a file that replaces nothing',
      { 'closing/subjct.hbs': 'x' },
      'closing/subjct.hbs replaces nothing; "intagree templates"',
    ],
    ['a section nobody knows', { 'welcome/text.hbs': 'x' }, 'welcome/text.hbs replaces nothing'],
  ])('%s', (_what, files, says) => {
    const opening = () => open(files)
    expect(opening).toThrow(IntakeError)
    expect(opening).toThrow(says)
  })

  test('a folder that is not there', () => {
    expect(() => openTemplates('/no/such/folder')).toThrow(
      'The folder of templates, /no/such/folder, does not exist; see "templates" in intagree.yaml.',
    )
  })
})
