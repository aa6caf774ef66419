import { describe, expect, test } from 'vitest'
import type { DocumentSort } from '../../../src/domain/labels.ts'
import { understand } from '../../../src/domain/understand/understand.ts'
import { shippedModel } from '../../../src/learning/shipped.ts'
import { aMail, type FileSketch } from '../../support/mail-builder.ts'

const world = { ownAddresses: ['intagree@carrier.example'], model: shippedModel() }
const LETTER = 'Acme Fiber LLC sends its papers for the Utah interconnection agreement, see attached.'

function sort(file: FileSketch, text = LETTER): DocumentSort | undefined {
  return understand(aMail({ subject: 'Papers for our interconnection agreement', text, attachments: [file] }), world)
    .documents[0]
}

describe('by name', () => {
  test.each<readonly [string, DocumentSort]>([
    ['Agreement Request Form Acme.pdf', 'agreement-request-form'],
    ['Acme_ARF_2026.docx', 'agreement-request-form'],
    ['New_Customer_Questionnaire_Acme.xlsx', 'customer-questionnaire'],
    ['EOLA signed.pdf', 'early-ordering-letter'],
    ['Early Ordering Letter executed.pdf', 'early-ordering-letter'],
    ['UT ICA signature page.pdf', 'signed-agreement'],
    ['NTA Section 7 redline.docx', 'redlined-agreement'],
    ['Notice of Adoption.pdf', 'adoption-letter'],
    ['NECA OCN letter.pdf', 'ocn-letter'],
    ['Idaho PUC Certificate.pdf', 'certification'],
    ['Certificate of Insurance.pdf', 'other'],
    ['W-9.pdf', 'other'],
    ['Sales tax exemption certificate.pdf', 'other'],
    ['holiday.pdf', 'other'],
  ])('%s is %s', (filename, want) => {
    expect(sort({ filename })).toBe(want)
  })
})

describe('by content', () => {
  test('text goes before the name', () => {
    expect(
      sort({
        filename: 'document.txt',
        mediaType: 'text/plain',
        text: 'AGREEMENT REQUEST FORM\nLegal name: Acme Fiber LLC',
      }),
    ).toBe('agreement-request-form')
  })

  test('a file with a scanner name is what the letter says', () => {
    expect(
      sort(
        { filename: 'SKM_20260302.pdf' },
        'Attached is the executed signature page of the Utah agreement. Acme Fiber LLC',
      ),
    ).toBe('signed-agreement')
  })

  test('with several such files nobody can say which', () => {
    const attachments = [{ filename: 'scan1.pdf' }, { filename: 'scan2.pdf' }]
    const mail = aMail({
      subject: 'Papers',
      text: 'Attached is the executed signature page of the Utah agreement.',
      attachments,
    })
    expect(understand(mail, world).documents).toEqual(['other', 'other'])
  })
})

describe('pictures', () => {
  test.each<readonly [string, FileSketch, DocumentSort]>([
    [
      'a logo in the signature',
      { filename: 'image001.png', mediaType: 'image/png', bytes: 2_000, inline: true },
      'decoration',
    ],
    [
      'a photograph of a certificate',
      { filename: 'IMG_3307.jpg', mediaType: 'image/jpeg', bytes: 900_000, inline: true },
      'certification',
    ],
  ])('%s', (_meaning, file, want) => {
    expect(sort(file, 'I took a picture of our PSC certificate for the Utah interconnection agreement.')).toBe(want)
  })
})

describe('a form in a file speaks', () => {
  const FORM = [
    'AGREEMENT REQUEST FORM',
    'Legal name of company (as registered): Acme Fiber LLC',
    'State(s) in which an agreement is needed: Utah',
    '☐ Interconnection: Negotiations Template Agreement, no changes',
    '☐ Interconnection: negotiated',
    '☒ Interconnection: opt-in to an existing agreement, 252(i)',
    '☐ Resale',
    'OCN: 264N',
  ]

  test('the ticked choice counts, the others were not said', () => {
    const file = { filename: 'form.txt', mediaType: 'text/plain', text: FORM.join('\n') }
    const understood = understand(
      aMail({ subject: 'Form', text: 'See the attached form.', attachments: [file] }),
      world,
    )
    expect(understood).toMatchObject({
      agreement: 'interconnection',
      path: 'opt-in',
      company: 'Acme Fiber LLC',
      states: ['UT'],
      identifiers: { ocn: '264N' },
    })
    expect(understood.intents[0]?.intent).toBe('opt-in-inquiry')
  })

  test('another tick, another path', () => {
    const text = FORM.join('\n')
      .replace('☒', '☐')
      .replace('☐ Interconnection: negotiated', '☒ Interconnection: negotiated')
    const understood = understand(
      aMail({
        subject: 'Form',
        text: 'See the attached form.',
        attachments: [{ filename: 'form.txt', mediaType: 'text/plain', text }],
      }),
      world,
    )
    expect(understood).toMatchObject({ agreement: 'interconnection', path: 'negotiate' })
    expect(understood.intents[0]?.intent).toBe('agreement-request')
  })
})
