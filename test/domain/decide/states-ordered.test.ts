/**
 * What the words of a mail order of the states of a request, as they stand: "+ID -WA" adds Idaho and drops Washington,
 * "only UT" leaves nothing but Utah, "of ID" says that the request is for Idaho, "apart ID" that Idaho is another matter,
 * "of 2" that it has two states, "1 goes" that so many others go, "2 stay" that so many stay, and "?" is a question beside
 * it. What is not clearly an order, and nothing else, is none, and orders that do not fit each other are unclear: a person
 * reads both.
 */
import { describe, expect, test } from 'vitest'
import { statesOrdered } from '../../../src/domain/decide/states-ordered.ts'
import { aMail } from '../../support/mail-builder.ts'

function ordered(text: string): string {
  const order = statesOrdered(aMail({ subject: 'Re: Interconnection [CLEC-2026-00007]', text }))
  if (order === null) return 'none'
  if (order === 'unclear') return order
  const { has, go, stay } = order.counts
  return [
    ...order.adds.map((state) => `+${state}`),
    ...[...order.drops.keys()].map((state) => `-${state}`),
    ...(order.only === null ? [] : [`only ${order.only.states.join(' ')}`]),
    ...(order.of.length === 0 ? [] : [`of ${order.of.join(' ')}`]),
    ...(order.apart.length === 0 ? [] : [`apart ${order.apart.join(' ')}`]),
    ...(has === null ? [] : [`of ${has}`]),
    ...(go === null ? [] : [`${go} ${go === 1 ? 'goes' : 'go'}`]),
    ...(stay === null ? [] : [`${stay} ${stay === 1 ? 'stays' : 'stay'}`]),
    ...order.questions.map(() => '?'),
  ].join(' ')
}

function each(table: readonly (readonly [meant: string, text: string])[]) {
  test.each(table)('%s: %s', (meant, text) => {
    expect(ordered(text)).toBe(meant)
  })
}

describe('some come and some go', () => {
  each([
    ['+ID -WA', 'Drop Washington, add Idaho.'],
    ['+ID -WA', 'Change of plans: please drop Washington and add Idaho. Oregon stays as it is.'],
    ['+ID -WA', 'Hi Anna,\n\nplease drop Washington, and add Idaho instead.\n\nThanks, Lena'],
    ['+ID -WA', 'We have changed our plans - drop Washington, add Idaho.\n\nBest,\nLena Ortiz\nMesa Voice, LLC'],
    ['+ID -WA', 'Please cancel our Washington request and add Idaho. Please confirm.'],
    ['+ID +UT -OR -WA', 'Remove Oregon and Washington; add Idaho and Utah.'],
    ['+ID', 'Add Idaho to our request, please.'],
    ['+MT +UT +WY', 'Could you add Montana, Utah and Wyoming as well?'],
    ['+ID', 'We would like to add Idaho.'],
    ['+ID', 'Please also include Idaho; the others stay as they are.'],
    ['-WA', 'Please drop Washington.'],
    ['-WA', 'Could you please drop Washington?'],
    ['-WA', 'Please take Washington off the list of states.'],
    ['-WA', 'Leave Washington out, please.'],
    ['-WA', 'Washington is off.'],
    ['-WA', 'We no longer need Washington.'],
    ['-WA', 'Drop the state of Washington.'],
    ['-WA', 'We have decided to drop Washington.'],
    ['-OR -UT', 'Cancel our requests for Oregon and Utah; Washington remains.'],
  ])
})

describe('one in the place of another', () => {
  each([
    ['+ID -WA', 'Replace Washington with Idaho.'],
    ['+ID -WA', 'Please replace Washington by Idaho in our request.'],
    ['+ID -WA', 'Swap Washington for Idaho.'],
    ['+ID -WA', 'Could you swap out Washington for Idaho?'],
    ['+ID -WA', 'Please change Washington to Idaho.'],
    ['+ID -WA', 'We want to switch from Washington to Idaho.'],
    ['+ID -WA', 'Please substitute Idaho for Washington.'],
    ['+ID -WA', 'Substitute Washington with Idaho.'],
    ['+ID -WA', 'Idaho instead of Washington, please.'],
    ['+ID -WA', 'Please use Idaho instead of Washington. Thank you!'],
    ['+ID +MT -WA', 'Replace Washington with Idaho and Montana. Oregon stays.'],
    ['+UT -ID', 'Not Idaho any more, Utah instead.'],
    ['+UT -ID', 'Not Idaho anymore but Utah instead.'],
    ['+UT -ID', 'No longer Idaho; Utah instead, please.'],
  ])
})

