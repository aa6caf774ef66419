/** What mails in a request for Oregon and Washington say of a change of its states that no rule carries out. */
import { expect, test } from 'vitest'
import { spokenChange } from '../../../src/domain/casework/spoken-change.ts'

const REQUEST = ['OR', 'WA'].map((state) => ({ state, closed: null, company: 'Mesa Voice, LLC' }))

function spoken(text: string): string | null {
  const found = spokenChange({ text }, REQUEST)
  return found === null ? null : [found.isFirm ? 'firm' : 'not firm', ...found.fresh].join(' ')
}

test.each([
  ['not firm ID', 'What happens if we add Idaho?'],
  ['not firm', 'Could we drop Washington?'],
  ['not firm ID', 'Could we swap WA for ID?'],
  ['not firm ID', 'Bob wants to replace Washington with Idaho.'],
  ['firm ID', 'The certificate is attached. Please also add Idaho.'],
  ['firm UT', 'The questionnaire is attached. Swap WA for UT, please.'],
])('%s: %s', (found, text) => {
  expect(spoken(text)).toBe(found)
})

test.each([
  ['what goes by firm words waits for a person as it is', 'Drop Washington.'],
  ['a state that it has', 'Please add Oregon.'],
  ['a state that it never had', 'Could we drop Utah?'],
  ['another thing', 'Could you add the Idaho certificate?'],
  ['no change', 'Where does Washington stand?'],
])('%s: %s', (_what, text) => {
  expect(spoken(text)).toBeNull()
})
