import { describe, expect, test } from 'vitest'
import { statesOf } from '../../../src/domain/understand/facts/states/states.ts'
import { readingOf } from '../../../src/domain/understand/reading.ts'
import { aMail, type MailSketch } from '../../support/mail-builder.ts'

function statesIn(mail: MailSketch, company: string | null = null): string {
  return statesOf(readingOf(aMail({ subject: 'Agreement', ...mail })), company).states.join()
}

const QWEST = 'AZ,CO,IA,ID,MN,MT,ND,NE,NM,OR,SD,UT,WA,WY'

describe('how states are written', () => {
  test.each([
    ['a name', 'We need an agreement for Utah.', 'UT'],
    ['in small letters', 'need an agreement for south dakota', 'SD'],
    ['codes', 'We need agreements for CO, UT & WY.', 'CO,UT,WY'],
    ['codes in small letters', 'they want mn and az, so mfn in mn and az', 'AZ,MN'],
    ['with a plus', 'Two things for MT + WY, thanks', 'MT,WY'],
    ['both Dakotas', 'We need agreements for both Dakotas.', 'ND,SD'],
    ['North and South', 'in North & South Dakota', 'ND,SD'],
    ['old abbreviations', 'the agreements for Minn. and Wyo., please', 'MN,WY'],
    ['all fourteen', 'We need agreements in all 14 states.', QWEST],
    ['everywhere except', 'Everywhere you serve except Idaho and Iowa, please.', 'AZ,CO,MN,MT,ND,NE,NM,OR,SD,UT,WA,WY'],
    ['a list below a label', 'State(s):\nIdaho\nRoute: template', 'ID'],
    ['a list with bullets', 'approved agreements still open in:\n- Idaho\n- Montana', 'ID,MT'],
    ['no words in capitals', 'OK, SEND ME THE FORM OR CALL IN THE MORNING, HI TO ALL', ''],
    ['no yes', 'Longbow delivers the forecast by March 20. OK\nThe state is New Mexico.', 'NM'],
    ['behind leading dots', 'Formed in ........... Nevada\nCarrier type ....... CMRS\nState(s) ........... NM', 'NM'],
    ['no plug', 'Handoff on SC/APC, please. The state is Oregon.', 'OR'],
    ['in French', 'Veuillez envoyer le contrat type pour le Dakota du Nord.', 'ND'],
    ['in Spanish', 'Queremos firmar el acuerdo para Nuevo México, sin cambios.', 'NM'],
    ['behind a town without a comma', 'Who sets the trunks at Gull Fork WY now?', 'WY'],
    ['no docket', 'The order is 2031-0122-PAA-TX. The state is Florida.', 'FL'],
    ['wrapped', 'the agreement for North\nDakota', 'ND'],
  ])('%s', (_meaning, text, want) => expect(statesIn({ text })).toBe(want))
})