describe('nothing but these', () => {
  each([
    ['only UT', 'Just Utah now.'],
    ['only UT', 'Utah only, please.'],
    ['only UT', 'Only Utah from now on.'],
    ['only UT', 'Please, only Utah.'],
    ['only OR', 'Please keep only Oregon.'],
    ['only OR UT', 'We only need Oregon and Utah now.'],
    ['-ID only UT', 'Not Idaho any more, just Utah now.'],
  ])
})

describe('what stays is said in many ways', () => {
  each(
    [
      'Washington stays.',
      'Washington stays in.',
      'Washington stays on the list.',
      'Washington stays part of the request.',
      'Washington still stands.',
      'Washington is still wanted.',
      'Washington is to stay.',
      'Washington will remain as it is.',
      'The Washington request goes ahead.',
      'Washington unchanged.',
      'With Washington unchanged.',
      'No changes for Washington.',
      'We keep Washington.',
      "We'll keep Washington.",
      'We still want Washington.',
      'WA stays.',
      'Oregon and Washington stay.',
      'The others stay in.',
    ].flatMap((stays) => [
      ['+ID -UT', `${stays} Drop Utah, add Idaho.`] as const,
      ['+ID -UT', `Drop Utah, add Idaho. ${stays}`] as const,
    ]),
  )
  each([
    ['+ID -UT', 'Drop Utah, Washington stays, add Idaho.'],
    ['+ID -UT', 'Washington stays, drop Utah and add Idaho.'],
    ['+ID -UT', 'Drop Utah and add Idaho and Washington stays.'],
    ['-UT', 'Drop Utah and Washington stays.'],
    ['+ID -UT', 'Washington stays, Utah goes, Idaho comes.'],
    ['+ID -UT', 'Drop Utah, Idaho takes its place.'],
    ['+ID -UT', 'Utah out, Idaho in, Washington stays.'],
    ['+ID -UT', 'Utah is replaced by Idaho; Washington of course stays.'],
    ['+ID -UT', 'Utah will be swapped for Idaho.'],
    ['+ID -UT', 'Instead of Utah, Idaho please; Washington stays.'],
    ['+ID -UT', 'Please remove Utah, put Idaho in its place, and leave Washington as is.'],
    ['-UT', 'Washington stays in the request, please drop Utah.'],
    ['+NE of 2', 'Both states stay, plus Nebraska.'],
    ['+NE of 3', 'All three states stay. Please add Nebraska.'],
    ['only OR', 'Keep Oregon, drop the rest.'],
    ['only OR UT', 'Oregon and Utah stay, the others go.'],
    ['+ID only OR ID', 'Keep Oregon, drop the others and add Idaho.'],
  ])
})

describe('two in one name, and the request by its states', () => {
  each([
    ['+ND +SD', 'Please add both Dakotas.'],
    ['+ND +SD -UT', 'Replace Utah with the two Dakotas.'],
    ['-ND -SD', 'Drop the Dakotas.'],
    ['-ND -SD', 'The Dakotas are off.'],
    ['+ND +SD', 'Add North and South Dakota.'],
    ['+MT +ND +SD', 'Add both of the Dakotas and Montana.'],
    ['+ID -UT', 'Drop Utah, add Idaho. The Dakotas stay.'],
    ['+ID +UT', 'Add both Idaho and Utah.'],
    ['+MT of ID', 'Please add Montana to our pending requests for Idaho.'],
    ['+MT of ID UT', 'Could you add Montana to our requests for Idaho and Utah?'],
    ['+MT of ID', 'Add Montana to the Idaho request.'],
    ['-UT of ID UT', 'Drop Utah from our pending requests for Idaho and Utah.'],
    ['+NE of 2', 'The same two states, plus Nebraska.'],
    ['+NE of 2', 'Keep the same 2 states and add Nebraska.'],
    ['+NE', 'Same states plus Nebraska, please.'],
  ])
})

describe('a state that is another matter', () => {
  each([
    ['-UT apart ID', 'Drop Utah. For Idaho we will write separately.'],
    ['-UT apart ID', 'Drop Utah. For Idaho, we will write separately.'],
    ['-UT apart ID', 'Drop Utah; as for Idaho, we will ask separately.'],
    ['+MT apart ID', "Add Montana, for Idaho we'll write separately."],
    ['+MT apart ID', 'Add Montana. We will write separately about Idaho.'],
    ['-UT apart ID MT', 'Drop Utah. For Idaho and Montana, we will write separately.'],
    ['only OR apart ID', 'Only Oregon now. For Idaho, we will write separately.'],
    ['unclear', 'Add Idaho and Nebraska. For Nebraska, we will write separately.'],
    ['unclear', 'Add Idaho; for Idaho we will ask later.'],
    ['unclear', 'For Idaho we will write separately.'],
    ['unclear', 'Utah goes. For Idaho we will write separately.'],
    ['none', 'For Idaho. For Utah. Drop Montana.'],
  ])
})

