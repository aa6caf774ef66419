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
    // Told of our mail, or of trunks, systems and accounts; or only at times.
    'Your letter came from an unmonitored mailbox, so I write here.',
    'Your last notice came from an unattended mailbox.',
    'Your notice came from a send-only mailbox, so I write here.',
    'It came from an unattended mailbox of yours.',
    'I wrote to an unmonitored mailbox by mistake last week.',
    'The site is an unattended box with two racks.',
    'Nobody checks it, so write to kboyle@prairiefiber.example.',
    'The manual is long and nobody reads it.',
    'The account gets closed today, so bill the new one.',
    'This account is closed today at the bank.',
    'Incoming mail is not opened on Fridays.',
    'Incoming mail is not read before noon.',
    'The system is one-way, so we need two-way trunks.',
    'Unit is one-way only.',
    'Messages are strictly one way on the SS7 link.',
    'We use an outbound-only gateway for 911.',
    'We need an outgoing-only service, please add it.',
    'The gateway sends out calls only.',
    'The address is not accepted by your form.',
    'The account is not forwarded to NECA.',
    'The account is never checked by the PSC.',
    'The mailbox is not opened yet at our new company.',
    'Our system cannot open mail, if it is encrypted.',
    'The system cannot read, let alone accept, the form.',
    'Replies are rejected by your portal.',
    'Responses are refused by the PSC.',
    'Your answer will not reach us at the old address.',
    "The response won't reach us in time if you mail it.",
    'Please do not write to the number on our letterhead.',
    'Please do not send mail to the box, send it to the street address.',
    'Please never send anything to this mailbox over 10 MB.',
    'Please do not respond to the list, only to me.',
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
    'This mailbox is no longer monitored.',
    'This address is for sending only.',
    'This mailbox is for outgoing mail only.',
    'We cannot receive replies at this address.',
    'I cannot read mail at this address.',
    'You cannot reply to this email.',
    'Replies go unread.',
    'Mail to this address bounces.',
    'I will not see your reply.',
    'This was sent from an unmonitored mailbox.',
    'This message comes from a send-only address.',
    'This account is not monitored.',
  ])('it is: %s', (said) => {
    expect(senderUnread(letters(plain(`${REQUEST} ${said}`)))).not.toBeNull()
  })
})
