/** Learning on the database: what people correct, and the models that come of it. */
import { userInfo } from 'node:os'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { loadModel, type ModelInUse, openModelInUse } from '../../src/compose/model-in-use.ts'
import { correctionsInForce, decidedMail, keepCorrection, withdrawCorrection } from '../../src/db/corrections.ts'
import { listModels, modelInUse, modelWeights, saveModel, useModel } from '../../src/db/models.ts'
import { countDecisions, pastDecisions } from '../../src/db/past-decisions.ts'
import type { CaseFile } from '../../src/domain/casework/case-file.ts'
import { correctedLabel } from '../../src/domain/learn/correct.ts'
import type { Label } from '../../src/domain/learn/example.ts'
import { reportOf } from '../../src/domain/learn/report.ts'
import type { Model } from '../../src/domain/understand/model/model.ts'
import { modelToText } from '../../src/learning/model-file.ts'
import { shippedModel } from '../../src/learning/shipped.ts'
import { runInside } from '../cli/run-inside.ts'
import { anUnderstanding, DESK_SETTINGS, PUZZLING } from '../support/arrivals.ts'
import { decider } from '../support/deciding.ts'
import { type Ledger, openLedger } from '../support/ledger.ts'
import { type Letter, letter, repliesTo } from '../support/letters.ts'
import { aMail } from '../support/mail-builder.ts'
import { until } from '../support/until.ts'

let ledger: Ledger

beforeAll(async () => {
  ledger = await openLedger('learning')
})
afterAll(() => ledger?.stop())

const STATUS = correctedLabel(aMail(), anUnderstanding(), { intents: ['status-inquiry'] })
const RESALE = correctedLabel(aMail(), anUnderstanding(), {
  agreement: 'resale',
  path: 'template-as-is',
  company: 'Birch Hollow Telephone',
  states: ['OR', 'ID'],
})
const MACHINE = correctedLabel(aMail(), anUnderstanding(), { kind: 'auto-reply' })

/** A mail that nobody could make sense of, and its case. */
async function puzzling(mail = letter().mail): Promise<number> {
  return (await decider(ledger, { understand: () => PUZZLING }).receive(mail)).messageId
}

function correct(messageId: number, label: Label, actor: string) {
  return keepCorrection(ledger.pool, messageId, label, { actor, at: Date.now() }, DESK_SETTINGS)
}

/** All corrections of a mail that there ever were. */
function correctionsOf(messageId: number): Promise<readonly string[]> {
  return ledger
    .rows<{ line: string }>(
      `select made_by || ': ' || coalesce(label->'intents'->>0, label->>'kind') ||
         case when withdrawn_at is null then '' else ', withdrawn' end as line
       from correction where message_id = $1 order by id`,
      messageId,
    )
    .then((found) => found.map(({ line }) => line))
}

/** What the timeline tells of corrections of a mail. */
function toldOf(messageId: number): Promise<readonly object[]> {
  return ledger.rows<object>(
    `select actor, event, case_id is not null as "inCase", detail->'intents'->>0 as intent
     from timeline where message_id = $1 and event in ('mail-corrected', 'correction-withdrawn') order by id`,
    messageId,
  )
}

interface CaseRow {
  readonly company: string | null
  readonly states: readonly string[]
  readonly agreement: string | null
  readonly path: string | null
  readonly intent: string | null
  readonly status: string
}

async function caseOf(messageId: number): Promise<CaseRow | undefined> {
  const [found] = await ledger.rows<CaseRow>(
    `select company, states, agreement, path, intent, status
     from casefile where id = (select min(case_id) from case_message where message_id = $1)`,
    messageId,
  )
  return found
}

async function inForce(messageId: number): Promise<Label | undefined> {
  return (await correctionsInForce(ledger.pool)).find((one) => one.messageId === messageId)?.label
}

