/** What becomes of a letter that waits for a yes while its case changes. */
import { describe, expect, test } from 'vitest'
import type { CaseFile, Item } from '../../../src/domain/casework/case-file.ts'
import { draftAnew } from '../../../src/domain/decide/draft-anew.ts'
import type { Section } from '../../../src/domain/letter/section.ts'
import type { WaitingLetter } from '../../../src/domain/letter/waiting-letter.ts'
import { anUnderstanding, DESK_SETTINGS, NOW } from '../../support/arrivals.ts'
import { blankCase } from '../../support/blank-case.ts'
import { aMail } from '../../support/mail-builder.ts'

const PROOF = { messageId: 1, attachment: null, page: null, quote: '', by: 'anna@carrier.example' }
const met = (value: string | null = null): Item => ({ state: 'met', at: 1, value, problem: null, proof: PROOF })
const ASKED = {
  ...{ 'request-form': met(), 'legal-name': met('Acme Fiber, LLC'), state: met('CO'), 'agreement-type': met() },
  ...{ 'notice-contact': met('Paula Writer, paula@acmefiber.example'), route: met('template-as-is') },
}
const file = (items: CaseFile['items'] = ASKED, some: Partial<CaseFile> = {}): CaseFile => ({
  ...blankCase(NOW),
  ...{ id: 7, ref: 'CLEC-2026-00007', requestId: 7, company: 'Acme Fiber, LLC', state: 'CO', family: 'qc' },
  ...{ agreement: 'interconnection', route: 'template-as-is', items },
  ...some,
})
const mail = (abstained = false) => ({
  ...{ id: 1, receivedAt: NOW, mail: aMail({ text: 'We want your template for Colorado.' }) },
  understanding: anUnderstanding({ states: ['CO'], path: 'template-as-is', abstained }),
})
/** Another letter that waits. */
const LATER = { id: 4, answers: 2, since: NOW, waits: true }
const TO = { name: 'Paula Writer', address: 'paula@acmefiber.example' }

function letter(some: Partial<WaitingLetter>): WaitingLetter {
  return {
    ...{ id: 3, key: 'case 7 / acknowledgement / mail 1', to: TO, createdAt: NOW, caseId: 7, answers: mail() },
    ...{ opened: true, files: [file()], along: null, heard: null, parted: false, beside: [], sections: [] },
    ...some,
  }
}

/** The answer as it was written before anything changed. */
function answered(): readonly Section[] {
  const first = draftAnew(letter({ sections: [{ section: 'closing', why: '' }, ACK] }), DESK_SETTINGS, NOW)
  return first.anew === 'written' ? first.wish.sections : []
}
const ACK: Section = { section: 'acknowledgement', since: null, about: 'other', understood: [], cases: [] }

const became = (some: Partial<WaitingLetter>) =>
  draftAnew(letter({ sections: answered(), ...some }), DESK_SETTINGS, NOW)
const labels = (some: Partial<WaitingLetter>) => {
  const found = became(some)
  const sections = found.anew === 'written' ? found.wish.sections : []
  return sections.flatMap((one) => (one.section === 'missing-information' ? one.items.map(({ label }) => label) : []))
}

