/** The process as data: its steps are complete, and every gate of domain 2.2 stands where it should and nowhere else. */
import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { CaseFile } from '../../../src/domain/casework/case-file.ts'
import { ROUTES } from '../../../src/domain/casework/case-file.ts'
import { ITEMS, type ItemId } from '../../../src/domain/casework/items.ts'
import { STAGES } from '../../../src/domain/casework/standing.ts'
import { STEP_IDS } from '../../../src/domain/casework/steps.ts'
import { STEPS, shutGates } from '../../../src/domain/process/index.ts'
import { ROUTE_ITEMS } from '../../../src/domain/process/route.ts'
import type { Step } from '../../../src/domain/process/step.ts'
import { describeItem, stageWords } from '../../../src/domain/process/words.ts'
import { aFile, having, withProblem } from '../../support/casework.ts'

const FOLDER = resolve(import.meta.dirname, '../../../src/domain/process')
/** Files of the folder that are no steps. */
const TOOLS = ['family-items', 'has-checklist', 'facts', 'index', 'next', 'passed-gates', 'standing', 'step', 'words']

function namesIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.slice(0, -'.ts'.length))
}

describe('the list', () => {
  test('has a file for every step and a step for every file', () => {
    const files = namesIn(FOLDER).filter((name) => !TOOLS.includes(name))
    expect(files.sort()).toEqual(STEPS.map((step) => step.id as string).sort())
    expect(namesIn(`${FOLDER}/routes`).toSorted()).toEqual([...ROUTES].sort())
    expect(Object.keys(ROUTE_ITEMS).sort()).toEqual([...ROUTES].sort())
  })

  test('stands in the order of the process', () => {
    expect(STEPS.map((step) => step.id)).toEqual(STEP_IDS)
  })

  test('has every item, twice only for the papers that both families want', () => {
    const all = (STEPS as readonly Step[]).flatMap((step) => step.items.map((item) => item.id))
    expect([...new Set(all)].sort()).toEqual([...ITEMS].sort())
    const twice = all.filter((item, at) => all.indexOf(item) !== at)
    expect(twice).toEqual(['certification', 'ocn-letter'])
  })

  test.each((STEPS as readonly Step[]).map((step) => [step.id, step] as const))(
    '%s says why and whence',
    (_id, step) => {
      expect(step.source).toMatch(/domain/)
      for (const gate of step.gates)
        expect([gate.why, gate.source]).toEqual([expect.anything(), expect.stringMatching(/\d/)])
      for (const item of step.items) {
        expect(item.source, item.id).toMatch(/domain|47/)
        expect(item.proof, item.id).not.toBe('')
      }
    },
  )

  test('has words for stages and items that promise nothing', () => {
    const words = [...STAGES.map(stageWords), ...ITEMS.map((item) => describeItem(item))]
    for (const word of words) expect(word).toMatch(/^[A-Z]/)
    expect(words.join(' ')).not.toMatch(/\bwill\b|\baccept|\bguarantee|\bwithin\b/i)
    expect(new Set(STAGES.map(stageWords)).size).toBe(STAGES.length)
  })
})

const NAMED = { company: 'Acme Fiber, LLC', state: 'UT', family: 'qc', agreement: 'interconnection' } as const
const asIs = having(aFile({ ...NAMED, route: 'template-as-is' }), 'request-form', 'notice-contact')
const drafted = having(asIs, 'draft-issued')
const executed = having(drafted, 'clec-signature', 'carrier-signature', 'certification')
const gemState = having(aFile({ ...NAMED, route: 'template-as-is', family: 'ct-eq' }), 'request-form', 'draft-issued')
const gemStateExecuted = having(gemState, 'clec-signature', 'carrier-signature', 'certification')
const FORMS: readonly ItemId[] = [
  'start-up-profile',
  'start-up-credit',
  'start-up-billing',
  'start-up-contacts',
  'start-up-authorization',
  'start-up-access',
]

