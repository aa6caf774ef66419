import { describe, expect, test } from 'vitest'
import { noAnswerWanted } from '../../../src/domain/no-answer/no-answer-wanted.ts'
import { senderUnread } from '../../../src/domain/no-answer/unread-sender.ts'
import { letters } from '../../../src/domain/understand/kind/phrases.ts'
import { plain } from '../../../src/domain/understand/plain.ts'

const REQUEST =
  'Please send us the interconnection agreement template for Utah; Prairie Fiber LLC wants to sign it as it stands.'
const SENT = 'We sent our agreement request form for Utah on March 3.'
const PAPERS = 'Attached is our certificate of insurance for Utah.'

function mail(opening: string, sentence: string): string {
  return letters(plain(`${opening} ${sentence}`))
}

describe('who complains of silence wants no more of it', () => {
  test.each([
    'We heard nothing back.',
    'So far I have seen nothing in writing.',
    'Your desk has given us nothing in writing.',
    'Three weeks have passed without any acknowledgment. Please confirm receipt.',
    'You continue to withhold any response to it. Where does it stand?',
    'We cannot let this go unanswered. Please tell us where it stands.',
    // The same in other words.
    'Your office sent us nothing back.',
    'I have yet to see an answer; so far nothing in writing.',
    'A month went by without an acknowledgment.',
    'It has lain there without any acknowledgement.',
    'We do not think it right to leave this unanswered.',
    'You have withheld any response since.',
    'We came away with nothing in writing.',
    'We got nothing back.',
    'We wrote twice and nothing back.',
    'Still nothing back.',
    'It has gone unanswered.',
    'There has been no acknowledgement, please check.',
  ])('%s', (said) => {
    expect(noAnswerWanted(mail(SENT, said))).toBeNull()
  })
})

describe('what is not to be written or answered is something else', () => {
  test.each([
    "Please don't email Mike Torres any more, he left; write to me.",
    'Please do not e-mail Bob, he is on leave. Send everything to me.',
    'Please do not write Suite 400 on the envelope, we moved to 500.',
    'Please do not write LLC behind our name, we are a cooperative.',
    'There is no need to write Inc. behind the name.',
    'Please do not confirm orally; we need it in writing.',
    'Please do not confirm with our bank, confirm with me.',
    "As a reseller I assume we don't have to answer Section 5 of the questionnaire.",
    'Do you want the questionnaire too? We do not have to answer section 7 in other states.',
    'We do not need to write a separate letter for Idaho, I take it.',
    'You need not acknowledge Exhibit C, it is there for information. The rest we need signed.',
    'Please do not send any letters to our old Tulsa address; the new one is below.',
    'Row 12 of the form does not apply to us, so please ignore this one.',
    'Everything is attached, so I believe nothing further is required. Please send the agreement this week.',
    'Nothing else is needed; please countersign and return it.',
    'In Section 9 there is nothing to answer, since we do not collocate.',
    'We hold receipts for all three filings if you want copies.',
    'We hold confirmations from NECA for both company codes.',
    'The portal told us to save the confirmation, so it is attached.',
    'Please skip the cover letter, only the agreement is needed.',
    'You can skip the acknowledgment page in the template, we are not a corporation.',
    'In Utah a notarial acknowledgment is not required, so the page is left blank.',
    'Nobody on your team should contact our end users directly. We need the agreement first.',
    'CenturyLink owes us nothing under the old agreement, and we owe you nothing.',
    'Please write only if something is missing, and send the draft when it is ready.',
    // The same in other words.
    'Please do not email Ms. Alvarez, she retired.',
    'Please do not write 2024 on it, it is for 2025.',
    'Please do not write our name in capitals.',
    'You do not need to answer Exhibit B.',
    'There is no need to confirm rates with the PSC.',
    'Please do not acknowledge Mr. Reed as our agent.',
    'They need not answer in Idaho.',
    'Carriers do not have to confirm.',
    "I don't have to write, I was told, but I do.",
    'Please do not send any letters to Denver.',
    'The old request is void, so please disregard this one. The new one is below.',
    'Nothing more is needed on our side, I hope. Could you send the draft?',
    'Under Tab 4 there is nothing to say.',
    'We keep and hold receipts of the courier.',
    'We were told to hold any response until you write.',
    'You may skip the confirmation page of the form.',
    'Under Utah law the corporate acknowledgment is not needed.',
    'The Commission said that a reply is not required from us.',
    'No one at your company is to call our customers.',
    'The old carrier owes us nothing.',
    'We get enough mail already from the old desk, so please use the new box.',
    'Frontier will not see it.',
    'Consider the file over there closed and the request finished: we ask for the template.',
  ])('%s', (said) => {
    expect(noAnswerWanted(mail(REQUEST, said))).toBeNull()
  })
})

describe('and of this mail it is heard', () => {
  test.each([
    'Nothing back, please.',
    'I want nothing in writing from you.',
    'Please file it without an acknowledgement.',
    'Note it without the usual acknowledgment.',
    'Kindly let this go unanswered.',
    'Please withhold the customary response.',
    'Please do not email me.',
    'Please do not write to us about this.',
    'Please do not write back here.',
    "Please don't confirm on this thread.",
    'There is no need to write.',
    'no need to confirm thx',
    'no need to hit me back gloves on',
    "You don't have to answer this.",
    'You need not acknowledge receipt.',
    'You need not acknowledge this letter.',
    'Do not send any letters to us.',
    'Please do not send any more e-mails.',
    'Please ignore this one.',
    'Nothing further is required.',
    'Nothing else is needed.',
    'There is nothing to answer.',
    'Hold the receipt.',
    'Please save the confirmation.',
    'You can skip the acknowledgment.',
    'An acknowledgment is not required.',
    'The usual notice; reply not needed.',
    'Nobody on your team should contact us about it.',
    'You owe us nothing.',
    'Please write only if something is missing.',
    'I get enough mail already.',
    'Consider the matter closed and the file finished; no answer needed.',
  ])('%s', (wish) => {
    expect(noAnswerWanted(mail(PAPERS, wish))).not.toBeNull()
  })
})

describe('a plain "no reply" counts whatever the mail asks for, a closing word only where it asks for nothing', () => {
  test.each([
    ['No reply needed.', true],
    ['Please do not acknowledge this.', true],
    ['Nothing further is needed from you.', false],
    ['There is nothing to answer.', false],
    ['Please ignore this one.', false],
  ])('%s', (wish, heard) => {
    expect(noAnswerWanted(mail(PAPERS, wish)) !== null).toBe(true)
    expect(noAnswerWanted(mail(REQUEST, wish)) !== null).toBe(heard)
  })
})

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
  ])('%s', (said) => {
    expect(senderUnread(mail(REQUEST, said))).toBeNull()
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
    expect(senderUnread(mail(REQUEST, said))).not.toBeNull()
  })
})
