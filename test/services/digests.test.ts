/** Digests on the database: what they are made of, and that each goes out once. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { balanceOf, currentEpochs, ledgerOf } from '../../src/db/accounting.ts'
import { digestStore } from '../../src/db/digests.ts'
import { staffMailStore } from '../../src/db/staff-mail.ts'
import { balance, type LedgerLine } from '../../src/domain/accounting.ts'
import type { DigestFacts } from '../../src/domain/digest/facts.ts'
import { answerLinks } from '../../src/domain/digest/links.ts'
import { orderTokenIn } from '../../src/domain/link-token.ts'
import { parseOurMessageId } from '../../src/domain/reply.ts'
import { MOST_STUMBLES } from '../../src/flows/persevere.ts'
import { type DigestParts, digestsOf, sendDigests, sendOutOfTurn } from '../../src/flows/send-digests.ts'
import { sendUrgent } from '../../src/flows/send-urgent.ts'
import { writeStaffLetter } from '../../src/flows/write-staff-letter.ts'
import { createDigestRenderer } from '../../src/render/digest.ts'
import { builtInTemplates } from '../../src/render/handlebars.ts'
import { composeMessage } from '../../src/smtp/compose-message.ts'
import { hmacSigner } from '../../src/tokens/signer.ts'
import { OURS } from '../support/arrivals.ts'
import { DAY } from '../support/casework.ts'
import { ANNA, BEN, comesBack, DANA, fillDesk, MORNING, STAFF, ZONE } from '../support/digest-world.ts'
import { type HeardBell, type Ledger, openLedger, rememberingBell } from '../support/ledger.ts'

const { sign } = hmacSigner('a secret of the test')
const renderer = createDigestRenderer({ directories: [builtInTemplates()] })

function partsOn(ledger: Ledger, change: Partial<DigestParts> = {}): DigestParts & { readonly bell: HeardBell } {
  const from = { name: 'Interconnection Agreements', address: OURS }
  const clock = change.clock ?? (() => new Date(MORNING))
  return {
    ...{ store: digestStore(ledger.pool), bell: rememberingBell(), clock, timeZone: ZONE, staff: STAFF },
    ...{
      digestAt: '07:30',
      mode: 'auto',
      textOf: async () => '',
      accounting: async () => [],
      ending: async () => [],
      onSent: () => {},
    },
    write: (digest, id, day) => {
      const links = answerLinks(digest, { digestId: id, address: OURS, sign })
      const words = renderer.render({ digest, links, answerable: true, team: from.name })
      const wish = {
        ...{ key: `digest ${day} / ${digest.email}`, template: 'digest', caseId: null, state: 'queued' as const },
        ...{ caseRef: `DESK-0000-${String(id).padStart(5, '0')}`, delayMinutes: 0 },
        to: { name: digest.name, address: digest.email },
      }
      const writing = { compose: composeMessage, sign, clock, from, timeZone: ZONE, returnPath: 'plus' as const }
      return writeStaffLetter(writing, { wish, words, original: null, number: id })
    },
    onTrouble: (error) => {
      throw error
    },
    ...change,
  } as DigestParts & { readonly bell: HeardBell }
}

const said = (ledger: Ledger) =>
  ledger.rows<{ staff: string; day: string; sent: boolean }>(
    'select staff, day, outbox_id is not null as sent from digest order by staff, day',
  )

describe('what a digest is made of', () => {
  let ledger: Ledger
  let facts: DigestFacts
  beforeAll(async () => {
    ledger = await openLedger('digest_facts')
    await fillDesk(ledger)
    const question = {
      now: MORNING,
      timeZone: ZONE,
      staff: STAFF,
      accounting: [],
      ending: [],
      textOf: async () => '',
      oldest: MORNING - 3 * DAY,
    }
    facts = (await digestStore(ledger.pool).facts(question))(MORNING - 2 * DAY)
  })
  afterAll(() => ledger?.stop())

  test('open cases, each with its clocks that run and where it stands', () => {
    expect(facts.cases).toHaveLength(11)
    const juniper = facts.cases.find(({ file }) => file.company === 'Juniper Ridge Networks')
    expect(juniper?.clocks.map(({ id, due, state }) => [id, due, state])).toContainEqual([
      'window-closes',
      expect.stringMatching(/^2026-03-/),
      'running',
    ])
    expect(juniper?.standing.missing.length).toBeGreaterThan(0)
  })

  test('requests since the last digest, with the words that ask', () => {
    expect(facts.newRequests).toHaveLength(11)
    expect(facts.newRequests[0]).toMatchObject({
      from: expect.stringMatching(/@company\d+\.example$/),
      subject: 'Interconnection agreement request',
      quote: 'We would like to negotiate an interconnection agreement for Colorado',
    })
  })

  test('tasks, the legal notice with its words first', () => {
    const sorts = ['bounce', 'chase', 'delivery', 'legal', 'milestone', 'understand']
    expect(facts.tasks.map(({ sort }) => sort).sort(), 'the notice speaks of a petition').toEqual(sorts)
    expect(facts.tasks[0]).toMatchObject({ sort: 'legal', sentence: expect.stringContaining('TAKE NOTICE') })
  })

  test('drafts, with the words of the mails that they answer', () => {
    expect(facts.drafts).toEqual([
      expect.objectContaining({
        messageId: expect.any(Number),
        caseRef: expect.stringMatching(/^CLEC-/),
        quote: expect.stringContaining('negotiate'),
      }),
    ])
  })

  test('what did not arrive, and the tasks that were opened for it', () => {
    const taskOf = (sort: string) => facts.tasks.find((task) => task.sort === sort)?.taskId
    expect(facts.failures).toEqual([
      expect.objectContaining({
        how: 'bounced',
        permanent: true,
        taskId: taskOf('bounce'),
        detail: expect.stringContaining('5.1.1'),
      }),
      expect.objectContaining({
        how: 'refused',
        taskId: taskOf('delivery'),
        detail: '550 5.7.1 we take no mail from you',
      }),
    ])
  })

  test('what was not understood, with the two likeliest readings and their words', () => {
    expect(facts.lowConfidence).toEqual([
      expect.objectContaining({
        subject: 'Re: agreement',
        readings: [
          { intent: 'process-question', likely: 0.4, quote: 'how does it work' },
          { intent: 'status-inquiry', likely: 0.3, quote: '' },
        ],
      }),
    ])
  })

  test('what the customer is late with is overdue, and no clock as well', () => {
    const late = facts.overdue.map(({ label, due, daysLate }) => [label, due, daysLate])
    expect(late).toEqual([["Questionnaire's further documents", '2026-02-08', 26]])
    const [caseRef] = facts.overdue.map((one) => one.caseRef)
    const clocks = facts.cases.find(({ file }) => file.ref === caseRef)?.clocks ?? []
    expect(clocks.map(({ id }) => id)).not.toContain('tax-forms')
  })

  test('the early ordering queue', () => {
    expect(facts.earlyOrdering).toEqual([{ caseRef: expect.any(String), position: 1, completeAt: expect.any(Number) }])
  })

  test('reminders that went out, and those that nobody answers', () => {
    expect(facts.reminders).toEqual([
      expect.objectContaining({ what: 'reminded', to: 'office@yampa.example', number: 1 }),
      expect.objectContaining({ what: 'escalated', to: 'legal@prairie.example', number: 3 }),
    ])
  })

  test('since this morning there is nothing new', async () => {
    const question = {
      now: MORNING,
      timeZone: ZONE,
      staff: STAFF,
      accounting: [],
      ending: [],
      textOf: async () => '',
      oldest: MORNING,
    }
    const later = (await digestStore(ledger.pool).facts(question))(MORNING)
    expect([later.newRequests, later.reminders]).toEqual([[], []])
    expect(later.tasks).toHaveLength(facts.tasks.length)
  })

  test('every section has its lines in the manager’s', async () => {
    const [dana] = await digestsOf(partsOn(ledger), [DANA], MORNING)
    const late = ['totals', 'decisions', 'clocks', 'overdue', 'failed-sends', 'reminders']
    expect(dana?.digest?.sections.map(({ id }) => id)).toEqual(expect.arrayContaining(late))
    const [anna] = await digestsOf(partsOn(ledger), [ANNA], MORNING)
    const hers = ['decisions', 'drafts', 'clocks', 'new-requests', 'overdue', 'early-ordering', 'reminders']
    expect(anna?.digest?.sections.map(({ id }) => id)).toEqual(expect.arrayContaining(hers))
  })

  test('the balance struck in the database is that of the domain', async () => {
    const [epoch] = await currentEpochs(ledger.pool)
    if (!epoch) throw new Error('no epoch')
    await ledger.rows(`update mailbox_epoch set start_uid = 3`)
    const late = { ...epoch, startUid: 3 }
    const lines = (await ledgerOf(ledger.pool, late)) as LedgerLine[]
    const known = lines.map(({ uid }) => uid)
    for (const uids of [known, [], known.slice(4), [...known.slice(2), 5_000, 5_001], [1, 2, ...known.slice(6)]])
      expect(await balanceOf(ledger.pool, late, uids)).toEqual(balance(uids, 3, lines))
    expect(await balanceOf(ledger.pool, late, null)).toEqual(balance(known, 3, lines))
  })
})

describe('sending', () => {
  let ledger: Ledger
  beforeAll(async () => {
    ledger = await openLedger('digests')
    await fillDesk(ledger)
  })
  afterAll(() => ledger?.stop())

  test('in observe mode, before its time, on a day off, and when it is off, nobody is told anything', async () => {
    const saturday = MORNING + DAY
    for (const change of [
      { mode: 'observe' },
      { clock: () => new Date(MORNING - 60_000) },
      { clock: () => new Date(saturday) },
      { digestAt: 'off' },
      { staff: [] },
    ] as const)
      expect(await sendDigests(partsOn(ledger, change))).toBe(0)
    expect(await said(ledger)).toEqual([])
  })

  test('by two schedulers at once: one to each, and no second one that day', async () => {
    const [one, other] = [partsOn(ledger), partsOn(ledger)]
    const sent = await Promise.all([sendDigests(one), sendDigests(other)])
    expect(sent[0] + sent[1]).toBe(3)
    const day = '2026-03-06'
    expect(await said(ledger)).toEqual(STAFF.map(({ email }) => ({ staff: email, day, sent: true })))
    expect([...one.bell.rung, ...other.bell.rung].map(({ stage }) => stage)).toEqual(['send', 'send', 'send'])
    const outbox = await ledger.rows<{ id: number; state: string; plain: boolean }>(
      `select id, state, plain_receipt as plain from outbox where template = 'digest'`,
    )
    expect(outbox.map(({ state, plain }) => ({ state, plain }))).toEqual(
      Array(3).fill({ state: 'queued', plain: true }),
    )
    const later = partsOn(ledger, { clock: () => new Date(MORNING + 8 * 3_600_000) })
    expect(await sendDigests(later)).toBe(0)
  })

  test('is a mail of ours to staff that an answer finds again', async () => {
    type Row = { id: number; message_id: string; raw: Buffer; lines: [number, { kind: string }][] }
    const [row] = await ledger.rows<Row>(
      'select d.id, o.message_id, o.raw, d.lines from digest d join outbox o on o.id = d.outbox_id where staff = $1',
      ANNA.email,
    )
    const raw = row?.raw.toString() ?? ''
    expect(raw).toMatch(/^From: Interconnection Agreements <intagree@carrier\.example>\r$/m)
    expect(raw).toMatch(/^To: Anna Keller <anna@carrier\.example>\r$/m)
    expect(raw).toMatch(/^Auto-Submitted: auto-generated\r$/m)
    expect(raw).toMatch(/^Subject: Digest for Friday, March 6, 2026/m)
    const number = String(row?.id).padStart(5, '0')
    expect(parseOurMessageId(row?.message_id ?? '', 'carrier.example')).toMatchObject({
      ...{ caseRef: `DESK-0000-${number}`, template: 'digest', messageRowId: String(row?.id) },
    })
    const found = await staffMailStore(ledger.pool).digest(['<strange@x.example>', row?.message_id ?? ''], null)
    expect(found).toMatchObject({ id: row?.id, staff: ANNA.email })
    expect([...(found?.lines ?? [])]).toEqual(row?.lines)
    expect(found?.lines.get(1)).toMatchObject({ kind: 'task' })
    const [, href = ''] = /href=3D"(mailto:[^"]+)"/.exec(raw.replace(/=\r\n/g, '')) ?? []
    const subject =
      new URL(href.replace(/&#x(?:=3D|3D);|=3D/g, '=').replaceAll('&amp;', '&')).searchParams.get('subject') ?? ''
    expect(orderTokenIn(subject)?.digestId).toBe(row?.id)
  })

  test('out of turn is one more of the same day, and the one in its turn comes anyway', async () => {
    const monday = MORNING + 3 * DAY
    const early = partsOn(ledger, { clock: () => new Date(monday - 3_600_000) })
    const [anna] = await digestsOf(early, [ANNA], monday - 3_600_000)
    if (!anna) throw new Error('no digest')
    expect([await sendOutOfTurn(early, anna), await sendOutOfTurn(early, anna)]).toEqual([true, true])
    expect(await sendDigests(partsOn(ledger, { clock: () => new Date(monday), staff: [ANNA] }))).toBe(1)
    const days = (await said(ledger)).filter(({ staff }) => staff === ANNA.email).map(({ day }) => day)
    expect(days).toEqual(['2026-03-06', '2026-03-09', '2026-03-09+1', '2026-03-09+2'])
  })

  test('that comes back: nothing more goes there, the manager reads it, and others get what was theirs', async () => {
    const [row] = await ledger.rows<{ message_id: string }>(
      `select o.message_id from digest d join outbox o on o.id = d.outbox_id where staff = $1 and day = '2026-03-06'`,
      ANNA.email,
    )
    await comesBack(ledger, row?.message_id ?? '', ANNA.email)
    const tuesday = MORNING + 4 * DAY
    const parts = partsOn(ledger, { clock: () => new Date(tuesday) })
    expect(await sendDigests(parts)).toBe(2)
    expect(await sendDigests(parts)).toBe(0)
    expect((await said(ledger)).filter(({ day }) => day === '2026-03-10')).toEqual([
      { staff: ANNA.email, day: '2026-03-10', sent: false },
      { staff: BEN.email, day: '2026-03-10', sent: true },
      { staff: DANA.email, day: '2026-03-10', sent: true },
    ])
    const [ben, dana] = await digestsOf(parts, [BEN, DANA], tuesday)
    const lines = (one: typeof ben) => one?.digest?.sections.flatMap((section) => section.lines) ?? []
    expect(lines(dana)[0]?.what).toBe(
      'No digest reaches Anna Keller: a mail to anna@carrier.example came back, and nothing is sent there',
    )
    expect(lines(ben).map(({ what }) => what)).toContainEqual(expect.stringContaining('anna@carrier.example came back'))
    expect(ben?.digest?.sections.map(({ id }) => id)).toContain('clocks')
    expect(await parts.store.unblock(ANNA.email)).toBe(true)
    expect((await digestsOf(parts, [ANNA], tuesday))[0]?.reachable).toBe(true)
  })
})

describe('a legal notice', () => {
  let ledger: Ledger
  beforeAll(async () => {
    ledger = await openLedger('urgent')
    await fillDesk(ledger)
  })
  afterAll(() => ledger?.stop())

  test('that cannot be written is told as trouble, stops nothing else, and waits a minute for its next attempt', async () => {
    const troubles: Error[] = []
    const broken = partsOn(ledger, {
      write: () => Promise.reject(new Error('no words')),
      onTrouble: (error) => void troubles.push(error),
    })
    const [before] = await ledger.rows<{ n: number }>('select count(*)::int as n from digest')
    expect(await sendUrgent(broken)).toBe(0)
    expect(troubles.length).toBeGreaterThan(0)
    expect(before?.n).toBe(0)
    const { length } = troubles
    expect(await sendUrgent(broken)).toBe(0)
    expect(troubles).toHaveLength(length)
    await ledger.rows('delete from digest; delete from stumble')
  })

  test('does not wait for the morning: whom it concerns is told at once, and once', async () => {
    const midnight = partsOn(ledger, { clock: () => new Date(MORNING - 7 * 3_600_000) })
    expect(await sendUrgent(midnight)).toBeGreaterThan(0)
    expect(await sendUrgent(midnight)).toBe(0)
    const [task] = await ledger.rows<{ id: number }>(`select id from task where sort = 'legal'`)
    const told = await said(ledger)
    expect(told.map(({ day }) => day)).toEqual(STAFF.map(() => `legal+${task?.id}`))
    expect(told.find(({ staff }) => staff === DANA.email)).toMatchObject({ sent: true })
  })

  test('is no digest to those whom it does not concern: what is new to them stays new', async () => {
    const heard = await digestStore(ledger.pool).said([ANNA.email, BEN.email], MORNING)
    expect(heard.get(ANNA.email)?.beforeToday).toBe(MORNING - 7 * 3_600_000)
    expect(heard.get(BEN.email)).toMatchObject({ inTurn: null, beforeToday: null })
  })

  test('takes nothing from the digest of the day', async () => {
    expect(await sendDigests(partsOn(ledger))).toBe(3)
  })

  test('in observe mode nobody is told', async () => {
    expect(await sendUrgent(partsOn(ledger, { mode: 'observe' }))).toBe(0)
  })
})

describe('when there is nothing to say', () => {
  let ledger: Ledger
  beforeAll(async () => {
    ledger = await openLedger('no_digest')
  })
  afterAll(() => ledger?.stop())

  test('the day is over all the same, and only the manager hears of it', async () => {
    let looked = 0
    const store = digestStore(ledger.pool)
    const counting = {
      ...store,
      facts: (question: Parameters<typeof store.facts>[0]) => {
        looked += 1
        return store.facts(question)
      },
    }
    const parts = partsOn(ledger, { store: counting })
    expect([await sendDigests(parts), await sendDigests(parts), looked]).toEqual([1, 0, 1])
    expect(await said(ledger)).toEqual([
      { staff: ANNA.email, day: '2026-03-06', sent: false },
      { staff: BEN.email, day: '2026-03-06', sent: false },
      { staff: DANA.email, day: '2026-03-06', sent: true },
    ])
  })

  test('one that cannot be written does not keep the others from theirs', async () => {
    const troubles: string[] = []
    const monday = MORNING + 3 * DAY
    const parts = partsOn(ledger, { clock: () => new Date(monday), staff: [{ ...DANA, email: 'x@y.example' }, DANA] })
    const broken: DigestParts = {
      ...parts,
      write: (digest, ...rest) => {
        if (digest.email !== DANA.email) throw new Error('no words')
        return parts.write(digest, ...rest)
      },
      onTrouble: (error) => void troubles.push(error.message),
    }
    expect([await sendDigests(broken), troubles]).toEqual([1, ['no words']])
  })
})

test('a digest that can never be made is over after its last attempt, and a person hears of it', async () => {
  const ledger = await openLedger('poison_digest')
  await fillDesk(ledger)
  let now = MORNING
  const broken = partsOn(ledger, {
    ...{ clock: () => new Date(now), write: () => Promise.reject(new Error('no words')), onTrouble: () => {} },
    staff: STAFF.slice(0, 1),
  })
  for (let turn = 0; turn < MOST_STUMBLES; turn += 1, now += 3_600_000) await sendDigests(broken)
  expect(await said(ledger)).toEqual([{ staff: ANNA.email, day: expect.any(String), sent: false }])
  expect(await ledger.value(`select sentence from task where sort = 'failure'`)).toContain(
    `intagree digest --for ${ANNA.email} --send`,
  )
  await ledger.stop()
})
