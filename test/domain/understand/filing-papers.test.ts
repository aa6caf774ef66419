/** Papers of a commission's docket (domain 3.6, 6.1 no. 9): what they are, and what they are not. */
import { describe, expect, test } from 'vitest'
import { checklistIn } from '../../../src/domain/understand/documents/checklist.ts'
import { filingIn } from '../../../src/domain/understand/documents/filing.ts'
import { sortOfText } from '../../../src/domain/understand/documents/titles.ts'
import { filingCopyIn } from '../../../src/domain/understand/filing-copy.ts'
import { readingOf } from '../../../src/domain/understand/reading.ts'
import { aMail } from '../../support/mail-builder.ts'

const letter = (matter: string, number = 'QWE-T-26-03') => `Ms. Dana Field, Secretary
Idaho Public Utilities Commission

Re: Case No.: ${number}
${matter}

Dear Ms. Field:

Enclosed for filing please find the Application between Qwest Corporation and Acme Fiber, LLC.`

const checklist = (...lines: string[]) =>
  ['CARRIER-TO-CARRIER AGREEMENT CHECKLIST', 'Requesting Carrier: Acme Fiber, LLC', ...lines].join('\n')

describe('a filing', () => {
  test.each<[matter: string, isAmendment: boolean]>([
    ['Application for Approval of Interconnection Agreement', false],
    ['Application for Approval of Amendment to Interconnection Agreement', true],
    ['Application for Approval of the Third Amendment to the Wireless Interconnection Agreement', true],
    ['Application for Approval of Resale Agreement', false],
    ['Application for Approval of Type 2 Wireless Interconnection Agreement', false],
    ['Application for Approval of Paging Connection Agreement', false],
  ])('%s', (matter, isAmendment) => {
    const text = letter(matter)
    expect(filingIn(text)).toMatchObject({ sort: 'cover-letter', isAmendment, docket: 'QWE-T-26-03', state: 'ID' })
    expect(sortOfText(text)).toBe('other')
  })

  test('the commission tells of it, or decides on it', () => {
    const head = 'BEFORE THE PUBLIC UTILITY COMMISSION OF OREGON\nARB 527\nIN THE MATTER OF QWEST CORPORATION\n'
    const matter = 'Petition for approval of an interconnection agreement with Acme Fiber, LLC'
    expect(filingIn(`${head}NOTICE OF FILING\n${matter}`)).toMatchObject({
      sort: 'notice',
      docket: 'ARB 527',
      state: 'OR',
    })
    expect(filingIn(`${head}ORDER NO. 26-101\n${matter}`)).toMatchObject({ sort: 'order' })
  })

  test('without a number yet it has none', () => {
    const text = letter('Application for Approval of Interconnection Agreement').replace(/^Re:.*\n/m, 'Re: ')
    expect(filingIn(text)?.docket).toBeNull()
  })

  test.each([
    'Dear Manager: We request an interconnection agreement for Idaho. Enclosed please find our form.',
    'Idaho Public Utilities Commission\nThe Commission grants Acme Fiber, LLC a certificate to provide service.',
    'INTERCONNECTION AGREEMENT between Qwest Corporation and Acme Fiber, LLC, subject to approval by the Idaho Public Utilities Commission',
  ])('is none: %s', (text) => {
    expect(filingIn(text)).toBeNull()
  })
})

describe("Oregon's checklist", () => {
  test('an adoption of the base agreement and of amendments, by their orders', () => {
    const text = checklist(
      '[X] Adoption: Adopts existing agreement.',
      'Docket ARB 527',
      'Parties to prior agreement: Bandera Telecom, LLC and Qwest Corporation',
      '[ ] Adopts base agreement only; or',
      '[X] Adopts base agreement and subsequent amendments approved in Order No(s). 04-123 and 05-456.',
      '[ ] New Agreement',
      '[ ] Amendment   Docket ARB 611',
    )
    expect(checklistIn(text)).toMatchObject({
      ...{ action: 'adoption', docket: 'ARB 527', requestingCarrier: 'Acme Fiber, LLC' },
      parties: 'Bandera Telecom, LLC and Qwest Corporation',
      amendments: { choice: 'named', orders: ['04-123', '05-456'] },
    })
    expect(sortOfText(text)).toBe('other')
  })

  test.each<[name: string, lines: string[], action: string | null, choice: string | null]>([
    ['base only', ['☒ Adoption', '☒ Adopts base agreement only'], 'adoption', 'base'],
    ['boxes below the heading', ['1. Adoption:', '[x] base only', '[ ] base and amendments'], 'adoption', 'base'],
    ['both boxes', ['[x] Adoption', '[x] base only', '[x] base and amendments in Order 04-123'], 'adoption', null],
    ['amendments without their orders', ['[x] Adoption', '[x] base and amendments'], 'adoption', null],
    ['an amendment', ['[ ] Adoption', '[x] Amendment: Docket ARB 527'], 'amendment', null],
    ['a new agreement', ['[ ] Adoption', '[x] New Agreement'], 'new', null],
    ['two actions, each of which has its own form', ['[x] Adoption', '[x] Amendment'], null, null],
    ['nothing ticked', ['[ ] Adoption', '[ ] Amendment'], null, null],
  ])('%s', (_name, lines, action, choice) => {
    const form = checklistIn(checklist(...lines))
    expect([form?.action, form?.amendments?.choice ?? null]).toEqual([action, choice])
  })
})

describe('a copy of it', () => {
  const copied = (text: string, file: string) =>
    filingCopyIn(readingOf(aMail({ subject: 'Filing', text, attachments: [{ filename: 'a.txt', text: file }] }))) !==
    null
  const cover = letter('Application for Approval of Interconnection Agreement')

  test.each([
    'Please find attached a copy of our filing.',
    'FYI, this came from the Commission, which asks for comments.',
    'See attached.',
  ])('asks for nothing: %s', (text) => {
    expect(copied(text, cover)).toBe(true)
  })

  test.each([
    'As in the attached filing, we would like to adopt this agreement.',
    'We request the same terms; their filing is attached.',
    'Could you tell us who handles this?',
  ])('the writer wants something: %s', (text) => {
    expect(copied(text, cover)).toBe(false)
  })

  test('the letter itself, as a mail', () => {
    expect(filingCopyIn(readingOf(aMail({ subject: 'Case QWE-T-26-03', text: cover })))?.from).toBe('text')
  })
})
