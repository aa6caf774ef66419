/** Requests that are taken back: what says so, and what only sounds like it. */
import { describe, expect, test } from 'vitest'
import { withdrawal } from '../../../src/domain/casework/withdrawal.ts'
import { aMail } from '../../support/mail-builder.ts'

function of(text: string): string | null {
  return withdrawal(aMail({ subject: 'Re: Interconnection [CLEC-2026-00007]', text }))?.quote ?? null
}

describe('takes it back', () => {
  test.each([
    'Our plans have changed: Acme Fiber, LLC withdraws its request for an interconnection agreement in Utah.',
    'We no longer need the Utah agreement and withdraw our request. Please close it.',
    'Please cancel our request for Oregon.',
    'We hereby withdraw the Agreement Request Form; please close our file.',
    'The board has decided not to go forward. Thank you for your help.',
    'We are no longer interested in an interconnection agreement.',
    'I am retracting my request of May 3.',
    'Our board has decided to abandon the Arizona project.',
    'Please disregard our request and stop sending reminders.',
    'We will not be going ahead with the agreement.',
    'We withdraw all our requests, please drop me a line to confirm.',
    'We drop our request and have told your office by mail.',
    'We are dropping our request because the project was called off today.',
    'The Utah launch was called off, and we have given up our plans for it: please disregard the request.',
  ])('%s', (text) => {
    expect(of(text)).not.toBeNull()
  })
})

describe('does not', () => {
  test.each([
    'Please treat the redlines I sent in July as withdrawn.',
    'We withdraw our request for changes to section 5.4 and sign the template as it is.',
    'Please cancel our request to negotiate. We adopt your template instead.',
    'We do not withdraw our request.',
    'If we withdraw our request, is the deposit returned?',
    'Can we withdraw our request later?',
    'Please disregard my last mail; the attachment was missing.',
    'Please ignore the request form of Monday; the corrected one is attached.',
    'We are not going ahead with the redlines of Section 7.',
    'Please find attached the certificate that you asked for.',
    'We no longer use that switch.',
    'Drop me a line about our request.',
    'We dropped our request in the mail yesterday.',
    'We will be dropping our signed request off at your Denver office.',
    'I will drop by your office to discuss our request.',
    'We dropped the ARF into your portal.',
    'Thank you.\n\nOn Monday somebody wrote:\n> We withdraw our request.',
  ])('%s', (text) => {
    expect(of(text)).toBeNull()
  })
})
