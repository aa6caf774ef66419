import { expect, test } from 'vitest'
import { relations, xlsx } from './build/office.ts'
import { codes, lines, read } from './build/read.ts'
import { zip } from './build/zip.ts'

const row = (...cells: readonly string[]) => `<row>${cells.join('')}</row>`
const shared = (index: number) => `<c t="s"><v>${index}</v></c>`
const number = (value: number, style = 0) => `<c s="${style}"><v>${value}</v></c>`
const inline = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`

test.each<[string, Buffer, readonly string[]]>([
  [
    'shared and inline words',
    xlsx([{ name: 'Sheet1', rows: row(shared(0), inline('Alder Fork')) }], ['<t>Legal name</t>']),
    ['Legal name: Alder Fork'],
  ],
  [
    'words in several runs, without their reading aid',
    xlsx([{ name: 'Sheet1', rows: row(shared(0)) }], ['<r><t>Al</t></r><r><t>der</t></r><rPh><t>x</t></rPh>']),
    ['Alder'],
  ],
  [
    'rows of more cells, empty ones left out',
    xlsx([{ name: 'Sheet1', rows: row(inline('Group'), number(24), '<c/>', number(48)) }]),
    ['Group | 24 | 48'],
  ],
  [
    'a title alone is no empty field',
    xlsx([{ name: 'Sheet1', rows: row(inline('Request form'), shared(0)) }], ['<t></t>']),
    ['Request form'],
  ],
  [
    'numbers without the noise of fractions',
    xlsx([{ name: 'Sheet1', rows: row(number(0.30000000000000004), number(850.5), number(12)) }]),
    ['0.3 | 850.5 | 12'],
  ],
  [
    'dates by style',
    xlsx(
      [{ name: 'Sheet1', rows: row(inline('Date'), number(45292, 1)) + row(inline('Own'), number(45292.5, 2)) }],
      [],
      [0, 14, 164],
    ),
    ['Date: 2024-01-01', 'Own: 2024-01-01 12:00'],
  ],
  [
    'dates counted from 1904',
    xlsx([{ name: 'Sheet1', rows: row(inline('Date'), number(43830, 1)) }], [], [0, 14], '<workbookPr date1904="1"/>'),
    ['Date: 2024-01-01'],
  ],
  [
    'the 1900 that had no leap day',
    xlsx([{ name: 'Sheet1', rows: row(inline('Date'), number(1, 1)) }], [], [0, 14]),
    ['Date: 1900-01-01'],
  ],
  [
    'percent, truth, text of formulas',
    xlsx(
      [{ name: 'Sheet1', rows: row(number(0.07, 1), '<c t="b"><v>1</v></c>', '<c t="str"><f>A1</f><v>sum</v></c>') }],
      [],
      [0, 9],
    ),
    ['7% | TRUE | sum'],
  ],
  [
    'sheets in their order, with the names that people gave',
    xlsx([
      { name: 'Company', rows: row(inline('first')) },
      { name: 'Sheet2', rows: row(inline('second')) },
      { name: 'Notes', rows: row(inline('third')), state: 'hidden' },
    ]),
    ['Sheet Company', 'first', 'second', 'Sheet Notes (hidden)', 'third'],
  ],
])('%s', async (_name, bytes, expected) => {
  const found = await read(bytes)
  expect(lines(found)).toEqual(expected)
  expect(found.problems).toEqual([])
})

test('a sheet that is missing is told', async () => {
  const members = [
    {
      name: 'xl/workbook.xml',
      content: '<workbook xmlns:r="r"><sheets><sheet name="Lost" r:id="rId1"/></sheets></workbook>',
    },
    relations('xl/_rels/workbook.xml.rels', [['rId1', 'worksheet', 'worksheets/sheet1.xml']]),
  ]
  expect((await read(zip(members))).problems).toEqual([{ code: 'damaged-file', detail: 'sheet Lost is missing' }])
})

test('macros are noted', async () => {
  const bytes = zip([
    { name: 'xl/workbook.xml', content: '<workbook><sheets/></workbook>' },
    { name: 'xl/vbaProject.bin', content: 'x' },
  ])
  expect(codes(await read(bytes))).toEqual(['active-content'])
})
