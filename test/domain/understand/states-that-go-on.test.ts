/** "Montana goes on as it is" beside what is asked for another state, and the same words where something is asked of it. */
import { describe, expect, test } from 'vitest'
import { statesOf } from '../../../src/domain/understand/facts/states/states.ts'
import { readingOf } from '../../../src/domain/understand/reading.ts'
import { aMail } from '../../support/mail-builder.ts'

function statesIn(text: string, subject = 'Agreement'): string {
  return statesOf(readingOf(aMail({ subject, text })), null).states.join(' ')
}

const ENDS = 'We end our Idaho agreement on November 30'

describe('what goes on', () => {
  test.each([
    ['Montana goes on as it is.'],
    ['Montana goes on unchanged.'],
    ['Montana will go on as before.'],
    ['Montana stays as it is.'],
    ['Our Montana agreement continues as before.'],
    ['Our Montana and Utah agreements go on as they are.'],
    ['Nothing changes for Montana.'],
    ['Nothing changes in Montana.'],
    ['Nothing is to change in Montana.'],
    ['We are content with Montana as it stands.'],
    ['We are happy with our Montana agreement as it is.'],
    ['For Montana we stay with the present agreement.'],
    ['In Montana we stick with the old one.'],
    ['We stay with our existing agreement in Montana.'],
    ['As for Montana, it goes on as before.'],
    ['We leave Montana as it is.'],
    ['Please keep Montana as it is.'],
    ['Leave Montana alone.'],
    ['Please leave our Montana agreement alone.'],
  ])('is not asked for: %s', (told) => {
    expect(statesIn(`${ENDS}. ${told}`)).toBe('ID')
    expect(statesIn(`${ENDS}; ${told}`)).toBe('ID')
    expect(statesIn(`${ENDS}. ${told}`, 'ending Idaho')).toBe('ID')
    expect(statesIn(`${told} We need an agreement for Idaho.`)).toBe('ID')
  })

  test.each([
    ['We need an agreement for Idaho, with Montana staying as it is.'],
    ['We need an agreement for Idaho, and keep Montana as it is.'],
    ['We need an agreement for Idaho (Montana stays as it is).'],
    ['We need an agreement for Idaho, while Montana goes on unchanged.'],
  ])('in a clause of its own: %s', (text) => expect(statesIn(text)).toBe('ID'))

  test.each([
    ['nothing else is named', 'Montana goes on as it is.', 'MT'],
    ['a wish is behind it', `${ENDS}. Montana goes on as it is. Please correct our name in it.`, 'ID MT'],
    ['a wish that may be of it', `${ENDS}. Montana goes on as it is. We only want a new exhibit A.`, 'ID MT'],
    ['a wish is in it', `${ENDS}. Montana goes on as it is; please change the notice address there.`, 'ID MT'],
    ['more is said of it', `${ENDS}. Montana goes on as it is, but we need a new address in it.`, 'ID MT'],
    ['it is asked for besides', `${ENDS}. Please amend Montana. Montana goes on as it is.`, 'ID MT'],
    ['it is a question', 'Idaho ends in May. Can Montana go on as it is?', 'ID MT'],
    ['it is a question without a verb before', 'Idaho ends in May. Montana goes on as it is?', 'ID MT'],
    ['it goes first', 'We want agreements for Idaho and Montana. Montana goes first.', 'ID MT'],
    ['it goes on a form', 'Montana goes on the same form as Idaho, please.', 'ID MT'],
    ['it goes to somebody', 'The Idaho agreement goes on to Osprey, and so does the Montana one.', 'ID MT'],
    ['both do, with a wish', 'Idaho and Montana go on as they are; only change the address in both.', 'ID MT'],
    ['both do, with an owner', 'Our agreements in Idaho and Montana go on with the new owner.', 'ID MT'],
    [
      'it is kept and corrected',
      'We are keeping the Iowa agreement. Please correct our name in it. The Nebraska one ends.',
      'IA NE',
    ],
    ['it goes as usual', 'Utah goes as usual, please send the form. Idaho is a new one too.', 'ID UT'],
    ['until May', 'Utah runs without change through May, then we want to renew it. Idaho too.', 'ID UT'],
    ['all is good', 'Montana all good. Please file it. And please file Wyoming.', 'MT WY'],
    ['it is left and corrected', `${ENDS}. We leave Montana as it is. Please correct our name in it.`, 'ID MT'],
    ['it stays under another name', 'We end Idaho, with Montana staying as it is but under our new name.', 'ID MT'],
    ['we are content with it too', 'We need Idaho. We would be happy with Montana as well.', 'ID MT'],
    ['we stay with the template there', 'We need Idaho. For Montana we stay with the template.', 'ID MT'],
    ['it alone is taken', `${ENDS}. Take Montana alone.`, 'MT'],
    ['we stay', 'We stay in Wyoming after the merger and need the agreement assigned there. Utah too.', 'UT WY'],
    ['its term does', 'The term stays as it is in Utah, but the notice address changes there. Idaho too.', 'ID UT'],
    ['it is needed by May', 'We need Idaho. As for Montana, it is needed by May.', 'ID MT'],
  ])('but not where %s', (_meaning, text, want) => expect(statesIn(text)).toBe(want))
})