describe('a correction', () => {
  test('is kept with the mail, closes its question, mends its case and is told', async () => {
    const sent = letter({ subject: 'Lines to resell' })
    const id = await puzzling(sent.mail)
    expect(await openQuestions(id)).toBe(1)
    expect(await caseOf(id)).toMatchObject({ status: 'needs-person' })

    const mended = await correct(id, RESALE, 'person ann')

    // It says two states; its one case takes the first, and a person opens another for the other.
    expect(mended).toEqual({
      caseRefs: [expect.stringMatching(/^CLEC-2026-/)],
      withoutCase: ['OR'],
      decidedAgain: false,
    })
    const [kept] = (await correctionsInForce(ledger.pool)).filter(({ messageId }) => messageId === id)
    expect(kept).toMatchObject({ messageId: id, label: RESALE, mail: { subject: 'Lines to resell' } })
    expect(await openQuestions(id)).toBe(0)
    expect(await caseOf(id)).toEqual({
      company: 'Birch Hollow Telephone',
      states: ['ID'],
      agreement: 'resale',
      path: 'template-as-is',
      intent: 'agreement-request',
      status: 'needs-info',
    })
    expect(await toldOf(id)).toEqual([
      { actor: 'person ann', event: 'mail-corrected', inCase: true, intent: 'agreement-request' },
    ])
  })

  test('takes the place of an earlier one', async () => {
    const id = await puzzling()
    await correct(id, RESALE, 'person ann')
    await correct(id, STATUS, 'person bob')
    expect(await correctionsOf(id)).toEqual(['person ann: agreement-request, withdrawn', 'person bob: status-inquiry'])
    expect(await inForce(id)).toEqual(STATUS)
    expect(await caseOf(id)).toMatchObject({ intent: 'status-inquiry', agreement: null, path: null })
    expect((await toldOf(id)).map((line) => Object.values(line)[0])).toEqual(['person ann', 'person bob'])
  })

  test('by four people at once leaves one in force', async () => {
    const id = await puzzling()
    const people = ['ann', 'bob', 'cy', 'dee']
    await Promise.all(people.map((one) => correct(id, STATUS, one)))
    const lines = await correctionsOf(id)
    expect(lines).toHaveLength(4)
    expect(lines.filter((line) => !line.endsWith('withdrawn'))).toHaveLength(1)
  })

  test('of a later mail leaves the head of the case as its first mail made it, and asks where it says another way', async () => {
    const desk = decider(ledger)
    const first = letter()
    const { messageId: opened } = await desk.receive(first.mail)
    const { messageId: joined } = await desk.receive(answer(first))
    const before = await caseOf(opened)
    expect(await caseOf(joined)).toEqual(before)

    await correct(joined, RESALE, 'person ann')
    expect(await caseOf(joined)).toEqual({ ...before, status: 'needs-person' })
    const asked = await ledger.value<string>(
      'select sentence from task where message_id = $1 and done_at is null',
      joined,
    )
    expect(asked).toContain('template-as-is instead of negotiate')
    expect(await inForce(joined)).toEqual(RESALE)

    await correct(opened, RESALE, 'person ann')
    expect(await caseOf(joined)).toMatchObject({ company: 'Birch Hollow Telephone', agreement: 'resale' })
  })

  test('to a machine’s mail leaves the case to the person who has it', async () => {
    const id = await puzzling()
    const before = await caseOf(id)
    await correct(id, MACHINE, 'person ann')
    expect(await caseOf(id)).toEqual(before)
    expect(await inForce(id)).toEqual(MACHINE)
  })

  test('mends the file of the case with its columns, and tells it', async () => {
    const id = await puzzling()
    const fileOf = async () =>
      (
        await ledger.rows<{ file: CaseFile; version: number; missing: readonly string[] }>(
          `select file, version, missing from casefile where id = (select case_id from case_message where message_id = $1)`,
          id,
        )
      )[0]
    expect((await fileOf())?.file).toMatchObject({ intent: null, needsPerson: expect.any(String), version: 1 })
    await correct(id, RESALE, 'person ann')
    const { file, version, missing } = (await fileOf()) ?? {}
    expect(file).toMatchObject({
      ...{ company: 'Birch Hollow Telephone', state: 'ID', family: 'qc', agreement: 'resale', route: 'template-as-is' },
      ...{ intent: 'agreement-request', needsPerson: null, version: 2 },
    })
    expect(version).toBe(2)
    expect(missing).toContain('request-form')
    const told = await ledger.rows(
      `select actor, event from timeline where message_id = $1 and event in ('corrected', 'person-done') order by id`,
      id,
    )
    expect(told).toEqual(['corrected', 'person-done'].map((event) => ({ actor: 'person ann', event })))
  })

  test('leaves what later mails taught the case', async () => {
    const id = await puzzling()
    const change = `'{"company":"Named Later, LLC","state":"UT","family":"qc"}'`
    await ledger.rows(
      `update casefile set file = file::jsonb || ${change}::jsonb
       where id = (select case_id from case_message where message_id = $1)`,
      id,
    )
    const understood = (await decidedMail(ledger.pool, id))?.understanding ?? anUnderstanding()
    await correct(id, correctedLabel(aMail(), understood, { intents: ['agreement-request'] }), 'person ann')
    expect(await caseOf(id)).toMatchObject({ company: 'Named Later, LLC', states: ['UT'], intent: 'agreement-request' })
  })

  test('of a mail that opened several cases mends all of them, each in its state', async () => {
    const asked = anUnderstanding({ company: 'Several, LLC', states: ['CO', 'UT'] })
    const { messageId } = await decider(ledger, { understand: () => asked }).receive(letter().mail)
    const label = correctedLabel(aMail(), asked, { agreement: 'resale', states: ['CO', 'NM', 'UT'] })
    expect(await correct(messageId, label, 'person ann')).toMatchObject({
      caseRefs: [expect.any(String), expect.any(String)],
      withoutCase: ['NM'],
    })
    const cases = await ledger.rows(
      `select states, agreement, version from casefile
       where id in (select case_id from case_message where message_id = $1) order by id`,
      messageId,
    )
    expect(cases).toEqual([
      { states: ['CO'], agreement: 'resale', version: 2 },
      { states: ['UT'], agreement: 'resale', version: 2 },
    ])
  })

  test('does not reopen a case that is closed', async () => {
    const id = await puzzling()
    await ledger.rows(
      `update casefile set status = 'closed',
         file = jsonb_set(file::jsonb, '{closed}', '{"reason":"withdrawn","at":1,"into":null}')
       where id = (select case_id from case_message where message_id = $1)`,
      id,
    )
    await correct(id, STATUS, 'person ann')
    expect(await caseOf(id)).toMatchObject({ intent: 'status-inquiry', status: 'closed' })
  })

  test('of a mail that belongs to no case is kept and told', async () => {
    const machine = anUnderstanding({ kind: 'bulk', intents: [], company: null, states: [] })
    const { messageId } = await decider(ledger, { understand: () => machine }).receive(letter().mail)
    await correct(messageId, STATUS, 'person ann')
    expect(await inForce(messageId)).toEqual(STATUS)
    expect(await toldOf(messageId)).toMatchObject([{ event: 'mail-corrected', inCase: false }])
  })

  test('of what was taken for a machine’s opens the case, and its answer waits as a draft', async () => {
    const machine = anUnderstanding({ kind: 'bulk', intents: [], company: null, states: [] })
    const { mail, sender } = letter()
    const { messageId } = await decider(ledger, { understand: () => machine }).receive(mail)
    expect(await repliesTo(ledger, sender)).toEqual([])
    expect(await correct(messageId, STATUS, 'person ann')).toMatchObject({ caseRefs: [], decidedAgain: true })

    const work = await ledger.value<number>(`select id from work where stage = 'decide' and ref = $1`, messageId)
    await decider(ledger, { understand: () => machine, mode: 'auto' }).decide(String(work))
    expect(await ledger.value('select outcome from message where id = $1', messageId)).toBe('filed')
    expect(await caseOf(messageId)).toMatchObject({ intent: 'status-inquiry' })
    expect(await repliesTo(ledger, sender)).toMatchObject([{ state: 'draft' }])
    expect(await correct(messageId, STATUS, 'person ann')).toMatchObject({ decidedAgain: false })
  })

  test('of a machine’s to another machine’s changes nothing else', async () => {
    const machine = anUnderstanding({ kind: 'bulk', intents: [], company: null, states: [] })
    const { messageId } = await decider(ledger, { understand: () => machine }).receive(letter().mail)
    expect(await correct(messageId, MACHINE, 'person ann')).toMatchObject({ decidedAgain: false })
    expect(await ledger.value('select outcome from message where id = $1', messageId)).toBe('machine')
  })

  test('is taken back: kept for the record, learned from no more', async () => {
    const id = await puzzling()
    await correct(id, STATUS, 'person ann')
    expect(await withdrawCorrection(ledger.pool, id, 'person bob')).toBe(true)
    expect(await inForce(id)).toBeUndefined()
    expect(await correctionsOf(id)).toEqual(['person ann: status-inquiry, withdrawn'])
    expect(await toldOf(id)).toMatchObject([
      { actor: 'person ann', event: 'mail-corrected' },
      { actor: 'person bob', event: 'correction-withdrawn' },
    ])
    expect(await withdrawCorrection(ledger.pool, id, 'person bob')).toBe(false)
    expect(await toldOf(id)).toHaveLength(2)
  })

  test('all in force are listed in the order of the mails', async () => {
    const ids = (await correctionsInForce(ledger.pool)).map(({ messageId }) => messageId)
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b))
  })

  async function openQuestions(messageId: number): Promise<number> {
    return ledger.value<number>(
      `select count(*) from task where message_id = $1 and sort = 'understand' and done_at is null`,
      messageId,
    )
  }

  function answer({ sender, mail }: Letter) {
    return letter({ from: sender, subject: `Re: ${mail.subject}`, inReplyTo: mail.messageId ?? '' }).mail
  }
})

