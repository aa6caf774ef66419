/** Texts of strangers that are made to cost time: a mail's proofs stay cheap whatever it holds. */
import { expect, test } from 'vitest'
import { casesFor, howManyCases } from '../../../src/domain/casework/open-cases.ts'
import { proofsIn } from '../../../src/domain/casework/proofs.ts'
import { spokenChange } from '../../../src/domain/casework/spoken-change.ts'
import { takenBackIn } from '../../../src/domain/casework/states-changed.ts'
import { statesOrdered } from '../../../src/domain/decide/states-ordered.ts'
import { DOCUMENT_SORTS } from '../../../src/domain/labels.ts'
import { aFile, aProvingMail, FOOTPRINT } from '../../support/casework.ts'

const SIZE = 64_000

test.each([
  ['blanks', ' '],
  ['a label and blanks', `Signature:${' '.repeat(400)}x\n`],
  ['colons', ': '],
  ['capitals', 'ABCDCOAB1 '],
  ['companies', 'Acme Fiber, LLC '],
  ['labels', 'Legal name of company: '],
  ['offices', 'Commission of Utah Public '],
  ['adoption', 'elects to adopt the A B C D E F '],
  ['dockets', 'docket no. A-1,'],
  ['amendments', 'including all the its amendments '],
  ['underscores', '_'],
  ['page numbers', 'Page 1 of 2\n'],
  ['form feeds', '\f'],
  ['dots and marks', '...---___'],
  ['states', 'Utah, '],
  ['states that go and come', 'cancel our Utah request, add Idaho, '],
  ['codes that go and come', 'drop WA, add ID, '],
  ['codes of a list', 'WA, ID and OR/UT, '],
  ['one instead of another', 'replace Utah with Idaho and Oregon '],
  ['states that stay', 'Utah still stays in the request, '],
  ['two states in one name', 'both Dakotas and '],
  ['another matter', 'for Idaho, we will write to you separately, '],
  ['a board that approves', 'our board approved only, '],
  ['a request by its states', 'add Utah to our pending requests for Idaho and '],
  ['wishes', 'we want to please '],
  ['wishes for states', 'add Utah, please now, as well '],
  ['whoever wants it', 'Bob Alice Carol '],
  ['lists of states', 'drop Utah, Oregon and '],
  ['all but some', 'all requests but Utah, not need Utah '],
  ['what rests', 'pause Utah for drop our request in '],
  ['certificates', 'Commission of Utah service for Idaho until January 1, 2030 '],
])('%s', (_what, unit) => {
  const text = unit.repeat(Math.ceil(SIZE / unit.length))
  const attachments = DOCUMENT_SORTS.map((sort) => ({ filename: `${sort}.pdf`, text }))
  const understood = {
    ...{
      documents: DOCUMENT_SORTS,
      company: 'Acme Fiber, LLC',
      states: ['CO', 'UT', 'ID'],
      agreement: 'interconnection' as const,
    },
    intents: (['opt-in-inquiry', 'signed-agreement', 'early-ordering-letter', 'network-readiness'] as const).map(
      (intent) => ({
        ...{ intent, confidence: 0.9 },
      }),
    ),
  } as const
  const mail = aProvingMail({ text, attachments, subject: text.slice(0, 500) }, understood)
  const began = performance.now()
  for (const part of [text, text.slice(0, 590)]) statesOrdered({ text: part })
  spokenChange(mail.mail, [aFile({ state: 'CO' }), aFile({ state: 'UT' })])
  takenBackIn(mail.mail, [aFile({ state: 'CO' }), aFile({ state: 'UT' })])
  const count = howManyCases(mail.understanding, mail.mail, FOOTPRINT)
  const fresh = Array.from({ length: count }, (_, at) => ({ id: at, ref: String(at) }))
  casesFor(mail, FOOTPRINT, fresh)
  for (const family of ['qc', 'ct-eq'] as const) proofsIn(mail, aFile({ state: 'CO', family, route: 'opt-in' }))
  expect(performance.now() - began).toBeLessThan(4_000)
})