describe('asked for, not merely named', () => {
  test.each([
    [
      'an agreement elsewhere',
      'We have had an agreement with you in Arizona since 2017. Now we ask to negotiate one for New Mexico.',
      'NM',
    ],
    ['business elsewhere', 'We already do business with you in Idaho and now want Montana.', 'MT'],
    [
      'the agreement that is in force is the matter',
      'We have had our contract with you in Nebraska since 2016. Please add transit.',
      'NE',
    ],
    ['two in force are the matter', 'We have agreements in Montana and Wyoming, both need the amendment.', 'MT,WY'],
    ['ported', 'Can an Idaho agreement be adopted in Montana?', 'MT'],
    ['carried over', 'We want to bring our Idaho agreement across to Montana.', 'MT'],
    ['nothing there', 'We sign the amendment for Oregon and Idaho. We have no agreement in Montana.', 'ID,OR'],
    ['nothing there yet', 'We have no agreement in Montana and would like one.', 'MT'],
    ['refused', 'We ask for Iowa. We have no plans for Nevada.', 'IA'],
    ['nothing needed there', 'Please send Iowa and Nebraska. Minnesota: nothing needed.', 'IA,NE'],
    ['withdrawn', 'Please send WA. They had me price Oregon too but that is off.', 'WA'],
    ['not affected', 'It is a party in Colorado. The other holds one in Utah, not affected hereby.', 'CO'],
    ['only', 'We have Utah. The request is for Idaho only.', 'ID'],
    ['somebody from there', 'A man from a reseller in Colorado came by. We want the contract for Nebraska.', 'NE'],
    ['a friend there', 'A fellow I know in Minnesota likes it. Please draw it up for South Dakota.', 'SD'],
    ['a lawyer there', 'Our lawyer sits in Kansas. We ask for Colorado.', 'CO'],
    ['another incumbent', 'It has one in California with a different incumbent and asks for Oregon.', 'OR'],
    ['an affiliate', 'We terminate the Oregon agreement; our Washington affiliate keeps its own.', 'OR'],
    ['a never used draft', 'Please end the agreement for South Dakota. We never ordered under the Iowa draft.', 'SD'],
    ['where formed', 'Acme is a Delaware limited liability company and asks for Utah.', 'UT'],
    ['where qualified', 'Formed in: Delaware\nState(s): MN', 'MN'],
    ['an address', 'We ask for Utah. Write to 5 Main St, Reno, NV 89501.', 'UT'],
    ['the commission is all there is', 'It is now before the Wyoming Public Service Commission.', 'WY'],
    [
      'the commission of another state',
      'The Idaho Public Utilities Commission knows us. We ask for an agreement for Montana.',
      'MT',
    ],
    ['history', 'In 2021 we signed a contract covering Idaho. We now ask to negotiate for Montana.', 'MT'],
    ['there nothing, here this', 'We already have one in Utah. Idaho: the template, please.', 'ID'],
    ['counsel who asks', 'We have Utah. Our counsel wants the agreement for Idaho.', 'ID'],
    ['another agreement', 'We hold one in Utah. May we have another agreement, for Idaho?', 'ID'],
    ['where somebody went', 'Gerry retired to Idaho. Please write to me.', ''],
    ['a river in a name', 'We are Little Missouri Networks and ask for North Dakota.', 'ND'],
    ['a town, when there is nothing else', 'We want to start a small company in Gull Springs, New Mexico.', 'NM'],
    ['a town of an address is none', 'Any news?\n\nIda Fox\n12 Elm St\nGull Springs, New Mexico 87000', ''],
    ['of two in one sentence', 'Can I get it for Washington now (Oregon can wait)?', 'WA'],
    ['no longer needed', 'I have Colorado and Utah down; you said Wyoming was no longer needed.', 'CO,UT'],
    ['nothing to do', 'Prepare the paper for Washington. OREGON agreement: no action.', 'WA'],
    ['may be left', 'We ask to amend the Utah agreement. The Nevada agreement may be left alone.', 'UT'],
    ['run as they are', 'We need an agreement in Nevada. CO and UT run as they are.', 'NV'],
    [
      'left out in the next sentence',
      'We ask for Arizona. A part of it is in New Mexico. Please leave that out.',
      'AZ',
    ],
    ['not on the list', 'It concerns Utah. (Nevada was on his list. It is not on mine.)', 'UT'],
    ['later', 'We take it in Nebraska. The third, Iowa, we may take later.', 'NE'],
    ['done', 'Letter for Oregon: executed, thank you. For Arizona, please issue the same.', 'AZ'],
    ['fine already', 'Arizona is all good, thanks! We study to enter Texas.', 'TX'],
    [
      'five that are held',
      'We hold five agreements with you (OR, ID, MT, WY, NE). Please draw up the amendment for Idaho.',
      'ID',
    ],
    ['open now', 'Which agreements are currently open in Colorado? (They are already connected in Utah.)', 'CO'],
    ['the law', 'We need it for Minnesota, but why the law of New York?', 'MN'],
    ['a heading', 'We signed for North Dakota. The exhibit is headed "Minnesota".', 'ND'],
    ['a mistake', 'The form is for Idaho. The wrong state was Iowa.', 'ID'],
    ['what you gave others', 'We are in Washington. Send the amendment you gave Gull Telephone in Idaho.', 'WA'],
    ['states under agreement', 'State(s) requested: Idaho\nStates already under agreement: Colorado', 'ID'],
    ['one more', 'The form for Utah is attached. We also want one for Nevada.', 'NV,UT'],
  ])('%s', (_meaning, text, want) => expect(statesIn({ text })).toBe(want))
})

