/** Which states the ask governs, and which are named only to tell something. */
import { describe, expect, test } from 'vitest'
import { statesOf } from '../../../src/domain/understand/facts/states/states.ts'
import { readingOf } from '../../../src/domain/understand/reading.ts'
import { aMail, type MailSketch } from '../../support/mail-builder.ts'

function statesIn(mail: MailSketch, company: string | null = null): string {
  return statesOf(readingOf(aMail({ subject: 'Agreement', ...mail })), company).states.join()
}

const QWEST = 'AZ,CO,IA,ID,MN,MT,ND,NE,NM,OR,SD,UT,WA,WY'

describe('the whole region, and what is taken off it', () => {
  test.each([
    ['all of them', "We'd like agreements in all of your Qwest states.", QWEST],
    ['words between', 'Your template, in each of the fourteen (formerly US West) states.', QWEST],
    ['behind another denial', 'The template without changes, in all 14 states, please.', QWEST],
    ['all but some', 'All of the Qwest states, minus Washington and Wyoming.', 'AZ,CO,IA,ID,MN,MT,ND,NE,NM,OR,SD,UT'],
    [
      'left out in another sentence',
      'We request agreements in your whole Qwest footprint. We leave out Idaho and Wyoming.',
      'AZ,CO,IA,MN,MT,ND,NE,NM,OR,SD,UT,WA',
    ],
    [
      'the rest of it, without what there is',
      'We have ICAs in CO and UT. Please open requests for the rest of your territory.',
      'AZ,IA,ID,MN,MT,ND,NE,NM,OR,SD,WA,WY',
    ],
    ['others not asked for', 'Requested: the full Qwest region. Not requested: Florida, Nevada.', QWEST],
    ['the rest is not wanted', "We'd take Wyoming. The rest of the fourteen states don't interest us.", 'WY'],
    [
      'all but one, of what is cancelled',
      'Cancel everything but Colorado, that is, cancel Idaho and Wyoming.',
      'ID,WY',
    ],
  ])('%s', (_meaning, text, want) => expect(statesIn({ text })).toBe(want))
})

describe('a clause that begins with a state tells of it', () => {
  test.each([
    ['stays as it is', 'Please amend Idaho. I assume Montana and Wyoming stay as they are.', 'ID'],
    ['set aside', "We order under the Utah adoption. Idaho isn't signed, so leave that aside.", 'UT'],
    ['not touched', 'We take over the Idaho agreement. Ours is in Washington; that one is not touched.', 'ID'],
    [
      'not the carrier of that state',
      'Which agreements are open in Iowa and Nebraska? Kansas I know is not you.',
      'IA,NE',
    ],
    ['not today', 'Attached is the agreement for Colorado. For Utah our lawyer is still reading.', 'CO'],
    ['not now', 'Agreement for MT & WY please. ND: not now. SD: not now.', 'MT,WY'],
    ['with others', 'What about the Idaho draft? The Minnesota adoption is with our president, nothing needed.', 'ID'],
    ['another wave', "We'd like to begin with Washington. Oregon will come in a second wave.", 'WA'],
    ['they follow', 'Attached the North Dakota pages. The South Dakota ones follow on Monday.', 'ND'],
    ['on its way', 'New Mexico: pages attached. Arizona: coming Friday. Utah: you have them.', 'NM'],
    ['came already', 'Is there any news on Utah? Idaho came through last week.', 'UT'],
    ['those came', 'Reminder: the Utah pages. (Those for Arizona came back promptly.)', 'UT'],
    ['we do not', "For Montana we need it. For North Dakota, South Dakota and Wyoming we don't.", 'MT'],
    ['not bought', "We bought the Florida business. We want our agreement; the Georgia part we didn't buy.", 'FL'],
    [
      'later than the others',
      "Here are Utah, Idaho and Wyoming. Nevada we'll do when we have hired somebody.",
      'ID,UT,WY',
    ],
    ['no rush', 'May we start for Oregon? Washington, Idaho: tariffs pending, so no rush there.', 'OR'],
    ['goes on', 'Please terminate the Colorado agreement. The Wyoming and Utah agreements shall continue.', 'CO'],
    ['we do ourselves', 'please send colorado and nebraska, kansas we do ourselves with att', 'CO,NE'],
    ['would be nice', 'Oregon, please. Washington would be nice but the lawyers say no.', 'OR'],
    ['yes and no', 'Idaho, Oregon, Washington: yes. California: no.', 'ID,OR,WA'],
    ['received', '1. Oregon - please countersign\n2. Washington - received, many thanks', 'OR'],
    ['through others', 'We serve Post Falls, Idaho; the Washington ones come through another carrier.', 'ID'],
    ['does not come into it', "All lines are on the South Dakota side. North Dakota doesn't come into it.", 'SD'],
    ['a question asks, however it begins', "Is Iowa filed? And Idaho isn't signed by you yet, is it?", 'IA,ID'],
    ['where nothing else is asked for', 'Utah was filed in May, and nothing since.', 'UT'],
    ['perfect', 'Thanks, Montana is perfect. Could we have the same for Idaho?', 'ID'],
    ['on hold', 'Please hold Nebraska for now; Iowa can go out.', 'IA'],
    ['fine as it is', "Can the tier be put onto the Minnesota schedule? Iowa's fine the way it is.", 'MN'],
    ['found already', "Arizona's docket, please. Oregon I've managed to find by myself.", 'AZ'],
    ['of neither', 'We each have an agreement in South Dakota. In North Dakota neither of us does.', 'SD'],
    ['nothing happens there', 'We merge in Utah. In Iowa only we have one, so nothing happens there.', 'UT'],
    ['withdrawn', 'We assign the agreement for Utah. Our request for a Wyoming agreement is withdrawn.', 'UT'],
  ])('%s', (_meaning, text, want) => expect(statesIn({ text })).toBe(want))
})