/** Who may be ticked when: case, item, and what is waited for. */
const GATES: readonly (readonly [string, CaseFile, ItemId, readonly RegExp[]])[] = [
  [
    'no draft before the request is complete',
    aFile({ ...NAMED, route: 'template-as-is' }),
    'draft-issued',
    [/request has to be complete/],
  ],
  ['no draft before the state is known', { ...asIs, state: null }, 'draft-issued', [/request has to be complete/]],
  ['no draft before the way is chosen', { ...asIs, route: null }, 'draft-issued', [/way/]],
  ['no draft while the way is doubtful', { ...asIs, routeDoubtful: true }, 'draft-issued', [/way/]],
  [
    'T8: no draft while the legal entity is in question',
    withProblem(asIs, 'legal-name'),
    'draft-issued',
    [/same legal entity/],
  ],
  ['T9: no draft to somebody without authority', withProblem(asIs, 'sender-authority'), 'draft-issued', [/authority/]],
  [
    'T14: no adoption draft while the amendments are open',
    having({ ...asIs, route: 'opt-in' }, 'adopted-agreement'),
    'draft-issued',
    [/amendments/],
  ],
  [
    'an adoption draft when both are named',
    having({ ...asIs, route: 'opt-in' }, 'adopted-agreement', 'amendments-choice'),
    'draft-issued',
    [],
  ],
  ['a draft without a certificate (T1)', asIs, 'draft-issued', []],
  ['a draft although the certificate does not do (T1)', withProblem(asIs, 'certification'), 'draft-issued', []],
  ['no signature before the draft', asIs, 'clec-signature', [/sent first/]],
  ['the CLEC signs without a certificate (T1)', drafted, 'clec-signature', []],
  [
    'T1: no execution without a certificate',
    having(drafted, 'clec-signature'),
    'carrier-signature',
    [/before the agreement is executed/],
  ],
  ['execution with one', having(drafted, 'clec-signature', 'certification'), 'carrier-signature', []],
  [
    'T1: none needed of resellers in Iowa',
    having({ ...drafted, state: 'IA', carrierType: 'reseller' }, 'clec-signature'),
    'carrier-signature',
    [],
  ],
  [
    'T1: needed of resellers elsewhere',
    having({ ...drafted, carrierType: 'reseller' }, 'clec-signature'),
    'carrier-signature',
    [/certificate/],
  ],
  ['no filing before both have signed', having(drafted, 'clec-signature', 'certification'), 'filed', [/Both parties/]],
  ['no approval before the filing', executed, 'approved', [/filed before/]],
  ['approval after the filing', having(executed, 'filed'), 'approved', []],
  ['the questionnaire before the agreement is signed', asIs, 'questionnaire', []],
  ['start-up forms whenever they come', gemState, 'start-up-profile', []],
  [
    'no network activities before the agreement',
    having(asIs, 'questionnaire', 'ocn-letter'),
    'network-information',
    [/signed or in place/],
  ],
  ['no network activities before the questionnaire', executed, 'network-information', [/questionnaire/]],
  [
    'no early ordering before the CLEC signed',
    having(drafted, 'questionnaire', 'ocn-letter', 'certification', 'early-ordering-request'),
    'early-ordering-letter-issued',
    [/signed by you/],
  ],
  [
    'no early ordering before the questionnaire',
    having(executed, 'early-ordering-request'),
    'early-ordering-letter-issued',
    [/questionnaire/],
  ],
  [
    'early ordering with both',
    having(executed, 'early-ordering-request', 'questionnaire', 'ocn-letter'),
    'early-ordering-letter-issued',
    [],
  ],
  [
    'no ordering before the agreement',
    having(asIs, 'questionnaire', 'ocn-letter', 'certification'),
    'ready-to-order',
    [/signed by both/],
  ],
  ['no ordering before the questionnaire', executed, 'ready-to-order', [/questionnaire/]],
  ['ordering with approval pending', having(executed, 'questionnaire', 'ocn-letter'), 'ready-to-order', []],
  [
    'no ordering after a refusal',
    withProblem(having(executed, 'questionnaire', 'ocn-letter', 'filed'), 'approved'),
    'ready-to-order',
    [/signed by both/],
  ],
  [
    'CT/EQ: no ordering with the six forms and no deposit',
    having(gemStateExecuted, 'ocn-letter', ...FORMS),
    'ready-to-order',
    [/start-up forms/],
  ],
  [
    'CT/EQ: no ordering without the OCN letter',
    having(gemStateExecuted, 'start-up-deposit', ...FORMS),
    'ready-to-order',
    [/start-up forms/],
  ],
  [
    'CT/EQ: ordering with all',
    having(gemStateExecuted, 'start-up-deposit', 'ocn-letter', ...FORMS),
    'ready-to-order',
    [],
  ],
]

describe('gates', () => {
  test.each(GATES)('%s', (_what, file, item, reasons) => {
    const shut = shutGates(file, item).map((gate) => gate.why as string)
    expect(shut).toEqual(reasons.map((reason) => expect.stringMatching(reason)))
  })

  test('T1: certification shuts nothing before execution', () => {
    const uncertified = having(aFile({ ...NAMED, route: 'negotiate' }), 'request-form', 'negotiation-request')
    for (const item of [
      'request-form',
      'route',
      'negotiation-request',
      'lead-negotiator',
      'draft-issued',
      'questionnaire',
    ] as const)
      expect(shutGates(uncertified, item), item).toEqual([])
  })
})
