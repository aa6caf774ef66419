/** Request forms of several legal entities in one mail: whose, where, and on which way (domain 6.1 no. 12, T7). */
import { expect, test } from 'vitest'
import { understand } from '../../../src/domain/understand/understand.ts'
import { shippedModel } from '../../../src/learning/shipped.ts'
import { aMail } from '../../support/mail-builder.ts'

const world = { ownAddresses: ['intagree@carrier.example'], model: shippedModel() }

function form(company: string, states: string, way = 'Template agreement without changes'): string {
  return `AGREEMENT REQUEST FORM
${company === '' ? '' : `Legal name of requesting carrier: ${company}\n`}State(s): ${states}
Type of agreement: Interconnection agreement
Way: ${way}
Notice contact: Pat Field, pat@field.example`
}

const ALDER = form('Alder Telecom LLC', 'Idaho')
const BIRCH = form('Birch Run Fiber, Inc.', 'Utah, Wyoming', 'Negotiate')

test.each<readonly [string, readonly string[], string | null]>([
  ['two companies', [ALDER, BIRCH], 'Alder Telecom LLC: ID template-as-is; Birch Run Fiber, Inc.: UT WY negotiate'],
  ['one form', [ALDER], null],
  ['one company in two states', [ALDER, form('Alder Telecom LLC', 'Utah')], null],
  ['one company in two spellings', [ALDER, form('ALDER TELECOM, L.L.C.', 'Utah')], null],
  [
    'the same form as two files, beside another',
    [ALDER, ALDER, BIRCH],
    'Alder Telecom LLC: ID template-as-is; Birch Run Fiber, Inc.: UT WY negotiate',
  ],
  [
    'one that names nobody',
    [ALDER, BIRCH, form('', 'Oregon')],
    'Alder Telecom LLC: ID template-as-is; Birch Run Fiber, Inc.: UT WY negotiate ?',
  ],
])('%s', (_what, texts, expected) => {
  const attachments = texts.map((text, at) => ({ filename: `ARF-${at}.txt`, text }))
  const mail = aMail({ subject: 'Request forms', text: 'The Agreement Request Forms are attached.', attachments })
  const { several } = understand(mail, world)
  const words = several?.parties.map((one) => `${one.company}: ${one.states.join(' ')} ${one.form?.path}`).join('; ')
  expect(words === undefined ? null : `${words}${several?.certain ? '' : ' ?'}`).toBe(expected)
})
