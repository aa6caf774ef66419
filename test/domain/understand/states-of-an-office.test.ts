/** Where somebody's office is, below a letter: it asks for no state. And a firm's place that does. */
import { describe, expect, test } from 'vitest'
import { statesOf } from '../../../src/domain/understand/facts/states/states.ts'
import { readingOf } from '../../../src/domain/understand/reading.ts'
import { aMail } from '../../support/mail-builder.ts'

const FIRM = 'Tern Telephone, Inc.'
const OFFICE = `${FIRM}, Trinidad, Colorado`
const ASKS = 'Where does our amendment stand?'

function statesIn(text: string, subject = 'Agreement', from = 'Joe Birch <joe@terntel.example>'): string {
  return statesOf(readingOf(aMail({ subject, text, from })), FIRM).states.join(' ')
}

describe('the seat of the office behind the firm', () => {
  test.each([
    ["below the writer's name", `Joe Birch, Office Manager\n${OFFICE}\n719-555-0162 (mornings)`],
    ['below a closing', `Kind regards,\n${OFFICE}`],
    ['below a closing and the name', `Thanks,\nJoe\n${OFFICE}`],
    ['below two dashes', `--\nJoe Birch\n${OFFICE}`],
    ['a town of two words', `Joe Birch\n${FIRM}, Great Falls, Montana`],
    ['behind a bar', `Joe Birch\n${FIRM} | Trinidad, Colorado | 719-555-0162`],
  ])('%s', (_meaning, block) => expect(statesIn(`${ASKS}\n\n${block}`)).toBe(''))

  test.each([
    ['in the subject', ASKS, 'our Colorado agreement', 'CO'],
    ['in the text', 'Where does our Colorado amendment stand?', 'Amendment', 'CO'],
    ['in the text, another', 'Where does our Utah amendment stand?', 'Amendment', 'UT'],
  ])('and a state %s', (_meaning, text, subject, want) =>
    expect(statesIn(`${text}\n\nJoe Birch\n${OFFICE}\n719-555-0162`, subject)).toBe(want),
  )
})

describe('a place that tells the state', () => {
  test.each([
    ['below words that lead on to it', `Please send the template for:\n\nJoe Birch\n${OFFICE}`, 'CO'],
    ['wanted by the firm', `New agreement wanted by\n\nJoe Birch\n${OFFICE}`, 'CO'],
    ['the state of the writer', `We need a template for our own state.\n\nJoe Birch\n${OFFICE}`, 'CO'],
    ['where we are', `We want to interconnect where we are.\n\nThanks,\n${OFFICE}`, 'CO'],
    ['shown below', `The party is the one below.\n\nJoe Birch\n${OFFICE}`, 'CO'],
    ['where nobody signs', `We want to interconnect.\n${OFFICE}`, 'CO'],
    ['where another is named', `We want to interconnect.\n\nAda Fern\n${OFFICE}`, 'CO'],
    ['where more is said below', `Joe Birch\n${OFFICE}\n\nWe would like to have your template.`, 'CO'],
    ['a town in a line of its own', `${ASKS}\n\nJoe Birch\n${FIRM}\nBoise, Idaho`, 'ID'],
    ['a state alone in brackets', `${ASKS}\n\nJoe Birch\n${FIRM} (Colorado)\n719-555-0162`, 'CO'],
    ['a state alone behind the firm', `${ASKS}\n\nJoe Birch\n${FIRM}, Colorado\n719-555-0162`, 'CO'],
    ['the firm asks', `${FIRM}, of Trinidad, Colorado, needs an interconnection agreement there.`, 'CO'],
    ['an office', `Please send the template for our new office:\n${FIRM}\nBoise, Idaho\n\nThank you\nJoe`, 'ID'],
    [
      'switches',
      `Where we will interconnect:\n${FIRM}\nSwitch 1, Boise, Idaho\nSwitch 2, Provo, Utah\nJoe Birch`,
      'ID UT',
    ],
    ['in brackets above the name', `New agreement wanted by\n\n${FIRM}\n(Boise, Idaho)\n\nJoe Birch`, 'ID'],
    ['above the name', `We ask for the standard agreement\n${FIRM}\nGreat Falls, Montana\nJoe Birch`, 'MT'],
    ['at the end of a short mail', `Hello, we are a small CLEC and want to interconnect.\n${FIRM}\nBoise, Idaho`, 'ID'],
    ['behind thanks', 'Thanks from Joe, Idaho is what we need.', 'ID'],
    ['behind wishes', 'Best from Acme, Utah agreement signed attached.', 'UT'],
  ])('%s', (_meaning, text, want) => expect(statesIn(text)).toBe(want))
})