describe('whose state it is', () => {
  test.each([
    ['of people', 'A friend in Arizona became one. Another guy, in New Mexico, says no. What about Colorado?', 'CO'],
    [
      'of cousins in a town',
      'Our cousins in Pierre, South Dakota recommended you. We need one for North Dakota.',
      'ND',
    ],
    ['of a colleague', 'Any update for Colorado? My colleague got hers for Utah within a week.', 'CO'],
    ['of your colleague', 'Your colleague for Arizona told me you are the one for Colorado.', 'CO'],
    ['of your sales people', 'Your NE sales rep sent me here. We are asking for MN.', 'MN'],
    ['where one worked before', 'Before, I was with a cable company in Oregon. We need the one for Washington.', 'WA'],
    ['of a sister', 'Our sister company, Sage Fiber of Idaho, liked it. What does one sign for Montana?', 'MT'],
    ['of a headquarters', "We're headquartered in Reno, Nevada and ask for Idaho.", 'ID'],
    ['of other carriers', 'We hold licences, among them California and Texas. We need one in Montana.', 'MT'],
    ['of a seller', 'We acquire Nebraska from Plains Bell, whose Kansas lines go elsewhere. Agreement needed.', 'NE'],
    ['of what others got', 'Could we have for Washington what Peak Fiber got in Oregon?', 'WA'],
    ['of an agreement like it', "Peak Fiber's agreement in Oregon is fine; is there one like it in Washington?", 'WA'],
    [
      'of an agreement for here',
      'Can we opt into the Utah agreement of Copper Wireless for our Arizona business?',
      'AZ',
    ],
    ['of a list like it', 'Do you have a list of agreements for Arizona like the one on your site for Colorado?', 'AZ'],
    ['of a clause', 'Can the clause from our Minnesota contract be added to the Iowa contract?', 'IA'],
    ['of a law', 'The draft has the Arizona law clause in it, we asked for New Mexico.', 'NM'],
    ['of a formation', 'It is renamed in Oregon. The Delaware certificate of amendment is attached.', 'OR'],
    ['of a trust', 'I represent a Nevada trust that owns Ochoco Net LLC. It asks for Oregon.', 'OR'],
    ['of an agent', 'Our agent for service in Delaware has changed. Please update the Colorado agreement.', 'CO'],
    ['of another letter', 'Your letter says Utah, but our form said Colorado.', 'CO'],
    ['of a wrong entry', "You have us down for Utah. That's wrong: it's Colorado.", 'CO'],
    ['of what was paid there', 'Is the fee in Idaho paid by you? We paid it ourselves in Utah.', 'ID'],
    ['of a year ago', 'Two years ago we asked about South Dakota. This is about Iowa.', 'IA'],
    ['of the last time', 'Who signs for you in Colorado? Last year for Wyoming it was a Mr. Dale.', 'CO'],
    ['of an order by mistake', "We ordered under Utah's agreement by error, please move it to Colorado.", 'CO'],
    ['of five that are held', 'We have 3 agreements with you (CO, NM, UT). The UT one expires: can we renew it?', 'UT'],
    [
      'of what you accepted there',
      'In Utah we propose the language that follows what you accepted in Washington.',
      'UT',
    ],
    ['of another person here', 'I handle Arizona, Jim does Utah. Could you send me the template?', 'AZ'],
    [
      'of dates that are known',
      'When were Colorado and Iowa filed? I have Utah (May 3) and Idaho (May 9) already.',
      'CO,IA',
    ],
    ['dropped, and gone on with', 'We drop Oregon and continue with Washington.', 'WA'],
    ['both, closed by only', 'Adopted are NM and AZ only.', 'AZ,NM'],
  ])('%s', (_meaning, text, want) => expect(statesIn({ text })).toBe(want))
})

