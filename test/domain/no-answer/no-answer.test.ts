import { describe, expect, test } from 'vitest'
import { noAnswerWanted, noMachineWanted } from '../../../src/domain/no-answer/no-answer-wanted.ts'
import { senderUnread } from '../../../src/domain/no-answer/unread-sender.ts'
import { letters } from '../../../src/domain/understand/kind/phrases.ts'
import { plain } from '../../../src/domain/understand/plain.ts'

const REQUEST = 'Acme Fiber LLC requests negotiation of an interconnection agreement for Utah.'

/** Such a sentence below a request, as the guard reads it. */
function mail(sentence: string): string {
  return letters(plain(`${REQUEST}\n\n${sentence}`))
}

describe('a writer who wants no answer, or none of a machine', () => {
  test.each([
    'No reply and no acknowledgement of any kind, please.',
    'There is no need to respond.',
    'You do not need to reply.',
    "You don't need to reply.",
    'No confirmation of this is needed.',
    'No reply, please.',
    'Please send me no automatic answer.',
    'A reply is not necessary.',
    'This requires no response.',
    'We do not expect an answer to this.',
    'I am not looking for a reply.',
    "Please don't write back.",
    'If there is a last thing to sign, put it in the post, this address goes dark tonight so please don’t write back here.',
    "Don't send me an acknowledgment or a survey or anything.",
    'Please do not send an acknowledgement.',
    "Don't bother replying.",
    'No need to confirm.',
    'It need not be acknowledged.',
    'Nothing further is needed from you.',
    'Please spare us the automatic reply.',
    'Eine Antwort ist nicht erforderlich.',
    'Bitte nicht antworten.',
    'Aucune réponse n’est nécessaire.',
    'No es necesario responder.',
    'Não é necessário responder.',
    'Non è necessario rispondere.',
    'Geen antwoord nodig.',
    'Odpowiedź nie jest wymagana.',
    'ご返信は不要です。',
    '无需回复。',
    'No roger required.',
    'There is no need for anyone to confirm.',
    'Just swap it in your book, no letter back required.',
    'This is for your records and calls for no reply.',
    "You needn't bother answering.",
    'Please do NOT send me one of those "we got your email" things.',
    "Don't reply to me, Friday is my last day.",
    'No action or answer required.',
    "This one doesn't need an answer.",
    "A reply isn't needed.",
    'An answer is not wished.',
    'Response required: none.',
    'Nothing needed back.',
    'Nothing more needed.',
    'Service copy; nnr.',
    'No need to chase us.',
    "You don't have to chase me, it will come.",
    "Please don't let anything automatic answer this mail, I beg you.",
    'Let no robot reply to this one.',
    'Please do not let your system acknowledge this.',
    'Kindly do not allow your system to respond.',
    'Please do not have your automated intake system reply to this.',
    'I do not want a machine answering this.',
    'No automatic answer to this one, please.',
    'So close it on your side and do not write back for my sake.',
    'Please do not write back on my account.',
    "You needn't say anything to this.",
    'Nobody needs to write.',
    'A confirmation of receipt is waived.',
    'Attached. Don’t acknowledge.',
    'Dont send anything back to this.',
    'Skip replying to this one.',
    'I pay for each message, so send none.',
    'Splice done. Send nothing.',
    'Do not trouble yourself to respond.',
    "Don't go writing me a thank-you.",
    'Save the typing.',
    'Spare yourselves the courtesy of writing.',
    'Only speak up to object.',
    'Please reply only if something is wrong.',
    'I would be obliged if you did not confirm it.',
    "We'd be glad if nobody replied.",
    "I'd rather you didn't write back.",
    'Kindly leave this one unanswered.',
    'Please let nothing come back to this one.',
    "Don't hit reply.",
    'Please stop sending me notes.',
    'No further traffic on this thread, please.',
    'No fourth one, please.',
    'I get enough mail as it is.',
    'Please disregard this message.',
    'Test, please ignore.',
    'This concludes our correspondence.',
    "I'm off to the tower and won't see it.",
    'Proszę nie odpisywać.',
    "On n'attend pas de retour.",
  ])('%s', (wish) => {
    expect(noMachineWanted(mail(wish)) ?? noAnswerWanted(mail(wish))).not.toBeNull()
  })
})

