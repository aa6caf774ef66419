/** What a letter says can follow: that something holds nothing up is said only where it is true. */
import { expect, test } from 'vitest'
import type { CaseFile } from '../../../src/domain/casework/case-file.ts'
import { missingItems, missingSection } from '../../../src/domain/decide/missing-items.ts'
import { standingOf } from '../../../src/domain/process/standing.ts'
import { aFile, aProof, met } from '../../support/case-files.ts'

const CERTIFICATE = 'Certificate or registration of the state commission'
const SIGNED = 'Agreement signed by you'
const REQUESTED = { 'request-form': met(), 'notice-contact': met(), route: met(), 'agreement-type': met() }
const unsure = { ...met(), state: 'problem', problem: 'no note of the company.', proof: aProof() } as const

test.each<readonly [what: string, file: Partial<CaseFile>, asks: string, follows: string | null]>([
  ['a certificate before the document is sent (T1)', { items: REQUESTED }, CERTIFICATE, CERTIFICATE],
  [
    'no authority, for the document waits for it (T9)',
    { items: { ...REQUESTED, 'sender-authority': unsure } },
    'Authority to act for the company',
    null,
  ],
  ['no adopted agreement (T14)', { route: 'opt-in', items: REQUESTED }, 'Agreement to be adopted', null],
  ['no signature', { items: { ...REQUESTED, 'draft-issued': met() } }, SIGNED, null],
  [
    'no certificate once the document is sent, for our signature waits for it',
    { items: { ...REQUESTED, 'draft-issued': met() } },
    CERTIFICATE,
    null,
  ],
  [
    'a questionnaire while the document is out',
    { items: { ...REQUESTED, 'draft-issued': met() } },
    'Customer Questionnaire',
    'Customer Questionnaire',
  ],
  [
    'no questionnaire after the signatures, for orders wait for it',
    {
      items: {
        ...REQUESTED,
        'draft-issued': met(),
        'clec-signature': met(),
        'carrier-signature': met(),
        certification: met(),
      },
    },
    'Customer Questionnaire',
    null,
  ],
])('%s', (_what, sketch, asks, follows) => {
  const file = aFile({ route: 'template-as-is', ...sketch })
  const standings = new Map([[file.id, standingOf(file)]])
  const section = missingSection(missingItems([{ file }], standings), [{ file }], standings)
  expect(section).toMatchObject({ items: expect.arrayContaining([expect.objectContaining({ label: asks })]) })
  const labels = section?.section === 'missing-information' ? section.canFollow : []
  expect(labels.filter((label) => label === asks)).toEqual(follows === null ? [] : [follows])
})