describe('a decided mail', () => {
  test('is there with what was understood', async () => {
    const id = await puzzling(letter({ subject: 'Puzzling' }).mail)
    expect(await decidedMail(ledger.pool, id)).toMatchObject({
      messageId: id,
      mail: { subject: 'Puzzling' },
      understanding: { abstained: true },
    })
  })

  test('is not there before it is decided', async () => {
    const { messageId } = await ledger.arrive(letter().mail)
    expect(await decidedMail(ledger.pool, messageId)).toBeNull()
    expect(await decidedMail(ledger.pool, 999_999)).toBeNull()
  })

  test('comes up again page by page, oldest first, with its case', async () => {
    const id = await puzzling(letter({ subject: 'The last one' }).mail)
    const all = await pastDecisions(ledger.pool, { after: 0, most: 1_000 })
    expect(all).toHaveLength(await countDecisions(ledger.pool))
    expect(all.map((one) => one.id)).toEqual(all.map((one) => one.id).sort((a, b) => a - b))
    expect(await pastDecisions(ledger.pool, { after: all[0]?.id ?? 0, most: 2 })).toEqual(all.slice(1, 3))
    expect(all.at(-1)).toMatchObject({
      id,
      subject: 'The last one',
      caseRefs: [expect.stringMatching(/^CLEC-2026-/)],
      understanding: { abstained: true },
    })
    expect(all.filter(({ caseRefs }) => caseRefs.length === 0)).toHaveLength(1)
  })
})