describe('where they stand', () => {
  test.each<readonly [string, MailSketch, string | null, string]>([
    ['the new text before the quoted', { text: 'For Utah, please.\n\n> Is it Oregon or Idaho?' }, null, 'UT'],
    [
      'the quoted text of a short answer',
      { text: 'Number 1 please.\n\n> For Idaho you have three choices.' },
      null,
      'ID',
    ],
    ['the subject', { subject: 'Oregon agreement', text: 'Any news?' }, null, 'OR'],
    [
      'a stale subject',
      { subject: 'Idaho ICA', text: 'We already have one in Idaho. We ask for one in Montana.' },
      null,
      'MT',
    ],
    ['a table', { text: '#\tState\tItem\n1\tCO\trequest\n2\tUT\tamendment' }, null, 'CO,UT'],
    ['a table set with blanks', { text: 'State     Item\nCO        request\nUT        amendment' }, null, 'CO,UT'],
    [
      'the row that is asked for, of a table that tells how things are',
      {
        text: 'How we stand:\n\n  State      Agreement   Remark\n  Arizona    template    renewed 2024\n  Nevada     adopted     fine\n  Florida    none        THIS REQUEST\n\nWe ask you to negotiate for your territory in Florida.',
      },
      null,
      'FL',
    ],
    [
      'rows marked as wanted',
      { text: 'State   Date   Wanted?\nIA      2018   Y\nCO      2021   N\nSD      2019   Y' },
      null,
      'IA,SD',
    ],
    [
      'a table with blank lines between its rows',
      { text: 'State | Docket\nNebraska | C-1\n\nSouth Dakota | TC-2\n' },
      null,
      'NE,SD',
    ],
    [
      'a table under "St."',
      { text: 'St.\tToday\tAction\nNE\tin force\tnone\nAZ\tcertificated\tissue agreement' },
      null,
      'AZ',
    ],
    [
      'no name of the writer',
      {
        from: 'Georgia Lund <glund@post.example>',
        text: 'We need it for Utah.\n\nGeorgia Lund, Star VoIP, Inc., 701-555-0144',
      },
      null,
      'UT',
    ],
    [
      'nor the first name alone',
      { from: 'Virginia Orr <vo@post.example>', text: 'Utah it is.\n\nThanks,\nVirginia' },
      null,
      'UT',
    ],
    [
      'but the state that the writer is called like',
      { from: 'Georgia Lund <glund@post.example>', text: 'We want agreements in Georgia and Utah.' },
      null,
      'GA,UT',
    ],
    ['no initials', { from: 'Mona Trent <mona@post.example>', text: 'We need it for Utah.\n\nMT' }, null, 'UT'],
    [
      'no name of a person',
      { text: 'Certificate for Oregon attached.\n\n> From: Orr, Georgia <georgia@carrier.example>\n> Please send it.' },
      null,
      'OR',
    ],
    [
      "a commission's name in the quoted text",
      { text: 'How do we order early?\n\n> It was filed with the Arizona Corporation Commission.' },
      null,
      'AZ',
    ],
    ['a table with closed rows', { text: 'Client | State | Status\nA | CO | CLOSED\nB | UT | sent' }, null, 'UT'],
    [
      'rows of other companies',
      { text: 'Rock Telephone Company | NE | template | CLOSED\nHill Fiber Corp. | MT | opt-in | sent' },
      'Hill Fiber Corp.',
      'MT',
    ],
    [
      'behind the company',
      { text: 'Questionnaire for Hill Fiber Corp., Montana, attached.' },
      'Hill Fiber Corp.',
      'MT',
    ],
    [
      'not in the company name',
      { text: 'Montana Sky Telephone, Inc. asks for Wyoming.' },
      'Montana Sky Telephone, Inc.',
      'WY',
    ],
    [
      'the company name when there is nothing else',
      { text: 'ASR of Salt Networks of Nevada, Inc. is late.' },
      'Salt Networks of Nevada, Inc.',
      'NV',
    ],
    [
      'a form and one more',
      {
        text: 'The form is attached. We also want one for Nevada.',
        attachments: [{ filename: 'f.txt', mediaType: 'text/plain', text: 'State(s): Utah' }],
      },
      null,
      'NV,UT',
    ],
    [
      'a file',
      {
        text: 'See the form.',
        attachments: [{ filename: 'f.csv', mediaType: 'text/csv', text: 'field,value\nstate,WA\nocn,388V' }],
      },
      null,
      'WA',
    ],
  ])('%s', (_meaning, mail, company, want) => expect(statesIn(mail, company)).toBe(want))
})
