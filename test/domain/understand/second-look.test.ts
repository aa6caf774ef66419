/** When the model is not believed of who wrote a mail: every exception with a mail in which it is the first that applies. */
import { expect, test } from 'vitest'
import { KINDS, type Kind } from '../../../src/domain/labels.ts'
import { featuresOf } from '../../../src/domain/understand/model/features.ts'
import { QUESTIONS } from '../../../src/domain/understand/model/model.ts'
import { readingOf } from '../../../src/domain/understand/reading.ts'
import { exceptionFor, OF_ALL, OF_MACHINES, OF_PEOPLE, secondLook } from '../../../src/domain/understand/second-look.ts'
import { shippedModel } from '../../../src/learning/shipped.ts'
import { aMail, type MailSketch } from '../../support/mail-builder.ts'
import { NO_RULES } from '../../support/no-rules.ts'

const model = shippedModel()
const REQUEST = 'We would like to request an interconnection agreement for Utah. Please send us the template.'

interface Case {
  /** What the signs found. */
  readonly signs: Kind
  /** The likeliest machine, and how likely no person wrote it. */
  readonly model: Exclude<Kind, 'human'>
  readonly share: number
  readonly mail?: MailSketch
}

const CASES: Readonly<Record<string, Case>> = {
  'surely a person to the model': { signs: 'bulk', model: 'bulk', share: 0.01 },
  'a machine for both': { signs: 'bulk', model: 'bulk', share: 0.6 },
  'a sender who failed its checks': {
    signs: 'spam',
    model: 'spam',
    share: 0.1,
    mail: { headers: { 'authentication-results': 'mx.carrier.example; dmarc=fail header.from=acmefiber.example' } },
  },
  'a machine for the signs alone': { signs: 'bulk', model: 'bulk', share: 0.1 },
  'a person for both': { signs: 'human', model: 'bulk', share: 0.1 },
  'hardly a word': { signs: 'human', model: 'bulk', share: 1, mail: { text: 'Thanks, got it.' } },
  'one who leaves or follows somebody': {
    signs: 'human',
    model: 'auto-reply',
    share: 1,
    mail: { text: 'I have taken over the files of Terry Blount, please write to me about Utah.' },
  },
  'not machine enough': { signs: 'human', model: 'bulk', share: model.doubtFrom },
  'of things or in words that the model never read': {
    signs: 'human',
    model: 'auto-reply',
    share: 1,
    mail: { text: 'Guten Tag, wir möchten wissen, wie es um unseren Antrag steht und wann der Vertrag kommt.' },
  },
  'no sender': { signs: 'human', model: 'bounce', share: 1, mail: { from: '<>' } },
  'rights reserved': {
    signs: 'human',
    model: 'auto-reply',
    share: 1,
    mail: { text: `${REQUEST} We reserve all rights.` },
  },
  'spread, with a number of ours in the subject': {
    signs: 'human',
    model: 'bulk',
    share: 1,
    mail: { subject: 'Utah [CLEC-2026-00001]' },
  },
  'spread by a colleague': {
    signs: 'human',
    model: 'bulk',
    share: 1,
    mail: { from: 'Jo Marten <jo.marten@carrier.example>' },
  },
}

test.each(Object.entries(CASES))('%s', (name, { signs, mail, ...given }) => {
  expect(exceptionFor(lookAt(signs, { text: REQUEST, ...mail }, given))?.name).toBe(name)
})

test.each<readonly [meaning: string, machine: Case['model'], mail: MailSketch]>([
  ['what looks like a machine alone', 'bulk', {}],
  ['a responder at our own house', 'auto-reply', { from: 'Jo Marten <jo.marten@carrier.example>' }],
  ["an office's mailbox at our own house", 'bulk', { from: 'Carrier Notices <carrier.notices@carrier.example>' }],
])('%s: the model decides', (_meaning, machine, mail) => {
  expect(exceptionFor(lookAt('human', { text: REQUEST, ...mail }, { model: machine, share: 1 }))).toBeNull()
})

test('every exception has its mail, in the order of the table', () => {
  expect(Object.keys(CASES)).toEqual([...OF_ALL, ...OF_MACHINES, ...OF_PEOPLE].map(({ name }) => name))
})

function lookAt(signs: Kind, sketch: MailSketch, { model: machine, share }: Pick<Case, 'model' | 'share'>) {
  const reading = readingOf(aMail(sketch))
  const shares = {
    main: QUESTIONS.main.map((intent) => (intent === 'agreement-request' ? 1 : 0)),
    also: QUESTIONS.also.map(() => 0),
    agreement: QUESTIONS.agreement.map(() => 0),
    path: QUESTIONS.path.map(() => 0),
    kind: KINDS.map((kind) => (kind === 'human' ? 1 - share : kind === machine ? share : 0)),
  }
  const features = featuresOf(reading, [], NO_RULES)
  const { kinds, agreement } = NO_RULES
  const weighed = { reading, documents: [], features, rules: [], kinds, agreement, shares, turned: null }
  const world = { ownAddresses: ['intagree@carrier.example'], authservIds: ['mx.carrier.example'], model }
  return secondLook({ kind: signs, evidence: [] }, weighed, world)
}
