import { describe, expect, test } from 'vitest'
import { docx, p, r, relations, table, wordPart } from './build/office.ts'
import { codes, lines, read } from './build/read.ts'

const control = (properties: string, content: string) =>
  `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`
const tick = (value: 0 | 1) =>
  control(`<w14:checkbox><w14:checked w14:val="${value}"/></w14:checkbox>`, r(value ? '\u2612' : '\u2610'))
const legacy = (data: string, result = '') =>
  `<w:r><w:fldChar w:fldCharType="begin"><w:ffData>${data}</w:ffData></w:fldChar></w:r>` +
  `<w:r><w:instrText>FORMTEXT</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`

describe('text', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'paragraphs, breaks and tabs',
      p(`<w:r><w:t>one</w:t><w:br/><w:t>two</w:t></w:r>`) + p('three'),
      ['one', 'two', 'three'],
    ],
    [
      'a label and its value with a tab between',
      p(`<w:r><w:t>State</w:t><w:tab/><w:t>Utah</w:t></w:r>`),
      ['State: Utah'],
    ],
    [
      'tab stops of the settings are no text',
      p(`<w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>${r('plain')}`),
      ['plain'],
    ],
    ['hidden text is left out', p(`<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>${r('shown')}`), ['shown']],
    [
      'a text box once, not again for old programs',
      p(
        `<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${p('boxed')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${p('boxed')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>${r('beside')}`,
      ),
      ['boxed', 'beside'],
    ],
    ['entities', p('Ash &amp; Elm &#8211; &lt;LLC&gt;'), ['Ash & Elm \u2013 <LLC>']],
  ])('%s', async (_name, body, expected) => {
    expect(lines(await read(docx(body)))).toEqual(expected)
  })

  test('a paragraph of more than a line has an empty line behind it', async () => {
    const long = 'The parties agree to negotiate in good faith for as long as it takes.'
    expect((await read(docx(p(long) + p('Next.')))).text).toBe(`${long}\n\nNext.`)
  })
})

describe('tables', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'a form of two columns',
      table(['Legal name', 'Alder Fork, Inc.'], ['d/b/a', '']),
      ['Legal name: Alder Fork, Inc.', 'd/b/a: -'],
    ],
    ['more columns', table(['Group', '1Q', '2Q'], ['Local', '24', '48']), ['Group | 1Q | 2Q', 'Local | 24 | 48']],
    ['labels and values in turn', table(['City:', 'Ogden', 'ZIP:', '84401']), ['City: Ogden', 'ZIP: 84401']],
    ['cells of several lines', table(['Address', p('12 Mill St') + p('Boise')]), ['Address: 12 Mill St, Boise']],
    ['numbered clauses are no form', table(['5.1', 'Term of the agreement']), ['5.1 Term of the agreement']],
    [
      'choices in a cell',
      table(
        ['Agreement', p('\u2612 Resale') + p('\u2610 Commercial')],
        ['Path', p('\u2610 as is   \u2612 negotiated')],
      ),
      ['Agreement:', '[x] Resale', '[ ] Commercial', 'Path:', '[ ] as is', '[x] negotiated'],
    ],
    ['a table in a table', table(['Contact', table(['Name', 'Ida']) + p('')]), ['Contact: Name: Ida']],
  ])('%s', async (_name, body, expected) => {
    expect(lines(await read(docx(body)))).toEqual(expected)
  })
})

