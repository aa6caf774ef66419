/** Where the pages of a file begin in the text that is read from it: every proof shows its page. */
import { describe, expect, test } from 'vitest'
import { pageAt } from '../../src/domain/casework/proofs/place.ts'
import { docx, odt, p, r, table, wordPart, xlsx } from './build/office.ts'
import { pdf, textField } from './build/pdf.ts'
import { read } from './build/read.ts'
import { zip } from './build/zip.ts'

const page = (text: string) => ({ words: [[50, 700, text]] as const })
const run = (marks: string, text: string) => `<w:r>${marks}<w:t>${text}</w:t></w:r>`
const LAID_OUT = '<w:lastRenderedPageBreak/>'
const TYPED = '<w:br w:type="page"/>'
const rtf = (body: string) => `{\\rtf1\\ansi ${body}}`
const cell = (text: string) => `<row><c t="inlineStr"><is><t>${text}</t></is></c></row>`
const long = (chars: number) => 'in good faith '.repeat(chars / 14)

/** The page of each of these words. */
async function pagesOf(file: Buffer | string, ...words: readonly string[]) {
  const found = await read(file)
  return words.map((word) => {
    const at = found.text.indexOf(word)
    return at < 0 ? `${word} is missing` : pageAt({ ...found, pages: found.pages ?? [] }, at)
  })
}

describe('PDF files', () => {
  test('words of each page', async () => {
    const file = pdf([page('Dear Paula'), page('CERTIFICATE OF AUTHORITY'), page('Order 05-0123')])
    expect(await pagesOf(file, 'Dear', 'CERTIFICATE', 'Order')).toEqual([1, 2, 3])
  })

  test('a field stands on the page of its box, and a page without words counts', async () => {
    const file = pdf([
      page('Instructions'),
      {},
      { ...page('Legal name'), annotations: [textField('Text1', 'Alder Fork, Inc.', [150, 696])] },
    ])
    expect(await pagesOf(file, 'Instructions', 'Legal name: Alder Fork')).toEqual([1, 3])
  })

  test('a page that is damaged keeps its number', async () => {
    const file = pdf([page('first'), { content: Buffer.from('junk'), filter: '/FlateDecode' }, page('third')])
    expect(await pagesOf(file, 'first', 'third')).toEqual([1, 3])
  })
})

describe('Word files', () => {
  test.each<[string, string, readonly [string, number | null][]]>([
    ['no marks', p('one') + p('two'), [['two', null]]],
    [
      'marks that Word left when it laid the text out',
      p('one') + p(run(LAID_OUT, 'two')) + p(run(LAID_OUT, 'three')),
      [
        ['one', 1],
        ['two', 2],
        ['three', 3],
      ],
    ],
    [
      'a mark in the middle of a sentence',
      p(`${r('the parties agree ')}${run(LAID_OUT, 'to negotiate')}`),
      [
        ['parties', 1],
        ['negotiate', 2],
      ],
    ],
    [
      'a break that was typed',
      p(`${r('one')}<w:r>${TYPED}</w:r>`) + p('two'),
      [
        ['one', 1],
        ['two', 2],
      ],
    ],
    [
      'a break that was typed, and the mark that Word left behind it',
      p(`${r('one')}<w:r>${TYPED}</w:r>`) + p(run(LAID_OUT, 'two')),
      [['two', 2]],
    ],
    [
      'a paragraph that begins a page',
      p('one') + p(`<w:pPr><w:pageBreakBefore/></w:pPr>${r('two')}`),
      [
        ['one', 1],
        ['two', 2],
      ],
    ],
    [
      'one whose settings once did',
      p(run(LAID_OUT, 'two')) +
        p(`<w:pPr><w:pPrChange><w:pPr><w:pageBreakBefore/></w:pPr></w:pPrChange></w:pPr>${r('still two')}`),
      [['still two', 2]],
    ],
    [
      'a row of a form begins where its first cell does',
      table(['State', 'Utah']) + table([p(run(LAID_OUT, 'OCN')), '482A'], ['ACNA', 'ACX']),
      [
        ['State: Utah', 1],
        ['OCN: 482A', 2],
        ['ACNA', 2],
      ],
    ],
    [
      'a row that runs over in both of its cells',
      table(['Term', 'x'], [p(`${r('left ')}${run(LAID_OUT, 'more')}`), p(`${r('right ')}${run(LAID_OUT, 'more')}`)]) +
        p('after'),
      [['after', 2]],
    ],
    [
      'breaks that were typed, behind a page that has run over',
      p(`${r(long(4200))}<w:r>${TYPED}</w:r>`) + p('signature'),
      [
        ['faith', 1],
        ['signature', null],
      ],
    ],
  ])('%s', async (_meaning, body, expected) => {
    expect(await pagesOf(docx(body), ...expected.map(([word]) => word))).toEqual(expected.map(([, at]) => at))
  })

  test('headers and comments stand on no page', async () => {
    const more = [
      { name: 'word/header1.xml', content: wordPart('hdr', p('Confidential')) },
      { name: 'word/comments.xml', content: wordPart('comments', `<w:comment>${p('too short')}</w:comment>`) },
    ]
    const file = docx(p('one') + p(run(LAID_OUT, 'two')), more)
    expect(await pagesOf(file, 'Confidential', 'one', 'two', 'too short')).toEqual([null, 1, 2, null])
  })

  test('the text is the same with marks and without', async () => {
    const body = (mark: string) =>
      p(`${r('Legal name')}<w:r><w:tab/></w:r>${run(mark, 'Alder Fork')}`) +
      p(run(mark, long(140))) +
      table([p(run(mark, 'State')), 'Utah']) +
      p(run(mark, 'Type: \u2610 Resale \u2612 Wireless'))
    expect((await read(docx(body(LAID_OUT)))).text).toBe((await read(docx(body('')))).text)
  })
})

describe('RTF', () => {
  test.each<[string, string, readonly (number | null)[]]>([
    ['page breaks', 'one\\page two\\par\\page three', [1, 2, 3]],
    ['sections begin pages', 'one\\sect\\sectd two\\page three', [1, 2, 3]],
    ['some sections do not', 'one\\sect\\sectd\\sbknone two\\page three', [1, 1, 2]],
    ['no breaks', 'one\\par two\\par three', [null, null, null]],
  ])('%s', async (_meaning, body, expected) => {
    expect(await pagesOf(rtf(body), 'one', 'two', 'three')).toEqual(expected)
  })
})

test('the page of a workbook is its tab, and hidden ones have none', async () => {
  const file = xlsx([
    { name: 'Form', rows: cell('name') },
    { name: 'Old', rows: cell('draft'), state: 'hidden' },
    { name: 'Contacts', rows: cell('phone') },
  ])
  expect(await pagesOf(file, 'name', 'draft', 'phone')).toEqual([1, null, 2])
})

test.each<[string, Buffer]>([
  ['a file inside a ZIP file', zip([{ name: 'a.pdf', content: pdf([page('one'), page('two')]) }])],
  ['a format that keeps no pages', odt('<text:p>one</text:p><text:p>two</text:p>')],
])('%s has no pages', async (_meaning, file) => {
  const found = await read(file)
  expect([found.text.includes('two'), found.pages]).toEqual([true, undefined])
})