describe('states beside the one that is asked for', () => {
  test.each([
    [
      'signed long ago',
      'You and we signed a North Dakota agreement two years ago. Put Minnesota under the same roof.',
      'MN',
    ],
    ['done long ago, and another asked for now', 'We executed Idaho three years ago, please prepare Montana.', 'MT'],
    [
      'by affiliates',
      'Two of our affiliates signed your form in Utah and Arizona. For Colorado we want the Word version.',
      'CO',
    ],
    [
      'that the other is joined to',
      "Nebraska can't be amended into the Iowa one and needs an agreement of its own.",
      'NE',
    ],
    ['whose form is used', 'Can I use the Wyoming form for Montana if I cross out the name?', 'MT'],
    ['to which another is added', 'Please add Nebraska to our Iowa agreement.', 'NE'],
    ['of another matter', 'No connection with our Colorado redlines: for this affiliate we sign in Washington.', 'WA'],
    [
      'where there is no such tax',
      'Here are the certificates for Idaho and Washington. Oregon has no sales tax.',
      'ID,WA',
    ],
    [
      'of registration',
      'We want to connect our switch with your network in the Arizona. We are registered in Florida.',
      'AZ',
    ],
  ])('%s', (_meaning, text, want) => expect(statesIn({ text })).toBe(want))

  test.each([
    [
      'papers one by one',
      'Per the call: Utah agreement, Washington agreement, and the letter that goes with each.',
      'UT,WA',
    ],
    ['behind the matter', 'Renewal, Minnesota. The forecast follows.', 'MN'],
    ['where a switch moves', 'Tern moves its switch in Bend, Oregon to another house. The POI goes with it.', 'OR'],
    [
      'of a cooperative that is spoken of',
      'I brief the board of a Montana co-op on section 251(f). What do you need?',
      'MT',
    ],
    ['of no switch that only stands there', 'Our switch in Bend, Oregon is up. We ask for Utah.', 'UT'],
  ])('%s', (_meaning, text, want) => expect(statesIn({ text })).toBe(want))

  test("a state of the company's name, and the same state by itself", () => {
    const subject = 'Tern Local of Colorado, LLC - Colorado paper'
    expect(statesIn({ subject, text: 'We would like the Word version.' }, 'Tern Local of Colorado, LLC')).toBe('CO')
  })
})

describe('codes that mean a state, and letters that do not', () => {
  test.each([
    ['after both', 'An agreement for two LATAs (both AZ obviously).', 'AZ'],
    ['anywhere in a sentence', 'The draft said SD; the state should read ND.', 'ND,SD'],
    ['small, where it can be nothing else', 'please cancel mn. wi was never yours anyway', 'MN'],
    ['never mind', 'NM, found it - the Minnesota form is on page two.', 'MN'],
    ['spelled out as something else', 'Our CA (certificate authority) is renewed. We ask for Arizona.', 'AZ'],
    ['interconnection agreement', 'Draft IA (interconnection agreement) for Nebraska attached.', 'NE'],
    ['a docket', 'The registration is UT 240913. We ask for Washington.', 'WA'],
  ])('%s', (_meaning, text, want) => expect(statesIn({ text })).toBe(want))
})

