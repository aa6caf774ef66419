/** What an order does, as its confirmation or refusal; and that it can be taken back. */
import { describe, expect, test } from 'vitest'
import { COMMANDS } from '../../../src/cli/commands/index.ts'
import type { Act } from '../../../src/domain/casework/act.ts'
import { applyAll } from '../../../src/domain/casework/apply.ts'
import type { CaseFile } from '../../../src/domain/casework/case-file.ts'
import { QUESTIONS } from '../../../src/domain/casework/moot.ts'
import { objectionWords } from '../../../src/domain/casework/objection.ts'
import { effectsOf } from '../../../src/domain/orders/order-effects.ts'
import type { DraftView, TaskView } from '../../../src/domain/orders/order-facts.ts'
import { carriedOut, past } from '../../support/carried-out.ts'
import { aCaseMail, aFile, aProof, met, NOW, orderFacts, RECEIVED } from '../../support/case-files.ts'

const REF = 'CLEC-2026-00042'
const DAY = 24 * 3_600_000

function tick(item: Extract<Act, { act: 'tick' }>['item'], on: string | null = null, value: string | null = null): Act {
  return { act: 'tick', caseRef: REF, item, on, value, note: null }
}

const draft = (id: number, state: DraftView['state'] = 'draft') =>
  [id, { id, answers: null, caseRef: REF, to: 'paula@acmefiber.example', template: 'acknowledgement', state }] as const
const task = (id: number, change: Partial<TaskView> = {}) =>
  [id, { id, sort: 'understand', caseRef: REF, messageId: 11, open: true, once: null, ...change }] as const

const SIGNED = { 'clec-signature': met(), 'carrier-signature': met() }
const NO: Act & { act: 'not-approved' } = {
  ...{ act: 'not-approved', caseRef: REF, on: '2026-03-05', value: '26-1', note: null },
}
const close: Act = { act: 'close', caseRef: REF, reason: 'withdrawn' }

