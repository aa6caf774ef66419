/** Domain rules T1 to T4: no letter accepts, waives, extends, admits, promises, dates or makes conditions. */
import { describe, expect, test } from 'vitest'
import { forbiddenIn, forbiddenInLetter, readableHtml } from '../../src/render/forbidden-wording.ts'
import { builtInTemplates, createRenderer } from '../../src/render/handlebars.ts'
import { samples } from '../../src/render/samples.ts'

const renderer = createRenderer({ directories: [builtInTemplates()] })
const LETTERS = samples().map(({ section, name, letter }) => [`${section} / ${name}`, renderer.render(letter)] as const)

/** Harmless in a carrier's own wording, but ours does without. */
const STRICTER = /\bmust\b|\brequire(?:s|d|ment|ments)?\b|\bincomplete\b|\bwill\b|\bshall\b|\bhave to\b|\bneed to\b|!/

describe.each(LETTERS)('%s', (_name, rendered) => {
  test('says nothing forbidden', () => {
    expect(forbiddenInLetter(rendered)).toEqual([])
  })

  test('puts nobody under pressure', () => {
    for (const part of [rendered.subject, rendered.text, readableHtml(rendered.html)])
      expect(part.toLowerCase()).not.toMatch(STRICTER)
  })

  test('in which a wrong sentence is planted is found out, in every part', () => {
    const bad = 'We accept your request.'
    expect(forbiddenInLetter({ ...rendered, subject: `${rendered.subject} ${bad}` })).toEqual(['accept'])
    expect(forbiddenInLetter({ ...rendered, text: `${rendered.text}\n${bad}` })).toEqual(['accept'])
    expect(
      forbiddenInLetter({ ...rendered, html: rendered.html.replace('</p>', ` We <b>acc</b>ept it.</p>`) }),
    ).toEqual(['accept'])
  })
})

describe('forbidden', () => {
  test.each([
    'We accept your request',
    'Your request was accepted',
    'your form has been approved',
    'The agreement is approved.',
    'we agree to extend the period',
    'We hereby agree',
    'the date agreed with you',
    'we waive the notice',
    'an extension of time is granted',
    'we admit that',
    'we acknowledge that you',
    'we promise to answer',
    'We guarantee an answer',
    'we are committed to it',
    'you will hear within 5 days',
    'an answer within the next week',
    'it takes two weeks',
    'in a few days',
    'your agreement will be ready by Friday',
    'We will send it',
    'we’ll send it',
    'no later than Friday',
    'by the end of March',
    'please answer promptly',
    'you get it soon',
    'day 135',
    'the 160th day',
    'the arbitration window opens',
    'the deadline is Friday',
    'due by Friday',
    'the clock starts',
    'the agreement is adoptable',
    'it is available for adoption',
    'you may adopt it',
    'this agreement can be adopted',
    'you can opt in to it',
    'before we can negotiate, send the certificate',
    'once you are certified',
    'until we have it',
    'you must be certified',
    'a certificate is required before negotiation',
    'a certificate is a prerequisite',
    'please sign our NDA',
    'please sign the non-disclosure agreement',
    'please attest to the legality',
    'please certify that you comply',
    'this is a bona fide request',
    'the agreement is binding',
    'Your request is incomplete',
    'we reject it',
    'It is not an agreement, but we accept your request.',
    'It is not a problem: we accept it.',
    'This mail is not a waiver. We accept it.',
  ])('%s', (words) => {
    expect(forbiddenIn(words)).not.toEqual([])
    expect(forbiddenIn(words.toUpperCase())).not.toEqual([])
    expect(forbiddenIn(words.replaceAll(' ', '\n'))).not.toEqual([])
  })
})

describe('allowed', () => {
  test.each([
    'It is not an acceptance, an agreement, a waiver or an admission, and it takes no position on any right.',
    'This automatic mail does not constitute acceptance, approval or an extension.',
    'an agreement that the state commission has approved',
    'the order was approved by the Colorado commission',
    'commission approval',
    'an interconnection agreement',
    'call toll-free',
    'the expiration date',
    'within Colorado',
    'Company: Daylight Weekly, LLC',
  ])('%s', (words) => {
    expect(forbiddenIn(words)).toEqual([])
  })
})