describe('the answer to a mail', () => {
  test('says what is so: it stays as it is', () => {
    expect(became({}).anew).toBe('same')
  })

  test('asks no more for what came in, and what it asks is waited for from now on', () => {
    const some = { files: [file({ ...ASKED, certification: met() })] }
    expect(labels(some)).toEqual(['Customer Questionnaire', 'NECA letter assigning the OCN'])
    const found = became(some)
    expect(found).toMatchObject({ anew: 'written', wish: { state: 'draft', answers: 1 } })
    expect(found.anew === 'written' && found.wish.key).toBe('case 7 / acknowledgement / mail 1 / anew 3')
    expect(found.anew === 'written' && found.cases[0]?.file.chase?.items).toEqual(['questionnaire', 'ocn-letter'])
  })

  test('names what a person said of the case', () => {
    const said = became({ files: [file(ASKED, { company: 'Acme Networks, Inc.' })] })
    expect(JSON.stringify(said)).toContain('Acme Networks, Inc.')
  })

  test('leaves the asking to another letter that asks already', () => {
    expect(labels({ beside: [{ ...LATER, asks: ['CLEC-2026-00007'] }] })).toEqual([])
  })

  const IN_OREGON = ['Oregon', 'Oregon', 'Oregon']
  const oregon = file({ ...ASKED, state: met('OR') }, { id: 8, ref: 'CLEC-2026-00008', state: 'OR' })
  test.each<[string, Partial<WaitingLetter['beside'][number]>, readonly string[]]>([
    ['a later one asks in Colorado: it asks in Oregon', {}, IN_OREGON],
    ['one to a later mail waits longer: it asks in Oregon', { id: 2, since: NOW + 1 }, IN_OREGON],
    ['one that asks in Colorado has left: it asks in Oregon', { since: NOW - 1, waits: false }, IN_OREGON],
    [
      'one to an earlier mail was written anew since: it asks in both',
      { since: NOW - 1 },
      ['Colorado', 'Oregon', '', ''],
    ],
  ])('about two states, and %s', (_why, other, asks) => {
    const beside = [{ ...LATER, ...other, asks: ['CLEC-2026-00007'] }]
    const found = became({ files: [file(), oregon], beside })
    const sections = found.anew === 'written' ? found.wish.sections : []
    const states = sections
      .flatMap((one) => (one.section === 'missing-information' ? one.items : []))
      .map((one) => one.states)
    expect(states).toEqual(asks)
    const waitedFor = found.anew === 'written' ? found.cases.map(({ file: { ref } }) => ref) : []
    expect(waitedFor).toEqual(asks.includes('') ? ['CLEC-2026-00007', 'CLEC-2026-00008'] : ['CLEC-2026-00008'])
  })

  test('of two that wait together one goes on asking', () => {
    const asking = [3, 4].filter((id) => {
      const beside = [3, 4]
        .filter((one) => one !== id)
        .map((one) => ({ ...LATER, id: one, answers: one, asks: ['CLEC-2026-00007'] }))
      const found = became({ id, beside, answers: { ...mail(), id } })
      return found.anew === 'same' || JSON.stringify(found).includes('missing-information')
    })
    expect(asking).toEqual([4])
  })

  test.each<[string, Partial<WaitingLetter>, string]>([
    [
      'a later draft answers the same mail',
      { beside: [{ ...LATER, answers: 1, asks: ['CLEC-2026-00007'] }] },
      'withdrawn',
    ],
    ['what the mail is was taken back', { answers: mail(true) }, 'withdrawn'],
    ['only receipt is confirmed in it', { sections: [{ section: 'received-for-person' }] }, 'same'],
    [
      'only papers are confirmed in it: whoever sent them may have no standing to hear what is missing',
      { sections: [{ section: 'documents-received', files: [] }], files: [file({ ...ASKED, certification: met() })] },
      'same',
    ],
  ])('%s', (_why, some, anew) => {
    expect(became(some).anew).toBe(anew)
  })
})

