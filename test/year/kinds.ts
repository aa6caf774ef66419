/**
 * The kinds of carriers that a desk meets, each with what it does when, what staff does about it, and what must have
 * come of it. Days are those of people: an answer takes days, a signature a week, a commission six.
 */
import type { ItemId } from '../../src/domain/casework/items.ts'
import type { Stage } from '../../src/domain/casework/standing.ts'
import type { Chance } from '../support/chance.ts'
import { type Carrier, drawCarrier, drawPerson } from './carriers.ts'
import * as paper from './papers.ts'
import * as words from './phrases.ts'
import type { Beat, Leaves, Order, Script, SendsMail } from './script.ts'

export interface Draw {
  readonly luck: Chance
  /** How many carriers there were before: none shares its name. */
  next(): number
}

export interface Kind {
  readonly name: string
  /** How many of a hundred carriers are of the kind, about. */
  readonly share: number
  /** The scripts of one instance; a lawyer acts for several carriers. */
  readonly scripts: (draw: Draw) => readonly Script[]
}

const QC = ['AZ', 'ID', 'MN', 'MT', 'NE', 'ND', 'OR', 'SD', 'UT', 'WA', 'WY'] as const

interface Cast extends words.About {
  readonly carrier: Carrier
  readonly states: readonly string[]
  readonly tracking: string
}

function cast({ luck, next }: Draw, states: readonly string[] = [luck.pick(QC)]): Cast {
  const at = next()
  const tracking = `CDS-2601${String(10 + (at % 18))}-${String(at + 1).padStart(4, '0')}`
  return { carrier: drawCarrier(luck, at), states, tracking }
}

function form(luck: Chance, { carrier, states }: Cast, way: paper.Way): readonly paper.Paper[] {
  return [paper.requestForm(carrier, states, way, luck.pick(['docx', 'pdf']))]
}

/** One kind, one carrier. */
function one(name: string, share: number, script: (draw: Draw) => { cast: Cast; beats: readonly Beat[] }): Kind {
  return {
    name,
    share,
    scripts(draw) {
      const { cast: who, beats } = script(draw)
      return [{ kind: name, carrier: who.carrier, beats }]
    },
  }
}

function tick(item: ItemId, value?: string): Order {
  return value === undefined ? { order: 'tick', item } : { order: 'tick', item, value }
}

/** Staff ticks it, and the carrier hears of it. */
function milestone(after: Beat['after'], item: ItemId, leaves: Leaves, value?: string): Beat {
  return { after, at: 'noon', does: { orders: [tick(item, value)], letters: ['next-step'] }, leaves }
}

function packOf(who: Cast): readonly paper.Paper[] {
  const certificates = who.states.map((state) => paper.certificate(who.carrier.company, state))
  return [paper.questionnaire(who.carrier), ...certificates, paper.ocnLetter(who.carrier), paper.taxForm(who.carrier)]
}

function sendsPack(who: Cast, after: Beat['after'], leaves: Leaves): Beat {
  const does: SendsMail = {
    ...{ sends: words.questionnairePack(who), papers: packOf(who) },
    ...{ as: 'reply', answer: 'documents-received' },
  }
  return {
    after,
    at: 'morning',
    does,
    leaves: { met: ['questionnaire', 'ocn-letter', 'certification', 'tax-forms'], owed: [], ...leaves },
  }
}

/** Draft, both signatures, filing, approval, closing: when the questionnaire is in before. */
function toTheEnd(who: Cast): readonly Beat[] {
  return [
    milestone([2, 5], 'draft-issued', { stage: 'draft-issued', owed: ['clec-signature'] }, who.tracking),
    {
      after: [3, 9],
      at: 'morning',
      does: {
        ...{ sends: words.signed(who, who.tracking), papers: [paper.signedPages(who.carrier, who.tracking)] },
        ...{ as: 'reply', answer: 'documents-received' },
      },
      leaves: { stage: 'clec-signed', owed: [], reminders: 0 },
    },
    milestone([1, 4], 'carrier-signature', { stage: 'ready-to-order' }),
    milestone([2, 6], 'filed', { stage: 'ready-to-order' }, '26-0417'),
    milestone([1, 3], 'ready-to-order', { stage: 'ready-to-order', met: ['ready-to-order'] }),
    milestone([35, 44], 'approved', { stage: 'ready-to-order', met: ['approved'], reminders: 0 }),
    {
      after: [1, 5],
      at: 'evening',
      does: { orders: [{ order: 'close', reason: 'completed' }], letters: ['closing'] },
      leaves: { closed: 'completed', stage: 'closed' },
    },
  ]
}

