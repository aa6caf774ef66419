/** Scripted weeks: a clock that rings every hour, and what happens in between. */
import { describe, expect, test } from 'vitest'
import { US_FEDERAL } from '../../../src/domain/calendar/holidays.ts'
import { clockTimeIn, dayIn, instantOf } from '../../../src/domain/calendar/zone.ts'
import { apply, applyAll } from '../../../src/domain/casework/apply.ts'
import type { CaseFile } from '../../../src/domain/casework/case-file.ts'
import type { ItemId } from '../../../src/domain/casework/items.ts'
import { afterAbsence, afterBounce, type MachineOutcome } from '../../../src/domain/reminders/answers.ts'
import { type Due, dueNow } from '../../../src/domain/reminders/due-now.ts'
import { type ReminderLetter, reminderLetters } from '../../../src/domain/reminders/one-letter.ts'
import { caseFile, item, standing } from './cases.ts'

const OFFICE = { hours: { from: '09:00', until: '16:00' }, calendar: US_FEDERAL }
const HOUR = 3_600_000

interface Week {
  /** When and where we asked: the recipient's day and clock. */
  readonly asked: readonly [day: string, time: string]
  readonly zone?: string
  readonly plan?: readonly number[]
  readonly items?: readonly ItemId[]
  /** What happens on a day at noon. */
  readonly on?: Readonly<Record<string, (file: CaseFile, now: number) => readonly MachineOutcome[] | CaseFile>>
  /** Nothing runs between these days. */
  readonly down?: readonly [from: string, until: string]
}

/** `2026-03-09 10:30 reminder 1`, by the recipient's clock. */
function play({ asked: [day, time], zone = 'America/Denver', plan = [7, 14, 21], ...week }: Week): readonly string[] {
  const items = week.items ?? ['request-form']
  const askedAt = instantOf(day, time, zone)
  let file = apply(caseFile(), { change: 'asked', to: 'jordan@pinyon.example', items, at: askedAt })
  const story: string[] = []
  for (let now = askedAt, hours = 0; hours < 24 * 62; now += HOUR / 2, hours += 0.5) {
    const [today, clock] = [dayIn(now, zone), clockTimeIn(now, zone)]
    const tell = (outcome: MachineOutcome & { readonly due?: readonly Due[] }) => {
      for (const { changes } of outcome.changes) file = applyAll(file, changes)
      for (const { number } of outcome.due ?? []) {
        story.push(`${today} ${clock} reminder ${number}`)
        file = apply(file, { change: 'reminded', at: now })
      }
      for (const { sort } of outcome.tasks) story.push(`${today} ${clock} task ${sort}`)
    }
    const event = clock === '12:00' ? week.on?.[today]?.(file, now) : undefined
    if (Array.isArray(event)) for (const outcome of event) tell(outcome)
    else if (event !== undefined) file = event as CaseFile
    if (week.down !== undefined && today >= week.down[0] && today < week.down[1]) continue
    tell(dueNow([{ file, standing: standing(items, file) }], plan, OFFICE, zone, now))
  }
  return story
}

const away =
  (text: string, zone = 'America/Denver') =>
  (file: CaseFile, now: number) => [afterAbsence(file, text, OFFICE, zone, now)]

