/** How sure the model has to be before anything is done about a mail. */
import { expect, test } from 'vitest'
import { actingGuesses } from '../../../src/domain/learn/calibrate.ts'
import { worthOf } from '../../../src/domain/understand/model/acting.ts'
import { featuresOf } from '../../../src/domain/understand/model/features.ts'
import { readingOf } from '../../../src/domain/understand/reading.ts'
import { aGuess } from '../../support/lessons.ts'
import { aMail, type MailSketch } from '../../support/mail-builder.ts'
import { NO_RULES } from '../../support/no-rules.ts'

test.each<readonly [meaning: string, mail: MailSketch, worth: number]>([
  ['a first mail', { subject: 'Utah' }, 0.9],
  ['an answer with a paper', { subject: 'Re: Utah', attachments: [{ filename: 'form.pdf', text: 'A form' }] }, 0.9],
  ['an answer without one', { subject: 'Re: Utah' }, 0.818],
  ['an answer by its field alone', { subject: 'Utah', inReplyTo: '<a@carrier.example>' }, 0.818],
])('%s: of odds of nine to one', (_meaning, sketch, worth) => {
  const mail = aMail({ text: 'Both, please.', ...sketch })
  const features = featuresOf(readingOf(mail), mail.attachments.length > 0 ? ['other'] : [], NO_RULES)
  expect(worthOf(0.9, features)).toBeCloseTo(worth, 3)
})

test('what is acted on is told by what shares are worth', () => {
  const [first, answer] = [aGuess({ share: 0.9 }), aGuess({ share: 0.9, shows: 'shape:answer shape:no-file' })]
  expect(actingGuesses([first, answer], 1).map(({ share }) => Number(share.toFixed(3)))).toEqual([0.9, 0.818])
})
