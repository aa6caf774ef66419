/** Which way to an agreement a request form chooses, in the wordings that forms use (domain 3.1, 7.1). */
import { describe, expect, test } from 'vitest'
import { proofsIn } from '../../../src/domain/casework/proofs.ts'
import { understand } from '../../../src/domain/understand/understand.ts'
import { shippedModel } from '../../../src/learning/shipped.ts'
import { aFile } from '../../support/casework.ts'
import { aMail } from '../../support/mail-builder.ts'

const FORM = [
  'Agreement Request Form',
  'Legal name of company: Pinyon Voice, Inc.',
  'Entity type / state of formation: a Utah corporation',
  'State(s) requested: Utah',
  'Type of business: Facility-based CLEC',
  'Type of agreement: Interconnection Agreement (Sec. 251/252)',
]
const END = [
  'Contact for notices: Kim Tran, 1 Main St, Provo UT 84601, kim@pinyonvoice.example',
  'Submitted by: Kim Tran, Paralegal',
]

function understood(rows: readonly string[], words: string, files: 'file' | 'typed' = 'file') {
  const text = [...FORM, ...rows, ...END].join('\n')
  const mail = aMail({
    from: 'Kim Tran <kim@pinyonvoice.example>',
    subject: 'Utah ICA',
    text: `${words}${files === 'typed' ? `\n\n${text}` : ''}\n\nKim Tran\nPinyon Voice, Inc.\n`,
    attachments: files === 'file' ? [{ filename: 'ARF.docx', text }] : [],
  })
  return { mail, understanding: understand(mail, { ownAddresses: [], authservIds: [], model: shippedModel() }) }
}

/** The way, and the words that show it. */
function way(rows: readonly string[], words = 'See attached form.', files: 'file' | 'typed' = 'file') {
  const { understanding } = understood(rows, words, files)
  return [understanding.path, understanding.evidence.find((one) => one.for === 'path')?.quote ?? null]
}

describe('a row of the form that asks to negotiate', () => {
  test.each([
    ['Route: Negotiate'],
    ['Route | Negotiate'],
    ['Path to agreement: Negotiation under Sections 251 and 252'],
    ['How: we will negotiate from the template'],
    ['Option: Negotiate'],
    ['Way to the agreement: Template with changes'],
    ['Method of obtaining agreement: Redline of your template'],
    ['Requested route: Negotiated'],
    ['Route to agreement (check one): [ ] Template as is  [X] Negotiate  [ ] Opt-in'],
    ['☐ Template as is   ☒ Negotiate   ☐ Opt in (252(i))'],
    ['Route: ___ Template as is  _X_ Negotiate  ___ Opt-in'],
    ['Template as is? No\nNegotiate? Yes'],
    ['Path: Template as is ( ) Negotiate (x) Opt-in ( )'],
    ['[x] Negotiate'],
    ['Negotiate: X'],
    ['Negotiate: Yes'],
    ['Route: Template, subject to minor changes'],
    ['Route: Template with a few modifications, to be negotiated'],
  ])('%s', (row) => {
    const [path, quote] = way([row])
    expect(path).toBe('negotiate')
    expect(quote).toMatch(/negotiat|redline|changes/i)
  })
})

describe('a row of the form that takes the template as it is', () => {
  test.each([
    ['Route: Template as is, no changes'],
    ['Route: NTA as-is'],
    ['Route: Template, exceptions: none'],
    ['Route: Template as is except for notice address'],
    ['Route: NTA, except as required by law'],
    ['Way: Template agreement without changes'],
    ['Option: Negotiations Template Agreement, unchanged'],
    ['Path: template as is; we do not wish to negotiate'],
    ['[X] Template as is  [ ] Negotiate'],
    ['Template as is: X'],
    ['How: X Template, no changes _ Negotiate _ Adopt existing'],
    ['Template as is? Yes\nNegotiate? No\nOpt in? No'],
    ['4. Template / negotiate / adopt: template, unchanged'],
    ['Template or negotiate: template'],
    ['Template or negotiate: template. The rider for public bodies takes care of our one worry'],
    ['3) Negotiated/template: template, please'],
    ['Route: Template, negotiation not required'],
    ['Route: Template; negotiation waived'],
    ['Route: Template, changes not needed'],
    ['Route: Template, no exceptions'],
    ['Route: Template, no revisions'],
    ['Route: Template, subject to commission approval'],
    ['Route: Template with exhibits'],
  ])('%s', (row) => {
    const [path, quote] = way([row])
    expect(path).toBe('template-as-is')
    expect(quote).not.toBe('template-as-is')
    expect(quote).toMatch(/template|NTA/i)
  })
})