describe('weeks', () => {
  test.each<readonly [string, Week, readonly string[]]>([
    [
      'on a Tuesday: always Tuesdays, at the same time of day, then a person',
      { asked: ['2026-04-07', '10:30'] },
      [
        '2026-04-14 10:30 reminder 1',
        '2026-04-21 10:30 reminder 2',
        '2026-04-28 10:30 reminder 3',
        '2026-05-05 10:30 task no-answer',
      ],
    ],
    [
      'on a Saturday: the Mondays after',
      { asked: ['2026-04-11', '10:30'] },
      [
        '2026-04-20 09:00 reminder 1',
        '2026-04-27 09:00 reminder 2',
        '2026-05-04 09:00 reminder 3',
        '2026-05-11 09:00 task no-answer',
      ],
    ],
    [
      'late in the evening: next morning, and a Friday evening on Monday',
      { asked: ['2026-04-10', '21:00'], plan: [4, 7] },
      ['2026-04-15 09:00 reminder 1', '2026-04-20 09:00 reminder 2', '2026-04-23 09:00 task no-answer'],
    ],
    [
      'over Thanksgiving: not on the Thursday, and not twice in two days',
      { asked: ['2026-11-19', '11:00'] },
      [
        '2026-11-27 09:00 reminder 1',
        '2026-12-03 11:00 reminder 2',
        '2026-12-10 11:00 reminder 3',
        '2026-12-17 11:00 task no-answer',
      ],
    ],
    [
      'over Christmas and New Year, both on Fridays',
      { asked: ['2026-12-18', '11:00'], plan: [7, 14] },
      ['2026-12-28 09:00 reminder 1', '2027-01-04 09:00 reminder 2', '2027-01-08 11:00 task no-answer'],
    ],
    [
      'in Honolulu: by the clocks there',
      { asked: ['2026-04-07', '15:30'], zone: 'Pacific/Honolulu', plan: [7] },
      ['2026-04-14 15:30 reminder 1', '2026-04-21 15:30 task no-answer'],
    ],
    [
      'over the change to summer time: the same time of day',
      { asked: ['2026-03-03', '10:00'], plan: [7] },
      ['2026-03-10 10:00 reminder 1', '2026-03-17 10:00 task no-answer'],
    ],
    [
      'over the change to winter time: the same time of day',
      { asked: ['2026-10-27', '10:00'], zone: 'America/New_York', plan: [7] },
      ['2026-11-03 10:00 reminder 1', '2026-11-10 10:00 task no-answer'],
    ],
    [
      'a plan out of order, with a number twice',
      { asked: ['2026-04-07', '10:30'], plan: [14, 7, 7] },
      ['2026-04-14 10:30 reminder 1', '2026-04-21 10:30 reminder 2', '2026-04-28 10:30 task no-answer'],
    ],
    ['without a plan', { asked: ['2026-04-07', '10:30'], plan: [] }, []],
    ['for nothing', { asked: ['2026-04-07', '10:30'], items: [] }, []],
    [
      'nothing ran for three weeks: no burst',
      { asked: ['2026-04-07', '10:30'], down: ['2026-04-08', '2026-04-29'] },
      [
        '2026-04-29 09:00 reminder 1',
        '2026-05-04 09:00 reminder 2',
        '2026-05-08 10:30 reminder 3',
        '2026-05-12 10:30 task no-answer',
      ],
    ],
    [
      'away with a date: on the day of return, in office hours',
      { asked: ['2026-04-07', '10:30'], plan: [7, 14], on: { '2026-04-14': away('Back on April 23.') } },
      ['2026-04-14 10:30 reminder 1', '2026-04-23 09:00 reminder 2', '2026-04-28 10:30 task no-answer'],
    ],
    [
      'away without a date: five working days',
      { asked: ['2026-04-07', '10:30'], plan: [7], on: { '2026-04-13': away('I am away.') } },
      ['2026-04-20 09:00 reminder 1', '2026-04-24 10:30 task no-answer'],
    ],
    [
      'away until a Saturday: the Monday after',
      { asked: ['2026-04-07', '10:30'], plan: [7], on: { '2026-04-07': away('until April 18') } },
      ['2026-04-20 09:00 reminder 1', '2026-04-24 10:30 task no-answer'],
    ],
    [
      'away for long: a person looks for a deputy at once',
      { asked: ['2026-04-07', '10:30'], plan: [7], on: { '2026-04-08': away('I return on June 1.') } },
      ['2026-04-08 12:00 task absent', '2026-06-01 09:00 reminder 1', '2026-06-05 10:30 task no-answer'],
    ],
    [
      'it bounced: a task, and nothing more',
      { asked: ['2026-04-07', '10:30'], on: { '2026-04-15': (file) => [afterBounce(file, true, '550 no such user')] } },
      ['2026-04-14 10:30 reminder 1', '2026-04-15 12:00 task bounce'],
    ],
    [
      'it bounced for now: it goes on',
      {
        asked: ['2026-04-07', '10:30'],
        plan: [7],
        on: { '2026-04-08': (file) => [afterBounce(file, false, '452 full')] },
      },
      ['2026-04-14 10:30 reminder 1', '2026-04-21 10:30 task no-answer'],
    ],
    [
      'an answer ends it',
      {
        asked: ['2026-04-07', '10:30'],
        on: { '2026-04-15': (file) => apply(file, { change: 'chase-stopped', why: 'an answer came' }) },
      },
      ['2026-04-14 10:30 reminder 1'],
    ],
    [
      'what came is not asked for any more',
      {
        asked: ['2026-04-07', '10:30'],
        on: { '2026-04-08': (file) => ({ ...file, items: { 'request-form': item('met') } }) },
      },
      [],
    ],
    [
      'while a person looks first nothing goes out; then it does',
      {
        asked: ['2026-04-07', '10:30'],
        plan: [7],
        on: {
          '2026-04-08': (file) => ({ ...file, needsPerson: 'a legal notice' }),
          '2026-04-16': (file) => ({ ...file, needsPerson: null }),
        },
      },
      ['2026-04-16 12:00 reminder 1', '2026-04-21 10:30 task no-answer'],
    ],
    [
      'closed',
      {
        asked: ['2026-04-07', '10:30'],
        on: { '2026-04-08': (file) => ({ ...file, closed: { reason: 'withdrawn', at: 0, into: null } }) },
      },
      [],
    ],
  ])('%s', (_what, week, story) => {
    expect(play(week)).toEqual(story)
  })
})