describe('an order is confirmed or refused in a sentence', () => {
  test.each<readonly [order: Act, file: Partial<CaseFile>, sentence: string]>([
    [tick('certification'), {}, 'certification ticked (was open). Undo: "undo 17".'],
    [tick('ocn-letter', '2026-03-05', '7321'), {}, 'ocn letter ticked "7321" on 2026-03-05 (was open)'],
    [tick('certification'), { items: { certification: met() } }, 'ticked already (was met since 2026-03-02)'],
    [
      tick('certification', '2026-03-04'),
      { items: { certification: met() } },
      'ticked on 2026-03-04 (was met since 2026-03-02)',
    ],
    [tick('certification', '2026-03-11'), {}, 'was not ticked: 2026-03-11 is in the future.'],
    [tick('certification', '2026-03-01'), {}, '2026-03-01 is before the case was received (2026-03-02)'],
    [tick('certification', '2026-02-30'), {}, 'is no day'],
    [tick('agreement-end', null, 'soon'), {}, 'agreement end is a day: write "CLEC-2026-00042 ends 2028-05-01"'],
    [tick('agreement-end', null, '2028-05-01'), {}, 'agreement end ticked "2028-05-01" (was open)'],
    [NO, {}, 'filed has to be ticked first'],
    [
      NO,
      { items: { filed: met() } },
      'did not approve the agreement on 2026-03-05 under docket "26-1". The next step is',
    ],
    [NO, { items: { filed: met(), approved: met() } }, 'write "untick approved" first'],
    [{ ...NO, on: '2026-03-11' }, { items: { filed: met() } }, 'is in the future'],
    [tick('tariff-election'), {}, 'not part of the checklist'],
    [tick('route'), {}, 'write "route negotiate"'],
    [tick('state'), { state: null }, 'write "state: CO"'],
    [tick('filed'), {}, 'filed was not ticked: clec signature and carrier signature have to be ticked first.'],
    [tick('filed'), { items: { 'clec-signature': met() } }, 'carrier signature has to be ticked first'],
    [
      tick('filed', '2026-03-05', 'QWE-T-26-08'),
      { items: SIGNED },
      'filed ticked "QWE-T-26-08" on 2026-03-05 (was open)',
    ],
    [tick('approved'), { items: SIGNED }, 'filed has to be ticked first'],
    [tick('draft-issued'), { route: null }, 'route has to be ticked first'],
    [tick('draft-issued'), {}, 'draft issued ticked'],
    [tick('carrier-signature'), {}, 'clec signature has to be ticked first'],
    [tick('clec-signature'), {}, 'clec signature ticked'],
    [{ act: 'affiliate', caseRef: REF, name: 'Bigfork, LP' }, {}, 'Bigfork, LP is recorded as an affiliate of'],
    [{ act: 'affiliate', caseRef: REF, name: 'Acme Fiber Inc' }, { company: 'Acme Fiber, LLC' }, 'the case itself'],
    [{ act: 'affiliate', caseRef: REF, name: 'Bigfork, LP' }, { company: null }, 'names no company yet'],
    [{ act: 'affiliate', caseRef: REF, name: '42' }, {}, 'is no name of a company'],
    [{ act: 'untick', caseRef: REF, item: 'certification', note: null }, {}, 'is not ticked'],
    [
      { act: 'untick', caseRef: REF, item: 'filed', note: null },
      { items: { filed: met() } },
      'filed is open again (was met since 2026-03-02)',
    ],
    [
      { act: 'untick', caseRef: REF, item: 'clec-signature', note: null },
      { items: { ...SIGNED, filed: met() } },
      'carrier signature and filed rest on it and would have to be unticked first',
    ],
    [{ act: 'waive', caseRef: REF, item: 'tax-forms', note: null }, {}, 'tax forms waived (was open)'],
    [{ act: 'waive', caseRef: REF, item: 'clec-signature', note: null }, {}, 'cannot be waived'],
    [{ act: 'waive', caseRef: REF, item: 'approved', note: null }, {}, 'cannot be waived'],
    [{ act: 'assign', caseRef: REF, to: 'bob@carrier.example' }, {}, 'is with Bob Ray now (was with nobody)'],
    [
      { act: 'assign', caseRef: REF, to: 'eve@evil.example' },
      {},
      'I know no colleague "eve@evil.example"; there are Anna Lee',
    ],
    [{ act: 'assign', caseRef: REF, to: 'Bob Ray' }, {}, 'is with Bob Ray now (was with nobody)'],
    [{ act: 'assign', caseRef: REF, to: 'bob' }, {}, 'is with Bob Ray now'],
    [{ act: 'route', caseRef: REF, route: 'opt-in' }, {}, 'the route is opt-in (was negotiate)'],
    [{ act: 'route', caseRef: REF, route: 'negotiate' }, {}, 'negotiate already'],
    [{ act: 'route', caseRef: REF, route: 'negotiate' }, { routeDoubtful: true }, '(was negotiate, doubtful)'],
    [{ act: 'route', caseRef: REF, route: 'tariff' }, { state: 'UT' }, 'in Colorado only'],
    [{ act: 'route', caseRef: REF, route: 'opt-in' }, { items: { 'draft-issued': met() } }, 'draft issued rests on it'],
    [{ act: 'describe', caseRef: REF, state: 'UT' }, {}, 'state UT (was CO)'],
    [{ act: 'describe', caseRef: REF, state: 'CO' }, {}, 'nothing new'],
    [
      { act: 'describe', caseRef: REF, state: 'UT' },
      { items: { certification: met(), 'request-form': met() } },
      'state UT (was CO). Open again, as of CO: certification.',
    ],
    [
      { act: 'describe', caseRef: REF, state: 'UT' },
      { items: { 'draft-issued': met() } },
      'the state stays CO: draft issued rests on it',
    ],
    [{ act: 'ask', caseRef: REF, items: ['certification'] }, {}, 'paula@acmefiber.example is asked for certification'],
    [{ act: 'ask', caseRef: REF, items: ['filed'] }, {}, 'not for the CLEC to send'],
    [
      { act: 'ask', caseRef: REF, items: ['certification'] },
      { items: { certification: met() } },
      'certification is in already',
    ],
    [
      { act: 'extend', caseRef: REF, deemedReceipt: '2026-04-01', why: 'both agreed' },
      {},
      'deemed received on 2026-04-01 (was 2026-03-02)',
    ],
    [{ act: 'extend', caseRef: REF, deemedReceipt: '2026-03-01', why: 'x' }, {}, 'before the request was received'],
    [{ act: 'extend', caseRef: REF, deemedReceipt: '2028-03-01', why: 'x' }, {}, 'is the year right?'],
    [{ act: 'extend', caseRef: REF, deemedReceipt: '2026-04-01', why: ' ' }, {}, 'the reason is missing'],
    [close, {}, 'is closed: withdrawn'],
    [{ act: 'close', caseRef: REF, reason: 'merged' }, {}, 'write "merge into"'],
    [{ act: 'reopen', caseRef: REF }, {}, 'is open.'],
    [
      { act: 'reopen', caseRef: REF },
      { closed: { reason: 'withdrawn', at: NOW, into: null } },
      'is open again (was closed: withdrawn)',
    ],
    [
      { act: 'reopen', caseRef: REF },
      { closed: { reason: 'merged', at: NOW, into: 'CLEC-2026-00001' } },
      'take that order back',
    ],
    [tick('certification'), { closed: { reason: 'withdrawn', at: NOW, into: null } }, `write "${REF} reopen" first`],
    [{ act: 'note', caseRef: REF, text: 'called' }, {}, 'noted "called"'],
    [{ act: 'note', caseRef: REF, text: ' ' }, {}, 'empty'],
    [{ ...close, caseRef: 'CLEC-2026-99999' }, {}, 'There is no case "CLEC-2026-99999".'],
  ])('%j, %j', (order, file, sentence) => {
    expect(effectsOf(order, orderFacts([aFile(file)])).sentence).toContain(sentence)
  })

  test('a refused order changes nothing', () => {
    expect(Object.keys(effectsOf(tick('filed'), orderFacts([aFile()])))).toEqual(['effects', 'sentence'])
  })

  test('orders of strangers are refused', () => {
    const facts = orderFacts([aFile()], { by: 'eve@evil.example' })
    expect(effectsOf(tick('certification'), facts)).toMatchObject({ effects: 'refused' })
  })

  test('the standing of the process may shut a milestone for reasons of its own', () => {
    const facts = orderFacts([aFile()])
    const standing = facts.standingOf(aFile())
    const [step] = standing.steps
    const items = step?.items.map((one) => ({ ...one, state: 'later' as const })) ?? []
    const shut = {
      ...standing,
      steps: step === undefined ? [] : [{ ...step, items, reasons: ['The form has to be complete.'] }],
    }
    const told = (order: Act) => effectsOf(order, { ...facts, standingOf: () => shut }).sentence
    expect(told(tick('ready-to-order'))).toContain('was not ticked: The form has to be complete.')
    expect(told(tick('certification'))).toContain('ticked')
  })
})

