/** States that a mail tells of beside the one it asks for, and the one it asks for in words that also set apart. */
import { describe, expect, test } from 'vitest'
import { statesOf } from '../../../src/domain/understand/facts/states/states.ts'
import { readingOf } from '../../../src/domain/understand/reading.ts'
import { aMail } from '../../support/mail-builder.ts'

function statesIn(text: string, company: string | null = null): string {
  return statesOf(readingOf(aMail({ subject: 'Agreement', text })), company).states.join()
}

describe('told of, and not asked for', () => {
  test.each([
    [
      'neither of them',
      'Tern, Inc. has contracts with you in Iowa and Nebraska, neither of which this letter touches. It intends to serve Montana and asks how.',
      'MT',
    ],
    [
      'those, of both',
      'We sign the order amendment for Utah. There are further agreements in Iowa and Idaho. Those are not affected.',
      'UT',
    ],
    [
      'done, and not again',
      'Please send Utah for signature. Iowa was done in May, so you need not send it again.',
      'UT',
    ],
    [
      'not part of it, said behind other words',
      'We ask to negotiate for Oregon. You know us from Idaho. That contract runs nicely and is not part of this letter.',
      'OR',
    ],
    [
      'nothing decided there, two sentences on',
      'We take the Utah contract of our neighbor. Somebody here may ask you for a draft for Idaho. She is early. We have agreed nothing there.',
      'UT',
    ],
    [
      'none of your business',
      'We want to resell lines in Utah. (We also sell TV in Idaho but that is none of your business.)',
      'UT',
    ],
    ['although they came', 'There is still no draft for Utah, although Idaho and Oregon arrived in June.', 'UT'],
    [
      'cannot be stretched',
      'The Utah contract cannot be extended across the line, fine. Please issue an Idaho one.',
      'ID',
    ],
    ['in the manner of', 'Does the Utah-style tariff exist in Idaho? We wonder whether to register there.', 'ID'],
    ['words carried over', 'We go into Idaho. The redline is simply the Oregon wording carried over.', 'ID'],
    ['not to be confused', 'We adopt it in Idaho. Please do not mix this up with the Utah matter of last week.', 'ID'],
    ['only there today', 'We plan to start in Utah. At present we are active in Texas and Kansas only.', 'UT'],
    [
      'where the writer is',
      'Tern, Inc. (Ilwaco, Washington) takes the contract of Gull.\n\nCall me, but I am in Oregon.',
      'WA',
    ],
    [
      'where the articles are filed',
      'The agreements concerned are these:\n\n  Utah     A-1\n  Idaho    A-2\n\nThe articles were filed with the Utah Secretary of State.',
      'ID,UT',
    ],
    ['where one met', 'We met at the trade show in Nevada. We want to take the contract of Gull in Utah.', 'UT'],
    [
      'where others are glad',
      'We take the contract of Gull in Utah. Gull assured us that they enjoy working with you in Idaho.',
      'UT',
    ],
    ['one to copy', 'Amend the Utah contract. The Idaho amendment you made last spring is perfect, copy that.', 'UT'],
    [
      'as with the other one',
      'The Utah agreement waits. May we order early as we did with our Idaho one in 2021?',
      'UT',
    ],
    ['in Spanish', 'Necesitamos el contrato para Utah. No pedimos nada para Idaho.', 'UT'],
    ['in French', "Envoyez le contrat pour l'Utah. Nous ne voulons pas l'Idaho.", 'UT'],
    ['looked at and dropped', 'Please start UT first. ID we considered but then gave up.', 'UT'],
    ['does not change', "The Utah contract moves to Gull; Gull's own Idaho contract does not change.", 'UT'],
    ['from somebody else here', 'The Utah forecast is attached. The Idaho forecast comes from our engineer.', 'UT'],
    ['a tax home', 'Insurance for our Utah file. Our tax home is in Idaho.', 'UT'],
    [
      'having one for years',
      'Kindly issue one for Utah. We are having the like agreement in Idaho since many years.',
      'UT',
    ],
    ['what another state got', 'Can Utah have the same clause that Idaho got?', 'UT'],
    ['a border', 'The farm lies on the Idaho border. We ask for an agreement for Utah.', 'UT'],
    ['asked in another mail', 'Is the Utah filing in? I asked about Idaho in my other message.', 'UT'],
    ['leave it alone', 'Utah: add transit, please. Idaho: please leave as is.', 'UT'],
    ['those have their own', 'The form for Utah is attached, the Idaho people will file their own.', 'UT'],
    ['they let us', 'We want to order early in Utah. In Idaho they allowed it.', 'UT'],
    ['where one comes from', 'Our company is branching out from Kansas to Utah and asks for an agreement.', 'UT'],
    [
      'one in brackets, with its verb',
      'We hold agreements in Utah and Montana (Idaho is with another company). Renew both.',
      'MT,UT',
    ],
    ['a town that a parcel left', 'The originals of the agreement, three of them, left Minot by courier at noon.', ''],
  ])('%s', (_meaning, text, want) => expect(statesIn(text, 'Tern, Inc.')).toBe(want))
})

describe('asked for', () => {
  test.each([
    [
      'nothing there, so one is needed',
      'We hold contracts in Utah and Idaho already, but none in Oregon, so we would like one there.',
      'OR',
    ],
    [
      'the side of a line',
      'We request an agreement for the towns on the Idaho side. Utah is to follow another year.',
      'ID',
    ],
    [
      'whom it serves',
      'We mailed you the pages of our company, which serves the school and the families in North Dakota.',
      'ND',
    ],
    ['where one would be a carrier', 'What does a firm certified in Idaho file to become a reseller in Utah?', 'UT'],
    ['what was not found', 'Which ones may be adopted? I saw the Idaho list but not the Utah one.', 'UT'],
    ['where trunks end', 'The trunks to our switch in Utah are down. Those in Idaho are up.', 'UT'],
    ['where its members live', 'All our members live in North Dakota, please send what we need.', 'ND'],
    [
      'what goes over to another holder',
      "Our subsidiary's Idaho agreement will pass to the parent. The parent's own ones in Utah are not touched.",
      'ID',
    ],
    ['by the end of an order’s number', 'PON 88412-UT was rejected again. Who can look at it?', 'UT'],
    ['no order', 'Our invoice 88412-UT is attached. Who can look at it?', ''],
  ])('%s', (_meaning, text, want) => expect(statesIn(text)).toBe(want))
})
