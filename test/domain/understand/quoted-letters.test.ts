/** Short answers of people above a copy of any letter of ours: its wording must not make machines of them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { understand } from '../../../src/domain/understand/understand.ts'
import { shippedModel } from '../../../src/learning/shipped.ts'
import { aMail } from '../../support/mail-builder.ts'

const TEMPLATES = new URL('../../../templates/', import.meta.url).pathname
const OURS = 'intagree@carrier.example'

const letters = readdirSync(TEMPLATES).flatMap((folder) => {
  const path = join(TEMPLATES, folder)
  if (!existsSync(join(path, 'model.ts'))) return []
  return readdirSync(path)
    .filter((file) => /^expected\..*txt$/.test(file))
    .map((file) => join(folder, file))
})

const HEAD =
  'Hello Paula Reyes,\n\nThank you for your mail. We received it on Tuesday, January 13, 2026, at 9:40 AM MST.'
const QUOTES: readonly (readonly [name: string, quote: (text: string) => string])[] = [
  [
    'behind marks',
    (text) =>
      `On Tue, Jan 13, 2026 at 9:40 AM Interconnection Agreements <${OURS}> wrote:\n${text.replace(/^/gm, '> ')}`,
  ],
  [
    'below a header',
    (text) =>
      `From: Interconnection Agreements <${OURS}>\nSent: Tuesday, January 13, 2026 9:40 AM\nTo: Paula Reyes <paula@acmefiber.example>\nSubject: Re: Interconnection in Oregon\n\n${text}`,
  ],
  ['below a line', (text) => `-----Original Message-----\n${text}`],
]
const ANSWERS = [
  'We no longer need the Oregon agreement and withdraw our request. Please close it.',
  'The certificate follows next week.',
  'We adopt the base agreement including all amendments.',
]

describe.each(QUOTES)('%s', (_name, quote) => {
  test.each(letters)('%s', (file) => {
    const copy = quote(`${HEAD}\n\n${readFileSync(join(TEMPLATES, file), 'utf8')}`)
    const kinds = ANSWERS.map((words) => {
      const mail = aMail({
        from: 'paula@acmefiber.example',
        subject: 'Re: Interconnection in Oregon [CLEC-2026-00010]',
        text: `Hello,\n\n${words}\n\nSincerely,\nPaula Reyes\nOffice Manager, Acme Fiber, LLC\n\n${copy}\n`,
        inReplyTo: '<clec-2026-00010.acknowledgement.m12.abcdefgh@carrier.example>',
      })
      return understand(mail, { ownAddresses: [OURS], authservIds: [], model: shippedModel() }).kind
    })
    expect(kinds).toEqual(ANSWERS.map(() => 'human'))
  })
})