test('a name that two of us have is refused with both', () => {
  const staff = [
    { address: 'anna@carrier.example', name: 'Anna Lee' },
    { address: 'keller@carrier.example', name: 'Anna Keller' },
    { address: 'bob@carrier.example', name: 'Bob Ray' },
    { address: 'person root', name: 'person root' },
  ]
  const told = (to: string) =>
    effectsOf({ act: 'assign', caseRef: REF, to }, orderFacts([aFile()], { staff, speech: 'terminal' })).sentence
  expect(told('Anna')).toBe(
    `${REF} was not assigned: "Anna" is the name of more than one of us; there are Anna Lee (anna@carrier.example) and Anna Keller (keller@carrier.example).`,
  )
  expect(told('Anna Keller')).toContain('is with Anna Keller now')
  expect(told('person root')).toContain(
    'I know no colleague "person root"; there are Anna Lee (anna@carrier.example), ',
  )
})

describe('at a terminal the sentences speak its commands', () => {
  const at = (order: Act, file: Partial<CaseFile>) =>
    effectsOf(
      order,
      orderFacts([aFile(file), aFile({ ref: OTHER, receivedAt: NOW })], { ...DRAFTS, speech: 'terminal' }),
    )
  const OTHER = 'CLEC-2026-00043'
  const DRAFTS = { drafts: new Map([draft(5)]) }

  test.each<readonly [order: Act, file: Partial<CaseFile>, sentence: string]>([
    [tick('certification'), {}, 'Undo: "intagree undo 17".'],
    [tick('agreement-end', null, 'soon'), {}, `run "intagree tick ${REF} agreement-end --value 2028-05-01"`],
    [NO, { items: { filed: met(), approved: met() } }, `run "intagree untick ${REF} approved" first`],
    [tick('route'), {}, `run "intagree route ${REF} WAY"`],
    [tick('state'), { state: null }, `run "intagree describe ${REF} --state CO"`],
    [tick('legal-name'), { company: null }, `run "intagree describe ${REF} --company NAME"`],
    [{ act: 'affiliate', caseRef: REF, name: 'Bigfork' }, { company: null }, `describe ${REF} --company NAME" first`],
    [{ act: 'close', caseRef: REF, reason: 'merged' }, {}, `run "intagree merge ${REF} OTHER"`],
    [{ act: 'merge', caseRef: REF, into: OTHER }, {}, `run "intagree merge ${OTHER} ${REF}"`],
    [
      { act: 'reopen', caseRef: REF },
      { closed: { reason: 'merged', at: NOW, into: OTHER } },
      'with "intagree undo" and its number, which "intagree case" shows',
    ],
    [tick('certification'), { closed: { reason: 'withdrawn', at: NOW, into: null } }, `"intagree reopen ${REF}" first`],
  ])('%j, %j', (order, file, sentence) => {
    const said = at(order, file).sentence
    expect(said).toContain(sentence)
    expect(said).not.toContain('write "')
    const commands = [...said.matchAll(/"intagree (\S+?)[ "]/g)].map((found) => found[1])
    expect(COMMANDS.map(({ name }) => name)).toEqual(expect.arrayContaining(commands))
  })
})

