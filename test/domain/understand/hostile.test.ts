import { describe, expect, test } from 'vitest'
import { understand } from '../../../src/domain/understand/understand.ts'
import { shippedModel } from '../../../src/learning/shipped.ts'
import { aMail } from '../../support/mail-builder.ts'

const world = { ownAddresses: ['intagree@carrier.example'], model: shippedModel() }

/** Texts that make a backtracking pattern run for minutes: repeated beginnings of whatever the rules look for. */
const SEEDS = [
  'On ',
  'On Monday Pat Field <pat@carrier.example> wrote ',
  '> ',
  'From: ',
  'From: a\nSent: b\n',
  'a',
  ' ',
  '\n',
  '\t\n',
  '-',
  'A.',
  'Acme ',
  'Acme of and & ',
  'Acme, LLC ',
  'agreement ',
  'adopt ',
  'please send the agreement ',
  'not ',
  'early ordering letter ',
  'order before ',
  'Utah, ',
  'CO, ',
  'OCN ',
  '303-555-',
  'a@a.',
  '[cid:',
  '☐ ',
  'is out of the office until ',
  'your message could not be ',
  'State   Wanted?\nCO      ',
  'confidential privileged ',
  // Marks at the end of a word are taken off one by one, also where a letter follows them after all.
  `Acme Inc ${')'.repeat(40)}x `,
  `Acme Inc ${')."\'!?>*]'.repeat(8)}x `,
  'é',
  '\u0000',
]

describe('a hostile text costs no more than its length', () => {
  test.each(SEEDS.map((seed) => [JSON.stringify(seed), seed] as const))('%s over and over', (_name, seed) => {
    const text = seed.repeat(Math.ceil(262_144 / seed.length))
    const understood = understand(aMail({ subject: seed.repeat(400), text }), world)
    expect(understood.evidence.every((one) => one.quote.length <= 160)).toBe(true)
  })

  test('in attachments, names and headers too', () => {
    const long = 'Acme, LLC agreement request form '.repeat(8_000)
    const attachments = Array.from({ length: 200 }, (_, at) => ({
      filename: `${'form '.repeat(50)}${at}.txt`,
      mediaType: 'text/plain',
      text: long,
    }))
    const headers = Object.fromEntries(
      Array.from({ length: 500 }, (_, at) => [`X-H${at}`, 'auto-replied '.repeat(200)]),
    )
    expect(understand(aMail({ text: 'See attached.', attachments, headers }), world).documents).toHaveLength(200)
  })
})
