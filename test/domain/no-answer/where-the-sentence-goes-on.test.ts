import { describe, expect, test } from 'vitest'
import { noAnswerWanted } from '../../../src/domain/no-answer/no-answer-wanted.ts'
import { letters } from '../../../src/domain/understand/kind/phrases.ts'
import { plain } from '../../../src/domain/understand/plain.ts'

const REQUEST = 'Prairie Fiber LLC requests an interconnection agreement for Utah.'

function mail(sentence: string): string {
  return letters(plain(`${REQUEST}\n\n${sentence}`))
}

describe('no answer at another hour or place, by another way, to another, or none of that sort: one is wanted', () => {
  test.each([
    'I do not expect a response outside your normal working hours.',
    'I work flexible hours; no reply is expected outside of yours.',
    "We don't expect an answer overnight.",
    'No response is needed during the holidays.',
    'Please do not reply via the portal, we cannot log in.',
    'Please do not answer at my old address.',
    'Please do not write to me at the old address.',
    'Please do not write to this address: 12 Elm Street. Our new one is 40 Oak.',
    "Don't send anything to this address, we are moving to 500 Main Street.",
    'Please do not reply to this thread; use our ticket address support@prairiefiber.example.',
    'Please do not email this in clear, use the portal.',
    'No need to answer at length; yes or no is enough.',
    'Please do not write or print on both sides.',
    'Please do not e-mail and fax, one is enough.',
    'Please do not write it to the other list.',
    'Please do not reply with a list of links.',
    'No confirmation needed, but please send the template soon.',
    'I do not need an acknowledgement, I need the agreement.',
    'We do not need a confirmation, we need the template.',
    'A written reply is not necessary; a phone call is fine.',
    'A formal response is not needed, a quick e-mail will do.',
    "Don't bother with a formal response, an informal one is fine.",
    'Please stop sending us reminders to the wrong person; I am the one.',
    'Please stop sending us letters to the Omaha office, our new address is below.',
    'Please stop mailing us notices at the old address; send them to the one below.',
    'Please do not send us any mail at the Tulsa office; use e-mail.',
    'No further notices please to Jim Doe.',
    'Kindly skip the acknowledgement and send the template directly.',
    'Skip the reply and just send the draft.',
    'Please disregard this email and use the one of 4 pm, which has the right states.',
    'Please ignore this email and the attached; the corrected form is in the next one.',
    'To date no answer, please help.',
    'There are no further notices, please send the draft.',
    'There are no further reminders.',
    'We waive the reply period.',
    'We waive any response to our data request 4.',
    'We are not asking for a reply brief.',
    'Our reply of receipt is hereby waived by the staff.',
    'Not another reply by fax please, use e-mail.',
    "I'd rather you did not email Bob.",
    'I would rather you not write to the parent company.',
    "I would rather you didn't confirm the rates yet.",
    "I'd be glad if you would not reply only with a link.",
    'We would be grateful if you did not confirm the filing before we have signed.',
    'I would be sorry if you answered the wrong person.',
    'I will be sorry if nobody answered.',
    'Please leave this unanswered question 12 for our counsel.',
    'Your mail says please do not reply to this message, so here is a new one.',
    'Your notice asks us: do not respond.',
    'Others are asked to destroy it and to disregard this e-mail.',
    'CONFIDENTIAL: If you are not the intended recipient, do not reply and delete this message.',
    // The same in other words.
    'It is not necessary to reply to all of us.',
    'We are not obliged to answer Section 5.',
    'It is not necessary to confirm the rates.',
    "I wasn't expecting to hear from you so soon, thank you.",
    'I am not waiting for an answer from NECA.',
    'We ask that you not write to our customers.',
    'Please stop answering our calls with a recording.',
    'Please do not contact us about billing.',
    'Replying is not necessary before Friday.',
  ])('%s', (said) => {
    expect(noAnswerWanted(mail(said))).toBeNull()
  })
})

describe('none at all', () => {
  test.each([
    'It is not necessary to respond.',
    'It is not necessary to reply to this email.',
    "It isn't necessary to acknowledge this.",
    "It's unnecessary to reply.",
    'A reply is unnecessary.',
    'Replying is not necessary.',
    'Responding is not required.',
    "We don't need to hear back.",
    "I'm not waiting for an answer.",
    'I neither need nor expect a reply.',
    'We ask that you not respond.',
    'We ask you not to reply.',
    'We request that you do not respond to this letter.',
    'I would prefer that you not reply.',
    "I'd prefer no reply.",
    "We'd appreciate it if you did not respond.",
    "Please don't feel obligated to respond.",
    'You are not obliged to answer.',
    "Please don't waste time on a reply.",
    'Please stop replying.',
    'Stop answering my mails.',
    'Do not contact us about this.',
    'Please do not send the usual acknowledgement.',
    'Please omit the usual acknowledgement.',
    'I would rather you did not reply.',
    'I would be sorry if you answered.',
    'Please stop sending us reminders.',
    'Please do not answer via e-mail.',
    'We waive any response.',
    'No further notices, please.',
    'As we said, no reply needed.',
    'We said what we had to say, so please do not reply.',
  ])('%s', (wish) => {
    expect(noAnswerWanted(mail(wish))).not.toBeNull()
  })
})