describe('drafts, tasks, mails', () => {
  test.each<readonly [order: Act, state: DraftView['state'], sentence: string]>([
    [
      { act: 'approve', draft: 5 },
      'draft',
      `Draft 5 to paula@acmefiber.example in ${REF} is sent as it stands; until it has left, it can be held.`,
    ],
    [{ act: 'reject', draft: 5 }, 'draft', 'was dropped and is not sent'],
    [{ act: 'reject', draft: 5 }, 'queued', 'was dropped and is not sent'],
    [{ act: 'reject', draft: 5 }, 'retry', 'was dropped and is not sent'],
    [{ act: 'reject', draft: 5 }, 'sending', 'is being sent already'],
    [{ act: 'approve', draft: 5 }, 'queued', 'is being sent already'],
    [{ act: 'approve', draft: 5 }, 'sent', 'was sent already'],
    [{ act: 'approve', draft: 5 }, 'rejected', 'was dropped.'],
    [{ act: 'reject', draft: 5 }, 'unsure', 'may have been sent'],
    [{ act: 'approve', draft: 6 }, 'draft', 'There is no draft 6'],
  ])('%j of a draft that is %s', (order, state, sentence) => {
    expect(effectsOf(order, orderFacts([aFile()], { drafts: new Map([draft(5, state)]) })).sentence).toContain(sentence)
  })

  test('no order makes more than a send of what is written', () => {
    const facts = orderFacts([aFile()], { drafts: new Map([draft(5)]) })
    expect(effectsOf({ act: 'approve', draft: 5 }, facts)).toMatchObject({
      ...{ changes: [], restores: [], also: [{ also: 'send-draft', draft: 5 }], asks: [] },
    })
  })

  test('the last task that is done gives the case back', () => {
    const file = aFile({ needsPerson: 'what is it?' })
    const effects = (tasks: readonly (readonly [number, TaskView])[]) =>
      effectsOf({ act: 'done', task: 1 }, orderFacts([file], { tasks: new Map(tasks) }))
    expect(effects([task(1)])).toMatchObject({ changes: [{ changes: [{ change: 'person-done' }] }] })
    expect(effects([task(1), task(2)])).toMatchObject({ changes: [] })
    expect(effects([task(1, { open: false })]).sentence).toContain('done already')
  })

  test('what a mail is answers its question', () => {
    const facts = orderFacts([aFile()], { tasks: new Map([task(1), task(2, { messageId: 12 })]) })
    const effects = effectsOf({ act: 'relabel', messageId: 11, intents: ['status-inquiry'] }, facts)
    expect(effects).toMatchObject({
      also: [
        { also: 'correct', messageId: 11, intents: ['status-inquiry'] },
        { also: 'close-task', task: 1 },
      ],
    })
    expect(effectsOf({ act: 'relabel', messageId: 77, intents: ['unrelated'] }, facts).sentence).toContain('no mail 77')
  })
})

