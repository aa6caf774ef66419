/** What the writer says plainly of the way to an agreement, in words that no form has (domain 7.1). */
import { describe, expect, test } from 'vitest'
import { plainWay, saidWayIn } from '../../../src/domain/understand/facts/agreement/said-way.ts'
import { readingOf } from '../../../src/domain/understand/reading.ts'
import { aMail } from '../../support/mail-builder.ts'

function laidOut(text: string) {
  return readingOf(aMail({ subject: 'Agreement', text }))
}

/** `null`: it says that nothing is decided; `undefined`: nothing so plain. */
function said(text: string) {
  return saidWayIn(laidOut(text))?.path
}

describe('the template as it is', () => {
  test.each([
    ["Twelve lines, no lawyer. Whatever you hand everybody else is what I'll put my name to."],
    ['We did read the agreement (very long!) and we accept it how it is, we will not ask for the changes.'],
    ['The affiliate whose Utah contract you are negotiating is another matter. This one is on your paper as it is.'],
    ["Nobody here has time to argue. We won't touch a comma."],
    ['We would like to use whatever standard document you have without changing it.'],
    ['Our counsel has read the template and has no comments.'],
    ['Your standard agreement is fine with us.'],
    ['Please issue the printed wording, unaltered.'],
    ["So it's resale, and nobody here is changing the text."],
    ['The paper as it stands is fine by me.'],
    ['Less work for the two of us: we go with yours.'],
    ['We ask for it as offered to others. No drawn-out talk.'],
    ['Strike Oregon. What you give the others is good enough.'],
    ['There is nothing to add or take away.'],
    ['Start the paper, your template, not a comma changed.'],
    ['Nobody here wants to haggle, the posted version is fine.'],
    ["We've nobody here who has negotiated one, so the paper you give to everyone else is fine."],
    ["Need something for Utah. We'd simply sign the usual paper."],
    ['Sort of agreement: interconnection, your stock version, nothing struck out'],
    ['1. State: Utah\n2. Edits: none\n3. Signer: our CFO'],
    ['My principal says that no alterations are to be made, and that it signs at once.'],
    ['We use your template and alter nothing.'],
    ['The company takes your template for Utah and Idaho exactly as you post it.'],
    ["I do not know whether this is called opting in. Anyhow: I don't want to change a single word."],
    [
      'In March we asked to negotiate and promised a redline. There will be no redline. We accept your template for Utah as it stands.',
    ],
    ['Need one for Utah. The regular form is fine.'],
    ['We sign the form on your web page without any mark-ups.'],
    ['Whatever your reseller agreement says, we are good with it.'],
    ['Our counsel need not see it, we take whatever version is current.'],
    ['I read all three hundred pages and can live with every word.'],
    ['We have given up on our redlines. Give us your template the way it is.'],
    ['The board voted against negotiating. It will sign yours just the way it is.'],
  ])('%s', (text) => expect(said(text)).toBe('template-as-is'))
})

describe('not decided', () => {
  test.each([
    ['Whether we will propose changes we will decide after seeing the documents.'],
    ['Whether we sign the template or negotiate Section 7 is undecided.'],
    ['We have not decided whether to take your template or propose edits.'],
    ["Whether we'd sign as is, I can't tell without seeing the rates."],
    ["I've no view yet on whether we would mark up the template or sign it."],
    ['The board has not decided which way to go, your template or a negotiated one.'],
    ['Tell us which ways there are: your template, negotiating, or adopting. We choose after that.'],
    ['Section 4 is blank on purpose, he has not chosen between your template and the contract of somebody else.'],
  ])('%s', (text) => expect(said(text)).toBeNull())
})

describe('nothing so plain', () => {
  test.each([
    ['We cannot accept it as it stands.'],
    ["We accept your template as it is, except for 9.2 where we'd like a cap."],
    ['Otherwise we have no quarrel with your form.'],
    ['Do others sign it as it comes?'],
    ['Send what you send everybody, our lawyers will mark it up.'],
    ['If you can do it by Friday we take it as it comes.'],
    ["We won't sign it as it stands."],
    ['We would take your standard agreement as a basis and then talk.'],
    ['Is the standard form fine for a company like ours?'],
    ['We accept your posted terms with two changes.'],
    ['The talks of May were called off. Now we want to negotiate afresh, your template as it is will not do.'],
    ['We strike the deposit. The rest as it stands is fine.'],
    ['There is nothing wrong with the interconnection agreement that we have, and we have no complaint about it.'],
  ])('%s', (text) => expect(said(text)).toBeUndefined())
})

describe('a mail that is passed on', () => {
  const passedOn = (words: string) =>
    readingOf(
      aMail({
        subject: 'FW: new carrier',
        text: `${words}\n\nFrom: Lou Oyler <lou@tern.example>\nSent: Monday\nTo: Sales\nSubject: new carrier\n\nWe use your template and alter nothing.`,
      }),
    )

  test('speaks where its bringer says nothing of the way', () => {
    expect(saidWayIn(passedOn('Not one of mine, see below. Please take it from here with Mr. Oyler.'))?.path).toBe(
      'template-as-is',
    )
  })

  test('does not where he does', () => {
    expect(saidWayIn(passedOn('He has called since: he wants to negotiate the deposit.'))).toBeNull()
  })
})

test('what a form ticks comes first', () => {
  const reading = laidOut('Whether we will propose changes we will decide after seeing the documents.')
  const ticked = { way: 'template-as-is', negotiates: false, text: '[x] Template', at: 0 } as const
  expect(plainWay(reading, ticked)).toBeNull()
  expect(plainWay(reading, null)).toEqual({ path: null, evidence: [] })
})