const opened: Leaves = { cases: 1, stage: 'route-chosen', owed: ['certification', 'questionnaire', 'ocn-letter'] }

function asksTemplate(luck: Chance, who: Cast, leaves: Leaves = {}): Beat {
  return {
    after: 0,
    at: luck.pick(['morning', 'noon', 'evening']),
    does: {
      ...{ sends: words.templateRequest(who), papers: form(luck, who, 'template'), as: 'fresh' },
      answer: 'acknowledgement',
    },
    leaves: { ...opened, route: 'template-as-is', ...leaves },
  }
}

const templateAsIs = one('template as is', 20, (draw) => {
  const who = cast(draw)
  return { cast: who, beats: [asksTemplate(draw.luck, who), sendsPack(who, [2, 5], {}), ...toTheEnd(who)] }
})

const negotiate = one('negotiate', 10, (draw) => {
  const who = cast(draw)
  const { luck } = draw
  return {
    cast: who,
    beats: [
      {
        after: 0,
        at: luck.pick(['morning', 'noon']),
        does: {
          ...{ sends: words.negotiateRequest(who), papers: form(luck, who, 'negotiate'), as: 'fresh' },
          answer: 'acknowledgement',
        },
        leaves: { ...opened, route: 'negotiate', met: ['negotiation-request', 'request-form'] },
      },
      { after: 1, at: 'noon', does: { orders: [{ order: 'assign' }], letters: [] } },
      {
        after: 2,
        at: 'noon',
        does: {
          ...{ sends: words.redlines(who), papers: [paper.redline(who.carrier)], as: 'reply' },
          answer: 'documents-received',
        },
        leaves: { route: 'negotiate', stage: 'route-chosen', reminders: 0 },
      },
      sendsPack(who, 4, { stage: 'route-chosen' }),
      {
        after: 48,
        at: 'evening',
        does: { orders: [{ order: 'extend', days: 30 }], letters: [] },
        leaves: { reminders: 0, told: [30] },
      },
      // Day 120 from the agreed day of receipt is day 150 from the real one.
      { after: 62, at: 'evening', does: { waits: true }, leaves: { told: [30, 30, 60] } },
      { after: 33, at: 'evening', does: { waits: true }, leaves: { told: [30, 30, 60, 90, 120], task: 'clock' } },
      { after: 16, at: 'evening', does: { waits: true }, leaves: { told: [30, 30, 60, 90, 120, 135], reminders: 0 } },
      ...toTheEnd(who),
    ],
  }
})

const optIn = one('opt-in', 8, (draw) => {
  const who = cast(draw)
  const { luck } = draw
  return {
    cast: who,
    beats: [
      {
        after: 0,
        at: 'morning',
        does: {
          sends: words.optInRequest(who, luck.pick(['Cedar Partners, Inc.', 'Monument Telecom, LLC']), '20-049-12'),
          ...{ papers: form(luck, who, 'opt-in'), as: 'fresh', answer: 'acknowledgement' },
        },
        leaves: {
          ...{ cases: 1, stage: 'needs-info', route: 'opt-in', met: ['adopted-agreement'] },
          ...{ owed: ['amendments-choice', 'certification'], says: /amendments/i },
        },
      },
      {
        after: [9, 11],
        at: 'noon',
        does: { sends: words.amendmentsAnswer(who), as: 'reply', answer: 'acknowledgement' },
        leaves: {
          ...{ stage: 'route-chosen', met: ['adopted-agreement', 'amendments-choice'], reminders: 1 },
          owed: ['certification', 'questionnaire', 'ocn-letter'],
        },
      },
      sendsPack(who, [2, 4], { reminders: 0 }),
      ...toTheEnd(who),
    ],
  }
})

