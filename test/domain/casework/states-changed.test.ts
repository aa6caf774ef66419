/** A request for Oregon, Utah and Washington: which of its states a mail takes back, and when all of it counts so. */
import { describe, expect, test } from 'vitest'
import { takenBackIn } from '../../../src/domain/casework/states-changed.ts'
import { aMail } from '../../support/mail-builder.ts'

const REQUEST = ['OR', 'UT', 'WA'].map((state) => ({ state, closed: null, company: 'Mesa Voice, LLC' }))

function of(text: string, request: Parameters<typeof takenBackIn>[1] = REQUEST) {
  const { whole, states } = takenBackIn(aMail({ subject: 'Re: Interconnection [CLEC-2026-00007]', text }), request)
  return whole === null ? [...states.keys()].sort().join(' ') : 'all'
}

describe('some go, and the others stay', () => {
  test.each([
    ['WA', 'Cancel our Washington request; keep Oregon and Utah.'],
    ['WA', 'Please cancel the request for Washington. The others stay as they are.'],
    ['WA', 'We withdraw our request for Washington, but Oregon goes ahead.'],
    ['WA', 'We hereby withdraw our Washington request and keep Oregon.'],
    ['WA', 'Drop Washington, add Idaho.'],
    ['WA', 'Drop Washington, Oregon goes ahead.'],
    ['UT WA', 'Please drop Utah and Washington.'],
    ['OR UT', 'Cancel our requests for Oregon and Utah; Washington remains.'],
    ['WA', 'We have cancelled our Washington request; Oregon goes ahead.'],
    ['UT', 'We no longer need an agreement for Utah.'],
    ['UT', 'Utah is off. The Oregon certificate is attached.'],
    ['WA', 'Drop WA. The OR certificate is attached.'],
    ['OR UT', 'The certificate is attached. Please drop OR and UT.'],
    ['WA', 'The questionnaire is attached. Swap WA for ID, please.'],
    ['WA', 'Please replace Washington with Idaho, and send us the price list.'],
    ['WA', 'Please use Idaho instead of Washington; the form follows.'],
    ['WA', 'Not Washington any more. The form follows.'],
    ['WA', 'Mesa Voice wants to drop Washington.'],
    ['WA', 'If possible, drop Washington today.'],
    ['WA', 'Washington is replaced by Idaho. The form follows.'],
    ['WA', 'Washington out, Idaho in. The certificate is attached.'],
    ['OR UT', 'Oregon and Utah will be swapped for Idaho.'],
    ['OR UT', 'Oregon and Utah are off. The Washington certificate is attached.'],
    ['UT', 'Utah is not needed any more. The form follows.'],
    ['UT', 'Utah should be removed from our request; the form follows.'],
    ['UT', "We don't want to go ahead in Utah. The form follows."],
    ['UT', "We won't go into Utah, so please send the draft for Oregon."],
    ['UT', 'We do not need an agreement for Utah. The form follows.'],
    ['UT', 'Utah is off the table. The form follows.'],
    ['UT', 'Our Utah request is off for now.'],
    ['UT', 'The Utah launch is cancelled; the form follows.'],
    ['UT', 'Utah is out for us.'],
    ['UT', 'We withdraw our request under Section 252 for Utah. Oregon and Washington stay.'],
    ['UT', 'Keep Oregon but Utah is off. The form follows.'],
    ['UT', 'Please skip Utah, the form follows.'],
    ['UT', 'We are dropping Utah this week.'],
    ['UT', 'Remove Utah from the draft, please; the form follows.'],
    ['UT', 'The rates are in Exhibit B, and we drop Utah.'],
    ['UT', 'The draft for Oregon is fine but Utah is off.'],
  ])('%s: %s', (states, text) => {
    expect(of(text)).toBe(states)
  })
})

describe('all of it, for nothing says clearly what stays', () => {
  test.each([
    'We withdraw our request.',
    'We withdraw our request for Oregon, Utah and Washington.',
    'We withdraw our request for Washington and the one for Oregon.',
    'We withdraw our request because Washington refused our certificate.',
    'Cancel our Wyoming request; keep Oregon, Utah and Washington.',
    'Please cancel our Utah request. In fact we withdraw our whole request.',
  ])('%s', (text) => {
    expect(of(text)).toBe('all')
  })

  test('the only state of a request', () => {
    expect(of('Please cancel our request for Oregon.', [{ state: 'OR', closed: null, company: null }])).toBe('all')
  })
})

describe('nothing', () => {
  test.each([
    'Can we drop Washington later?',
    'If we cancel Washington, what becomes of Oregon?',
    'Please do not drop Washington.',
    'Drop the Utah amendment from the list.',
    'We drop Wyoming from our plans.',
    'Drop the Washington POI.',
    'Drop me a line about Washington.',
    'I will drop by your office in Washington.',
    'If the PUC says no, we will drop Washington.',
    'Once Idaho is approved, drop Washington.',
    'We may drop Washington.',
    'We decided not to drop Washington.',
    'We dropped Washington last year.',
    'Bob wants to drop Washington.',
    'Our consultant suggests that we drop WA.',
    'They dropped Washington.',
    'Drop Washington, D.C.',
    'drop or keep, as you like',
    'We send Washington out tomorrow.',
    'Utah is out for signature.',
    'Utah is out with our lawyer.',
    'Utah and Oregon are out for review.',
    'Utah is off to the commission.',
    'Utah is off to a good start.',
    'Our engineer in Utah is out until Monday.',
    'The Utah questionnaire is out.',
    'The Utah certificate is cancelled and comes anew.',
    'The Oregon and Utah forms are out.',
    'Drop the Oregon and Utah forms.',
    'We dropped Utah in the mail.',
    'We are dropping Utah off at your office.',
    'We have dropped off Utah at your office.',
    'I dropped the Utah papers in the mail yesterday.',
    'We will drop Utah into your portal.',
    'Please skip Utah this week.',
    "Let us skip Utah in tomorrow's call.",
    'Please remove Utah from the agenda.',
    'Please switch Utah to Idaho time.',
    'Swap Utah for Idaho rates.',
    'Please cancel the meeting about Utah.',
    'Cancel our invoice for Utah.',
    'We do not need anything else for Utah.',
    "We don't want to wait for Utah.",
    "We can't proceed in Utah.",
    'We will not enter Utah before May.',
    'We have not entered Utah yet.',
    'Utah is not required yet.',
    'Please withdraw all requests except Utah. The form follows.',
    'Everything but Utah is off. The form follows.',
    'Everything but Oregon and Utah is off. The form follows.',
    "We don't want Utah dropped.",
    'We do not want Utah delayed.',
    'In Utah a certificate is not required.',
    'A deposit for Utah is not needed.',
    'The Utah switch is out.',
    'We withdraw all our requests except Oregon. The form follows.',
    'Strike the second sentence on Utah.',
    'Withdraw the redline of Utah.',
    'The Washington page is replaced by the attached.',
    'Replace the Washington certificate with the attached.',
    'Our office in Utah will be closed on Monday.',
    'Our trunk order in Oregon should be closed by Friday.',
    'In Exhibit A, Utah should be struck, it is a misprint.',
    'In Exhibit B, Utah is dropped.',
    'In Exhibit B, strike Utah.',
    'Please strike Utah from Exhibit B.',
    'In Exhibit B, Utah may be dropped.',
    'We withdraw our redlines; on page 3 Utah may be dropped.',
    'Utah must be removed from the subject.',
    'The word Utah should be deleted.',
    "We don't want Utah’s rates changed.",
    "We don't need Utah first.",
  ])('%s', (text) => {
    expect(of(text)).toBe('')
  })
})
