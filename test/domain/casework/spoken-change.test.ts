/** What mails in a request for Oregon and Washington say of a change of its states that no rule carries out. */
import { expect, test } from 'vitest'
import { spokenChange } from '../../../src/domain/casework/spoken-change.ts'

const REQUEST = ['OR', 'WA'].map((state) => ({ state, closed: null, company: 'Mesa Voice, LLC' }))

function spoken(text: string): string | null {
  const found = spokenChange({ text }, REQUEST)
  if (found === null) return null
  const left = found.left === null ? [] : ['left:', ...found.left]
  return [found.isFirm ? 'firm' : 'not firm', ...found.fresh, ...left].join(' ')
}

test.each([
  ['not firm ID', 'What happens if we add Idaho?'],
  ['not firm', 'Could we drop Washington?'],
  ['not firm ID', 'Could we swap WA for ID?'],
  ['not firm ID', 'Bob wants to replace Washington with Idaho.'],
  ['firm ID', 'The certificate is attached. Please also add Idaho.'],
  ['firm UT', 'The questionnaire is attached. Swap WA for UT, please.'],
  ['firm ND SD', 'The certificate is attached. Please also add both Dakotas.'],
  ['not firm left: OR', 'The board only approved Oregon.'],
  ['not firm left: OR', 'Our management has signed off on Oregon only, that is: we have approval only for Oregon.'],
  ['not firm left: OR', 'Only Oregon was approved by our owners.'],
  ['not firm left: OR', 'We only got funding for Oregon.'],
  ['not firm left: OR', 'Oregon is the only state that our board wants.'],
  ['not firm left: OR', 'Our board only approved Oregon, so please drop the rest.'],
  ['not firm', "Let's pause Oregon."],
  ['not firm', 'We are holding off on Oregon.'],
  ['not firm ID', 'The certificate is attached; we will add Idaho next year.'],
  ['not firm ID', 'We will include Idaho in a few months.'],
  ['not firm left: OR', 'The form is attached. We only want Oregon.'],
  ['not firm left: OR', 'Oregon is all we need.'],
  ['not firm left: OR', 'The form is attached. Please withdraw all but Oregon.'],
  ['not firm left:', 'The board approved only Oregon so far.'],
  ['not firm left:', 'Our board only approved Oregon; Washington is on next.'],
  ['not firm left: OR', 'Oregon is the only one we want now.'],
  ['not firm left: OR', 'Our management only signed off Oregon.'],
  ['not firm ID', 'Please include Idaho in the redline.'],
  ['not firm ID', 'Please add Idaho to the next draft.'],
  ['not firm ID', 'Include ID in your amendment, please.'],
  ['not firm ID', 'Please also include Idaho in the list of exhibits.'],
  ['not firm ID MT', 'Could somebody add Idaho and Montana to Exhibit A?'],
  ['firm ID', 'The certificate is attached. Please include Idaho in our request.'],
  ['firm ID', 'The certificate is attached. Please add Idaho to the request form.'],
  ['firm ID', 'The certificate is attached. Please add Idaho as soon as possible.'],
  ['firm ID', 'The certificate is attached. Please add Idaho on the same terms.'],
  ['not firm left:', 'The certificate is attached. Please drop the others.'],
])('%s: %s', (found, text) => {
  expect(spoken(text)).toBe(found)
})

test.each([
  ['what goes by firm words waits for a person as it is', 'Drop Washington.'],
  ['a state that it has', 'Please add Oregon.'],
  ['a state that it never had', 'Could we drop Utah?'],
  ['another thing', 'Could you add the Idaho certificate?'],
  ['no change', 'Where does Washington stand?'],
  ['all that it has', 'Our board only approved Oregon and Washington.'],
  ['a state that it never had', 'Our board only approved Utah.'],
  ["a commission's approval is of an agreement", 'The commission only approved Oregon.'],
  ['another thing', 'Our board only approved the Oregon amendment.'],
  ['a day is named, which a rule waits for', 'Please hold off on Oregon until May 4.'],
  ['papers are missing', 'Oregon is the only one we have not sent you papers for.'],
  ['papers are missing', 'Oregon is the only state we did not get a draft for.'],
  ['papers were signed', 'Our management only signed Oregon today.'],
  ['papers are signed', 'Our parent signs only Oregon papers.'],
  ['papers were approved', 'Our board only approved the Oregon documents.'],
  ['two are another thing', 'Please add the Idaho and Montana certificates.'],
])('%s: %s', (_what, text) => {
  expect(spoken(text)).toBeNull()
})