const fiveStates = one('five states', 4, (draw) => {
  const who = cast(draw, ['AZ', 'ID', 'OR', 'UT', 'WA'])
  const { luck } = draw
  const all = (stage: Stage): Readonly<Record<string, Stage>> =>
    Object.fromEntries(who.states.map((state) => [state, stage]))
  return {
    cast: who,
    beats: [
      {
        after: 0,
        at: 'morning',
        does: {
          ...{ sends: words.fiveStatesRequest(who), papers: form(luck, who, 'template'), as: 'fresh' },
          answer: 'acknowledgement',
        },
        leaves: { cases: 5, stage: all('route-chosen'), route: 'template-as-is' },
      },
      sendsPack(who, [3, 5], { cases: 5, stage: all('route-chosen') }),
      ...who.states.slice(0, 2).map(
        (state): Beat => ({
          after: [1, 3],
          at: 'noon',
          does: { orders: [tick('draft-issued', who.tracking)], state, letters: ['next-step'] },
        }),
      ),
      {
        after: 2,
        at: 'noon',
        does: { sends: words.thanks, as: 'reply', answer: 'none' },
        leaves: { stage: { ...all('route-chosen'), AZ: 'draft-issued', ID: 'draft-issued' }, cases: 5 },
      },
      {
        after: [20, 25],
        at: 'noon',
        does: { orders: [{ order: 'close', reason: 'terminated' }], state: 'WA', letters: ['closing'] },
        leaves: { stage: { ...all('route-chosen'), AZ: 'draft-issued', ID: 'draft-issued', WA: 'closed' } },
      },
    ],
  }
})

const tariff = one('Colorado tariff', 4, (draw) => {
  const who = cast(draw, ['CO'])
  return {
    cast: who,
    beats: [
      {
        after: 0,
        at: 'noon',
        does: {
          ...{ sends: words.tariffElection(who), papers: form(draw.luck, who, 'tariff'), as: 'fresh' },
          answer: 'acknowledgement',
        },
        leaves: { cases: 1, route: 'tariff', stage: 'route-chosen', met: ['tariff-election'] },
      },
      sendsPack(who, [2, 4], { stage: 'ready-to-order' }),
      milestone([3, 6], 'ready-to-order', { stage: 'ready-to-order', met: ['ready-to-order'], reminders: 0 }),
      {
        after: [10, 20],
        at: 'evening',
        does: { orders: [{ order: 'close', reason: 'completed' }], letters: ['closing'] },
        leaves: { closed: 'completed' },
      },
    ],
  }
})

const commercial = one('commercial', 5, (draw) => {
  const who = cast(draw)
  const { luck } = draw
  return {
    cast: who,
    beats: [
      {
        after: 0,
        at: 'noon',
        does: {
          ...{ sends: words.commercialRequest(who), papers: form(luck, who, 'commercial'), as: 'fresh' },
          answer: 'acknowledgement',
        },
        leaves: { cases: 1, route: 'commercial', stage: 'route-chosen', told: [] },
      },
      sendsPack(who, [2, 5], {}),
      milestone([2, 5], 'draft-issued', { stage: 'draft-issued' }, who.tracking),
      {
        after: [3, 9],
        at: 'morning',
        does: {
          ...{ sends: words.signed(who, who.tracking), papers: [paper.signedPages(who.carrier, who.tracking)] },
          ...{ as: 'fresh', answer: 'documents-received' },
        },
        leaves: { cases: 1, stage: 'clec-signed' },
      },
      milestone([1, 4], 'carrier-signature', { stage: 'ready-to-order', told: [] }),
    ],
  }
})

