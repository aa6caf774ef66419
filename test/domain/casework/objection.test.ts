/** Mails that want no more reminders, or dispute what we ask for; and what only sounds like it. */
import { describe, expect, test } from 'vitest'
import { legalNotice } from '../../../src/domain/casework/legal-notice.ts'
import { objection } from '../../../src/domain/casework/objection.ts'
import { withdrawal } from '../../../src/domain/casework/withdrawal.ts'
import { aMail } from '../../support/mail-builder.ts'
import { ourLetters } from '../../support/our-letters.ts'

function of(text: string): string | null {
  return objection(aMail({ subject: 'Re: Interconnection [CLEC-2026-00007]', text }))?.quote ?? null
}

describe('objects', () => {
  test.each([
    'Please stop reminding us.',
    'Stop sending reminders, we have your letter.',
    'No more reminders, please.',
    'Please do not remind us again.',
    'Kindly cease these automated e-mails.',
    'Please take me off the list of your reminders.',
    'We have put the Arizona project on hold.',
    'The launch is postponed until next year, so our request is on hold.',
    'Certification is not a condition for negotiating.',
    'A certificate isn’t a prerequisite to negotiation under the Act.',
    'We are not required to send a questionnaire before the agreement is signed.',
    'As a reseller in Iowa we are under no obligation to hold a certificate.',
    'The questionnaire is not required at this stage.',
    'You may not require certification as a condition of negotiations.',
    'You cannot demand the OCN letter from us.',
    'We object to your request for a certificate.',
    'We will not provide the questionnaire until the agreement is signed.',
    'We have no questionnaire to send before the negotiation is over.',
    'We already sent you the certificate on March 3.',
    'The NECA letter was e-mailed to you two weeks ago.',
  ])('%s', (text) => {
    expect(of(text)).not.toBeNull()
  })
})

describe('does not', () => {
  test.each([
    'Please find the certificate attached.',
    'We will send the certificate by March 20.',
    'We will not have the certificate before March 20.',
    'Thank you for the reminder.',
    'Is certification a condition for negotiating?',
    'Are we not required to send the questionnaire first?',
    'If the project is put on hold, what happens?',
    'The questionnaire is not complete yet; it follows on Monday.',
    'Our certificate is not here yet.',
    'We do not have an OCN yet.',
    'Please hold the line.',
    'We are required to send the tax forms within thirty days.',
    'Our switch is no longer in Mesa.',
    'Ok.\n\nOn Monday somebody wrote:\n> Please stop reminding us.',
  ])('%s', (text) => {
    expect(of(text)).toBeNull()
  })

  test('when what was sent before is sent again', () => {
    const attachments = [{ filename: 'certificate.pdf' }]
    expect(objection(aMail({ text: 'We already sent it; here it is again.', attachments }))).toBeNull()
  })
})

test.each(ourLetters())('a letter of ours that comes back unmarked is nothing of the kind: %s', (_name, text) => {
  const mail = aMail({ subject: 'Interconnection', text })
  expect([objection(mail), withdrawal(mail), legalNotice(mail)]).toEqual([null, null, null])
})