describe('models', () => {
  const report = reportOf([], {
    sharpness: 1,
    actFrom: shippedModel().actFrom,
    alsoFrom: 1,
    machineFrom: 1,
    idleMachineFrom: 1,
    doubtFrom: 1,
  })
  const save = (weights: string) =>
    saveModel(ledger.pool, { examples: 12, corrections: 3, report, weights }, 'person ann')

  test('the shipped one is in use until somebody says otherwise', async () => {
    expect(await modelInUse(ledger.pool)).toBe(0)
    expect((await loadModel(ledger.pool, 0)).name).toBe('shipped')
    expect(await listModels(ledger.pool, { after: 0, most: 10 })).toEqual([])
  })

  test('every version is kept, one is in use, and going back is using another', async () => {
    const [first, second] = [await save(small('one')), await save(small('two'))]
    expect(second).toBeGreaterThan(first)
    const inUse = async () => (await listModels(ledger.pool, { after: 0, most: 10 })).map((line) => line.inUse)
    expect(await inUse()).toEqual([false, false])
    for (const [version, marks] of [
      [second, [false, true]],
      [first, [true, false]],
      [0, [false, false]],
    ] as const) {
      expect(await useModel(ledger.pool, version, 'person ann')).toBe(true)
      expect(await modelInUse(ledger.pool)).toBe(version)
      expect(await inUse()).toEqual(marks)
    }
    const told = await ledger.rows(
      `select actor, detail->>'version' as version from timeline where event = 'model-used'`,
    )
    expect(told).toEqual([second, first, 0].map((version) => ({ actor: 'person ann', version: String(version) })))

    const [line] = await listModels(ledger.pool, { after: 0, most: 1 })
    expect(line).toEqual({
      ...{ id: first, madeAt: expect.any(Date), madeBy: 'person ann', examples: 12, corrections: 3 },
      ...{ report, inUse: false },
    })
    expect((await listModels(ledger.pool, { after: first, most: 10 })).map(({ id }) => id)).toEqual([second])
    expect(await modelWeights(ledger.pool, second)).toBe(small('two'))
  })

  test.each([77, 99_999_999_999, -1])('version %d is not there: nothing is used and nothing told', async (version) => {
    const told = () => ledger.value<number>(`select count(*) from timeline where event = 'model-used'`)
    const [before, was] = [await told(), await modelInUse(ledger.pool)]
    expect(await useModel(ledger.pool, version, 'person ann')).toBe(false)
    expect(await modelWeights(ledger.pool, version)).toBeNull()
    expect([await told(), await modelInUse(ledger.pool)]).toEqual([before, was])
  })

  test('another version takes over while a process runs; a broken one changes nothing and is told', async () => {
    const good = await save(small('good'))
    const broken = await save('{"not":"a model"}')
    const troubles: string[] = []
    const model = await watched((error) => troubles.push(error.message))
    expect(model.current().name).toBe('shipped')

    await useModel(ledger.pool, good, 'person ann')
    await until(() => model.current().name === String(good), { what: 'the trained model has taken over' })
    expect(model.current().examples).toBe(3)

    await useModel(ledger.pool, broken, 'person ann')
    await until(() => troubles.length > 0, { what: 'the broken model is told' })
    expect(troubles[0]).toMatch(new RegExp(`^model ${broken} is no model: `))
    expect(model.current().name).toBe(String(good))

    await useModel(ledger.pool, 0, 'person ann')
    await until(() => model.current().name === 'shipped', { what: 'the shipped model is back' })
  })

  test('a process that starts later begins with the version in use', async () => {
    const version = await save(small('later'))
    await useModel(ledger.pool, version, 'person ann')
    expect((await openModelInUse(ledger.pool, expectNoTrouble)).current().name).toBe(String(version))
    await useModel(ledger.pool, 0, 'person ann')
  })

  test('a version that cannot be read lets the shipped one decide, and is told', async () => {
    const version = await save('{"name":"of another program"}')
    await useModel(ledger.pool, version, 'person ann')
    const troubles: string[] = []
    const model = await openModelInUse(ledger.pool, (error) => void troubles.push(error.message))
    expect(model.current().name).toBe('shipped')
    expect(troubles).toEqual([expect.stringMatching(/is no model.*The shipped model decides instead/s)])
    await useModel(ledger.pool, 0, 'person ann')
  })

  function expectNoTrouble(error: Error): void {
    throw error
  }

  /** The model of a process that looks all the time; it stops, and without complaint, when the test is over. */
  async function watched(onTrouble: (error: Error) => void): Promise<ModelInUse> {
    const model = await openModelInUse(ledger.pool, onTrouble, 1)
    const stopping = new AbortController()
    const watching = model.watch(stopping.signal)
    onTestFinished(async () => {
      stopping.abort()
      await watching
    })
    return model
  }

  function small(word: string): string {
    const model: Model = { ...shippedModel(), name: word, examples: 3, features: new Map() }
    return modelToText({ ...model, features: new Map([[`any:${word}`, new Float64Array(39).fill(0.5)]]) })
  }
})