describe('the template, but for some of it', () => {
  test.each([
    ['Route: Template, subject to minor revisions'],
    ['Route: Template, but with a different deposit clause'],
    ['Route: Template as is, except Section 9.2'],
    ['Route: NTA with a few exceptions'],
    ['Route: Template with other insurance limits'],
  ])('%s', (row) => expect(way([row])[0]).toBe('negotiate'))
})

describe('a wish to change terms is a request to negotiate, whatever else is said', () => {
  test.each([
    ['in the letter beside a form that says nothing of it', [], 'Form attached. We will negotiate from your template.'],
    ['in the form, beside a letter of few words', ['Route: Negotiate'], 'Form attached.'],
    ['in the letter, against the form', ['Route: Template'], 'Form attached. We want to negotiate section 7.'],
    ['in the form, against the letter', ['Route: Negotiate'], 'Form attached. We will sign your template.'],
  ])('%s', (_what, rows, words) => {
    expect(way(rows, words)[0]).toBe('negotiate')
  })

  test.each([
    ['Template or negotiate: template', 'template-as-is'],
    [
      'Template or negotiate: template. Our attorney has one worry, but your standard rider takes care of it',
      'template-as-is',
    ],
    ['Template or negotiate: template\nRemarks: section 9 must go', 'negotiate'],
    ['Template or negotiate: template, but we want to talk about the deposit', 'negotiate'],
    ['Template or negotiate: template. We may negotiate the deposit', 'negotiate'],
    ['Template or negotiate: template\nRemarks: we would like to negotiate section 5 though', 'negotiate'],
    ['Template or negotiate: template\nRemarks: our redline of section 5 follows', 'negotiate'],
    ['Template/negotiated: negotiated', 'negotiate'],
    ['Template or negotiate: negotiate', 'negotiate'],
  ])('in a form that is typed into the mail: %s', (row, want) => {
    expect(way([row], 'I could not open your form, so typed out:', 'typed')[0]).toBe(want)
  })

  test('a question in prose chooses nothing', () => {
    const asks = way([], 'Can we opt in or negotiate? Template looks long.', 'typed')[0]
    expect(asks).not.toBe('template-as-is')
  })

  test('in a form that is typed into the mail', () => {
    expect(way(['Route: Negotiate'], 'Our request:', 'typed')[0]).toBe('negotiate')
  })
})

describe('two ways in one form', () => {
  test.each([
    ['both ticked', '[X] Template as is  [X] Negotiate'],
    ['neither ticked', 'Route: Template as is / Negotiate / Opt-in'],
    ['a label that offers them, left blank', '4. Template / negotiate / adopt: (left blank)'],
    ['with nothing behind it', 'Template / negotiate / opt-in:'],
  ])('%s: none is chosen', (_what, row) => {
    expect(way([row])[0]).toBeNull()
  })

  test('both ticked: the clock runs to be safe (4.2)', () => {
    const { mail, understanding } = understood(['[X] Template as is  [X] Negotiate'], 'See attached form.')
    const changes = proofsIn({ id: 1, receivedAt: 0, mail, understanding }, aFile())
    expect(changes.find((one) => one.change === 'route-chosen')).toMatchObject({ route: 'negotiate', doubtful: true })
  })
})

test('the way is never shown by a word that stands nowhere in the mail', () => {
  for (const rows of [[], ['Route: Negotiate'], ['Route: as we discussed']]) {
    const { mail, understanding } = understood(rows, 'See attached form.')
    const changes = proofsIn({ id: 1, receivedAt: 0, mail, understanding }, aFile())
    const words = `${mail.subject}\n${mail.text}\n${mail.attachments.map((one) => one.text).join('\n')}`
    const proof = changes.find((one) => one.change === 'item-met' && one.item === 'route')
    if (proof?.change === 'item-met') expect(words).toContain(proof.proof.quote.replace(/ …$/, '').slice(0, 20))
  }
})
