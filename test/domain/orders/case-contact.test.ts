/** Whom a letter after an order goes to (domain T9). */
import { expect, test } from 'vitest'
import type { Item } from '../../../src/domain/casework/case-file.ts'
import { caseContact } from '../../../src/domain/orders/case-contact.ts'
import { aCaseMail, aFile, met } from '../../support/case-files.ts'

const [LENA, PAULA, SAL] = ['lena@acmefiber.example', 'paula@acmefiber.example', 'sal@filings.example'] as const
const MAILS = [
  aCaseMail({ id: 10, sender: null }),
  aCaseMail({ id: 11, sender: PAULA }),
  aCaseMail({ id: 12, sender: SAL }),
]
const notice = met({ value: `Lena Ortiz, ${LENA}` })

test.each<readonly [meaning: string, notice: Item | undefined, blocked: readonly string[], contact: string | null]>([
  ['the contact for notices', notice, [], LENA],
  ['whoever asked first, where none is named', undefined, [], PAULA],
  ['whoever asked first, where two are', met({ state: 'problem', problem: 'Two came in.' }), [], PAULA],
  ['whoever asked first, where no address stands', met({ value: 'Lena Ortiz' }), [], PAULA],
  ['whoever asked first, where the contact cannot be reached', notice, [LENA], PAULA],
  ['nobody who only took part', notice, [LENA, PAULA], null],
])('%s', (_meaning, item, blocked, contact) => {
  const file = aFile({ items: item === undefined ? {} : { 'notice-contact': item } })
  expect(caseContact(file, MAILS, (address) => blocked.includes(address))).toBe(contact)
})
