/** States that a form offers with boxes or marks: what is ticked is asked for, what is not is not. */
import { describe, expect, test } from 'vitest'
import { statesOf } from '../../../src/domain/understand/facts/states/states.ts'
import { readingOf } from '../../../src/domain/understand/reading.ts'
import { aMail } from '../../support/mail-builder.ts'

function statesOfForm(rows: string, text = 'The form is attached.'): string {
  const form = `Agreement Request Form\nCarrier: Tern Telecom, LLC\n${rows}\nContact: Kim Lee`
  const attachments = [{ filename: 'ARF.xlsx', mediaType: 'application/pdf', text: form }]
  return statesOf(readingOf(aMail({ subject: 'Form', text, attachments })), 'Tern Telecom, LLC').states.join()
}

describe('the states that a form ticks', () => {
  test.each([
    ['one below the other', 'State(s):\n[x] ID\n[ ] OR\n[x] WA', 'ID,WA'],
    ['in a row', 'States: [x] Idaho [ ] Oregon [x] Washington', 'ID,WA'],
    ['with drawn boxes', 'States: ☒ ID ☐ OR ☒ WA', 'ID,WA'],
    ['with boxes behind', 'States: ID (x) OR ( ) WA (x)', 'ID,WA'],
    ['with strokes', 'States requested: _x_ ID ___ OR _x_ WA', 'ID,WA'],
    ['one of a list without boxes', 'States where requested: AZ  CO  [X] ID  IA  MN', 'ID'],
    ["a sheet's rows", 'ID: x\nOR: x\nWA: x\nMT\nUT', 'ID,OR,WA'],
    ["a sheet's cells", 'Idaho\tX\nOregon\t\nWashington\tX', 'ID,WA'],
    ['yes and no', 'Idaho: yes\nOregon: no\nWashington: yes', 'ID,WA'],
    ['name and code', '[x] Idaho (ID)\n[ ] Oregon (OR)', 'ID'],
  ])('%s', (_meaning, rows, want) => expect(statesOfForm(rows)).toBe(want))

  test.each([
    [
      'what the letter tells of another matter',
      'ID: x\nOR\nMT',
      'This has no connection with our Colorado redlines.',
      'ID',
    ],
    [
      'what the letter asks for besides',
      '[x] ID\n[ ] OR',
      'The form is attached. We also want one for Nevada.',
      'ID,NV',
    ],
    ['a word between boxes', 'State: UT\n[ ] Negotiate OR [x] Adopt', 'The form is attached.', 'UT'],
    ['where it was formed', 'State: UT\nFormed in: [x] Nevada [ ] Utah', 'The form is attached.', 'UT'],
    ['a list that ticks nothing', 'State: UT\n[ ] ID\n[ ] OR', 'The form is attached.', 'UT'],
  ])('beside %s', (_meaning, rows, text, want) => expect(statesOfForm(rows, text)).toBe(want))
})