const startUp = one('start-up (CT/EQ)', 6, (draw) => {
  const { luck } = draw
  const who = cast(draw, [luck.pick(['FL', 'NV'])])
  const certificates = who.states.map((state) => paper.certificate(who.carrier.company, state))
  const forms: readonly ItemId[] = [
    ...(['start-up-profile', 'start-up-credit', 'start-up-billing', 'start-up-contacts'] as const),
    ...(['start-up-authorization', 'start-up-access', 'certification', 'ocn-letter'] as const),
  ]
  return {
    cast: who,
    beats: [
      asksTemplate(luck, who, { owed: ['certification'] }),
      milestone([1, 3], 'draft-issued', { stage: 'draft-issued' }, who.tracking),
      {
        after: [3, 5],
        at: 'noon',
        does: {
          sends: words.signedWithCertificate(who, who.tracking),
          papers: [paper.signedPages(who.carrier, who.tracking), ...certificates],
          ...{ as: 'reply', answer: 'documents-received' },
        },
        leaves: { stage: 'clec-signed', met: ['clec-signature', 'certification'], owed: [], reminders: 0 },
      },
      milestone([1, 3], 'carrier-signature', { stage: 'executed', says: /CLEC profile/ }),
      {
        after: [4, 6],
        at: 'morning',
        does: {
          sends: words.startUpPack(who),
          papers: [...paper.startUpForms(who.carrier), ...certificates, paper.ocnLetter(who.carrier)],
          ...{ as: 'reply', answer: 'documents-received' },
        },
        leaves: { met: forms, owed: [], stage: 'executed', reminders: 0 },
      },
      {
        after: [2, 3],
        at: 'noon',
        does: { orders: [tick('start-up-deposit')], letters: [] },
        leaves: { stage: 'ready-to-order', owed: [] },
      },
      milestone([2, 6], 'filed', { stage: 'ready-to-order' }, '20260044-TP'),
      milestone([30, 40], 'approved', { stage: 'ready-to-order', reminders: 0 }),
    ],
  }
})

const reseller = one('reseller in Iowa', 4, (draw) => {
  const who = cast(draw, ['IA'])
  const { luck } = draw
  return {
    cast: who,
    beats: [
      {
        after: 0,
        at: 'evening',
        does: {
          ...{ sends: words.resaleRequest(who), papers: [paper.requestForm(who.carrier, ['IA'], 'reseller', 'docx')] },
          ...{ as: 'fresh', answer: 'acknowledgement' },
        },
        leaves: {
          cases: 1,
          stage: 'route-chosen',
          owed: ['questionnaire', 'ocn-letter'],
          silentOn: /Certificate or registration/,
        },
      },
      {
        after: [2, 4],
        at: luck.pick(['morning', 'noon']),
        does: {
          sends: words.questionnaireOnly(who),
          papers: [paper.questionnaire(who.carrier), paper.ocnLetter(who.carrier), paper.taxForm(who.carrier)],
          ...{ as: 'reply', answer: 'documents-received' },
        },
        leaves: { owed: [], reminders: 0 },
      },
      ...toTheEnd(who),
    ],
  }
})

const early = one('early ordering', 5, (draw) => {
  const who = cast(draw)
  const { luck, tracking } = { ...draw, ...who }
  return {
    cast: who,
    beats: [
      asksTemplate(luck, who),
      // Before its time: nothing is signed.
      {
        after: [2, 3],
        at: 'noon',
        does: { sends: words.earlyOrdering(who, tracking), as: 'reply', answer: 'acknowledgement' },
        leaves: { cases: 1, stage: 'route-chosen', met: ['early-ordering-request'], says: /early ordering/i },
      },
      sendsPack(who, [2, 4], { reminders: 0 }),
      milestone([2, 5], 'draft-issued', { stage: 'draft-issued' }, tracking),
      {
        after: [3, 9],
        at: 'morning',
        does: {
          ...{ sends: words.signed(who, tracking), papers: [paper.signedPages(who.carrier, tracking)] },
          ...{ as: 'reply', answer: 'documents-received' },
        },
        leaves: { stage: 'clec-signed' },
      },
      milestone([1, 2], 'early-ordering-letter-issued', { owed: ['early-ordering-letter-signed'] }),
      {
        after: [2, 5],
        at: 'noon',
        does: {
          sends: words.earlyOrderingSigned(who, tracking),
          papers: [paper.earlyOrderingLetter(who.carrier, tracking)],
          ...{ as: 'reply', answer: 'documents-received' },
        },
        leaves: { met: ['early-ordering-letter-signed'], owed: [], stage: 'clec-signed', reminders: 0 },
      },
      milestone([1, 4], 'carrier-signature', { stage: 'ready-to-order' }),
      milestone([2, 6], 'filed', { stage: 'ready-to-order' }, '26-0733'),
    ],
  }
})

