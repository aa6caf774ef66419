/** Where somebody's office is: below a letter, at its head, on its way through the words. It asks for no state. */
import { describe, expect, test } from 'vitest'
import { statesOf } from '../../../src/domain/understand/facts/states/states.ts'
import { readingOf } from '../../../src/domain/understand/reading.ts'
import { aMail } from '../../support/mail-builder.ts'

const FIRM = 'Tern Telephone Services, Inc.'

function statesIn(text: string, subject = 'Agreement'): string {
  return statesOf(readingOf(aMail({ subject, text })), FIRM).states.join(' ')
}

describe('the place of the office', () => {
  test.each([
    ['behind the firm, with a telephone', `${FIRM}, Trinidad, Colorado\n719-555-0162 (mornings)`],
    ['below the firm', `${FIRM}\nTrinidad, Colorado`],
    ['of', `${FIRM} of Trinidad, Colorado`],
    ['behind a bar', `${FIRM} | Trinidad, Colorado | 719-555-0162`],
    ['behind a street', `${FIRM} - 12 Main Street - Trinidad, Colorado`],
    ['below a street', `${FIRM}\n12 Main Street\nTrinidad, Colorado`],
    ['in brackets', `${FIRM} (Trinidad, Colorado)`],
    ['a box, and shortened', `${FIRM}\nP.O. Box 12, Trinidad, Colo.`],
    ['a town of two words', `${FIRM}\nGreat Falls, Montana`],
    ['behind two dashes', `--\nHelga Brandt\n${FIRM}\nTrinidad, Colorado`],
    ['as a code', `${FIRM}\nTrinidad, CO`],
    ['with the postal code', `${FIRM}\n12 Main Street, Trinidad, Colorado 81082`],
    ['offices', `${FIRM}\nOffices in Colorado and New Mexico\n719-555-0162`],
    ['the office of a state', `${FIRM}\nColorado office 719-555-0162`],
    ['what the house says of itself', `${FIRM}\nServing southern Colorado since 1908\n719-555-0162`],
  ])('below a letter: %s', (_meaning, block) =>
    expect(statesIn(`Where does our amendment stand?\n\nHelga Brandt, Office Manager\n${block}`)).toBe(''),
  )

  test.each([
    [
      'at its head',
      `${FIRM}\nTrinidad, Colorado\n\nMarch 3, 2026\n\nDear Sirs:\n\nwhere does our amendment stand?\n\nHelga`,
    ],
    ['in a greeting', `Greetings from Trinidad, Colorado. Where does our amendment stand?\n\nHelga\n${FIRM}`],
    [
      'of ours',
      'Our notice came back from the address in the agreement (a street in Denver, 6th floor). Where to now?',
    ],
  ])('%s', (_meaning, text) => expect(statesIn(text)).toBe(''))
})

describe('a state that stands beside it', () => {
  test.each([
    ['in the subject', 'Where does it stand?', 'our Colorado agreement', 'CO'],
    ['in the text', 'Where does our Colorado amendment stand?', 'Amendment', 'CO'],
    ['in the text, another', 'Where does our Utah amendment stand?', 'Amendment', 'UT'],
  ])('%s', (_meaning, text, subject, want) =>
    expect(statesIn(`${text}\n\nHelga Brandt\n${FIRM}, Trinidad, Colorado\n719-555-0162`, subject)).toBe(want),
  )

  test.each([
    ['a state alone in brackets', `Signed page attached.\n\nHelga Brandt\n${FIRM} (Colorado)\n719-555-0162`, 'CO'],
    ['a state alone behind the firm', `Signed page attached.\n\nHelga Brandt\n${FIRM}, Colorado\n719-555-0162`, 'CO'],
    ['a state alone in a line', `Signed page attached.\n\nHelga Brandt\n${FIRM}\nColorado\n719-555-0162`, 'CO'],
    ['the firm asks', `${FIRM}, of Trinidad, Colorado, needs an interconnection agreement there.`, 'CO'],
    ['the firm writes', `This is Helga at ${FIRM}, Trinidad, Colorado. We need your template.`, 'CO'],
    ['an answer', 'Trinidad, Colorado.\n\nHelga', 'CO'],
    ['towns that are asked about', 'Who of you has Moorhead, Minnesota, and who has Fargo, North Dakota?', 'MN ND'],
    ['the place of a switch that moves', 'We move our Boise, Idaho switch in May.', 'ID'],
    ['few words of a request', `An agreement request.\n${FIRM}\nBoise, Idaho\nyour template as it is please`, 'ID'],
  ])('%s', (_meaning, text, want) => expect(statesIn(text)).toBe(want))
})
