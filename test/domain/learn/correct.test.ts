import { describe, expect, test } from 'vitest'
import { asCorrected, type Corrections, correctedLabel } from '../../../src/domain/learn/correct.ts'
import type { Label } from '../../../src/domain/learn/example.ts'
import { understandPersons } from '../../../src/domain/understand/understand.ts'
import type { Understanding } from '../../../src/domain/understanding.ts'
import { shippedModel } from '../../../src/learning/shipped.ts'
import { aMachine, anUnderstanding } from '../../support/arrivals.ts'
import { aMail } from '../../support/mail-builder.ts'

const CONTACT = { name: 'Paula Writer', email: 'paula@acmefiber.example', phone: null }
const REQUEST = anUnderstanding({ contact: CONTACT, identifiers: { ocn: '123A' } })
const OPT_IN = anUnderstanding({ intents: [{ intent: 'opt-in-inquiry', confidence: 0.9 }], path: 'opt-in' })
const STATUS = anUnderstanding({
  intents: [{ intent: 'status-inquiry', confidence: 0.9 }],
  agreement: null,
  path: null,
})

const NO_REQUEST = { agreement: null, path: null, company: null, states: [], identifiers: {}, contact: null }

describe('what follows from a correction', () => {
  test.each<[string, Understanding, Corrections, Partial<Label>]>([
    [
      'nothing was wrong but the company',
      REQUEST,
      { company: 'Acme Fiber Holdings, Inc.' },
      {
        kind: 'human',
        intents: ['agreement-request'],
        agreement: 'interconnection',
        path: 'negotiate',
        company: 'Acme Fiber Holdings, Inc.',
        states: ['CO', 'UT'],
        identifiers: { ocn: '123A' },
        contact: CONTACT,
        auto_reply_ok: true,
      },
    ],
    ['it names no company', REQUEST, { company: null }, { company: null, states: ['CO', 'UT'] }],
    ['it is for other states', REQUEST, { states: ['WY', 'AZ'] }, { states: ['AZ', 'WY'], company: 'Acme Fiber, LLC' }],
    ['it is for no state', REQUEST, { states: [] }, { states: [] }],
    ['it asks for resale', REQUEST, { agreement: 'resale' }, { agreement: 'resale', path: 'negotiate' }],
    ['the way is not told', REQUEST, { path: null }, { agreement: 'interconnection', path: null }],
    [
      'it asks where things stand',
      REQUEST,
      { intents: ['status-inquiry'] },
      { intents: ['status-inquiry'], agreement: null, path: null, company: 'Acme Fiber, LLC' },
    ],
    [
      'it adopts an agreement',
      REQUEST,
      { intents: ['opt-in-inquiry'] },
      { intents: ['opt-in-inquiry'], agreement: 'interconnection', path: 'opt-in' },
    ],
    [
      'it adopts one and asks for another',
      REQUEST,
      { intents: ['opt-in-inquiry', 'agreement-request'], agreement: 'commercial' },
      { intents: ['opt-in-inquiry', 'agreement-request'], agreement: 'commercial', path: 'negotiate' },
    ],
    [
      'a request, where a question was seen',
      STATUS,
      { intents: ['agreement-request'], agreement: 'interconnection' },
      { agreement: 'interconnection', path: null },
    ],
    ['it is none of our business', REQUEST, { intents: ['unrelated'] }, { intents: ['unrelated'], ...NO_REQUEST }],
    [
      'a machine wrote it',
      REQUEST,
      { kind: 'auto-reply' },
      { kind: 'auto-reply', intents: [], ...NO_REQUEST, auto_reply_ok: false },
    ],
    ['another machine wrote it', aMachine('bulk'), { kind: 'spam' }, { kind: 'spam', intents: [], ...NO_REQUEST }],
    [
      'a person wrote it after all',
      aMachine('bulk'),
      { kind: 'human', intents: ['process-question'] },
      { kind: 'human', intents: ['process-question'], ...NO_REQUEST, auto_reply_ok: true },
    ],
  ])('%s', (_what, understood, corrections, label) => {
    expect(correctedLabel(aMail(), understood, corrections)).toMatchObject(label)
  })

  test('files keep what they were taken for; those without a name are left away', () => {
    const mail = aMail({ attachments: [{ filename: 'form.pdf' }, { filename: '' }, { filename: 'photo.png' }] })
    const understood = anUnderstanding({ documents: ['agreement-request-form', 'decoration'] })
    expect(correctedLabel(mail, understood, { states: [] }).attachments).toEqual([
      { filename: 'form.pdf', document: 'agreement-request-form' },
      { filename: 'photo.png', document: 'other' },
    ])
  })
})

