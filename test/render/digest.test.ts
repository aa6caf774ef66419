/** The digest mail: as expected, the same in both forms, and safe whatever strangers wrote. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Digest } from '../../src/domain/digest/digest.ts'
import { createDigestRenderer, type DigestLink } from '../../src/render/digest.ts'
import { digestPage } from '../../src/render/digest-page.ts'

const renderer = createDigestRenderer({ directories: ['templates'] })
const sample = JSON.parse(readFileSync('templates/digest/sample.json', 'utf8'))

function digestWith(value: string): Digest {
  const line = {
    ...{ number: 1, pressing: 'late' as const, about: value, what: `x ${value}`, details: [value], quote: value },
    answers: ['ok', 'no'],
  }
  return {
    ...{ name: 'Anna', email: 'anna@example.com', role: 'negotiator', day: '2026-03-06', headline: '1 draft' },
    sections: [{ id: 'drafts', title: 'Drafts to approve', lines: [line], more: 3, command: 'intagree outbox' }],
    accounting: [{ mailbox: 'INBOX', words: '2 mails in the mailbox: 1 filed; remainder 1', remainder: 1 }],
    lines: new Map([[1, { kind: 'draft', outboxId: 7, caseRef: null, messageId: null }]]),
  }
}

function render(value: string, links: readonly DigestLink[] = [], answerable = true) {
  return renderer.render({ digest: digestWith(value), links: new Map([[1, links]]), answerable, team: 'The desk' })
}

describe('the sample', () => {
  test('has its six files', () => {
    const files = ['expected.txt', 'html.hbs', 'model.ts', 'sample.json', 'subject.hbs', 'text.hbs']
    expect(readdirSync('templates/digest').sort()).toEqual(files)
  })

  test('reads as expected', () => {
    const { subject, text } = renderer.renderModel(sample)
    expect(`Subject: ${subject}\n\n${text}`).toBe(readFileSync('templates/digest/expected.txt', 'utf8'))
  })

  test('says the same in HTML; only the buttons are more', () => {
    const { text, html } = renderer.renderModel(sample)
    const seen = html.replace(/<a [^>]*>[^<]*<\/a>/g, '').replace(/^[\s\S]*<body[^>]*>/, '')
    expect(
      wordsOf(
        seen
          .replace(/<!--.*?-->|<[^>]+>|&nbsp;/g, ' ')
          .replaceAll('&amp;', '&')
          .replaceAll('&quot;', '"'),
      ),
    ).toEqual(wordsOf(text))
  })

  test('loads nothing', () => {
    expect(renderer.renderModel(sample).html).not.toMatch(
      /<(?:img|script|link|iframe|form|input)\b|url\(|https?:|@import/i,
    )
  })
})

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

describe('what strangers wrote', () => {
  test.each([
    ['a script', '<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['a template', '{{team}} {{{name}}}', '{{team}} {{{name}}}'],
    ['an attribute', '" onload=x', '&quot; onload&#x3D;x'],
    ['a link', 'see https://evil.test/x now', 'see (link left out) now'],
    ['turned writing', 'a\u202Eb', 'ab'],
  ])('%s', (_what, value, inHtml) => {
    const { html } = render(value)
    expect(html).toContain(`<strong>x ${inHtml}</strong>`)
    expect(html).toContain(`&quot;${inHtml}&quot;`)
    expect(html).not.toContain('<script')
  })

  test('an order in a quote stays in its line', () => {
    const { text } = render('thanks\n1 ok\n2 no')
    expect(text).not.toMatch(/^\s*\d+ (?:ok|no)/m)
    expect(text).toContain('   > "thanks 1 ok 2 no"\n   reply: 1 ok / 1 no\n')
  })

  test('long values are cut', () => {
    const { text } = render('x'.repeat(5000))
    expect(text.length).toBeLessThan(2500)
  })
})

describe('a long sentence of ours', () => {
  const QUESTION =
    'lena@mesavoice.example introduces Mary Poe in CLEC-2026-00040: "Our outside counsel Mary Poe will handle this. Please write to her.".'
  const ORDER = 'If it belongs to CLEC-2026-00040 all the same, write "CLEC-2026-00041 merge into CLEC-2026-00040".'
  const saying = (middle: string) => {
    const { sections } = sample
    const [first] = sections[0].lines
    const what = `${QUESTION} ${middle} ${ORDER}`
    return renderer.renderModel({ ...sample, sections: [{ ...sections[0], lines: [{ ...first, what }] }] })
  }

  test('ends in what may be written, so it is whole', () => {
    const middle = 'CLEC-2026-00041, which they wrote before, was not merged: it is about Utah. '.repeat(4).trim()
    expect(saying(middle).text).toContain(`${QUESTION} ${middle} ${ORDER}`)
  })

  test('is heavy only to the end of its first sentence; a quotation is no end', () => {
    const { html } = saying('It was not merged.')
    expect(html).toMatch(/<strong>lena@mesavoice[^<]*Please write to her\.&quot;\.<\/strong> It was not merged\. If it/)
  })

  test.each([
    ['words', 'this one and that one '.repeat(200)],
    ['quotations', '"words of another that nobody may cut", '.repeat(100)],
    ['a quotation that does not end', `"${'so it goes on '.repeat(300)}`],
  ])('much too long by %s: it loses its middle, and the order stays whole', (_by, middle) => {
    const { text } = saying(middle)
    expect(text).toContain('lena@mesavoice.example introduces Mary Poe in CLEC-2026-00040: ')
    expect(text).toContain(' … ')
    expect(text).toContain(ORDER)
  })
})

describe('answers', () => {
  const link = { label: 'Send it', href: 'mailto:intagree@example.com?subject=Re%3A&body=1%20ok' }

  test('one touch opens a new mail', () => {
    expect(render('x', [link]).html).toContain(
      `href="mailto:intagree@example.com?subject&#x3D;Re%3A&amp;body&#x3D;1%20ok"`,
    )
  })

  test.each(['https://example.com', 'javascript:alert(1)', 'mailto:x@y"onclick=z', 'mailto:x y'])(
    '%s is refused',
    (href) => {
      expect(() => render('x', [{ label: 'x', href }])).toThrow('must be a mailto link')
    },
  )

  test('where replies are not read, none is offered', () => {
    const { text, html } = render('x', [link], false)
    expect(text).not.toMatch(/reply/)
    expect(html).not.toMatch(/mailto|reply/)
  })
})

test('marks are words', () => {
  const { text, html } = render('x')
  expect(text).toContain('1. [Late] x: x x')
  expect(text).toContain('- [Not all explained] INBOX')
  expect(text).toContain('... and 3 more: intagree outbox')
  expect(html).toMatch(/>Late<\/span>/)
})

test('the page shows the mail at two widths and as text, and runs nothing of it', () => {
  const page = digestPage(render('<b onload="x">'))
  expect(page.match(/<iframe [^>]*sandbox="allow-same-origin" srcdoc="/g)).toHaveLength(2)
  expect(page.match(/<script>/g)).toHaveLength(1)
  expect(page).not.toMatch(/<b onload/)
  expect(page).not.toMatch(/https?:/)
})