describe('a writer who speaks of answers, and wants one', () => {
  test.each([
    'Do not send me an answer before Monday, I am away.',
    'Do not send us a response or form letters that we have to fill in twice.',
    'If you have questions, please do not answer here but call.',
    'We have had no reply.',
    "All in one go so that you don't have to chase me:",
    'Do not let the system reject this order again.',
    'Do not let your auditor write to them.',
    'Do not write on our account, it is closed: bill the new one.',
    'Please do not let your automatic acknowledgement be the only reply; we need the tracking number.',
    "Please don't let your system respond with the old template.",
    'Do not let the system acknowledge this as an adoption; we want to negotiate.',
    "Don't let your computer write over our form.",
    'We do not let any automated system answer our maintenance line.',
    'Our auditors do not let the system acknowledge orders.',
    'Please do not let the system respond until you have read the attachment.',
    'Let no automatic reply be our only answer.',
    "All in one mail so your people don't have to chase us.",
    "To make sure you don't have to chase us, all the forms are attached.",
    "That way you don't have to chase me.",
    'Is no reply needed?',
    'There was no response required by the old rule.',
    "Please don't reply to him.",
    'I do not need a reply until Friday.',
    'An answer is not expected before your board meets.',
    'We expect no reply within a day.',
    'Please do not send an acknowledgement to the old address.',
    'No confirmation has reached us.',
    'No answer is needed from us under the old letter, or is it?',
    'You needn’t answer those; question 7 is the one that matters.',
    'No need to answer the first two questions.',
    "Please don't ignore this one too.",
    'Your letter says "no reply is needed", and yet the amount is wrong.',
    'The notice says no response required, but my client has questions.',
    'My last three mails have gone unanswered.',
    'If you are not the intended recipient, please delete this message.',
    'Stop sending invoices to the old address.',
    'We got no confirmation, please.',
  ])('%s', (said) => {
    expect(noAnswerWanted(mail(said))).toBeNull()
  })
})

describe('a sender that nobody reads', () => {
  test.each([
    'This sender address is not monitored.',
    'You receive this because you are set as the recipient of the form. Sender address is not monitored.',
    'This e-mail gets shut off tonight.',
    'This mailbox is not opened while he is away.',
    'This is a send-only address.',
    'Replies go to an unattended mailbox.',
    'This relay accepts no incoming mail.',
    'The device cannot receive mail.',
    'Anything sent to this address is thrown away unread.',
    'Mail sent to this address is not seen by the caller.',
    'Whatever arrives here is discarded.',
    'Answers to this address go nowhere.',
    'Answers are discarded.',
    'Kiosk messages are one way.',
    'The terminal keeps no inbox.',
    'This account sends papers out and cannot take any in.',
    'The scanner cannot read.',
    'My account is switched off at five today.',
    'Nobody checks this box.',
    'An answer would land nowhere.',
    "Whatever you do don't answer to this address, it sets off the pager.",
    "Please don't reply to the list, four hundred inboxes will get it.",
  ])('%s', (said) => {
    expect(senderUnread(mail(said))).not.toBeNull()
  })
})

describe('a sender that somebody reads', () => {
  test.each([
    'Our old address is not monitored, please use this one.',
    'This mailbox is not monitored on weekends.',
    'Replies to this e-mail are not encrypted.',
    'It says on your site that this mailbox is not monitored.',
    'On the kiosk stood "messages are one way", so I write from here.',
    'The trunks are one-way.',
    'Is this address not monitored any more?',
  ])('%s', (said) => {
    expect(senderUnread(mail(said))).toBeNull()
  })
})