describe('contradictions', () => {
  test.each<[string, Understanding, Corrections, RegExp]>([
    [
      'a machine that wants something',
      REQUEST,
      { kind: 'bulk', intents: ['status-inquiry'] },
      /of kind bulk wants nothing/,
    ],
    ['a person who wants nothing', aMachine('bulk'), { kind: 'human' }, /say what with --intents/],
    ['an intent named twice', REQUEST, { intents: ['status-inquiry', 'status-inquiry'] }, /named twice/],
    ['unrelated beside another', REQUEST, { intents: ['unrelated', 'status-inquiry'] }, /unrelated stands alone/],
    ['an agreement that nobody asks for', STATUS, { agreement: 'resale' }, /--agreement and --path belong to/],
    [
      'a way to no agreement',
      REQUEST,
      { intents: ['account-change'], path: 'opt-in' },
      /--agreement and --path belong to/,
    ],
    ['an opt-in to resale', OPT_IN, { agreement: 'resale' }, /always to an interconnection agreement/],
    ['an opt-in that negotiates', REQUEST, { intents: ['opt-in-inquiry'], path: 'negotiate' }, /always to an interc/],
    ['an opt-in to nothing', OPT_IN, { agreement: null }, /always to an interconnection agreement/],
    ['a machine with a company', REQUEST, { kind: 'bulk', company: 'Acme' }, /--company and --states belong to/],
    [
      'states of what is unrelated',
      REQUEST,
      { intents: ['unrelated'], states: ['CO'] },
      /--company and --states belong to/,
    ],
  ])('%s', (_what, understood, corrections, sentence) => {
    expect(() => correctedLabel(aMail(), understood, corrections)).toThrow(sentence)
  })

  test.each<[string, Corrections]>([
    ['the way of an opt-in, told again', { path: 'opt-in', agreement: 'interconnection' }],
    ['no states, where there are none to be had', { intents: ['unrelated'], states: [], company: null }],
  ])('%s is none', (_what, corrections) => {
    expect(() => correctedLabel(aMail(), OPT_IN, corrections)).not.toThrow()
  })
})

describe('a mail taken for a machine’s, decided anew as a person’s', () => {
  const mail = aMail({
    subject: 'Request for an interconnection agreement in Colorado',
    text: 'Acme Fiber, LLC requests an interconnection agreement for Colorado under your standard template.\n\nPaula Ray\nAcme Fiber, LLC',
  })
  const world = { ownAddresses: ['intagree@carrier.example'], authservIds: [], model: shippedModel() }
  const label = correctedLabel(mail, aMachine('bulk'), { kind: 'human', intents: ['agreement-request'] })

  test('is read for what the correction leaves open', () => {
    expect(asCorrected(understandPersons(mail, world), label)).toMatchObject({
      ...{ kind: 'human', intents: [{ intent: 'agreement-request', confidence: 1 }], abstained: false },
      ...{ company: 'Acme Fiber, LLC', states: ['CO'], agreement: 'interconnection' },
    })
  })

  test('and says what the correction says', () => {
    const said = { ...label, company: 'Birch Hollow Telephone', states: ['OR'] }
    expect(asCorrected(understandPersons(mail, world), said)).toMatchObject({
      ...{ company: 'Birch Hollow Telephone', states: ['OR'] },
    })
  })
})
