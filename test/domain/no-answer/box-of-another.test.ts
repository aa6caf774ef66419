import { describe, expect, test } from 'vitest'
import { senderUnread } from '../../../src/domain/no-answer/unread-sender.ts'
import { letters } from '../../../src/domain/understand/kind/phrases.ts'
import { plain } from '../../../src/domain/understand/plain.ts'

const REQUEST =
  'Please send us the interconnection agreement template for Utah; Prairie Fiber LLC wants to sign it as it stands.'

describe('a box, an office, a form that takes no mail, and is not where this comes from', () => {
  test.each([
    'The PSC docket office, which does not accept e-mail filings, wants three originals.',
    'I understand that incomplete answers will be rejected, so I filled in every section.',
    'The form does not accept answers longer than 40 characters, so our name is cut off. Can you fix that?',
    'This mailbox is not checked daily, so please copy my cell phone 402-555-0133.',
    'Use this address and not orders@prairiefiber.example; the mailbox is not watched closely.',
    // The same in other words.
    'The clerk, which cannot accept e-mail, wants paper.',
    'Answers are rejected without a signature, so I signed.',
    'The system does not accept replies over 200 characters.',
    'This inbox is not monitored constantly.',
    'This account is not read every hour.',
    'Do not write to orders@prairiefiber.example, the mailbox is not monitored.',
    'Late responses will be ignored by the Commission, so please hurry.',
    'The commission and the county accept paper only, and take no e-mail.',
    'The field does not take messages of two lines.',
    'The old address is dead, and this mailbox is not checked often.',
    'Mail sent to the old address is returned, so write here.',
    'My assistant does not read mail on Fridays.',
    'The docket system does not accept e-mail.',
    'We found the address on your site is not monitored.',
    'Our fax machine does not receive messages.',
    'The switch does not answer.',
    'The state portal does not accept mail with attachments.',
    'That box is not read any more; this one is.',
    'The number is switched off today.',
    'Your mailbox is not monitored, it seems.',
    'The PSC does not take any mail before June.',
    'The voice mail box is not checked.',
  ])('%s', (said) => {
    expect(senderUnread(letters(plain(`${REQUEST} ${said}`)))).toBeNull()
  })

  test.each([
    'This was sent from an address that cannot receive mail.',
    'The relay, which accepts no incoming mail, sends for us.',
    'This device does not accept replies.',
    'Replies are ignored.',
    'All answers are discarded.',
    'Answers will be deleted unread.',
    'The mailbox is not watched.',
    'This mailbox is not checked.',
    'Write to lee@prairiefiber.example; this mailbox is not monitored.',
    'The sender address is not read.',
  ])('it is: %s', (said) => {
    expect(senderUnread(letters(plain(`${REQUEST} ${said}`)))).not.toBeNull()
  })
})