describe('wrong usage exits with 2 and a sentence', () => {
  let id = 0
  beforeAll(async () => {
    id = (await decider(ledger).receive(letter().mail)).messageId
  })

  test.each<[string, number, RegExp]>([
    ['correct', 2, /^Missing required argument 'message'/],
    ['correct abc --intents unrelated', 2, /^"abc" is no mail; give the id that "intagree messages" lists\./],
    ['correct ID', 2, /^Say what is wrong: --kind, --intents/],
    ['correct ID --intents lunch', 2, /^--intents is "lunch": .*agreement-request/],
    ['correct ID --intents ,', 2, /^--intents is ","/],
    ['correct ID --kind robot', 2, /'robot' is invalid\. Allowed choices are human, auto-reply/],
    ['correct ID --states CO,Utah', 2, /^--states is "CO,Utah": /],
    ['correct ID --kind bulk --intents status-inquiry', 2, /^A mail of kind bulk wants nothing/],
    ['correct ID --kind bulk --states CO', 2, /^--company and --states belong to/],
    ['correct ID --intents unrelated,status-inquiry', 2, /^unrelated stands alone/],
    ['correct ID --intents status-inquiry --agreement resale', 2, /^--agreement and --path belong to/],
    ['correct ID --intents opt-in-inquiry --path negotiate', 2, /^An opt-in is always to an interconnection agreement/],
    ['correct ID --withdraw --kind bulk', 2, /'--withdraw' cannot be used with option '--kind/],
    ['model use', 2, /^Say "intagree model use VERSION"/],
    ['model use x', 2, /^Say "intagree model use VERSION"/],
    ['model drop 1', 2, /^Say "intagree model use VERSION"/],
    ['replay --model x', 2, /^--model is "x"; give a version/],
    ['replay --most 0', 2, /^--most is "0"; it must be a whole number above 0/],
    ['train --precision 0.2', 2, /^--precision is "0\.2"; it must be a number from 0\.5 to 1/],
    ['train --only a --examples b', 2, /'--only <folder>' cannot be used with option '--examples <folder>'/],
    ['train --only /nowhere', 2, /^There are no labelled mails to be had: /],
    ['train --use --out model.json', 2, /cannot be used with option '--use'/],
    // Rightly said, but there is no such thing: the work found a problem.
    ['correct 999999 --intents unrelated', 1, /^Mail 999999 is not there or not decided yet; /],
    ['correct ID --withdraw', 1, /^Mail \d+ has no correction; nothing was changed\./],
    ['model use 99', 1, /^There is no model 99; "intagree model" lists them\./],
    ['model use 99999999999', 1, /^There is no model 99999999999; /],
    ['replay --model 99', 1, /^There is no model 99; /],
  ])('intagree %s: %d', async (line, code, sentence) => {
    const before = await everything()
    const ran = await runInside(line.replace('ID', String(id)).split(' '), { env: { DATABASE_URL: ledger.url } })
    expect(ran).toMatchObject({ code, stdout: '', stderr: expect.stringMatching(sentence) })
    expect(await everything()).toEqual(before)
  })

  test('and right usage says who did it', async () => {
    const say = (line: string) => runInside(line.split(' '), { env: { DATABASE_URL: ledger.url } })
    expect(await say(`correct ${id} --intents status-inquiry,process-question --states ut,co --company none`)).toEqual({
      ...{ code: 0, stderr: '' },
      stdout: expect.stringMatching(
        new RegExp(
          `^Mail ${id} is kept as human · status-inquiry and process-question · CO, UT\\. "intagree train" learns from it\\.\nMended: CLEC-2026-\\d{5}\\.\n$`,
        ),
      ),
    })
    expect(await correctionsOf(id)).toEqual([`person ${userInfo().username}: status-inquiry`])
    expect(await say(`correct ${id} --withdraw`)).toMatchObject({
      stdout: `The correction of mail ${id} is taken back.\n`,
    })
  })

  function everything() {
    return ledger.rows(
      `select (select count(*) from correction) as corrections, (select count(*) from timeline) as told,
         (select count(*) from model) as models, (select value from setting where key = 'model') as used`,
    )
  }
})
