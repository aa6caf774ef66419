/** Several states in one mail, of which some go on, are done, serve as a model, or are a second matter of their own. */
import { describe, expect, test } from 'vitest'
import { statesOf } from '../../../src/domain/understand/facts/states/states.ts'
import { readingOf } from '../../../src/domain/understand/reading.ts'
import { aMail } from '../../support/mail-builder.ts'

function statesIn(text: string, subject = 'Agreement'): string {
  return statesOf(readingOf(aMail({ subject, text })), null).states.join(' ')
}

describe('what goes on as it is', () => {
  test.each([
    ['Montana goes on as it is.'],
    ['Montana carries on as before.'],
    ['Our Montana agreement continues without change.'],
    ['Montana runs on unchanged.'],
    ['Montana keeps going.'],
    ['Montana lives on.'],
    ['Montana will go on as it is.'],
    ['As for Montana, that one goes on.'],
    ['Montana: business as usual.'],
    ['We keep Montana.'],
    ['Montana we keep.'],
    ['We go on in Montana.'],
    ['This does not touch our Montana agreement.'],
    ['Please do not touch Montana.'],
    ['Leave Montana as it stands.'],
    ['Nothing changes for Montana.'],
  ])('beside the end of another: %s', (told) =>
    expect(statesIn(`We end our Idaho agreement on November 30. ${told}`, 'ending Idaho')).toBe('ID'),
  )

  test.each([
    ['nothing else is named', 'Montana goes on as it is.', 'MT'],
    ['it needs something', 'Our Montana agreement goes on, but we need a new notice address in it.', 'MT'],
    ['it is asked', 'Idaho ends in May. Can Montana go on as it is?', 'ID MT'],
    ['it is the first', 'We want agreements for Idaho and Montana. Montana goes first.', 'ID MT'],
    ['it goes on a paper', 'Montana goes on the same form as Idaho, please.', 'ID MT'],
    ['it goes on to somebody', 'The Idaho agreement goes on to Osprey, and so does the Montana one.', 'ID MT'],
    ['both, and a wish', 'Idaho and Montana go on as they are; only change the notice address in both.', 'ID MT'],
    ['both, with the new owner', 'Our agreements in Idaho and Montana go on with the new owner.', 'ID MT'],
    ['it is asked whether we keep it', 'Do we keep the Idaho agreement when we add Montana?', 'ID MT'],
    ['letters keep coming', 'We keep getting the Idaho letters for somebody else.', 'ID'],
    ['kept in a sentence that asks', 'Please extend the Montana agreement so that it goes on.', 'MT'],
  ])('not where %s', (_meaning, text, want) => expect(statesIn(text)).toBe(want))
})

describe('one of several is open', () => {
  test.each([
    ['Utah approved, Montana filed, and Idaho? Did the application go in?'],
    ['Utah is approved, Montana filed, but what about Idaho?'],
    ['Utah approved on May 3, Montana on May 9 - and Idaho?'],
    ['With Utah approved and Montana filed, where does Idaho stand?'],
    ['Both Utah and Montana have been approved, so what is holding up Idaho?'],
    ['Utah executed, Montana executed, Idaho not. Why?'],
    ['Utah signed, Montana signed, please send Idaho again.'],
    ['The Utah copy came, the Idaho copy did not.'],
    ['We see Utah and Montana on the docket, but not Idaho. Did the application go in?'],
    ['We got the Utah copy but nothing for Idaho.'],
    ['Everything is settled in Utah. What remains is Idaho.'],
    ['What about Idaho? Utah I understand.'],
    ['How long did Utah take? Where is Idaho?'],
  ])('%s', (text) => expect(statesIn(text)).toBe('ID'))

  test.each([
    ['asked of all', 'Are Utah approved, Montana filed and Idaho signed?', 'ID MT UT'],
    ['asked one by one', 'Utah? Montana? Idaho? Any news on the three?', 'ID MT UT'],
    ['asked by their verbs', 'Has Utah been approved, Montana filed, and Idaho signed?', 'ID MT UT'],
    ['wished', 'Please have Utah approved, Montana filed, and Idaho signed.', 'ID MT UT'],
    ['asked for two', 'When was Utah approved? And Idaho?', 'ID UT'],
    ['one more', 'We ask for new agreements in Utah and Montana, and can we add Idaho?', 'ID MT UT'],
    ['in force, and none beside', 'We have an agreement in Utah but none in Idaho. We need one there.', 'ID'],
    ['on a list', 'We have Utah on our list, and Idaho. Please send both.', 'ID UT'],
    ['done, and so is the other', 'Utah signed and Idaho signed, both attached.', 'ID UT'],
    ['done, and both are asked after', 'Utah filed, Idaho filed. When will the Commission rule?', 'ID UT'],
    ['held to the end', 'Utah we have to sign before June, Idaho before July.', 'ID UT'],
  ])('not where it is %s', (_meaning, text, want) => expect(statesIn(text)).toBe(want))
})