describe('the letter', () => {
  const askedAt = instantOf('2026-04-07', '10:30', 'America/Denver')
  const now = instantOf('2026-04-14', '10:30', 'America/Denver')
  const asked = (some: Partial<CaseFile>, items: readonly ItemId[], to = 'jordan@pinyon.example') => {
    const file = apply(caseFile(some), { change: 'asked', to, items, at: askedAt })
    return { file, standing: standing(items, file) }
  }

  const dueIn = (...cases: ReturnType<typeof asked>[]) => dueNow(cases, [7], OFFICE, 'America/Denver', now).due
  const refsOf = ({ files }: ReminderLetter) => files.map(({ ref }) => ref).join(' ')

  test('names what is missing, what is wrong with what came, and when we asked', () => {
    const items = { certification: item('problem', 'It is not signed.') }
    const due = dueIn(asked({ items }, ['certification', 'request-form']))
    expect(reminderLetters(due, [])).toMatchObject([
      {
        to: 'jordan@pinyon.example',
        files: [{ ref: 'CLEC-2026-00042' }],
        key: 'CLEC-2026-00042 / reminder 1 / asked 2026-04-07T16:30:00.000Z',
        sections: [
          {
            section: 'reminder',
            heard: true,
            number: 1,
            askedOn: { at: '2026-04-07T16:30:00.000Z', timeZone: 'America/Denver' },
            again: [],
            items: [
              {
                label: 'The certification',
                ask: 'Please send the certification.',
                states: '',
                problem: 'It is not signed.',
              },
              { label: 'The request-form', ask: 'Please send the request-form.', states: '', problem: '' },
            ],
            ...{ about: [], refs: ['CLEC-2026-00042'], goesOn: false },
          },
        ],
      },
    ])
  })

  test('is one for the cases of one request, with the states where they differ', () => {
    const due = dueIn(
      asked({}, ['request-form', 'certification']),
      asked({ id: 43, ref: 'CLEC-2026-00043', state: 'UT' }, ['request-form']),
      asked({ id: 45, ref: 'CLEC-2026-00045' }, ['request-form'], 'other@pinyon.example'),
    )
    const letters = reminderLetters(due, [])
    expect(letters.map(refsOf)).toEqual(['CLEC-2026-00042 CLEC-2026-00043', 'CLEC-2026-00045'])
    expect(letters[0]?.sections[0].items.map(({ label, states }) => `${label}: ${states}`)).toEqual([
      'The request-form: ',
      'The certification: Colorado',
    ])
  })

  test('takes along what the same person is asked for another request of the company, in a part of its own', () => {
    const of = (id: number, some: Partial<CaseFile>, to?: string) =>
      asked({ id, ref: `CLEC-2026-000${id}`, requestId: id, state: 'UT', ...some }, ['certification'], to)
    const today = dueIn(
      of(44, {}),
      of(46, { company: 'Finch Voice, Inc.' }),
      of(47, { company: null }),
      of(48, {}, 'other@pinyon.example'),
    )
    const [letter, ...others] = reminderLetters(dueIn(asked({}, ['request-form'])), today)
    expect(others).toEqual([])
    expect(letter === undefined ? '' : refsOf(letter)).toBe('CLEC-2026-00042 CLEC-2026-00044')
    expect(letter?.sections).toMatchObject([
      { about: ['CLEC-2026-00042, Colorado'], items: [{ label: 'The request-form' }], goesOn: true },
      { about: ['CLEC-2026-00044, Utah'], items: [{ label: 'The certification' }], goesOn: false },
    ])
  })

  test('presses for nothing that moved to a later step, and then ends', () => {
    const { file } = asked({}, ['request-form'])
    const { due, changes } = dueNow([{ file, standing: standing([]) }], [7], OFFICE, 'America/Denver', now)
    expect(due).toEqual([])
    expect(changes[0]?.changes[0]).toMatchObject({ change: 'chase-stopped' })
  })

  test('the task says who was asked for what', () => {
    const { file } = asked({}, ['request-form', 'certification'])
    const reminded = applyAll(file, [{ change: 'reminded', at: now }])
    const one = { file: reminded, standing: standing(['request-form', 'certification']) }
    const { tasks } = dueNow([one], [7], OFFICE, 'America/Denver', now + 8 * 24 * HOUR)
    expect(tasks.map(({ sentence }) => sentence)).toEqual([
      'jordan@pinyon.example was asked on 2026-04-07 for: The request-form, The certification. There was no answer to 1 reminder; no more are sent.',
    ])
  })
})
