import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { IntakeError } from '../../src/foundation/intake-error.ts'
import { builtInTemplates, createRenderer, type Letter } from '../../src/render/handlebars.ts'

const HEAD = {
  caseRef: 'CLEC-2026-00043',
  name: 'Ann',
  received: { at: '2026-07-14T15:30:00Z', timeZone: 'America/Denver' },
  team: 'Agreements',
}

const RECEIPT: Letter = { head: HEAD, sections: [{ section: 'received-for-person' }] }

let custom = ''
beforeEach(() => {
  custom = mkdtempSync(join(tmpdir(), 'intagree-templates-'))
})
afterEach(() => {
  rmSync(custom, { recursive: true })
})

/** A renderer with files of the operator's in front of the built-in ones. */
function rendererWith(files: Readonly<Record<string, string>>) {
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(custom, file)), { recursive: true })
    writeFileSync(join(custom, file), content)
  }
  return createRenderer({ directories: [custom, builtInTemplates()] })
}

/** What a section's own block says, under a layout that adds nothing. */
function textOf(source: string, name = 'Ann'): string {
  const renderer = rendererWith({ 'received-for-person/text.hbs': source, 'layout.text.hbs': '{{> sections}}' })
  return renderer.render({ ...RECEIPT, head: { ...HEAD, name } }).text
}

describe('a custom folder', () => {
  test('holds only what differs', () => {
    const renderer = rendererWith({ 'received-for-person/subject.hbs': 'Got it, {{name}} [{{caseRef}}]\n' })
    const usual = createRenderer({ directories: [builtInTemplates()] }).render(RECEIPT)
    expect(renderer.render(RECEIPT)).toEqual({
      ...usual,
      subject: 'Got it, Ann [CLEC-2026-00043]',
    })
  })

  test('may bring its own layout, also with CRLF line ends', () => {
    const renderer = rendererWith({
      'received-for-person/text.hbs': 'Thank you.\r\n',
      'layout.text.hbs': 'Good day\r\n\r\n{{> sections}}\r\n-- {{team}}\r\n',
    })
    expect(renderer.render(RECEIPT).text).toBe('Good day\n\nThank you.\n-- Agreements\n')
  })
})

describe('a template', () => {
  test.each([
    ['{{#if name}}yes{{else}}no{{/if}}', 'Ann', 'yes\n'],
    ['{{#if name}}yes{{else}}no{{/if}}', '', 'no\n'],
    ['{{#unless name}}none{{/unless}}.', '', 'none.\n'],
    ['{{name}} & <b>', 'O\'Neil & "Sons" <x>', 'O\'Neil & "Sons" <x> & <b>\n'],
    ['{{name}}', '{{caseRef}}', '{{caseRef}}\n'],
    ['a\n\n\n\n\nb\n\n', 'Ann', 'a\n\nb\n'],
  ])('%j for %j', (source, name, expected) => {
    expect(textOf(source, name)).toBe(expected)
  })

  test.each([
    ['an unknown variable', '{{compnay}}', '"compnay"'],
    ['an unknown variable in a condition', '{{#if compnay}}x{{/if}}', '"compnay"'],
    ['an unknown list', '{{#each lines}}x{{/each}}', '"lines"'],
    ['an unknown field of a known one', '{{received.day}}', "'day'"],
    ['an unknown helper', '{{shout name}}', 'helper shout'],
    ['a helper that is not for templates', '{{lookup this "name"}}', 'helper lookup'],
    ['a name of the prototype', '{{constructor}}', '"constructor"'],
    ['a name of the prototype in a condition', '{{#if name.constructor}}x{{/if}}{{#if toString}}{{/if}}', '"toString"'],
    ['an unknown partial', '{{> footer}}', 'partial footer'],
    ['a block that is not closed', '{{#if name}}x', 'Parse error'],
  ])('with %s stops the start and names file and reason', (_what, source, reason) => {
    const starting = () => textOf(source)
    expect(starting).toThrow(IntakeError)
    expect(starting).toThrow(`received-for-person/text.hbs does not work`)
    expect(starting).toThrow(reason)
  })

  test.each(['<p>{{{name}}}</p>', '<p>{{& name}}</p>', '<p>{{~{name}}}</p>', '<p>{{~& name}}</p>'])(
    'of HTML may not print unescaped: %s',
    (source) => {
      expect(() => rendererWith({ 'received-for-person/html.hbs': source })).toThrow(
        /html\.hbs prints a value unescaped/,
      )
      expect(() => rendererWith({ 'layout.html.hbs': source })).toThrow(/layout\.html\.hbs prints a value unescaped/)
    },
  )

  test('that is missing is told with the places looked in', () => {
    expect(() => createRenderer({ directories: [custom] })).toThrow(`layout.text.hbs is missing in ${custom}`)
  })
})

describe('a model', () => {
  const renderer = createRenderer({ directories: [builtInTemplates()] })

  test.each<[string, object, string]>([
    ['something missing', { ...HEAD, team: undefined }, 'team'],
    ['something unknown', { ...HEAD, surprise: 1 }, 'surprise'],
    ['no case reference', { ...HEAD, caseRef: '42' }, 'caseRef: must be a case reference'],
    ['no such time zone', { ...HEAD, received: { ...HEAD.received, timeZone: 'Colorado' } }, 'received.timeZone'],
  ])('with %s is refused', (_what, head, reason) => {
    const rendering = () => renderer.render({ ...RECEIPT, head } as Letter)
    expect(rendering).toThrow(IntakeError)
    expect(rendering).toThrow(reason)
  })

  test('of a section with something unknown is refused', () => {
    const section = { section: 'closing', why: 'Done.', surprise: 1 }
    expect(() => renderer.render({ head: HEAD, sections: [section] } as unknown as Letter)).toThrow(
      /template "closing".*surprise/,
    )
  })

  test.each(['welcome', '', 'constructor', '../acknowledgement'])(
    'for the unknown section %j is refused',
    (section) => {
      expect(() => renderer.render({ head: HEAD, sections: [{ section }] } as unknown as Letter)).toThrow(
        `There is no template "${section}"; there are: acknowledgement`,
      )
    },
  )

  test('of no section at all is refused', () => {
    expect(() => renderer.render({ head: HEAD, sections: [] } as unknown as Letter)).toThrow('at least one section')
  })
})