describe('merging', () => {
  const OTHER = 'CLEC-2026-00050'
  const other = (change: Partial<CaseFile> = {}) => aFile({ id: 50, ref: OTHER, receivedAt: RECEIVED + DAY, ...change })
  const merge: Act = { act: 'merge', caseRef: OTHER, into: REF }
  const mails = new Map([[OTHER, [aCaseMail({ id: 21, receivedAt: RECEIVED + DAY })]]])

  test.each<readonly [meaning: string, from: Partial<CaseFile>, into: Partial<CaseFile>, sentence: string]>([
    ['the same company', {}, {}, `${OTHER} was merged into ${REF} with mail 21 and closed.`],
    ['another company', { clecId: 8, company: 'Zen Tel' }, {}, 'different companies (Zen Tel, Acme Fiber, LLC)'],
    ['another name', { clecId: null, company: 'Zen Tel' }, {}, 'different companies'],
    ['the same name written otherwise', { clecId: null, company: 'ACME Fiber LLC' }, {}, 'was merged'],
    ['another state', { state: 'UT' }, {}, 'different states (UT, CO)'],
    ['another family', { family: 'ct-eq' }, {}, 'different companies of ours'],
    ['the older into the newer', { receivedAt: RECEIVED - 3 * DAY }, {}, `write "${REF} merge into ${OTHER}"`],
    ['into a closed one', {}, { closed: { reason: 'withdrawn', at: NOW, into: null } }, 'is closed'],
    ['another route', { route: 'opt-in' }, {}, 'A person has to look: the route is negotiate in the one and opt-in'],
  ])('%s', (_meaning, from, into, sentence) => {
    expect(effectsOf(merge, orderFacts([aFile(into), other(from)], { mails })).sentence).toContain(sentence)
  })

  test('unites what is proved: the better proof wins, two values are a question', () => {
    const byPerson = met({ proof: aProof({ by: 'bob@carrier.example', messageId: null }) })
    const into = aFile({
      items: {
        certification: met({ proof: aProof({ attachment: null, page: null }) }),
        'ocn-letter': met({ value: '7321' }),
        'request-form': byPerson,
        questionnaire: met({ state: 'problem', problem: 'Not signed.' }),
      },
    })
    const from = other({
      negotiator: 'bob@carrier.example',
      items: {
        certification: met(),
        'ocn-letter': met({ value: '9999' }),
        'request-form': met(),
        questionnaire: met(),
        'tax-forms': met(),
      },
    })
    const facts = orderFacts([into, from], { mails })
    const effects = effectsOf(merge, facts)
    const after = carriedOut(effects, facts)
    const file = after.get(REF)
    expect(file?.items).toMatchObject({
      certification: { proof: { page: 1 } },
      'ocn-letter': { state: 'problem', problem: 'Two different values came in: 7321 and 9999.' },
      'request-form': byPerson,
      questionnaire: { state: 'met' },
      'tax-forms': { state: 'met' },
    })
    expect([file?.negotiator, file?.needsPerson]).toEqual([
      'bob@carrier.example',
      'ocn letter is 7321 in the one and 9999 in the other',
    ])
    expect(after.get(OTHER)?.closed).toEqual({ reason: 'merged', at: NOW, into: REF })
    expect(effects).toMatchObject({ also: [{ also: 'move-mails', from: OTHER, into: REF, messageIds: [21] }] })
  })
})

