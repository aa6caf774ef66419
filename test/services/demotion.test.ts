/** A kind of request that people correct too often is held back to drafts by itself, and comes back by itself. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepCorrection } from '../../src/db/corrections.ts'
import { demotedIntents } from '../../src/db/demotions.ts'
import type { Intent } from '../../src/domain/labels.ts'
import { correctedLabel } from '../../src/domain/learn/correct.ts'
import { anUnderstanding, DESK_SETTINGS, PUZZLING } from '../support/arrivals.ts'
import { decider } from '../support/deciding.ts'
import { type Ledger, openLedger } from '../support/ledger.ts'
import { letter } from '../support/letters.ts'
import { aMail } from '../support/mail-builder.ts'

const DAY = 24 * 3_600_000
const RULE = { corrections: 2, percent: 50, days: 30 }

let ledger: Ledger
beforeAll(async () => {
  ledger = await openLedger('demotion')
})
afterAll(() => ledger?.stop())

async function acted(understanding = anUnderstanding()): Promise<number> {
  const company = `Carrier ${Math.floor(performance.now() * 1000)} LLC`
  const { mail } = letter()
  return (await decider(ledger, { understand: () => ({ ...understanding, company }) }).receive(mail)).messageId
}

function corrected(messageId: number, intent: Intent): Promise<unknown> {
  const label = correctedLabel(aMail(), anUnderstanding(), { intents: [intent] })
  return keepCorrection(ledger.pool, messageId, label, { actor: 'anna', at: Date.now() }, DESK_SETTINGS)
}

async function demoted(rule = RULE, now = Date.now()): Promise<readonly Intent[]> {
  return demotedIntents(ledger.pool, rule, now)
}

test('corrections demote, by number and by share; what was right and what a person decided does not count', async () => {
  const [first, second] = [await acted(), await acted(), await acted()]
  await acted(PUZZLING)
  expect(await demoted()).toEqual([])
  await corrected(first as number, 'agreement-request')
  await corrected(second as number, 'status-inquiry')
  expect(await demoted()).toEqual([])
  await corrected(first as number, 'process-question')
  expect(await demoted()).toEqual(['agreement-request'])
  expect(await demoted({ ...RULE, corrections: 3 })).toEqual([])
  expect(await demoted({ ...RULE, percent: 80 })).toEqual([])
})

test('it ends by itself when the corrections lie far enough back', async () => {
  expect(await demoted(RULE, Date.now() + 365 * DAY)).toEqual([])
})
