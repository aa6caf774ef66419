/** Words that strike, add, count or place a state in one mail, and say nothing of the kind in an ordinary one. */
import { describe, expect, test } from 'vitest'
import { statesOf } from '../../../src/domain/understand/facts/states/states.ts'
import { readingOf } from '../../../src/domain/understand/reading.ts'
import { aMail } from '../../support/mail-builder.ts'

const JANE = 'Jane Doe <jane@ternfiber.example>'

function statesIn(text: string): string {
  const mail = aMail({ from: JANE, subject: 'Agreement', text: `${text}\n\nJane Doe\nTern Fiber, LLC\n` })
  return statesOf(readingOf(mail), 'Tern Fiber, LLC').states.join()
}

function statesAnswered(answer: string, question: string): string {
  return statesIn(`${answer}\n\nOn Mon, Mar 2, 2026 at 9:00 AM Sam Lake <sam@carrier.example> wrote:\n> ${question}\n`)
}

const BOTH = 'We ask for agreements in Idaho and Utah.'

describe('a state stays asked for', () => {
  test.each([
    [
      'where something is not yet',
      'We do not have anything with you yet in Idaho. In Utah we have one. Please send it.',
      'ID,UT',
    ],
    [
      'where nothing is owned',
      'We do not own anything in Utah and lease all. We need agreements for Utah and Idaho.',
      'ID,UT',
    ],
    [
      'where nothing is sold yet',
      'We do not sell anything in Idaho yet. Please send agreements for Idaho and Oregon.',
      'ID,OR',
    ],
    ['where we ran cable', 'We ran cable in Idaho all summer and need an agreement there, and for Utah.', 'ID,UT'],
    ['where there is none', 'We have our agreement for Utah, but no Idaho agreement. Please send it.', 'ID'],
    [
      'where none exists',
      'We ask to interconnect. No Idaho agreement exists so far. The Utah one was approved in 2021.',
      'ID',
    ],
    [
      'without which nothing goes',
      'Please send one for Utah and one for Idaho. With no Idaho agreement we cannot order.',
      'ID,UT',
    ],
    [
      'without a deposit',
      'Please prepare the agreements for Utah and Idaho, with no Utah deposit as in 2019.',
      'ID,UT',
    ],
    ['whose draft did not come', 'Your mail had the Utah draft, but no Idaho draft. Please send it once more.', 'ID'],
    [
      'whose certificate was a mistake',
      `${BOTH} Our mistake with the Utah certificate, here is the right one.`,
      'ID,UT',
    ],
    ['whose address is crossed out', `${BOTH} In the draft I crossed out the Utah address of our old office.`, 'ID,UT'],
    ['and of course wanted', `${BOTH} My bad about Idaho yesterday: of course we want it.`, 'ID,UT'],
    ['whose form was rejected', `${BOTH} Our Idaho request form was rejected, here it is again.`, 'ID,UT'],
    [
      'whose filing was rejected',
      'The Idaho filing was rejected. Please file the Idaho agreement again. The Utah one is fine.',
      'ID',
    ],
    [
      'where orders were rejected',
      'Our LSRs in Idaho were rejected because no agreement is on file. Please send us an ICA for Idaho. In Utah all is well.',
      'ID',
    ],
    [
      'whose old one was terminated',
      'We need a new agreement. In Idaho the old one was terminated in May. The Utah one is approved.',
      'ID',
    ],
    ['that leaves another’s agreement', `${BOTH} Please take Utah out of the old agreement of our parent.`, 'ID,UT'],
    ['put in another name', `${BOTH} The Utah agreement should be removed from the name of Heron.`, 'ID,UT'],
    ['in an exhibit', `${BOTH} In Exhibit B, Utah should be deleted.`, 'ID,UT'],
    ['without redlines', `${BOTH} As for Utah, we withdraw our redlines.`, 'ID,UT'],
    ['without collocation', `${BOTH} In Utah we decline collocation.`, 'ID,UT'],
    ['without changes', `${BOTH} For Utah he does not ask for any change.`, 'ID,UT'],
    ['in a hurry', 'In Idaho our owner does not want to wait. In Utah there is time. Please send both.', 'ID,UT'],
    ['that the board need not see', `${BOTH} Idaho our board does not need to see first.`, 'ID,UT'],
    [
      'whose form was filed',
      'I filed the request form for Idaho on Monday. Please also send the draft for Utah.',
      'ID,UT',
    ],
    [
      'where we are registered',
      'We ask for one in Idaho, since that is where we are registered as a carrier. Our Utah one is approved.',
      'ID',
    ],
  ])('%s', (_meaning, text, want) => expect(statesIn(text)).toBe(want))

  test('where the house of a writer who presents himself is licensed and wants them all', () => {
    const text =
      'I am Jane Doe of Tern Fiber, LLC.\nTern Fiber, LLC is authorized to provide service in AZ, CO, ID, UT and WA and wants agreements in each.'
    const reading = readingOf(aMail({ from: JANE, subject: 'Agreement', text }))
    expect(statesOf(reading, 'Tern Fiber, LLC').states.join()).toBe('AZ,CO,ID,UT,WA')
  })
})