describe('splitting', () => {
  const mails = new Map([[REF, [11, 12, 13].map((id, n) => aCaseMail({ id, receivedAt: RECEIVED + n * DAY }))]])
  const splitOf = (messageIds: readonly number[], file: Partial<CaseFile> = {}) =>
    effectsOf({ act: 'split', caseRef: REF, messageIds }, orderFacts([aFile(file)], { mails }))

  test('takes mails and what they prove along', () => {
    const items = { certification: met(), 'tax-forms': met({ proof: aProof({ messageId: 12 }) }) }
    const facts = orderFacts([aFile({ items })], { mails })
    const effects = effectsOf({ act: 'split', caseRef: REF, messageIds: [12] }, facts)
    const after = carriedOut(effects, facts)
    expect(Object.keys(after.get(REF)?.items ?? {})).toEqual(['certification'])
    expect(after.get('CLEC-2026-00099')).toMatchObject({
      ...{
        id: 99,
        requestId: 99,
        company: 'Acme Fiber, LLC',
        state: null,
        receivedAt: RECEIVED + DAY,
        subjectStem: 'mail 12',
      },
      items: { 'tax-forms': { state: 'met' } },
    })
    expect(effects.sentence).toContain(`CLEC-2026-00099 was opened with mail 12 of ${REF}; tax forms went with them.`)
  })

  test('leaves the mail that opened the case, and strange mails', () => {
    expect(splitOf([11]).sentence).toContain('mail 11 opened it')
    expect(splitOf([12, 77]).sentence).toContain('mail 77 is not in it')
    expect(
      splitOf([12], { items: { ...SIGNED, 'clec-signature': met({ proof: aProof({ messageId: 12 }) }) } }).sentence,
    ).toContain('carrier signature rests on it')
  })
})

