import { expect, test } from 'vitest'
import type { ArrivedMail } from '../../../src/domain/decide/arrival.ts'
import type { Move } from '../../../src/domain/decide/home.ts'
import { onlyHandsIn } from '../../../src/domain/decide/only-hands-in.ts'
import type { Intent } from '../../../src/domain/labels.ts'

interface Case {
  readonly likeliest?: readonly [Intent, number][]
  readonly text?: string
  readonly files?: readonly string[]
  readonly placed?: readonly string[]
}

const BOTH: readonly [Intent, number][] = [
  ['supporting-document', 0.76],
  ['customer-questionnaire', 0.24],
]

function handsIn({ likeliest = BOTH, text = 'Both are attached.', files = [], placed = files }: Case): boolean {
  const attachments = files.map((filename) => ({ filename, inline: false }))
  const arrived = {
    mail: { text, attachments },
    understanding: {
      likeliest: likeliest.map(([intent, confidence]) => ({ intent, confidence })),
      documents: files.map(() => 'other'),
    },
  } as unknown as ArrivedMail
  const changes = placed.map((attachment) => ({ change: 'item-met', proof: { attachment } }))
  return onlyHandsIn(arrived, [{ touched: {}, changes }] as unknown as readonly Move[])
}

const FILES = ['certificate.pdf', 'questionnaire.docx']

test('papers that all found their place: whichever is the main one', () => {
  expect(handsIn({ files: FILES })).toBe(true)
})

test('a reading that hardly counts', () => {
  const likeliest: Case['likeliest'] = [
    ['supporting-document', 0.97],
    ['agreement-request', 0.02],
  ]
  expect(handsIn({ files: FILES, likeliest })).toBe(true)
})

test.each<[string, Case]>([
  ['one paper that belongs nowhere', { files: FILES, placed: ['certificate.pdf'] }],
  ['no paper at all', {}],
  ['something that is asked', { files: FILES, text: 'Both are attached. When do we get the draft?' }],
  [
    'a reading that hands in nothing',
    { files: FILES, likeliest: [BOTH[0] as [Intent, number], ['status-inquiry', 0.2]] },
  ],
  [
    'readings that leave much room for others',
    {
      files: FILES,
      likeliest: [
        ['supporting-document', 0.5],
        ['signed-agreement', 0.3],
      ],
    },
  ],
])('%s is for a person', (_, one) => {
  expect(handsIn(one)).toBe(false)
})