describe('a letter of our own accord', () => {
  const asking: Section = {
    ...{ section: 'missing-information', canFollow: [], allCanFollow: false },
    items: ['Customer Questionnaire', 'NECA letter assigning the OCN'].map((label) => ({
      ...{ label, ask: 'Please.', states: '', problem: '' },
    })),
  }
  const own = (sections: readonly Section[], items: CaseFile['items']) =>
    became({ answers: null, sections, files: [file(items)] })

  test('asks for what is still missing of it', () => {
    const found = own([asking], { ...ASKED, questionnaire: met() })
    expect(JSON.stringify(found)).not.toContain('Customer Questionnaire')
    expect(JSON.stringify(found)).toContain('NECA letter')
  })

  const certificate = (states: string) => ({
    ...{ label: 'Certificate or registration of the state commission', ask: 'Please.', states, problem: '' },
  })
  const utah = file(
    { ...ASKED, state: met('UT'), questionnaire: met() },
    { id: 8, ref: 'CLEC-2026-00008', state: 'UT' },
  )
  const asksFor = (section: Section, files: readonly CaseFile[]) => {
    const found = became({ answers: null, sections: [section], files })
    const sections = found.anew === 'written' ? found.wish.sections : []
    return sections.flatMap((one) =>
      one.section === 'missing-information' || one.section === 'reminder'
        ? one.items.map(({ label, states }) => [label, states].filter(Boolean).join(': '))
        : [],
    )
  }

  test('takes on nothing of another case of the request, whoever owes it', () => {
    const section: Section = { ...asking, items: [certificate('')] }
    expect(asksFor(section, [file(), utah])).toEqual(['Certificate or registration of the state commission'])
    const isIn = became({ answers: null, sections: [section], files: [file({ ...ASKED, certification: met() }), utah] })
    expect(isIn).toEqual({ anew: 'withdrawn', why: 'nothing of it remains to be said' })
  })

  test('waits for an answer in its own case only', () => {
    const some = { answers: null, sections: [asking], files: [file({ ...ASKED, questionnaire: met() }), utah] }
    const found = became(some)
    expect(found.anew === 'written' && found.cases.map((one) => one.file.ref)).toEqual(['CLEC-2026-00007'])
  })

  const REMINDER: Section = {
    ...{ section: 'reminder', again: [], number: 1, heard: false, about: [], refs: [], goesOn: false },
    ...{ askedOn: { at: new Date(NOW).toISOString(), timeZone: 'America/Denver' } },
    items: [certificate('Colorado'), certificate('Utah'), ...asking.items.slice(0, 1)],
  }
  const REFS = ['CLEC-2026-00007', 'CLEC-2026-00008']

  test.each([
    ['a reminder of both', { ...REMINDER, refs: REFS }],
    ['one of an earlier version, which names no cases', REMINDER],
  ] as const)('%s: each state keeps its own', (_what, section) => {
    expect(asksFor(section, [file(), utah])).toEqual([
      'Certificate or registration of the state commission: Colorado',
      'Certificate or registration of the state commission: Utah',
      'Customer Questionnaire: Colorado',
    ])
    const certified = file({ ...ASKED, certification: met() })
    expect(asksFor(section, [certified, utah])).toEqual([
      'Certificate or registration of the state commission: Utah',
      'Customer Questionnaire: Colorado',
    ])
  })

  test('a reminder names no case any more in which nothing of it is owed, and asks again for nothing that is in', () => {
    const about = ['CLEC-2026-00007, Colorado', 'CLEC-2026-00008, Utah']
    const section: Section = { ...REMINDER, refs: REFS, about, again: asking.items.slice(1) }
    const now = (files: readonly CaseFile[]) => {
      const found = became({ answers: null, sections: [section], files })
      return found.anew === 'written' ? found.wish.sections : found
    }
    const gone = { ...utah, closed: { reason: 'withdrawn', at: NOW, into: null } } as const
    expect(now([file(), gone])).toMatchObject([{ about: about.slice(0, 1), refs: REFS, again: [{ states: '' }] }])
    const all = { ...ASKED, certification: met(), questionnaire: met() }
    expect(now([file(all), gone])).toMatchObject([{ items: [], again: [{ label: asking.items[1]?.label }] }])
    expect(now([file({ ...all, 'ocn-letter': met() }), gone])).toMatchObject({ anew: 'withdrawn' })
  })

  test('is withdrawn when all of it is in', () => {
    const found = own([asking], { ...ASKED, questionnaire: met(), 'ocn-letter': met() })
    expect(found).toEqual({ anew: 'withdrawn', why: 'nothing of it remains to be said' })
  })
})

describe('the answer to a change of states', () => {
  const LATER_AT = NOW + 24 * 3_600_000
  const order = (text: string, understanding = anUnderstanding({ abstained: true, intents: [], states: [] })) => ({
    ...{ id: 2, receivedAt: LATER_AT, mail: aMail({ text }), understanding },
  })
  const utah = file({ ...ASKED, state: met('UT') }, { id: 8, ref: 'CLEC-2026-00008', state: 'UT' })
  const idaho = file(
    { ...ASKED, state: met('ID'), certification: met() },
    { id: 9, ref: 'CLEC-2026-00009', state: 'ID', receivedAt: LATER_AT },
  )
  const SWAP = { answers: order('Swap UT for ID.'), opened: false, files: [utah, idaho] }

  test('speaks of what the mail added, whatever the model thinks of it', () => {
    expect(became(SWAP)).toMatchObject({ anew: 'written', wish: { state: 'draft', caseRef: 'CLEC-2026-00009' } })
    expect(labels(SWAP)).toEqual(['Customer Questionnaire', 'NECA letter assigning the OCN'])
  })

  test('dates it by that mail, and not by the first of the request', () => {
    const found = became(SWAP)
    expect(found.anew === 'written' && found.wish.sections[0]).toMatchObject({ since: null })
  })

  test('is none any more where a person says that the mail wants something else', () => {
    const said = anUnderstanding({ intents: [{ intent: 'status-inquiry', confidence: 1 }], states: ['UT'] })
    const found = became({ ...SWAP, answers: order('Swap UT for ID.', said) })
    expect(found.anew === 'written' && found.wish.caseRef).toBe('CLEC-2026-00008')
  })

  test('tells of what goes on, where it was asked how that stands', () => {
    const asked = anUnderstanding({ intents: [{ intent: 'status-inquiry', confidence: 0.9 }], states: ['UT'] })
    const answers = order('Drop Utah. Where does our request stand?', asked)
    const sections: readonly Section[] = [{ section: 'status-answer', cases: [] }]
    const found = became({ answers, opened: false, files: [file(), utah], sections })
    expect(found.anew === 'written' && found.wish.sections).toMatchObject([
      { section: 'status-answer', cases: [{ ref: 'CLEC-2026-00007' }] },
      { section: 'missing-information' },
    ])
  })
})