describe('states that something else tells', () => {
  test.each<readonly [string, MailSketch, string | null, string]>([
    ['towns that are served', { text: 'We launch in Spokane, Boise and Salt Lake City.' }, null, 'ID,UT,WA'],
    ['no town where a bay is asked for', { text: 'Do you have two bays in Omaha for us?' }, null, ''],
    ['no town that is called as a state is', { text: 'A port is stuck at Idaho Falls.' }, 'Acme, Inc.', ''],
    ['a state before the name', { text: 'In Idaho Acme Voice, LLC asks for it.' }, 'Acme Voice, LLC', 'ID'],
    ["a commission's short name", { text: 'Signed 16 Apr., filed with SDPUC 17 Apr.' }, null, 'SD'],
    ['no town where one meets', { text: 'Thanks, see you in Denver at the conference!' }, null, ''],
    ['no town where the switch is', { text: 'We need numbers. Our softswitch in Phoenix is up.' }, null, ''],
    ['no town beside a state', { text: 'We need trunks in Denver under the Utah agreement.' }, null, 'UT'],
    [
      'the mail below, of which one is told',
      { text: 'Colorado came, thanks.\n\n> The agreements for Colorado, New Mexico and Utah will be sent this week.' },
      null,
      'NM,UT',
    ],
    [
      'not the mail below, where the letter names another',
      { text: 'Montana was filed in May.\n\n> The agreement for Utah will be sent this week.' },
      null,
      'MT',
    ],
    ['a LATA', { text: 'We need an agreement for LATAs 672 and 676.' }, null, 'OR,WA'],
    [
      'names of companies in the same sentence',
      { text: 'Acme of Idaho, LLC and Acme of Montana, LLC pass their agreements in those two states to us.' },
      'Acme, Inc.',
      'ID,MT',
    ],
    [
      'a table with names between quotation marks',
      {
        text: 'Please process the list.',
        attachments: [
          { filename: 'l.csv', mediaType: 'text/csv', text: 'no,entity,state\n1,"Acme, Inc.",WA\n2,"Acme, Inc.",UT' },
        ],
      },
      null,
      'UT,WA',
    ],
  ])('%s', (_meaning, mail, company, want) => expect(statesIn(mail, company)).toBe(want))
})

describe('a state of which they write another time is no part of this', () => {
  test.each([
    ['a sentence', 'We request an agreement for Oregon and Utah. For Idaho we will write separately.', 'OR,UT'],
    ['a clause', 'We request an agreement for Oregon and Utah; for Idaho we will write separately.', 'OR,UT'],
    ['behind a comma', "We request an agreement for Oregon and Utah, for Idaho we'll write separately.", 'OR,UT'],
    ['named behind', 'We request an agreement for Oregon; we will write separately about Idaho.', 'OR'],
    ['they come back', "We request an agreement for Oregon. We'll come back to you on Idaho.", 'OR'],
    ['another letter', 'We request an agreement for Oregon. A separate letter for Idaho follows.', 'OR'],
    ['a request of its own', 'We request an agreement for Oregon. We will send a separate request for Idaho.', 'OR'],
    ['another time', 'We request an agreement for Oregon. We will ask for Idaho another time.', 'OR'],
    ['each with its word', 'We request an agreement for Oregon, for Idaho and for Utah.', 'ID,OR,UT'],
    ['apart, but now', 'We request separate agreements for Idaho and Utah.', 'ID,UT'],
    ['this is it', 'We have one for Oregon. This is a separate request for Idaho.', 'ID'],
  ])('%s', (_meaning, text, want) => expect(statesIn({ text })).toBe(want))
})

describe('states of a request that is pending are not asked for anew', () => {
  test.each([
    ['added to it', 'Please add Montana to our pending requests for Idaho.', 'MT'],
    ['to several', 'Please add Montana to our pending requests for Idaho and Utah.', 'MT'],
    ['the other way round', 'Could Montana be added to the open request for Idaho?', 'MT'],
    ['besides it', 'Besides our pending request for Idaho, we ask for an agreement for Montana.', 'MT'],
    ['it is pending', 'We have requests for Idaho and Utah pending with you; please add Montana.', 'MT'],
    ['the only one', 'Where does our pending request for Idaho stand?', 'ID'],
  ])('%s', (_meaning, text, want) => expect(statesIn({ text })).toBe(want))
})

describe('two states in one name', () => {
  test.each([
    ['both', 'We ask for an agreement for both Dakotas.', 'ND,SD'],
    ['both of them', 'Please send your template for both of the Dakotas.', 'ND,SD'],
    ['the two, and another', 'We want your template for the two Dakotas and Nebraska.', 'ND,NE,SD'],
    ['of a name', 'Telephone of the Dakotas asks for an agreement in Utah.', 'UT'],
  ])('%s', (_meaning, text, want) => expect(statesIn({ text })).toBe(want))
})
