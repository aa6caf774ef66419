/** Two cases that were merged and are parted again: whose are the mails that came meanwhile? */
import { describe, expect, test } from 'vitest'
import type { Act } from '../../../src/domain/casework/act.ts'
import { cameSince } from '../../../src/domain/orders/came-since.ts'
import { effectsOf } from '../../../src/domain/orders/order-effects.ts'
import type { CaseLetter, CaseMail } from '../../../src/domain/orders/order-facts.ts'
import { carriedOut, past } from '../../support/carried-out.ts'
import { aCaseMail, aFile, aProof, met, NOW, orderFacts, RECEIVED } from '../../support/case-files.ts'

const [ON, AWAY] = ['CLEC-2026-00042', 'CLEC-2026-00050'] as const
const DAY = 24 * 3_600_000
const [PAULA, SAL] = ['paula@acmefiber.example', 'sal@filings.example'] as const
const ours = (messageId: string, change: Partial<CaseLetter>): CaseLetter => ({
  ...{ messageId, caseRef: ON, answers: null, at: RECEIVED },
  ...change,
})

/** Paula wrote mail 11 in the case that goes on, Sal mail 21 in the one that was merged away. */
const FIRST = [aCaseMail({ id: 11 }), aCaseMail({ id: 21, sender: SAL, receivedAt: RECEIVED + DAY })]
const LETTERS = [
  ours('<ours-to-paula>', {}),
  ours('<ours-to-sal>', { caseRef: AWAY, at: RECEIVED + DAY }),
  ours('<since-to-31>', { answers: 31, at: NOW + DAY }),
  ours('<since-to-nobody>', { at: NOW + DAY }),
]
const late = (id: number, change: Partial<CaseMail>) => aCaseMail({ id, receivedAt: NOW + id * DAY, ...change })
const stranger = 'ed@elsewhere.example'

describe('a mail that came after the merge', () => {
  test.each<readonly [meaning: string, goes: 'back' | 'stays' | 'unclear', mail: Partial<CaseMail>]>([
    ['of somebody of the one', 'stays', { sender: PAULA }],
    ['of somebody of the other', 'back', { sender: SAL }],
    ['of a colleague in the other', 'back', { sender: 'tom@filings.example' }],
    ['of a stranger who answers our letter in the other', 'back', { sender: stranger, refersTo: ['<ours-to-sal>'] }],
    [
      'of a stranger who answers a mail of the one',
      'stays',
      { sender: stranger, refersTo: ['<11@acmefiber.example>'] },
    ],
    ['of a stranger out of nowhere', 'unclear', { sender: stranger }],
    ['of a machine', 'unclear', { sender: null }],
    ['of the one, answering what the other wrote', 'unclear', { refersTo: ['<21@acmefiber.example>'] }],
    ['answering a letter that both may have got', 'unclear', { sender: stranger, refersTo: ['<since-to-nobody>'] }],
    ['decided on before the merge', 'stays', { sender: SAL, filedAt: NOW - DAY }],
  ])('%s: %s', (_meaning, goes, change) => {
    const mails = [...FIRST, late(31, change)]
    const { back, unclear } = cameSince({ moved: [21], away: AWAY, at: NOW, mails, letters: LETTERS })
    expect({ back: back.length, unclear: unclear.length }).toEqual({
      back: goes === 'back' ? 1 : 0,
      unclear: goes === 'unclear' ? 1 : 0,
    })
  })

  test('who writes in both cases is known by what is answered', () => {
    const first = [...FIRST, aCaseMail({ id: 22, receivedAt: RECEIVED + DAY })]
    const mails = [
      ...first,
      late(31, { refersTo: ['<ours-to-sal>'] }),
      late(32, { refersTo: ['<ours-to-paula>'] }),
      late(33, {}),
    ]
    const { back, unclear } = cameSince({ moved: [21, 22], away: AWAY, at: NOW, mails, letters: LETTERS })
    expect([back, unclear].map((some) => some.map(({ id }) => id))).toEqual([[31], [33]])
  })

  test('an answer follows what it answers', () => {
    const mails = [...FIRST, late(31, { sender: SAL }), late(32, { sender: stranger, refersTo: ['<since-to-31>'] })]
    const { back } = cameSince({ moved: [21], away: AWAY, at: NOW, mails, letters: LETTERS })
    expect(back.map(({ id }) => id)).toEqual([31, 32])
  })
})

describe('taking a merge back', () => {
  const merge: Act = { act: 'merge', caseRef: AWAY, into: ON }
  const away = aFile({ id: 50, requestId: 50, ref: AWAY, receivedAt: RECEIVED + DAY })
  const before = orderFacts([aFile(), away], {
    mails: new Map([
      [AWAY, FIRST.slice(1)],
      [ON, FIRST.slice(0, 1)],
    ]),
  })
  const done = past(merge, before)
  const file = done.cases.get(ON)
  const undo = (later: readonly CaseMail[], items = {}) => {
    const cases = new Map([...done.cases, [ON, aFile({ ...file, items })]])
    const facts = {
      ...done,
      cases,
      mails: new Map([
        [ON, [...FIRST, ...later]],
        [AWAY, []],
      ]),
      letters: LETTERS,
    }
    return { facts, effects: effectsOf({ act: 'undo', order: 17 }, facts) }
  }

  test('gives back what came since, and what it proves', () => {
    const certification = met({ proof: aProof({ messageId: 31 }) })
    const { facts, effects } = undo([late(31, { sender: SAL }), late(32, {})], {
      certification,
      'tax-forms': met({ proof: aProof({ messageId: 32 }) }),
    })
    const after = carriedOut(effects, facts)
    expect(after.get(AWAY)).toMatchObject({ closed: null, items: { certification }, lastMailAt: NOW + 31 * DAY })
    expect(Object.keys(after.get(ON)?.items ?? {})).toEqual(['tax-forms'])
    expect(effects).toMatchObject({
      also: [
        { also: 'move-mails', from: ON, into: AWAY, messageIds: [21] },
        { also: 'move-mails', from: ON, into: AWAY, messageIds: [31] },
      ],
      asks: [],
    })
    expect(effects.sentence).toContain('was taken back. What came since went back too: mail 31. Undo:')
  })

  test('asks a person whose the others are', () => {
    const { effects } = undo([late(31, { sender: stranger }), late(32, { sender: stranger })])
    expect(effects).toMatchObject({
      also: [{ also: 'move-mails', messageIds: [21] }],
      asks: [
        {
          wish: 'ask-human',
          sort: 'thread',
          caseId: 42,
          sentence: expect.stringContaining('mails 31 and 32? It stays in'),
        },
      ],
    })
  })

  test('not when something rests on what it would take along', () => {
    const { effects } = undo([late(31, { sender: SAL })], {
      'clec-signature': met({ proof: aProof({ messageId: 31 }) }),
      'carrier-signature': met(),
    })
    expect(effects.sentence).toContain('what mail 31 proved cannot go, for carrier signature rests on it')
  })

  test('is not itself taken back when mails came to the parted case: they would stay in it', () => {
    const { facts } = undo([])
    const parted = past({ act: 'undo', order: 17 }, facts)
    const mails = new Map([
      [AWAY, [...FIRST.slice(1), late(40, { sender: SAL })]],
      [ON, FIRST.slice(0, 1)],
    ])
    expect(effectsOf({ act: 'undo', order: 18 }, { ...parted, mails }).sentence).toContain(
      `mails came to ${AWAY} since; write "${AWAY} merge into ${ON}"`,
    )
  })
})
