import { afterEach, describe, expect, test, vi } from 'vitest'
import { Job } from '../../src/documents/job.ts'
import { DOCUMENT_LIMITS } from '../../src/documents/limits.ts'
import { openPdf } from '../../src/documents/pdf/open.ts'
import { checkBox, pdf, textField } from './build/pdf.ts'
import { codes, lines, read } from './build/read.ts'

/** A page of a form as Acrobat fills it: words in the page, values in fields beside them. */
const FORM = pdf([
  {
    words: [
      [50, 740, 'AGREEMENT REQUEST FORM', 16],
      [50, 700, 'Legal name of company'],
      [50, 676, 'd/b/a'],
      [50, 652, 'State(s)'],
      [50, 620, 'Agreement requested'],
      [80, 600, 'Interconnection: template, no changes'],
      [80, 586, 'Resale'],
      [50, 560, 'Notice address'],
    ],
    annotations: [
      textField('Text1', 'Alder Fork Telephone, Inc.', [270, 696]),
      textField('Text2', '', [270, 672]),
      textField('Text3', 'Idaho', [270, 648]),
      checkBox('Check Box1', true, [62, 598]),
      checkBox('Check Box2', false, [62, 584]),
      textField('Text4', '12 Mill St\\rBoise', [270, 540, 290, 30], '/Ff 4096'),
    ],
  },
])

describe('forms', () => {
  test('values stand behind the words beside them', async () => {
    expect(lines(await read(FORM))).toEqual([
      'AGREEMENT REQUEST FORM',
      'Legal name of company: Alder Fork Telephone, Inc.',
      'd/b/a: -',
      'State(s): Idaho',
      'Agreement requested',
      '[x] Interconnection: template, no changes',
      '[ ] Resale',
      'Notice address: 12 Mill St, Boise',
    ])
  })

  test.each<[string, Parameters<typeof pdf>[0][number], readonly string[]]>([
    [
      'several fields on one line',
      {
        words: [
          [50, 700, 'City'],
          [300, 700, 'ZIP'],
        ],
        annotations: [textField('a', 'Ogden', [100, 696, 150]), textField('b', '84401', [340, 696, 100])],
      },
      ['City: Ogden', 'ZIP: 84401'],
    ],
    [
      'words above a field',
      { words: [[50, 716, 'Telephone', 9]], annotations: [textField('Text9', '303-555-0144', [50, 698])] },
      ['Telephone: 303-555-0144'],
    ],
    [
      'words under a field',
      { words: [[50, 686, 'Name (print)', 9]], annotations: [textField('Text9', 'Ida Marsh', [50, 698])] },
      ['Name (print): Ida Marsh'],
    ],
    [
      'a box behind its words',
      { words: [[50, 700, 'Collocation']], annotations: [checkBox('c', true, [300, 698])] },
      ['[x] Collocation'],
    ],
    [
      'two choices on one line',
      {
        words: [
          [50, 700, 'Tax exempt?'],
          [170, 700, 'Yes'],
          [250, 700, 'No'],
        ],
        annotations: [checkBox('y', false, [150, 698]), checkBox('n', true, [230, 698])],
      },
      ['Tax exempt?', '[ ] Yes', '[x] No'],
    ],
    ['no words: the tool tip', { annotations: [textField('f1', '714K', [50, 700], '/TU (OCN)')] }, ['OCN: 714K']],
    [
      'no words: the name of the field',
      { annotations: [textField('legal_name', 'Alder', [50, 700])] },
      ['legal name: Alder'],
    ],
    [
      'no words, and a name that the program gave',
      { annotations: [textField('Text12', 'Alder', [50, 700])] },
      ['Alder'],
    ],
    [
      'text that was typed over a form',
      {
        words: [[50, 700, 'Company:']],
        annotations: ['/Subtype /FreeText /Contents (Alder Fork) /DA (/F1 11 Tf) /Rect [110 698 300 712]'],
      },
      ['Company: Alder Fork'],
    ],
    [
      'a note on the page',
      {
        words: [[50, 700, 'Terms']],
        annotations: ['/Subtype /Text /T (Ida) /Contents (please check) /Rect [10 10 20 20]'],
      },
      ['Terms', 'Comment by Ida: please check'],
    ],
  ])('%s', async (_name, page, expected) => {
    expect(lines(await read(pdf([page])))).toEqual(expected)
  })
})