const slow = one('slow answerer', 8, (draw) => {
  const who = cast(draw)
  return {
    cast: who,
    beats: [
      asksTemplate(draw.luck, who),
      { after: 12, at: 'evening', does: { waits: true }, leaves: { reminders: 1 } },
      { after: 6, at: 'evening', does: { waits: true }, leaves: { reminders: 1 } },
      sendsPack(who, 8, { reminders: 1 }),
      { after: 30, at: 'evening', does: { waits: true }, leaves: { reminders: 0 } },
      ...toTheEnd(who),
    ],
  }
})

const silent = one('never answers', 5, (draw) => {
  const who = cast(draw)
  return {
    cast: who,
    beats: [
      asksTemplate(draw.luck, who),
      {
        after: 36,
        at: 'evening',
        does: { waits: true },
        leaves: { reminders: 3, stopped: /no answer after 3 reminders/, task: 'chase' },
      },
      {
        after: 30,
        at: 'noon',
        does: { orders: [{ order: 'close', reason: 'withdrawn' }], letters: ['closing'] },
        leaves: { closed: 'withdrawn', reminders: 0 },
      },
    ],
  }
})

const away = one('out of office', 5, (draw) => {
  const who = cast(draw)
  return {
    cast: who,
    beats: [
      asksTemplate(draw.luck, who),
      {
        after: 9,
        at: 'evening',
        does: { sends: words.absence, as: 'reply', machine: 'absence', answer: 'none' },
        leaves: { cases: 1, reminders: 1 },
      },
      // Back after fourteen days; the second reminder was due on the fourteenth.
      { after: 11, at: 'evening', does: { waits: true }, leaves: { reminders: 0 } },
      { after: 5, at: 'evening', does: { waits: true }, leaves: { reminders: 1 } },
      sendsPack(who, 1, {}),
      ...toTheEnd(who),
    ],
  }
})

const bouncing = one('bouncing address', 4, (draw) => {
  const who = cast(draw)
  return {
    cast: who,
    beats: [
      asksTemplate(draw.luck, who),
      {
        after: 9,
        at: 'evening',
        does: { sends: [['', '']], machine: 'bounce', answer: 'none' },
        leaves: { cases: 1, reminders: 1, stopped: /came back/, task: 'bounce' },
      },
      { after: 30, at: 'evening', does: { waits: true }, leaves: { reminders: 0 } },
      {
        after: 2,
        at: 'noon',
        does: { orders: [{ order: 'done' }, { order: 'close', reason: 'terminated' }], letters: [] },
        leaves: { closed: 'terminated' },
      },
    ],
  }
})

const withdrawal = one('withdrawal', 4, (draw) => {
  const who = cast(draw)
  return {
    cast: who,
    beats: [
      asksTemplate(draw.luck, who),
      {
        after: [2, 4],
        at: 'noon',
        does: { sends: words.withdrawal(who), as: 'reply', answer: 'received-for-person' },
        // A person closes it; nothing is proved by it, and nothing more is asked for.
        leaves: {
          ...{ cases: 1, route: 'template-as-is', stage: 'needs-person', task: 'withdrawal', reminders: 0 },
          silentOn: /Certificate or registration|Customer Questionnaire/,
        },
      },
      // The reminder would be due.
      { after: 9, at: 'evening', does: { waits: true }, leaves: { reminders: 0 } },
      {
        after: 1,
        at: 'noon',
        does: { orders: [{ order: 'done' }, { order: 'close', reason: 'withdrawn' }], letters: ['closing'] },
        leaves: { closed: 'withdrawn', reminders: 0 },
      },
      { after: 40, at: 'evening', does: { waits: true }, leaves: { closed: 'withdrawn', reminders: 0 } },
    ],
  }
})

