/** The stage between reading and deciding, on a real database: nothing is lost in it and nothing done twice. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ocrStore } from '../../src/db/ocr-mail.ts'
import type { ReadMail } from '../../src/domain/mail.ts'
import { type Recognised, withRecognised } from '../../src/domain/pictures.ts'
import type { OcrStore } from '../../src/ports/stores/ocr-mail.ts'
import { type InWork, type Ledger, openLedger } from '../support/ledger.ts'
import { aMail } from '../support/mail-builder.ts'

let ledger: Ledger
let store: OcrStore

beforeAll(async () => {
  ledger = await openLedger('ocr')
  store = ocrStore(ledger.pool)
})
afterAll(() => ledger?.stop())

const UTAH: Recognised = { text: 'State: Utah', confidence: 0.9, problems: [] }

/** A mail with one scan. */
function scanned(): ReadMail {
  const mail = aMail({ attachments: [{ filename: 'scan.pdf' }] })
  return { ...mail, attachments: mail.attachments.map((file) => ({ ...file, textFrom: 'picture' })) }
}

const stagesOf = ({ messageId }: InWork) =>
  ledger
    .rows<{ stage: string }>('select stage from work where ref = $1', messageId)
    .then((rows) => rows.map(({ stage }) => stage))

async function recognise(work: InWork) {
  const todo = await store.toRecognise(work.workId)
  if (todo === null) return null
  const mail = withRecognised(todo.mail, new Map(todo.mail.attachments.map(({ sha256 }) => [sha256, UTAH])))
  return store.recordRecognised(work.workId, { messageId: todo.messageId, mail })
}

describe('after reading', () => {
  test('a mail with a scan is recognised first, one without is decided', async () => {
    expect(await stagesOf(await ledger.arrive(scanned()))).toEqual(['ocr'])
    expect(await stagesOf(await ledger.arrive(aMail()))).toEqual(['decide'])
  })

  test('it is decided on what was recognised', async () => {
    const work = await ledger.arrive(scanned())
    const [chime] = (await recognise(work)) ?? []
    expect(chime?.stage).toBe('decide')
    let seen: ReadMail | undefined
    await ledger.deciding.decide(chime?.workId ?? '', async ({ mail }) => {
      seen = mail
      return []
    })
    expect(seen?.attachments.map(({ text, textConfidence }) => [text, textConfidence])).toEqual([['State: Utah', 0.9]])
  })

  test('whoever rings it again finds nothing to do', async () => {
    const work = await ledger.arrive(scanned())
    await recognise(work)
    expect(await recognise(work)).toBeNull()
    expect(await store.recordRecognised(work.workId, { messageId: work.messageId, mail: scanned() })).toEqual([])
    expect(await stagesOf(work)).toEqual(['decide'])
  })
})

describe('a process that dies over a mail', () => {
  test('leaves it to the sweep, which waits as long as a file may take', async () => {
    const work = await ledger.arrive(scanned())
    await store.toRecognise(work.workId)
    expect(await dueAfter(work, 40)).toBe(false)
    expect(await dueAfter(work, 46)).toBe(true)
  })

  test('when it starts again alone, the mail is due at once', async () => {
    const work = await ledger.arrive(scanned())
    await store.toRecognise(work.workId)
    await ledger.work.allDue()
    expect(await dueAfter(work, 0)).toBe(true)
  })

  test('is counted, so that a picture cannot end it for ever', async () => {
    const work = await ledger.arrive(scanned())
    for (const attempts of [1, 2, 3]) expect((await store.toRecognise(work.workId))?.attempts).toBe(attempts)
  })

  test('what it had recognised is known', async () => {
    const work = await ledger.arrive(scanned())
    await store.keepRecognised('a'.repeat(64), { ...UTAH, text: 'half \ud83d a character' }, 900)
    expect(await store.recognised(work.workId, 'a'.repeat(64))).toEqual({
      text: 'half \ufffd a character',
      confidence: expect.closeTo(0.9),
      problems: [],
    })
    expect(await store.recognised(work.workId, 'b'.repeat(64))).toBeNull()
  })
})

test('the pages are kept with the text; what an older version kept has none', async () => {
  const work = await ledger.arrive(scanned())
  const pages = [{ page: 2, from: 0 }]
  await store.keepRecognised('d'.repeat(64), { ...UTAH, pages }, 900)
  expect(await store.recognised(work.workId, 'd'.repeat(64))).toMatchObject({ pages })
  await ledger.rows('update recognised_text set pages = null where sha256 = $1', 'd'.repeat(64))
  expect(await store.recognised(work.workId, 'd'.repeat(64))).toEqual({ ...UTAH, confidence: expect.closeTo(0.9) })
})

test('what another engine recognised is recognised again', async () => {
  const work = await ledger.arrive(scanned())
  await store.keepRecognised('c'.repeat(64), UTAH, 900)
  await ledger.rows(`update recognised_text set recogniser = 'older' where sha256 = $1`, 'c'.repeat(64))
  expect(await store.recognised(work.workId, 'c'.repeat(64))).toBeNull()
  await store.keepRecognised('c'.repeat(64), UTAH, 900)
  expect(await store.recognised(work.workId, 'c'.repeat(64))).toMatchObject({ text: 'State: Utah' })
})

test('recognition that is given up is no quarantine: the mail is decided without it', async () => {
  const work = await ledger.arrive(scanned())
  await ledger.work.giveUp(work.workId, 'the disk is gone')
  expect(await stagesOf(work)).toEqual(['decide'])
  expect(await ledger.value('select outcome from message where id = $1', work.messageId)).toBeNull()
})

async function dueAfter({ workId }: InWork, seconds: number): Promise<boolean> {
  return ledger.value(`select next_at <= now() + make_interval(secs => $2) from work where id = $1`, workId, seconds)
}