describe('reading order', () => {
  test('lines from top to bottom, however they were written', async () => {
    const page = {
      words: [
        [50, 600, 'third'],
        [72, 700, 'line'],
        [50, 650, 'second'],
        [50, 700, 'first'],
      ] as const,
    }
    expect(lines(await read(pdf([page, { words: [[50, 700, 'next page']] }])))).toEqual([
      'first line',
      'second',
      'third',
      'next page',
    ])
  })

  test('columns of prose one after the other', async () => {
    const words = Array.from(
      { length: 8 },
      (_, at) =>
        [
          [50, 700 - 14 * at, `left column of running text, here line ${at}`],
          [320, 700 - 14 * at, `right column of running text, here line ${at}`],
        ] as const,
    ).flat()
    const found = lines(await read(pdf([{ words: [[50, 740, 'Agreement'], ...words] }])))
    expect(found.map((line) => line.replace(/\D*(\d)?$/, '$1'))).toEqual(['', ...'0123456701234567'])
    expect(found[8]).toContain('left')
  })

  test('tables and labelled lines row by row', async () => {
    const words = [
      [50, 700, 'Trunk group'],
      [250, 700, '1Q'],
      [350, 700, '2Q'],
      [50, 680, 'Signatory'],
      [250, 680, 'Ida Marsh'],
      [50, 660, 'By: Ida Marsh'],
      [250, 660, 'Date: 2/13/2024'],
    ] as const
    expect(lines(await read(pdf([{ words }])))).toEqual([
      'Trunk group | 1Q | 2Q',
      'Signatory: Ida Marsh',
      'By: Ida Marsh',
      'Date: 2/13/2024',
    ])
  })

  test('a page that lies on its side', async () => {
    const content = Buffer.from('BT /F1 11 Tf 0 1 -1 0 100 50 Tm (sideways) Tj ET')
    expect(lines(await read(pdf([{ content, more: '/Rotate 90' }])))).toEqual(['sideways'])
  })

  test('a stamp along the margin comes last', async () => {
    const content = Buffer.from('BT /F1 9 Tf 0 1 -1 0 20 50 Tm (RECEIVED) Tj ET BT /F1 11 Tf 50 700 Td (text) Tj ET')
    expect(lines(await read(pdf([{ content }])))).toEqual(['text', 'RECEIVED'])
  })
})

describe('what is odd is said', () => {
  test.each<[string, Buffer, readonly string[]]>([
    ['a scan', pdf([{ content: Buffer.from('q Q') }]), ['picture']],
    [
      'locked with a password',
      pdf([{}], {
        trailer: `/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >>`,
      }),
      ['encrypted'],
    ],
    [
      'a script',
      pdf([{ words: [[50, 700, 'x']] }], { catalog: '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>' }),
      ['active-content'],
    ],
    [
      'another program',
      pdf([{ words: [[50, 700, 'x']] }], { catalog: '/OpenAction << /S /Launch /F (a.exe) >>' }),
      ['active-content'],
    ],
    [
      'an XFA form',
      pdf([{ words: [[50, 700, 'Please wait...']] }], {
        catalog: '/AcroForm << /Fields [] /XFA [(template) 3 0 R] >>',
      }),
      ['not-read'],
    ],
    ['an end that is missing', FORM.subarray(0, -40), ['damaged-file']],
    ['no PDF under this name', Buffer.from('hello'), ['damaged-file']],
  ])('%s', async (_name, bytes, expected) => {
    expect(codes(await read(bytes, { filename: 'a.pdf' }))).toEqual(expected)
  })

  test('nothing about a sound file', async () => {
    expect((await read(FORM)).problems).toEqual([])
  })

  test('a page that is damaged leaves the others', async () => {
    const sound = pdf([{ words: [[50, 700, 'one']] }, { words: [[50, 700, 'two']] }])
    const bytes = Buffer.from(sound.toString('latin1').replace('/Type /Page /Parent', '/Type /Pane /Parent'), 'latin1')
    const found = await read(bytes)
    expect(found.text).toContain('two')
  })
})

test('pages over the limit are left out and counted', async () => {
  const found = await read(
    pdf(Array.from({ length: 4 }, (_, at) => ({ words: [[50, 700, `page ${at + 1}`]] as const }))),
    { limits: { pages: 2 } },
  )
  expect(lines(found)).toEqual(['page 1', 'page 2'])
  expect(found.problems).toEqual([{ code: 'part-limit', detail: '4 pages; 2 are read' }])
})

describe('functions of a file', () => {
  afterEach(() => vi.unstubAllGlobals())

  test('are interpreted, never made into JavaScript', async () => {
    // A colour by a PostScript function; it lies where the first picture would.
    const tint = {
      width: 1,
      height: 1,
      entries: '/FunctionType 4 /Domain [0 1] /Range [0 1]',
      data: Buffer.from('{0.5 mul}'),
    }
    const colours = '/Resources << /ColorSpace << /Spot [/Separation /Spot /DeviceGray 5 0 R] >> >>'
    const content = Buffer.from('/Spot cs 1 scn 0 0 9 9 re f')
    const made: unknown[] = []
    vi.stubGlobal(
      'Function',
      new Proxy(Function, {
        construct(target, given) {
          made.push(given)
          return Reflect.construct(target, given)
        },
      }),
    )
    const bytes = pdf([{ content, images: [tint], more: colours }])
    const opened = await openPdf(new Job({ bytes, mediaType: '', filename: '', limits: DOCUMENT_LIMITS }))
    const { argsArray } = await (await opened.getPage(1)).getOperatorList()
    await opened.destroy()
    expect(argsArray[0]).toEqual(['#808080'])
    expect(made).toEqual([])
  })
})