describe('the others, and how many they are', () => {
  each([
    ['only OR', 'Please withdraw all but Oregon.'],
    ['only OR', 'Please withdraw all requests except Oregon.'],
    ['only OR', 'Cancel everything other than Oregon.'],
    ['only OR', 'Everything except for Oregon is off.'],
    ['only OR UT', 'Drop all the others except Oregon and Utah.'],
    ['none', 'Add everything except Oregon.'],
    ['only UT 1 goes', 'Keep Utah, drop the other one.'],
    ['only UT 1 goes', 'Keep Utah and drop the other.'],
    ['only UT 1 goes', 'Keep Utah; the other state goes.'],
    ['only UT 1 goes', 'Keep Utah, drop the one other.'],
    ['only UT 2 go', 'Keep Utah and drop both others.'],
    ['only UT 2 go', 'Keep Utah, drop the other two states.'],
    ['only UT 2 go', 'Utah stays, the other two go.'],
    ['only UT 3 go', 'Keep Utah, cancel the remaining three.'],
    ['only UT 3 go', 'Keep Utah, cancel the 3 other requests.'],
    ['only UT', 'Keep Utah, drop all of the others.'],
    ['-UT 1 stays', 'Drop Utah; the other one stays.'],
    ['-UT 1 stays', 'Drop Utah, keep the other state.'],
    ['-UT 2 stay', 'Drop Utah. The other two stay as they are.'],
    ['-UT 2 stay', 'Drop Utah, both others stay.'],
    ['-UT', 'Drop Utah. Everything else stays.'],
    ['-UT', 'Utah goes, the others stay.'],
    ['+NE of 1', 'Keep the same state and add Nebraska.'],
  ])
})

describe('what is to be done with a state, and lists', () => {
  each([
    ['-UT', 'Utah should be removed from our request.'],
    ['-UT', 'Utah is to be dropped, please.'],
    ['-UT', 'The Utah request can be closed.'],
    ['-UT', 'Utah is not needed any more.'],
    ['-UT', "We don't want to go ahead in Utah."],
    ['-UT', "We won't proceed with Utah any more."],
    ['+ID -UT', 'Idaho should be added, Utah should be dropped.'],
    ['+ID +MT', 'Idaho and Montana are to be added to our request.'],
    ['+ID -UT', '- drop Utah\n- add Idaho\n- keep Oregon'],
    ['+ID -UT', '1. Drop Utah\n2. Add Idaho\n\nLena'],
    ['-UT', 'pls drop UT, thx'],
    ['+ID -UT', 'Drop Utah\nAdd Idaho\nLena Ortiz'],
    ['+ID', 'Hi Anna,\nAdd Idaho\nLena'],
    ['none', 'Idaho can be added.'],
    ['none', 'Utah may be dropped.'],
    ['none', 'Utah should be filled in.'],
  ])
})

describe('codes, in capitals', () => {
  each([
    ['-WA', 'drop WA'],
    ['+ID +UT', 'add ID and UT please'],
    ['+ID -WA', 'swap WA for ID'],
    ['+ID -WA', 'Please replace WA with ID.'],
    ['+ID -OR -WA', 'Drop WA, OR; add ID.'],
    ['+ID -OR -WA', 'Drop WA/OR, add ID.'],
    ['+IN +OK', 'Please add OK and IN.'],
    ['+HI +ME', 'Add ME, HI to our request.'],
    ['-WA', 'Please drop the WA request.'],
    ['+UT -WA', 'Not WA any more, UT instead.'],
    ['only UT', 'UT only, please.'],
    ['+ID +UT -WA', 'DROP WA, ADD UT AND ID'],
  ])
})

describe('an order, and a question beside it', () => {
  each([
    ['+ID -WA ?', 'Drop Washington, add Idaho. What does it cost?'],
    ['+ID -WA ?', 'Replace Washington with Idaho. Where does Oregon stand?'],
    ['+ID ? ?', 'Please add ID. How long does it take? And whom do we call?'],
    ['none', 'Drop Washington, add Idaho. Or can we keep Washington?'],
    ['+ID -WA ?', 'Drop Washington, add Idaho. Could you tell us what it costs?'],
    ['none', 'Drop Washington. Could we add Idaho instead?'],
    ['none', 'Drop Washington, add Idaho. Is that possible?'],
    ['none', 'Drop Washington, add Idaho. Can you do that?'],
    ['none', 'Drop Washington, add Idaho. OK?'],
  ])
})