describe('a state is still taken out', () => {
  test.each([
    ['now', `${BOTH} Utah can be removed now.`],
    ['for a reason', `${BOTH} Utah should be removed as we sold it.`],
    ['with its box', `${BOTH} On the form we crossed out the Utah box.`],
    ['with another', 'We ask for an agreement in Idaho. I crossed out Oregon and Utah on the form.'],
    ['beside another', 'We ask for an agreement in Idaho, so no Oregon or Utah.'],
    ['as a mistake', `${BOTH} Our mistake about the Utah one, we do not serve it.`],
    ['of the request', 'Agreements for Idaho and Utah, please. Take Utah out of this, we wait there.'],
    ['by the board', `${BOTH} The Utah plan was rejected by our board.`],
  ])('%s', (_meaning, text) => expect(statesIn(text)).toBe('ID'))
})

describe('an answer about something else picks no state', () => {
  test.each([
    [
      'a page',
      'Everything but the last page is signed.',
      'Could you send the pages for Idaho, Oregon and Utah?',
      'ID,OR,UT',
    ],
    [
      'an item',
      'All but the last item are attached.',
      'Could you send the certificates for Idaho and Oregon?',
      'ID,OR',
    ],
    [
      'a way',
      'The latter.',
      'It is for Idaho and Oregon, correct? And do you want our template or negotiate?',
      'ID,OR',
    ],
    ['a hope', 'The last, I hope.', 'Is it for Idaho and Utah? One more question: who will sign?', 'ID,UT'],
    [
      'papers',
      'The first two, as said on Friday, are attached.',
      'Could you send the certificate and the form for Idaho, Oregon and Utah?',
      'ID,OR,UT',
    ],
    ['two papers', 'I attach both.', 'Thank you for your request for Idaho. You said you do not need Oregon.', 'ID'],
    [
      'two signatures',
      'Thanks. We will sign both.',
      'Please sign the Idaho draft. Your Utah agreement was approved.',
      'ID',
    ],
    ['two people', 'Thank you both.', 'Please sign the Idaho draft. Your Utah agreement was approved.', 'ID'],
    ['as many agreements', 'We need the same two agreements for Utah.', 'The two for Idaho are approved.', 'UT'],
    ['one more, of what is done', 'Can you get Oregon too?', 'Your agreement for Idaho was approved on March 3.', 'OR'],
    [
      'one more, of what was withdrawn',
      'Please add Oregon to the list.',
      'Idaho is approved. Utah was withdrawn.',
      'OR',
    ],
  ])('%s', (_meaning, answer, question, want) => expect(statesAnswered(answer, question)).toBe(want))
})

describe('a table that tells of other things', () => {
  test.each([
    ['codes', ['State | Certificate | OCN', 'Idaho | attached | 123A', 'Oregon | will follow | TBD'], 'ID,OR'],
    [
      'when a paper comes',
      ['State | Agreement | Certificate', 'Idaho | template | here', 'Oregon | template | later'],
      'ID,OR',
    ],
    [
      'when service begins',
      ['State | Agreement | Start', 'Idaho | yours | June', 'Oregon | yours | next spring'],
      'ID,OR',
    ],
    ['what is wanted, put off', ['State | ICA?', 'Idaho | Y', 'Oregon | N', 'Utah | TBD'], 'ID'],
  ])('%s', (_meaning, rows, want) => expect(statesIn(`We ask for agreements:\n\n${rows.join('\n')}\n`)).toBe(want))

  test.each([
    ['sites, cell below cell', ['CLLI', 'State', 'Status', 'BOISIDMA', 'Idaho', 'live', 'PTLDOR62', 'Oregon', 'live']],
    ['offices, cell below cell', ['City', 'State', 'ZIP', 'Boise', 'ID', '83702', 'Salem', 'OR', '97301']],
  ])('%s', (_meaning, cells) => {
    const text = `Tern Fiber, LLC asks for an agreement in Utah. Where we are:\n\n${cells.join('\n\n')}\n`
    expect(statesIn(text)).toContain('UT')
  })

  test('a certificate that follows, beside what is needed', () => {
    const cells = ['State', 'Needed', 'Certificate', 'Idaho', 'ICA', 'here', 'Utah', 'ICA', 'will follow']
    expect(statesIn(`Hello,\n\n${cells.join('\n\n')}\n`)).toBe('ID,UT')
  })
})

describe('small letters that are no state', () => {
  test.each([
    ['a greeting', 'hi, mt. shasta is where we sit. we need one for idaho', 'ID'],
    ['a street', 'i am at home mt view road. we need one for idaho', 'ID'],
  ])('%s', (_meaning, text, want) => expect(statesIn(text)).toBe(want))
})