const lawyer: Kind = {
  name: 'a lawyer for three',
  share: 1,
  scripts(draw) {
    const counsel = drawPerson(draw.luck)
    const address = `${counsel.person.toLowerCase().replace(' ', '.')}@vancehale.example`
    return ['MN', 'ND', 'SD'].map((state) => {
      const drawn = cast(draw, [state])
      const company = drawn.carrier.company
      const who = { ...drawn, carrier: { ...drawn.carrier, ...counsel, title: 'Attorney, Vance & Hale PLLC', address } }
      return {
        kind: 'a lawyer for three',
        carrier: who.carrier,
        beats: [
          {
            after: draw.luck.whole(3),
            at: draw.luck.pick(['morning', 'noon', 'evening']),
            does: {
              ...{ sends: words.lawyersRequest(who), papers: form(draw.luck, drawn, 'template'), as: 'fresh' },
              answer: 'acknowledgement',
            },
            leaves: { cases: 1, problem: ['sender-authority'], stage: 'needs-info' },
          },
          {
            after: [2, 4],
            at: 'noon',
            does: {
              sends: words.agency(who),
              papers: [paper.agencyLetter(company, counsel.person, 'Vance & Hale PLLC')],
              ...{ as: 'reply', answer: 'documents-received' },
            },
            leaves: { ...opened, met: ['sender-authority'], reminders: 0 },
          },
          sendsPack(who, [2, 4], {}),
          ...toTheEnd(who),
        ],
      }
    })
  },
}

const wrongEntity = one('wrong entity', 4, (draw) => {
  const who = cast(draw)
  const [state] = who.states as readonly [string]
  const other = 'Bigfork Holdings, Inc.'
  return {
    cast: who,
    beats: [
      asksTemplate(draw.luck, who),
      {
        after: [2, 4],
        at: 'noon',
        does: {
          ...{ sends: words.certificateMail(who), papers: [paper.certificate(other, state)], as: 'reply' },
          answer: 'documents-received',
        },
        leaves: { problem: ['certification'], owed: ['legal-name', 'certification'], says: /Bigfork/, task: 'entity' },
      },
      {
        after: [2, 4],
        at: 'morning',
        does: {
          sends: words.certificateMail(who),
          papers: [paper.certificate(who.carrier.company, state)],
          ...{ as: 'reply', answer: 'documents-received' },
        },
        leaves: { met: ['certification'], owed: ['questionnaire', 'ocn-letter'], stage: 'route-chosen' },
      },
      sendsPack(who, [2, 4], {}),
      ...toTheEnd(who),
    ],
  }
})

const asksStatus = one('status asker', 5, (draw) => {
  const who = cast(draw)
  return {
    cast: who,
    beats: [
      asksTemplate(draw.luck, who),
      {
        after: [3, 4],
        at: 'noon',
        does: { sends: words.status(who), as: 'reply', answer: 'status-answer' },
        leaves: { ...opened, reminders: 0 },
      },
      sendsPack(who, [3, 5], {}),
      ...toTheEnd(who).slice(0, 3),
      {
        after: [3, 5],
        at: 'morning',
        does: { sends: words.status(who), as: 'fresh', answer: 'status-answer' },
        leaves: { cases: 1, stage: 'ready-to-order', reminders: 0 },
      },
    ],
  }
})