describe('the agreement of one state is a model for another', () => {
  test.each([
    ['Can the text be the same as the North Dakota agreement, changed only where the rules demand it?'],
    ['Can it be the same as the North Dakota one?'],
    ['Can we take the North Dakota agreement as a model?'],
    ['Would the North Dakota agreement do as a starting point?'],
    ['Can you mirror the North Dakota one?'],
    ['How does it differ from North Dakota?'],
    ['The same text as North Dakota would be good.'],
    ['Please do it the same way as North Dakota.'],
    ['You know what you did in North Dakota for us: same as what we got in North Dakota last year.'],
  ])('%s', (asks) => expect(statesIn(`We need an agreement for Minnesota. ${asks}`)).toBe('MN'))

  test.each([
    ['stretched', 'Can we stretch the Nebraska agreement to take in Wyoming, or is it a whole new one?', 'WY'],
    ['to cover another', 'Can our Nebraska agreement cover Wyoming as well?', 'WY'],
    ['copied', 'Copy what we did in Nebraska for Wyoming.', 'WY'],
    ['read', "We read Osprey's Nebraska agreement and would like the same in Wyoming.", 'WY'],
  ])('%s', (_meaning, text, want) => expect(statesIn(text)).toBe(want))

  test.each([
    ['the same for both', 'We want an agreement for Minnesota and the same for North Dakota.', 'MN ND'],
    ['one text in both', 'We want Minnesota and North Dakota; can the text be the same in both?', 'MN ND'],
    ['compared with each other', 'Is the North Dakota agreement the same as the Minnesota agreement?', 'MN ND'],
    ['compared, behind a word', 'Quick one: is the Utah template the same as the Nevada template?', 'NV UT'],
    ['the same again', 'We need an agreement for Minnesota. Can you do the same in North Dakota?', 'MN ND'],
    ['where it stands', 'We need an agreement for Minnesota. Where does the North Dakota one stand?', 'MN ND'],
    ['one for both', 'Can we have one agreement that covers Nebraska and Wyoming?', 'NE WY'],
    ['an example', 'Several things are open, like the Nebraska agreement. And where is Wyoming?', 'NE WY'],
    ['copied to somebody', 'Please copy the Nebraska agreement to me. Where is the Wyoming one?', 'NE WY'],
    ['told to cover both', 'The Nebraska contract covers Wyoming too, both end in May; please renew them.', 'NE WY'],
    ['a deadline is stretched', 'Can we stretch the deadline for Nebraska to May? And for Wyoming?', 'NE WY'],
  ])('not where it is %s', (_meaning, text, want) => expect(statesIn(text)).toBe(want))
})

describe('a second matter', () => {
  test.each([
    ['On New Mexico: my redline went in on September 15. Has it been assigned to a negotiator?'],
    ['New Mexico: our redline went in on September 15. I have heard nothing. Has it been assigned?'],
    ['Then New Mexico: the signed pages went out on May 4. Have they come?'],
    ['Also, the New Mexico form went in on May 4. Did it arrive?'],
    ['For New Mexico we have filed the form and still wait for an answer.'],
    ['Second, New Mexico. Our form went in on May 4. Where is it?'],
  ])('is asked after: %s', (asks) =>
    expect(statesIn(`For Arizona we want to adopt. Which agreements can be had?\n\n${asks}`)).toBe('AZ NM'),
  )

  test.each([
    ['On New Mexico: that went through in May, thanks. Which ones are open?'],
    ['On New Mexico: all good there. Has Arizona been assigned?'],
    ['The New Mexico form was filed in May, thank you. Is it the same this time?'],
    ['Our New Mexico redline went in last year. Can we reuse the text?'],
    ['Our New Mexico form was sent in 2019. Is it still the same form?'],
    ['Our New Mexico form went in on May 4. Is there a form for Arizona?'],
    ['We did New Mexico with you last year. Is the process still the same?'],
    ['On New Mexico: we decided against it. Did you get our form?'],
  ])('is only told: %s', (told) => expect(statesIn(`We want to adopt in Arizona. ${told}`)).toBe('AZ'))
})

describe('one against another', () => {
  test.each([
    ['the wrong one came', 'You sent us Nevada, we asked for Utah.', 'UT'],
    ['the wrong pages came', 'You sent us the Nevada pages, and not the Utah ones.', 'UT'],
    ['the wrong one was written', 'Please correct the state on the request: we wrote Nevada, it is Utah.', 'UT'],
    ['the wrong form', 'Enclosed is the form for Utah; I used the Nevada one because the other did not open.', 'UT'],
    ['a request is cancelled', 'Please cancel the Nevada request and go ahead with Utah.', 'UT'],
    ['signed before', 'Besides Nevada, where we signed last month, we now want Utah.', 'UT'],
    ['no to one', 'Yes to Utah and Idaho, no to Nevada.', 'ID UT'],
    ['that one it is', "Utah it is; Nevada was my predecessor's idea.", 'UT'],
    ['later', "Utah please. We'll see about Nevada.", 'UT'],
    ['only, beside a question', 'Do you also serve Nevada? We only need Utah for now.', 'UT'],
    ['got already', 'Send the Utah one please, Nevada we got yesterday.', 'UT'],
    ['of a sister', 'Our sister company has your Nevada agreement. We would like one in Utah.', 'UT'],
    ['where a company was bought', 'We bought a company in Nevada. Its agreement in Utah moves to us.', 'UT'],
    ['where a notary sits', 'The notary in Nevada stamped the Utah pages.', 'UT'],
    ['on the road', "I'm on the road in Nevada this week; the Utah pages come Monday.", 'UT'],
    ['interested', 'I am interested in Utah.', 'UT'],
    ['both came, both are signed', 'You sent us Nevada and Utah, we sign both.', 'NV UT'],
    ['a draft came', 'You sent the Nevada draft and we need two days for it.', 'NV'],
    ['both are cancelled', 'Please cancel the agreements in Nevada and Utah.', 'NV UT'],
    ['one is cancelled', 'Please cancel the Nevada request.', 'NV'],
    ['besides', 'Besides Utah we also want Nevada.', 'NV UT'],
    ['a form that was signed', 'I used the Utah form and signed it. Is it the right one?', 'UT'],
    ['interested in two', "I'm interested in Nevada as well as Utah", 'NV UT'],
    ['bought there', 'We bought a company in Utah and its agreement should come to us.', 'UT'],
  ])('%s', (_meaning, text, want) => expect(statesIn(text)).toBe(want))
})
