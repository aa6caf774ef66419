import { expect, test } from 'vitest'
import { casePage, type PageItem } from '../../src/render/case-page.ts'

const HOSTILE = `"><script>alert('x')</script>&\u202e\u0007`
const mail: PageItem = {
  at: new Date('2026-03-05T05:30:00Z'),
  sort: 'mail',
  title: HOSTILE,
  by: HOSTILE,
  text: `${HOSTILE}\nsecond line`,
  files: [{ name: HOSTILE, path: 'attachments/m1-1-a #?".pdf' }],
}

function page(...items: readonly PageItem[]) {
  return casePage({ ref: 'CLEC-2026-00001', facts: [['company', HOSTILE]], items }, 'America/Denver')
}

test('nothing that a stranger wrote is markup, and nothing in it is run or fetched', () => {
  const html = page(mail, { ...mail, sort: 'event', files: [] })
  expect(html).not.toMatch(/<script|onerror|[\u0007\u202e]/)
  expect(html).toContain("default-src 'none'")
  expect(html).toContain('href="attachments/m1-1-a%20%23%3F%22.pdf"')
  expect(html).toContain('&#60;script&#62;alert(&#39;x&#39;)&#60;/script&#62;&#38;\nsecond line')
})

test('what happened stands under its day in the zone of the desk', () => {
  const html = page(mail, { ...mail, at: new Date('2026-03-05T18:00:00Z') })
  expect([...html.matchAll(/<h2>(.*)<\/h2>/g)].map((found) => found[1])).toEqual([
    'Wednesday, March 4, 2026',
    'Thursday, March 5, 2026',
  ])
  expect(html).toContain('>22:30</time>')
})