const sold = one('sold state', 5, (draw) => {
  const { luck } = draw
  const who = cast(draw, [luck.pick(['TX', 'OH', 'PA', 'WI'])])
  return {
    cast: who,
    beats: [
      {
        after: 0,
        at: 'noon',
        does: {
          ...{ sends: words.soldRequest(who), papers: form(luck, who, 'template'), as: 'fresh' },
          answer: 'acknowledgement',
        },
        leaves: { cases: 1, closed: 'not-our-territory', says: /buyer\.example/, silentOn: /questionnaire/i },
      },
      {
        after: 2,
        at: 'noon',
        does: { sends: words.thanks, as: 'reply', answer: 'none' },
        leaves: { cases: 1, closed: 'not-our-territory' },
      },
      { after: 40, at: 'evening', does: { waits: true }, leaves: { reminders: 0 } },
    ],
  }
})

const thanker = one('thank-you writer', 4, (draw) => {
  const who = cast(draw)
  return {
    cast: who,
    beats: [
      asksTemplate(draw.luck, who),
      {
        after: 1,
        at: 'morning',
        does: { sends: words.thanks, as: 'reply', answer: 'none' },
        leaves: { cases: 1, stage: 'route-chosen' },
      },
      sendsPack(who, [2, 4], {}),
      {
        after: 1,
        at: 'noon',
        does: { sends: words.thanks, as: 'reply', answer: 'none' },
        leaves: { cases: 1, stage: 'route-chosen' },
      },
      ...toTheEnd(who),
    ],
  }
})

const machine = one('a machine that answers', 4, (draw) => {
  const who = cast(draw)
  const answers = (machine: 'responder' | 'unmarked', leaves: Leaves): Beat => ({
    after: 0,
    at: 'evening',
    does: { sends: words.responder, as: 'reply', machine, answer: 'none' },
    leaves,
  })
  return {
    cast: who,
    beats: [
      { ...asksTemplate(draw.luck, who), at: 'morning' },
      answers('responder', { cases: 1, stage: 'route-chosen' }),
      // Its receipts put the reminder off by a week at most.
      { after: 12, at: 'noon', does: { waits: true }, leaves: { reminders: 1 } },
      answers('responder', { cases: 1, reminders: 0 }),
      { ...sendsPack(who, [1, 2], {}), at: 'noon' },
      answers('unmarked', { cases: 1 }),
      ...toTheEnd(who),
    ],
  }
})

/** What nobody could understand, so that a person says what it is. */
const murky = one('not understood', 5, (draw) => {
  const who = cast(draw)
  const [state] = who.states as readonly [string]
  return {
    cast: who,
    beats: [
      {
        after: 0,
        at: 'noon',
        does: { sends: words.murky, as: 'fresh', answer: 'received-for-person' },
        leaves: { cases: 1, stage: 'needs-person', task: 'understand' },
      },
      {
        after: 1,
        at: 'noon',
        does: {
          orders: [
            { order: 'relabel', intents: ['agreement-request'] },
            { order: 'describe', company: who.carrier.company, state },
          ],
          // What the new reading says waits as a draft: whoever was not understood is not answered by a machine at once.
          letters: ['acknowledgement'],
        },
        leaves: { stage: 'needs-info' },
      },
      {
        after: 0,
        at: 'evening',
        does: { orders: [{ order: 'reject' }, { order: 'ask' }], letters: ['missing-information'] },
        leaves: { stage: 'needs-info', says: /Agreement Request Form/ },
      },
      {
        after: [11, 12],
        at: 'noon',
        does: {
          ...{ sends: words.templateRequest(who), papers: form(draw.luck, who, 'template'), as: 'reply' },
          answer: 'documents-received',
        },
        leaves: { ...opened, route: 'template-as-is', reminders: 1 },
      },
      sendsPack(who, [2, 4], {}),
      ...toTheEnd(who),
    ],
  }
})

export const KINDS: readonly Kind[] = [
  ...[templateAsIs, negotiate, optIn, fiveStates, tariff, commercial, startUp, reseller, early, slow, silent, away],
  ...[bouncing, withdrawal, lawyer, wrongEntity, asksStatus, sold, thanker, machine, murky],
]