describe('form fields', () => {
  test.each<[string, string, readonly string[]]>([
    ['a content control that is filled in', p(r('OCN: ') + control('<w:text/>', r('714K'))), ['OCN: 714K']],
    [
      'a prompt that nobody answered',
      p(r('ACNA: ') + control('<w:showingPlcHdr/><w:text/>', r('Click or tap here'))),
      ['ACNA: -'],
    ],
    [
      'a control without words beside it',
      p(control('<w:alias w:val="Company"/><w:text/>', r('Alder Fork'))),
      ['Company: Alder Fork'],
    ],
    ['a control around a paragraph', control('<w:showingPlcHdr/>', p('Click here')), ['-']],
    ['boxes', p(tick(1) + r(' Resale')) + p(tick(0) + r(' Commercial')), ['[x] Resale', '[ ] Commercial']],
    ['a drawn box', p(`<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t> Resale</w:t></w:r>`), ['[x] Resale']],
    ['a legacy text field', p(r('OCN: ') + legacy('<w:textInput/>', r('714K'))), ['OCN: 714K']],
    ['an empty legacy text field', p(r('OCN: ') + legacy('<w:textInput/>', r('\u2002\u2002\u2002'))), ['OCN: -']],
    [
      'a legacy box',
      p(legacy('<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>') + r('Resale')),
      ['[x] Resale'],
    ],
    [
      'a legacy box left as it was',
      p(legacy('<w:checkBox><w:default w:val="0"/></w:checkBox>') + r('Resale')),
      ['[ ] Resale'],
    ],
    [
      'a legacy list',
      p(
        r('State: ') +
          legacy('<w:ddList><w:result w:val="1"/><w:listEntry w:val="Utah"/><w:listEntry w:val="Iowa"/></w:ddList>'),
      ),
      ['State: Iowa'],
    ],
  ])('%s', async (_name, body, expected) => {
    expect(lines(await read(docx(body)))).toEqual(expected)
  })
})

describe('changes and what stands beside the text', () => {
  test('a redline says so first, and reads as if its changes were accepted', async () => {
    const body = p(
      `${r('within ')}<w:del w:author="Ida"><w:r><w:delText>thirty</w:delText></w:r></w:del>` +
        `<w:ins w:author="Ida">${r('sixty')}</w:ins>${r(' days')}<w:moveFrom w:author="Bo">${r(' gone')}</w:moveFrom>`,
    )
    expect(lines(await read(docx(body)))).toEqual([
      'Tracked changes (redlined version): 1 inserted, 2 deleted by Ida, Bo',
      'within sixty days',
    ])
  })

  test('headers, notes, comments and footers', async () => {
    const parts = [
      { name: 'word/header1.xml', content: wordPart('hdr', p('Alder Fork, Inc.')) },
      { name: 'word/header2.xml', content: wordPart('hdr', p('Alder Fork, Inc.')) },
      { name: 'word/footer1.xml', content: wordPart('ftr', p('Page')) },
      { name: 'word/footnotes.xml', content: wordPart('footnotes', `<w:footnote>${p('a note')}</w:footnote>`) },
      {
        name: 'word/comments.xml',
        content: wordPart('comments', `<w:comment w:author="Ida">${p('why?')}</w:comment>`),
      },
    ]
    expect(lines(await read(docx(p('body'), parts)))).toEqual([
      'Alder Fork, Inc.',
      'body',
      'a note',
      'Comment by Ida: why?',
      'Page',
    ])
  })
})

describe('what could run is noted and never run', () => {
  test.each<[string, Buffer]>([
    ['macros', docx(p('x'), [{ name: 'word/vbaProject.bin', content: 'x' }])],
    [
      'a template from elsewhere',
      docx(p('x'), [
        relations('word/_rels/settings.xml.rels', [
          ['rId1', 'attachedTemplate', 'http://evil.example/t.dotm', 'External'],
        ]),
      ]),
    ],
    ['a field that starts a program', docx(p('<w:r><w:instrText> DDEAUTO c:\\\\cmd.exe</w:instrText></w:r>'))],
  ])('%s', async (_name, bytes) => {
    expect(codes(await read(bytes))).toEqual(['active-content'])
  })
})

test('a damaged part beside the body leaves the body', async () => {
  const found = await read(docx(p('body'), [{ name: 'word/header1.xml', content: '<w:hdr><w:p>' }]))
  expect(lines(found)).toEqual(['body'])
  expect(codes(found)).toEqual(['damaged-file'])
})

test('a wrong checksum is told', async () => {
  const found = await read(docx(p('body'), [{ name: 'word/header1.xml', content: wordPart('hdr', p('head')), crc: 1 }]))
  expect(lines(found)).toEqual(['head', 'body'])
  expect(found.problems[0]?.detail).toContain('checksum of word/header1.xml')
})
