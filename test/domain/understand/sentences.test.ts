import { describe, expect, test } from 'vitest'
import { isDenied } from '../../../src/domain/understand/negation.ts'
import { sentencesOf } from '../../../src/domain/understand/sentences.ts'

describe('sentences', () => {
  test.each<readonly [string, string, readonly string[]]>([
    ['end at full stops', 'We sign. You file. Done?', ['We sign.', 'You file.', 'Done?']],
    [
      'go on after a company suffix',
      'Acme Fiber, Inc. signs the agreement.',
      ['Acme Fiber, Inc. signs the agreement.'],
    ],
    [
      'end at a suffix before a new start',
      'We are Acme Fiber, Inc. Please send it.',
      ['We are Acme Fiber, Inc.', 'Please send it.'],
    ],
    ['go on after a code of laws', 'We elect under 47 U.S.C. 252(i).', ['We elect under 47 U.S.C. 252(i).']],
    ['go on after abbreviations', 'See No. 5 of Mr. Fox, e.g. section 2.', ['See No. 5 of Mr. Fox, e.g. section 2.']],
    [
      'go on over a wrapped line',
      'This line is long enough to have been wrapped by a\nmail program.',
      ['This line is long enough to have been wrapped by a mail program.'],
    ],
    [
      'stop at list items',
      'We need two things from you for our agreement here:\n- a template\n- a price list',
      ['We need two things from you for our agreement here:', '- a template', '- a price list'],
    ],
    [
      'go on where a long word had no room',
      'Our engineer for Utah is Kim Lee\n(kim.lee@somewhere-quite-long.example) until May.',
      ['Our engineer for Utah is Kim Lee (kim.lee@somewhere-quite-long.example) until May.'],
    ],
    ['end where a short line does', 'Kim Lee\n(303) 555-0101', ['Kim Lee', '(303) 555-0101']],
    ['go on over leading dots', 'Legal entity ....... Basin PCS', ['Legal entity ....... Basin PCS']],
    ['keep only the ticked choice', '☐ Resale ☒ Commercial ☐ Other', ['☒ Commercial']],
  ])('%s', (_meaning, text, want) => {
    expect(sentencesOf(text)).toEqual(want)
  })
})

describe('denial', () => {
  test.each<readonly [string, string, boolean]>([
    ["We don't want to opt in.", 'opt in', true],
    ['This is made without any request for negotiation.', 'negotiation', true],
    ['Nor does it seek to adopt it.', 'adopt', true],
    ['We want to negotiate, not just sign.', 'negotiate', false],
    ['The agreement is not approved yet, so we need the letter.', 'letter', false],
    ['Please send amendment No. 2.', '2', false],
    ["I can't find the questionnaire.", 'questionnaire', false],
    ['Not only do we adopt it, we like it.', 'adopt', false],
  ])('%s', (sentence, words, want) => {
    expect(isDenied(sentence, sentence.indexOf(words))).toBe(want)
  })
})
