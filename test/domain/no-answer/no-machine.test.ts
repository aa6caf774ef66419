import { describe, expect, test } from 'vitest'
import { noAnswerWanted } from '../../../src/domain/no-answer/no-answer-wanted.ts'
import { NO_MACHINE } from '../../../src/domain/no-answer/no-machine.ts'
import { letters, phrases } from '../../../src/domain/understand/kind/phrases.ts'
import { plain } from '../../../src/domain/understand/plain.ts'

const REQUEST =
  'Please send us the interconnection agreement template for Utah; Prairie Fiber LLC wants to sign it as it stands.'

/** Such a sentence behind a request, as the guard reads it. */
function mail(sentence: string): string {
  return letters(plain(`${REQUEST} ${sentence}`))
}

test.each(Object.entries(NO_MACHINE))('%s', (says, way) => {
  expect(phrases([way]).test(says)).toBe(true)
})

describe('no machine may answer', () => {
  test.each([
    'Please do not auto-reply to this message.',
    "Please don't auto-respond; I would like a person to look at it.",
    'Do not autoreply.',
    'No auto-replies.',
    'Nothing automatic shall answer this.',
    'Do not let your system answer this automatically.',
    'Please do not let an automatic reply go out.',
    'Kindly make sure that no automated response goes out on this one.',
    'I ask that no automated reply be sent.',
    'Please see that nothing goes out automatically on this.',
    'Please turn off the auto-acknowledgment for this thread.',
    'Please disable automatic replies to our address.',
    'Please refrain from sending any automated reply.',
    'Please stop the automated emails.',
    'We would prefer not to receive an automatic response to this e-mail.',
    'We do not wish to receive automated replies.',
    "We don't need the automated email this time.",
    'This letter must not be answered by an automated system.',
    'An automated acknowledgment is not acceptable; do not send one.',
    'Must not be auto-acknowledged.',
    'Please do not generate an automatic acknowledgement.',
    'I want a person to answer this, not the robot.',
    'Only a person may answer this.',
    'Do not answer this by robot; I will take only a human reply.',
    'No bot replies please.',
    'No canned responses please.',
    'Please do not send a canned response.',
    'Please, no form letters.',
    'Please do not send the form letter again.',
    'Please do not have your system send me anything.',
    'Please have somebody call me instead of sending the automatic message.',
    'No automatic answer to it, if you please.',
    "Don't have the bot reply to this.",
    'No automated acknowledgments, please.',
    'Let no machine answer this letter.',
    'Please do not respond to this e-mail by machine.',
    // The same in other words.
    'Kindly suppress your auto-acknowledgement.',
    'Spare us the automated receipt.',
    'Please do not send us another automatic message.',
    "I'd rather not get an automated reply.",
    'An automatic answer would not be welcome.',
    'Please make sure nothing is sent automatically.',
    'Please keep your autoresponder out of this conversation.',
    'This may not be acknowledged automatically.',
    'You must not answer this with a script.',
    'Please do not acknowledge our letters automatically.',
    'Please switch off the automatic confirmations.',
    'Let a human being answer, not a machine.',
    'Only a human being should reply to this.',
    'Never send machine-generated replies to us.',
    'No boilerplate answers, please.',
    'No automatic confirmation is to be sent.',
    'We do not care for automated acknowledgements.',
    'Please ask somebody to write rather than sending an automatic reply.',
    'Do not allow an automatic reply to be sent.',
  ])('%s', (wish) => {
    expect(noAnswerWanted(mail(wish))).not.toBeNull()
  })
})

describe('automatic is said of something else, and an answer is wanted', () => {
  test.each([
    'We do not want the automatic renewal to apply.',
    'Do not let the automatic renewal run; we want the new template.',
    'The agreement should renew automatically. Nothing automatic applies today.',
    'Your system answered with an error. Please do not let the system close our request.',
    'We do not want a machine answering our repair calls, by the way.',
    'Prairie Fiber does not want an automatic transfer.',
    'We do not want the automatic renewal notices clause.',
    'The template must not renew automatically.',
    'We got your automatic reply but no template was attached.',
    'We have had no automatic reply.',
    'So far no automated reply.',
    'We received no automated acknowledgment.',
    'There was no automatic reply.',
    'No automated reply came.',
    'No auto-reply reached us.',
    'We do not see an automatic receipt in our mailbox.',
    'We did not get an automatic answer.',
    'Your automatic reply did not name the case.',
    'We have only had an automatic reply, and no answer from a person.',
    'Did you turn off the automatic replies?',
    'Are automated replies not acceptable as proof?',
    'We turned off our automatic replies.',
    'We do not answer trouble tickets automatically.',
    'Our system sends no automatic replies.',
    'No autoresponder, I am typing this between goodbye cakes.',
    'Your letter says "do not auto-reply", so I write by hand.',
    'Only a person with authority may sign this for us.',
    'I would like a person to call me about the rates.',
    'Do not send us a response or form letters that we have to fill in twice.',
    'Our switch must not be answered by loop start signaling.',
    'The order should not be confirmed by fax.',
    'Our staff never use boilerplate letters of credit.',
    'The bot that fills in your form did not accept our OCN.',
    'No automatic number identification is needed on these trunks.',
    'Please do not disable automatic call distribution.',
    'Please stop the automatic debit of our account.',
    'An automatic extension is not acceptable to us.',
    'The system did not send me anything.',
    'Please tell us how to stop automatic message accounting on the trunks.',
    'If nothing goes out automatically, please send the template by hand.',
    'Not a robot but a person filled in the form.',
    'We do not need the automated ordering interface.',
  ])('%s', (said) => {
    expect(noAnswerWanted(mail(said))).toBeNull()
  })
})
