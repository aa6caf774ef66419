/** Every template: complete, rendered as expected, and without a word that an automatic mail must not say. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { messageIdFor } from '../../src/domain/reply.ts'
import { builtInTemplates, createRenderer } from '../../src/render/handlebars.ts'
import { SUBJECTS_OF_MAIL } from '../../templates/acknowledgement/model.ts'
import { isTemplateName, TEMPLATES, type TemplateName } from '../../templates/index.ts'

const FOLDER = builtInTemplates()
const NAMES = Object.keys(TEMPLATES).filter(isTemplateName)
const renderer = createRenderer({ directories: [FOLDER] })

function sampleOf(name: TemplateName): Record<string, unknown> {
  return JSON.parse(readFileSync(join(FOLDER, name, 'sample.json'), 'utf8'))
}

test('the list names exactly the folders', () => {
  const folders = readdirSync(FOLDER).filter((entry) => statSync(join(FOLDER, entry)).isDirectory())
  // The digest goes to staff and has a renderer of its own.
  expect(folders.filter((folder) => folder !== 'digest').sort()).toEqual([...NAMES].sort())
})

describe.each(NAMES)('%s', (name) => {
  test('has its six files', () => {
    const files = ['expected.txt', 'html.hbs', 'model.ts', 'sample.json', 'subject.hbs', 'text.hbs']
    expect(readdirSync(join(FOLDER, name)).sort()).toEqual(files)
  })

  test('reads as expected', () => {
    const { subject, text } = renderer.render(name, sampleOf(name))
    expect(`Subject: ${subject}\n\n${text}`).toBe(readFileSync(join(FOLDER, name, 'expected.txt'), 'utf8'))
  })

  test('says the same in HTML', () => {
    const { text, html } = renderer.render(name, sampleOf(name))
    expect(wordsOf(readable(html))).toEqual(wordsOf(text))
  })

  test('loads nothing and links nowhere', () => {
    const { html } = renderer.render(name, sampleOf(name))
    expect(html).not.toMatch(/<(?:img|a|script|link|iframe|form|input)\b|url\(|https?:|@import/i)
  })

  test('has a name that fits into a Message-ID', () => {
    const parts = { caseRef: 'CLEC-2026-00042', messageRowId: '9999999999', token: '0123456789abcdef' }
    expect(messageIdFor({ ...parts, template: name, domain: 'carrier.test' })).toContain(`.${name}.`)
  })
})

/** What a person sees of the HTML; capitals do not count. */
function readable(html: string): string {
  return html
    .replace(/^[\s\S]*<body[^>]*>/, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replaceAll('&amp;', '&')
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

describe('forbidden wording', () => {
  /** The one place where the words of a commitment may stand: where it is said that there is none. */
  const DISCLAIMER =
    'This is an automatic confirmation of receipt and nothing more. It is not an acceptance, an agreement, a waiver or an admission, and it takes no position on any right, obligation or date.'

  /** Domain rules T1-T4: no acceptance, waiver, extension, admission or promised time; no clock; no condition. */
  const FORBIDDEN = [
    /\baccept(?:s|ed|ing|able|ance)?\b/,
    /\bapprov(?:e|es|ed|al|ing)\b/,
    /\b(?:we|hereby|fully) agree\b|\bagree(?:s|d)? (?:to|with|that)\b|\bagreeable\b|\bagreed\b/,
    /\bwaiv(?:e|es|ed|er|ers|ing)\b/,
    /\bexten(?:d|ds|ded|ding|sion|sions)\b|\btoll(?:s|ed|ing)?\b/,
    /\badmit(?:s|ted|ting)?\b|\badmissions?\b|\backnowledge that\b|\bconced(?:e|es|ed)\b/,
    /\bpromis(?:e|es|ed|ing)\b|\bguarant(?:ee|ees|eed)\b|\bcommit(?:s|ted|ment)?\b|\bassur(?:e|es|ed|ance)\b/,
    /\badoptable\b|\b(?:available|eligible|open) (?:for|to) adopt(?:ion)?\b|\b(?:can|may) (?:be )?adopt(?:ed)?\b/,
    /\bwithin\b|\bno later than\b|\bby (?:the )?(?:end|close) of\b|\bas soon as\b|\bshortly\b|\bpromptly\b|\bimmediately\b/,
    /\b(?:\d+|one|two|three|five|ten|few) (?:business |working |calendar )?(?:hours?|days?|weeks?|months?)\b/,
    /\bday (?:135|160|\d+)\b|\b(?:135|160|270)\b|\bdeadline\b|\bdue (?:date|by|on)\b|\bclock\b|\bwindow\b/,
    /\btoday\b|\btomorrow\b|\bsoon\b/,
    /\bbona fide\b|\bgood faith\b|\bbinding\b|\bexecuted\b|\beffective\b|\bin force\b|\bvalid request\b/,
    /\b(?:once|until|unless|before) (?:we|you)\b|\brequire[sd]?\b|\bmust\b|\bincomplete\b|\brejected\b|\bdenied\b/,
  ]

  const MAILS: readonly (readonly [string, TemplateName, object])[] = [
    ...NAMES.map((name) => [name, name, sampleOf(name)] as const),
    ...SUBJECTS_OF_MAIL.flatMap((about) =>
      [sampleOf('acknowledgement').understood, []].map(
        (understood, i) =>
          [
            `acknowledgement of ${about}, ${i === 0 ? 'understood' : 'nothing understood'}`,
            'acknowledgement',
            { ...sampleOf('acknowledgement'), about, understood },
          ] as const,
      ),
    ),
  ]

  test.each(MAILS)('%s', (_what, name, model) => {
    const { subject, text, html } = renderer.render(name, model)
    for (const part of [text, readable(html)]) {
      expect(part.split(DISCLAIMER), 'the disclaimer stands exactly once').toHaveLength(2)
      const said = `${subject}\n${part.replace(DISCLAIMER, '')}`.toLowerCase()
      expect(FORBIDDEN.map((pattern) => pattern.exec(said)?.[0]).filter((found) => found !== undefined)).toEqual([])
    }
  })

  test.each(MAILS)(
    '%s: states reference, recorded receipt with zone, and that a person reads it',
    (_what, name, model) => {
      const { subject, text, html } = renderer.render(name, model)
      const { caseRef } = model as { readonly caseRef: string }
      expect(subject).toContain(`[${caseRef}]`)
      for (const part of [text, readable(html)]) {
        expect(part).toContain(caseRef)
        expect(part).toMatch(/, 2026, at \d+:\d\d [AP]M M[SD]T \(America\/Denver\)\s*, as recorded by our mailbox/)
        expect(part).toContain('A member of our team reads your')
      }
    },
  )

  test('the list does find such words', () => {
    const bad = [
      'We accept your request',
      'you will hear within 5 days',
      'the agreement is adoptable',
      'day 135',
      'we agree to extend',
    ]
    expect(bad.filter((words) => !FORBIDDEN.some((pattern) => pattern.test(words.toLowerCase())))).toEqual([])
  })
})
