/** Every section: complete, rendered as expected, the same in HTML, within the limits of its name. */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { OUR_MAILS_SAY } from '../../src/domain/letter/echo.ts'
import { ABOUT, type Section, type SectionName } from '../../src/domain/letter/section.ts'
import { messageIdFor } from '../../src/domain/reply.ts'
import { readableHtml } from '../../src/render/forbidden-wording.ts'
import { builtInTemplates, createRenderer, TEMPLATE_NAMES } from '../../src/render/handlebars.ts'
import { samples } from '../../src/render/samples.ts'
import type { head } from '../../templates/head.ts'
import type { TEMPLATES } from '../../templates/index.ts'

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never
type Told<Name extends SectionName> = z.input<(typeof TEMPLATES)[Name]>

/** What the domain says fits what the templates are told, field by field. This does not compile when it does not. */
const FITS: { readonly [Name in SectionName]: Same<Extract<Section, { section: Name }>, Told<Name>> } = {
  acknowledgement: true,
  'received-for-person': true,
  'too-large': true,
  'legal-notice': true,
  'missing-information': true,
  'route-explainer': true,
  copies: true,
  'state-needs': true,
  'opt-in-requirements': true,
  'early-ordering': true,
  'questionnaire-pack': true,
  'start-up-pack': true,
  'documents-received': true,
  'status-answer': true,
  'not-our-state': true,
  redirect: true,
  'next-step': true,
  reminder: true,
  closing: true,
}
const HEAD_FITS: Same<import('../../src/domain/letter/section.ts').LetterHead, z.input<typeof head>> = true

const FOLDER = builtInTemplates()
const renderer = createRenderer({ directories: [FOLDER] })
const SAMPLES = samples()

test('the list names exactly the folders, and the sections of the domain', () => {
  const folders = readdirSync(FOLDER)
    .filter((entry) => statSync(join(FOLDER, entry)).isDirectory())
    // Mails to staff are no letters to a CLEC; they have tests of their own.
    .filter((entry) => entry !== 'digest' && entry !== 'order-answer')
  expect(folders.sort()).toEqual([...TEMPLATE_NAMES].sort())
  expect(Object.keys(FITS)).toEqual(TEMPLATE_NAMES)
  expect(HEAD_FITS).toBe(true)
})

describe.each(TEMPLATE_NAMES)('%s', (name) => {
  const own = SAMPLES.filter(({ section }) => section === name)

  test('has its files', () => {
    const files = ['html.hbs', 'model.ts', 'sample.json', 'subject.hbs', 'text.hbs']
    const optional = ['next.hbs', 'opening.hbs']
    const expected = own.map((sample) => `expected.${sample.name}.txt`)
    expect(own.length).toBeGreaterThan(0)
    expect(
      readdirSync(join(FOLDER, name))
        .filter((file) => !optional.includes(file))
        .sort(),
    ).toEqual([...files, ...expected].sort())
  })

  test('is among the sections of its samples', () => {
    for (const { letter } of own) expect(letter.sections.map(({ section }) => section)).toContain(name)
  })

  test('has a name that fits into a Message-ID', () => {
    expect(name.length).toBeLessThanOrEqual(19)
    const parts = { caseRef: 'CLEC-2026-00042', messageRowId: '9999999999', token: '0123456789abcdef' }
    expect(messageIdFor({ ...parts, template: name, domain: 'carrier.test' })).toContain(`.${name}.`)
  })
})

describe.each(SAMPLES.map((sample) => [`${sample.section} / ${sample.name}`, sample] as const))(
  '%s',
  (_name, { section, name, letter }) => {
    const { subject, text, html } = renderer.render(letter)

    test('reads as expected', () => {
      const expected = join(FOLDER, section, `expected.${name}.txt`)
      if (process.env.REWRITE) writeFileSync(expected, `Subject: ${subject}\n\n${text}`)
      expect(`Subject: ${subject}\n\n${text}`).toBe(readFileSync(expected, 'utf8'))
    })

    test('says the same in HTML', () => {
      expect(wordsOf(readableHtml(html))).toEqual(wordsOf(text))
    })

    test('loads nothing and links only where the settings say', () => {
      expect(html).not.toMatch(/<(?:img|script|link|iframe|form|input)\b|url\(|@import/i)
      const links = [...html.matchAll(/https?:[^"<\s]+/g)].map(([link]) => link)
      expect(links.filter((link) => !JSON.stringify(letter).includes(`"${link}"`))).toEqual([])
    })

    test('states reference and receipt once, and ends as our mails do', () => {
      expect(subject).toContain(`[${letter.head.caseRef}]`)
      for (const part of [text, readableHtml(html).replace(/\s+/g, ' ')]) {
        expect(part).toContain(letter.head.caseRef)
        const receipts = part.match(/, 2026, at \d+:\d\d [AP]M M[SD]T \(America\/Denver\), as recorded by our mailbox/g)
        expect(receipts ?? []).toHaveLength(letter.head.received === null ? 0 : 1)
        expect(OUR_MAILS_SAY.filter((sentence) => part.includes(sentence))).toHaveLength(1)
      }
    })
  },
)

test('there is a sample of each matter that is acknowledged', () => {
  const shown = SAMPLES.flatMap(({ letter }) => letter.sections).flatMap((one) =>
    one.section === 'acknowledgement' ? [one.about] : [],
  )
  expect([...new Set(shown)].sort()).toEqual([...ABOUT].sort())
})

test('only a letter that begins with a receipt calls itself one', () => {
  const receipts = SAMPLES.filter(({ letter }) => renderer.render(letter).text.includes(OUR_MAILS_SAY[0]))
  const first = new Set(receipts.map(({ letter }) => letter.sections[0].section))
  expect([...first]).toEqual(['acknowledgement', 'received-for-person', 'legal-notice', 'documents-received'])
})

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}
