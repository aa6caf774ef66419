/** An exemption from taxes that is claimed in words or in the questionnaire (domain 2.2 step 4c; TAX). */
import { expect, test } from 'vitest'
import type { CaseFile } from '../../../src/domain/casework/case-file.ts'
import { taxClaims } from '../../../src/domain/casework/proofs/tax.ts'
import type { DocumentSort } from '../../../src/domain/labels.ts'
import { anUnderstanding } from '../../support/arrivals.ts'
import { aFile, anItem } from '../../support/casework.ts'
import { aMail } from '../../support/mail-builder.ts'

const QC = aFile({ family: 'qc', state: 'UT', company: 'Acme Fiber, LLC' })

function said(text: string, file: CaseFile = QC, sheet = ''): string {
  const attachments = sheet === '' ? [] : [{ filename: 'questionnaire.pdf', text: `CUSTOMER QUESTIONNAIRE\n${sheet}` }]
  const documents: readonly DocumentSort[] = sheet === '' ? [] : ['customer-questionnaire']
  const mail = {
    id: 1,
    receivedAt: 0,
    mail: aMail({ text, attachments }),
    understanding: anUnderstanding({ documents }),
  }
  const [claim] = taxClaims(mail, file, [text])
  return claim === undefined ? '-' : claim.problem === null ? (claim.value ?? 'met') : 'owed'
}

test.each([
  ['We claim exemption from federal excise tax.', 'owed'],
  ['Acme Fiber, LLC is exempt from state and local sales taxes.', 'owed'],
  ['We are tax-exempt in Utah.', 'owed'],
  ['Our tax exemption certificates will follow next week.', 'owed'],
  ['Are we exempt from sales tax?', '-'],
  ['If we are exempt from sales tax, which form do you need?', '-'],
  ['We are not exempt from any taxes.', '-'],
  ['We claim no exemption from taxes.', '-'],
  ['We request an agreement for Utah.', '-'],
])('in words: %s', (text, expected) => {
  expect(said(text)).toBe(expected)
})

test.each([
  ['Section 5 Tax\nExempt from federal excise tax: Yes', 'owed'],
  ['Tax exempt? Yes', 'owed'],
  ['[x] Tax exempt', 'owed'],
  ['Tax exempt: No', '-'],
  ['Federal Excise Tax: exempt', 'owed'],
  ['State and local sales tax: not exempt', '-'],
  ['Sales tax: exempt [ ]', '-'],
  ['Section 5 Tax: exempt no', '-'],
  ['Do you indemnify the carrier for taxes? Yes', 'indemnity'],
  ['Tax exempt: Yes\nWill your company indemnify the carrier? No', 'owed'],
])('in the questionnaire: %s', (sheet, expected) => {
  expect(said('The questionnaire is attached.', QC, sheet)).toBe(expected)
})

test('what was claimed may be taken back', () => {
  const claimed = { ...QC, items: { 'tax-forms': anItem({ state: 'problem', problem: 'not in' }) } }
  expect(said('We claim no exemption from taxes.', claimed)).toBe('no exemption claimed')
})

test('the other family has forms of its own', () => {
  expect(said('We claim exemption from federal excise tax.', { ...QC, family: 'ct-eq' })).toBe('-')
})