describe('undo', () => {
  const undo = (order: number): Act => ({ act: 'undo', order })

  test('gives the file back', () => {
    const facts = orderFacts([aFile()])
    const effects = effectsOf(undo(17), past(tick('certification'), facts))
    expect(effects).toMatchObject({
      restores: [aFile()],
      sentence: expect.stringContaining('was taken back. Undo: "undo 18".'),
    })
  })

  test('and can itself be undone', () => {
    const done = past(tick('certification'), orderFacts([aFile()]))
    const undone = past(undo(17), done)
    expect(effectsOf(undo(18), undone)).toMatchObject({ restores: [done.cases.get(REF)] })
  })

  test('not when the field was changed since', () => {
    const facts = past({ act: 'assign', caseRef: REF, to: 'bob@carrier.example' }, orderFacts([aFile()]))
    const cases = new Map([[REF, aFile({ negotiator: 'anna@carrier.example' })]])
    expect(effectsOf(undo(17), { ...facts, cases }).sentence).toContain(`the negotiator of ${REF} was changed since`)
  })

  test('not when a later milestone rests on it', () => {
    const signed = past(tick('carrier-signature'), orderFacts([aFile({ items: { 'clec-signature': met() } })]))
    const filed = past(tick('filed'), signed)
    expect(effectsOf(undo(17), filed).sentence).toContain('filed rests on it')
    expect(effectsOf(undo(18), filed).effects).toBe('ordered')
  })

  test('not twice, and not what never was', () => {
    const facts = past(tick('certification'), orderFacts([aFile()]), { undoneBy: 18 })
    expect(effectsOf(undo(17), facts).sentence).toContain('was taken back already, by order 18')
    expect(effectsOf(undo(5), facts).sentence).toBe('There is no order 5.')
    expect(
      effectsOf(undo(17), past({ act: 'note', caseRef: REF, text: 'x' }, orderFacts([aFile()]))).sentence,
    ).toContain('nothing but the timeline')
  })

  test.each<readonly [order: Act, state: DraftView['state'], back: string]>([
    [{ act: 'approve', draft: 5 }, 'queued', 'hold-draft'],
    [{ act: 'approve', draft: 5 }, 'sent', 'the mail has gone out'],
    [{ act: 'reject', draft: 5 }, 'rejected', 'restore-draft'],
  ])('%j of a draft that is %s now', (order, state, back) => {
    const facts = past(order, orderFacts([aFile()], { drafts: new Map([draft(5)]) }))
    expect(JSON.stringify(effectsOf(undo(17), { ...facts, drafts: new Map([draft(5, state)]) }))).toContain(back)
  })

  describe('of an order that wrote a letter takes the record back', () => {
    const order: Act = { act: 'ask', caseRef: REF, items: ['certification'] }
    const facts = past(order, orderFacts([aFile()]), { letters: [8] })
    const undone = (state: DraftView['state'], of = facts) =>
      effectsOf(undo(17), { ...of, drafts: new Map([draft(8, state)]) })

    test.each(['draft', 'queued', 'retry'] as const)('and drops the letter that is %s', (state) => {
      expect(undone(state)).toMatchObject({ restores: [aFile()], also: [{ also: 'drop-draft', draft: 8 }], asks: [] })
    })

    test.each(['sending', 'sent', 'unsure'] as const)('and says what to write when the letter is %s', (state) => {
      expect(undone(state)).toMatchObject({
        ...{ restores: [aFile()], also: [] },
        asks: [{ sort: 'milestone', sentence: expect.stringContaining('Tell paula@acmefiber.example') }],
        sentence: expect.stringContaining('Its letter to paula@acmefiber.example has gone out and stays'),
      })
    })

    test.each(['refused', 'rejected'] as const)('and nothing else when the letter is %s', (state) => {
      expect(undone(state)).toMatchObject({ restores: [aFile()], also: [], asks: [] })
    })

    test('also after somebody was reminded', () => {
      const [asked] = facts.cases.values()
      const reminded = applyAll(asked as CaseFile, [{ change: 'reminded', at: NOW + DAY }])
      expect(undone('sent', { ...facts, cases: new Map([[REF, reminded]]) })).toMatchObject({ effects: 'ordered' })
    })
  })

  test('of a split closes the new case into the old, unless mails came to it', () => {
    const before = new Map([[REF, [11, 12].map((id) => aCaseMail({ id }))]])
    const facts = past({ act: 'split', caseRef: REF, messageIds: [12] }, orderFacts([aFile()], { mails: before }))
    const moved = (...more: number[]) =>
      new Map([['CLEC-2026-00099', [RECEIVED, ...more].map((receivedAt, n) => aCaseMail({ id: 12 + n, receivedAt }))]])
    expect(effectsOf(undo(17), { ...facts, mails: moved() })).toMatchObject({
      changes: [
        {
          caseRef: 'CLEC-2026-00099',
          changes: [
            { change: 'closed', reason: 'merged', into: REF },
            { change: 'moved-to-request', requestId: 42 },
          ],
        },
      ],
      also: [{ also: 'move-mails', from: 'CLEC-2026-00099', into: REF, messageIds: [12] }],
    })
    expect(effectsOf(undo(17), { ...facts, mails: moved(RECEIVED + DAY) }).sentence).toContain(
      'mails came to CLEC-2026-00099 since',
    )
  })
})

test('a rest answers who would not be asked, and not what another mail wants', () => {
  const chase = {
    to: 'paula@acmefiber.example',
    items: [],
    askedAt: NOW,
    reminded: [],
    pausedUntil: null,
    stopped: null,
  }
  const held = aFile({ chase, needsPerson: objectionWords({ quote: 'Stop asking.' }) })
  const tasks = new Map([task(1, { once: QUESTIONS.objection(REF) }), task(2)])
  const given = effectsOf({ act: 'rest', caseRef: REF, until: '2026-04-10' }, orderFacts([held], { tasks }))
  expect(given).toMatchObject({ effects: 'ordered', also: [{ also: 'close-task', task: 1 }] })
})