describe('questions are no orders', () => {
  each(
    [
      'Could we drop Washington?',
      'Can we add Idaho later?',
      'May we add Idaho?',
      'Should we drop Washington?',
      'What happens if we add Idaho?',
      'What if we replace Washington with Idaho?',
      'Would it be possible to swap WA for ID?',
      'Just Utah now?',
      'Utah instead?',
      'Idaho instead of Washington?',
      'Please tell us how to add Idaho.',
      'Do you know whether we can drop Washington?',
      'Drop Washington?',
    ].map((text) => ['none', text] as const),
  )
})

describe('nor are conditions and plans', () => {
  each(
    [
      'If the PUC says no, we will drop Washington.',
      'Drop Washington if Idaho can be added.',
      'Unless you object, drop Washington.',
      'Once we are certified there, add Idaho.',
      'When the board agrees, replace Washington with Idaho.',
      'We may add Idaho.',
      'We might drop Washington.',
      'We will perhaps drop Washington.',
      'We are thinking of adding Idaho.',
      'We will add Idaho next year.',
      'Add Idaho next year.',
      'Drop Washington for the time being if you can.',
    ].map((text) => ['none', text] as const),
  )
})

describe('nor is what was, or what others want', () => {
  each(
    [
      'We dropped Washington last year.',
      'In 2024 we added Idaho.',
      'We replaced Washington with Idaho two years ago.',
      'They dropped Washington.',
      'Bob wants to drop Washington.',
      'Bob wants to replace Washington with Idaho.',
      'Our consultant suggests that we drop Washington.',
      'Legal says drop Washington.',
      'He said: drop Washington, add Idaho.',
      'Bob wrote: "drop Washington, add Idaho".',
      'Your colleague told us to drop Washington.',
      'We agree.\n\n> Drop Washington, add Idaho.',
      'See below.\n\nOn Mar 2, 2026, Bob wrote:\n> Replace Washington with Idaho.',
    ].map((text) => ['none', text] as const),
  )
})

describe('nor is what is said of other things', () => {
  each(
    [
      'Drop the Washington POI.',
      'Drop the WA trunks, add ID trunks.',
      'Add Idaho to the mailing list.',
      'Add Idaho to the agenda.',
      'Replace the Washington certificate with the attached.',
      'Replace Washington with the attached.',
      'Please swap the Washington form for the Idaho form.',
      'Drop me a line.',
      'Drop ME a line.',
      'Add me to the list.',
      'Add ME to the list.',
      'ADD ME',
      'Drop in any time.',
      'Add in the certificate.',
      'Add a POI in Idaho.',
      'Just OK now.',
      'Only me, please.',
      'drop or add, as you like',
      'Drop Washington, D.C.',
      'Keep Washington after all.',
    ].map((text) => ['none', text] as const),
  )
})

describe('nor is what leaves a doubt', () => {
  each(
    [
      'Washington goes as planned, please add Idaho.',
      'Keep Washington, the rest goes as planned.',
      'Add Idaho. Washington goes too.',
      'Do not drop Washington.',
      "Don't add Idaho.",
      'We have decided not to drop Washington.',
      'Drop Washington or Oregon.',
      'Drop WA OR ID.',
      'Add Utah or Montana.',
      'Add North or South Dakota.',
      'The board only approved Utah.',
      'Not Idaho.',
      'Utah.',
      'Only Utah.',
      'Add Idaho, and send us the price list.',
      'Drop Washington, add Idaho. We also need collocation in Utah.',
      'Drop everything.',
      '',
    ].map((text) => ['none', text] as const),
  )
})

describe('orders that do not fit each other, lean on one that is not there, or change nothing', () => {
  each(
    [
      'Utah goes.',
      'Utah out.',
      'Idaho in.',
      'Idaho comes.',
      'Plus Idaho.',
      'Drop the rest.',
      'The others go.',
      'The same two states.',
      'The same two states, drop Utah.',
      'Drop Washington. Keep Washington.',
      'Add Idaho. Drop Idaho.',
      'Only Utah now. Keep Oregon.',
      'Only Utah now. Add Idaho.',
      'Utah instead.',
      'Oregon stays as it is.',
    ].map((text) => ['unclear', text] as const),
  )
})

test('a line may be wrapped within a sentence', () => {
  const text =
    'Please add Montana to our pending requests for Colorado and\nUtah. For Idaho we will write separately.\n\nLena'
  expect(ordered(text)).toBe('+MT of CO UT apart ID')
  expect(ordered('We have changed our plans - please drop Washington, add\nIdaho.\nLena Ortiz')).toBe('+ID -WA')
})

test('whoever writes more says something else', () => {
  expect(ordered(`Add Idaho. ${'Drop Washington. '.repeat(40)}`)).toBe('none')
})

test('the words stand beside what goes', () => {
  const order = statesOrdered(aMail({ text: 'Thanks for your note. Please swap WA for ID. Oregon stays.' }))
  expect(order).toMatchObject({ drops: new Map([['WA', 'Please swap WA for ID.']]) })
})
