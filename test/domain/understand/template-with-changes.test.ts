/** The template with changes is negotiated (domain 7.1); a change of a name, or a form's section, is no change of terms. */
import { describe, expect, test } from 'vitest'
import { understand } from '../../../src/domain/understand/understand.ts'
import { shippedModel } from '../../../src/learning/shipped.ts'
import { aMail } from '../../support/mail-builder.ts'

function understood(text: string, subject = 'Utah ICA') {
  const mail = aMail({
    from: 'Kim Tran <kim@pinyonvoice.example>',
    subject,
    text: `${text}\n\nKim Tran\nPinyon Voice, Inc.\n`,
  })
  return understand(mail, { ownAddresses: [], authservIds: [], model: shippedModel() })
}

const path = (words: string) => understood(`We need an interconnection agreement for Utah. ${words}`).path

describe('does not', () => {
  test.each([
    ['We will sign the template with the most current changes.'],
    ['We will sign the template with the changes the Commission ordered.'],
    ['We will sign your template, with changes of law as they come.'],
  ])('%s', (words) => expect(path(words)).toBe('template-as-is'))
})

describe('negotiates', () => {
  test.each([
    ['We will use the template with a few modifications.'],
    ['We intend to use the template with some modifications our counsel will send next week.'],
    ['We intend to use the template, modified as our counsel will send.'],
    ['We would take the template, subject to revisions by our counsel.'],
    ['Our attorney is reviewing the template and will send comments.'],
    ["We'd sign the standard agreement with two small edits in Section 9."],
    ['The template works for us subject to some changes to the deposit clause.'],
    ['Our lawyer will be sending you his redlines of the template.'],
    ['We are happy with the template, but section 3.2 should read "thirty days".'],
    ['We sign the template. Counsel has made changes to the indemnity clause.'],
  ])('%s', (words) => expect(path(words)).toBe('negotiate'))
})

describe('takes the template as it is', () => {
  test.each([
    ['We are happy to sign the template. Please note that section 3.2 of the ARF should read "Prairie Fiber LLC".'],
    ['We are happy to sign the template. Clause 12 of the questionnaire must be read with the map.'],
    ['We will sign the template; our counsel has made changes to our corporate name, so use the new one.'],
    ['We sign the template as it stands. Counsel has made changes to the signature block, the new president signs.'],
    ['Please use the template; we negotiated enough in Idaho.'],
    ['We use the template with no modifications.'],
    ['We use the template with our name in it.'],
    ['We are happy with the NTA as it stands.'],
    ['We sign the template with your latest revisions.'],
    ['We sign the template with the changes you published in May.'],
    ['Our counsel will send comments, if any, by Friday; otherwise the template is fine.'],
    ['We take the template as is with the change of address to our notice block.'],
  ])('%s', (words) => expect(path(words)).toBe('template-as-is'))
})

test('whether counsel will comment is open', () => {
  expect(path('Our counsel has not yet decided whether we will have comments on the template.')).toBeNull()
  expect(path('We have not decided whether to take the template with changes or as it is.')).toBeNull()
})

test('what is said of an agreement in force chooses no way', () => {
  expect(
    understood(
      'Pinyon Voice asks for an interconnection agreement with Qwest for Utah. We are content with Montana as it stands.',
    ).path,
  ).toBeNull()
})

describe('an adoption that is called off for the template', () => {
  test.each([
    ['Kill the adoption. Instead do your regular Iowa template, word for word, no edits.'],
    ['Please drop our adoption and do your regular Iowa template, unchanged.'],
    ['The adoption in Iowa is off. We take the template as it stands.'],
  ])('%s', (words) => {
    expect(understood(`We asked you on March 3 to adopt the Eschelon agreement in Iowa. ${words}`).path).toBe(
      'template-as-is',
    )
  })

  test.each([
    ['We do not take the template.'],
    ['Please do not drop the adoption; the template is of no use to us.'],
    ['Please cancel the Tern adoption for Idaho. In Iowa we still adopt it; your template is not what we want.'],
    ['You said the adoption is off because we used the standard form. We want to adopt the agreement.'],
  ])('but not here: %s', (words) => {
    expect(understood(`We ask to adopt the Eschelon agreement in Iowa. ${words}`).path).toBe('opt-in')
  })
})
