/** What strangers write is shown as text, in sane lengths, on one line, in every template and every place. */
import { describe, expect, test } from 'vitest'
import { builtInTemplates, createRenderer, type Letter } from '../../src/render/handlebars.ts'
import { samples } from '../../src/render/samples.ts'
import { wordedMoment } from '../../templates/moment.ts'

const renderer = createRenderer({ directories: [builtInTemplates()] })

/** The stranger's value at every place where one can stand. */
function mailsWith(value: string) {
  const head = {
    caseRef: 'CLEC-2026-00042',
    name: value,
    received: { at: '2026-03-05T21:02:41Z', timeZone: 'America/Denver' },
    team: 'Interconnection Agreements',
  }
  const understood = [{ label: 'Company', value }]
  return [
    renderer.render({
      head,
      sections: [{ section: 'acknowledgement', since: null, about: 'other', understood, cases: [] }],
    }),
    renderer.render({ head, sections: [{ section: 'received-for-person' }] }),
  ]
}

/** The value; how it stands in the text; how it stands in the HTML. */
const HOSTILE: readonly (readonly [string, string, string, string])[] = [
  [
    'a template',
    '{{caseRef}} {{{team}}} {{#if x}}',
    '{{caseRef}} {{{team}}} {{#if x}}',
    '{{caseRef}} {{{team}}} {{#if x}}',
  ],
  ['a script', '<script>alert(1)</script>', '<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
  ['an attribute', "\" onload=x 'y'", "\" onload=x 'y'", '&quot; onload&#x3D;x &#x27;y&#x27;'],
  ['an entity', '&lt;b&gt;', '&lt;b&gt;', '&amp;lt;b&amp;gt;'],
  ['line breaks', 'Acme\r\n\r\nWe accept.\u2028Yours', 'Acme We accept. Yours', 'Acme We accept. Yours'],
  ['control characters', 'Ac\u0000me\u001b[31m\u007f', 'Ac me [31m', 'Ac me [31m'],
  ['turned writing', '\u202Egnp.exe\u202C \u2066x\u2069', 'gnp.exe x', 'gnp.exe x'],
  ['invisible characters', 'Ac\u200Bme\uFEFF\u2060', 'Acme', 'Acme'],
  ['half a pair', 'Acme \uD83D', 'Acme \uFFFD', 'Acme \uFFFD'],
  ['a link', 'see https://evil.test/x?y now', 'see (link left out) now', 'see (link left out) now'],
  ['a link without a scheme', 'www.evil.test', '(link left out)', '(link left out)'],
  ['a script link', 'javascript://x', '(link left out)', '(link left out)'],
]

describe('hostile values', () => {
  test.each(HOSTILE)('%s', (_what, value, inText, inHtml) => {
    const [acknowledgement, receipt] = mailsWith(value)
    expect(acknowledgement?.text).toContain(`\n- Company: ${inText}\n`)
    expect(acknowledgement?.html).toContain(`>${inHtml}</td>`)
    for (const mail of [acknowledgement, receipt]) {
      expect(mail?.text).toMatch(/^Hello /)
      expect(mail?.text.split('\n')[0]).toBe(`Hello ${inText},`)
      expect(mail?.html).toContain(`>Hello ${inHtml},</p>`)
      expect(mail?.subject).toMatch(/^We received your mail \[CLEC-2026-00042\]$/)
    }
  })

  test('ten thousand characters are cut, between characters', () => {
    for (const { text } of mailsWith('📡'.repeat(10_000))) {
      expect(text).toMatch(/^Hello 📡{59}…,\n/u)
      expect(text).not.toMatch(/📡{300}/u)
    }
    expect(mailsWith('📡'.repeat(10_000))[0]?.text).toMatch(/Company: 📡{299}…\n/u)
  })

  test('a value of nothing visible leaves no trace', () => {
    const [acknowledgement] = mailsWith('\u200B \r\n')
    expect(acknowledgement?.text).toMatch(/^Hello,\n/)
    expect(acknowledgement?.text).not.toMatch(/Company|understood/i)
  })

  test('a list of a thousand lines is cut', () => {
    const understood = Array.from({ length: 1000 }, (_, i) => ({ label: `Field ${i}`, value: 'x' }))
    const head = { caseRef: 'CLEC-2026-00042', name: '', received: null, team: 'Interconnection Agreements' }
    const { text } = renderer.render({
      head,
      sections: [{ section: 'acknowledgement', since: null, about: 'other', understood, cases: [] }],
    })
    expect(text.match(/^- Field/gm)).toHaveLength(20)
  })
})

describe('in every place of every section', () => {
  /** Fields that hold text from outside or from other parts of the program. */
  const TEXT = /^(?:name|label|value|ask|states|problem|adopted|company|stage|next|file|topic|destination|happened)$/

  function poisoned(value: unknown, key = ''): unknown {
    if (typeof value === 'string') return TEXT.test(key) ? `${HOSTILE_VALUE} ${value}` : value
    if (Array.isArray(value)) return value.map((inner) => poisoned(inner, key))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, poisoned(inner, name)]))
  }
  const HOSTILE_VALUE = '<img src=x>\r\n\r\n{{team}} https://evil.test \u202E'

  test.each(samples().map(({ section, name, letter }) => [`${section} / ${name}`, letter] as const))(
    '%s',
    (_name, letter) => {
      const { subject, text, html } = renderer.render(poisoned(letter) as Letter)
      for (const part of [subject, text, html]) expect(part).not.toMatch(/evil\.test|\u202E|\n\s*\{\{team/)
      expect(html).not.toContain('<img')
      expect(text).toContain('Hello')
    },
  )
})

describe('the moment of receipt', () => {
  test.each([
    ['2026-03-05T21:02:41Z', 'America/Denver', 'Thursday, March 5, 2026, at 2:02 PM MST (America/Denver)'],
    ['2026-07-01T05:59:00Z', 'America/Denver', 'Tuesday, June 30, 2026, at 11:59 PM MDT (America/Denver)'],
    ['2026-01-01T07:00:00Z', 'America/Denver', 'Thursday, January 1, 2026, at 12:00 AM MST (America/Denver)'],
    ['2026-11-01T08:30:00Z', 'America/Denver', 'Sunday, November 1, 2026, at 1:30 AM MST (America/Denver)'],
    ['2026-03-05T12:00:00Z', 'UTC', 'Thursday, March 5, 2026, at 12:00 PM UTC (UTC)'],
  ])('%s in %s', (at, timeZone, words) => {
    expect(wordedMoment(new Date(at), timeZone)).toBe(words)
  })
})
