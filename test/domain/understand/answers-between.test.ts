/** Answers typed into the old mail below a header block: which lines are new, and when a person has to look. */
import { describe, expect, test } from 'vitest'
import { announcesAnswers, mayAnswerBetween, withAnswersShown } from '../../../src/domain/understand/answers-between.ts'
import { newestWords } from '../../../src/domain/understand/newest-words.ts'
import { aMail } from '../../support/mail-builder.ts'

/** What we asked, as we sent it: our lines are broken at another place than theirs. */
const OURS = `Hello Robin,

to go on with CLEC-2026-00042 we need from you:

- your operating company number (OCN)
- the state in which you want to
  begin
- proof that you are certified there

Kind regards
Interconnection Agreements`

const HEADER = `From: Interconnection Agreements <desk@ilec.example>
Sent: Monday, March 2, 2026 9:05 AM
To: Robin Vale <robin@juniper.example>
Subject: RE: Our request [CLEC-2026-00042]
`

const between = (above: string, ...lines: readonly string[]) =>
  aMail({ from: 'Robin Vale <robin@juniper.example>', text: [above, '', HEADER, ...lines].join('\n') })

const ASKED = [
  'Hello Robin,',
  '',
  'to go on with CLEC-2026-00042 we need from you:',
  '',
  '• your operating company number (OCN)',
  '• the state in which you want to begin',
  '• proof that you are certified there',
  '',
  'Kind regards',
  'Interconnection Agreements',
]
/** The old lines with others behind some of them. */
const answered = (answers: Readonly<Record<number, string>>) =>
  ASKED.flatMap((line, at) => (answers[at] === undefined ? [line] : [line, answers[at]]))

describe('with the old mail at hand', () => {
  const shown = (mail: ReturnType<typeof aMail>, older: readonly string[] = [OURS]) =>
    newestWords(withAnswersShown(mail, older)).trim().replace(/\n+/g, ' | ')

  test.each([
    [
      'answers below each question',
      { 4: '123A', 5: 'Utah', 6: 'See the attached certificate.' },
      '123A | Utah | See the attached certificate.',
    ],
    ['an answer that is also a word of the question', { 5: 'begin Utah' }, 'begin Utah'],
    ['nothing', {}, ''],
  ])('new is what it does not say: %s', (_what, answers, words) => {
    expect(shown(between('See below.', ...answered(answers)))).toBe(
      words === '' ? 'See below.' : `See below. | ${words}`,
    )
  })

  test('an answer on the line of its question brings the line along', () => {
    const lines = ASKED.map((line) => (line.includes('OCN') ? `${line}: 123A` : line))
    expect(shown(between('Inline.', ...lines))).toBe('Inline. | • your operating company number (OCN): 123A')
  })

  test('what stands above the header block stays new, and the block old', () => {
    const words = shown(between('Thanks for the list; here is all of it.', ...answered({ 4: '123A' })))
    expect(words).toBe('Thanks for the list; here is all of it. | 123A')
  })

  test.each([
    ['of another mail', ['Nothing of this stands below, it is about something else altogether.']],
    ['of nothing', []],
  ])('the text %s tells nothing', (_what, older) => {
    const mail = between('See below.', ...answered({ 4: '123A' }))
    expect(withAnswersShown(mail, older)).toBe(mail)
  })

  test('a mail that is passed on is left as it is', () => {
    const mail = aMail({
      text: `fyi\n\n-------- Forwarded message --------\n${HEADER}\n${answered({ 4: '123A' }).join('\n')}`,
    })
    expect(withAnswersShown(mail, [OURS])).toBe(mail)
    expect(mayAnswerBetween(mail)).toBe(false)
  })
})

describe('lines that the writer marked are new without it', () => {
  test.each(['[Robin Vale] 123A', '[RV] 123A', '<<Robin>> 123A', '(RV): 123A', '[Vale, Robin] 123A'])('%s', (line) => {
    const mail = withAnswersShown(between('Our answers are below.', ...answered({ 4: line })), [])
    expect(newestWords(mail)).toContain(line)
    expect(announcesAnswers(mail)).toBe(false)
  })

  test('another’s mark says nothing', () => {
    const mail = between('See below.', ...answered({ 4: '[Pat Field] 123A' }))
    expect(withAnswersShown(mail, [])).toBe(mail)
  })
})

describe('who announces answers that cannot be told', () => {
  test.each([
    ['See below.', true],
    ['Our answers are below in red.', true],
    ['Please see my comments inline, thank you for your patience with us in this long matter of ours.', true],
    ['We have responded to each of your questions below, as our counsel asked us to do last Friday.', true],
    ['The certificate is attached; the fee schedule below the signature is of no interest to anybody now.', false],
    ['Attached.', false],
  ])('%s -> %s', (words, announces) => {
    expect(announcesAnswers(between(words, ...ASKED))).toBe(announces)
  })

  test('needs an old mail below a header block: lines with > are told anyway', () => {
    expect(announcesAnswers(aMail({ text: 'See below.\n\nOn Monday, desk wrote:\n> the OCN?\n123A' }))).toBe(false)
    expect(announcesAnswers(aMail({ text: 'See below. The OCN is 123A.' }))).toBe(false)
  })
})

test.each([
  ['few words above a header block', between('See below.', ...ASKED), true],
  [
    'a whole letter above it',
    between(
      'Our certificate of the commission is attached, and the forecast follows by the end of the week.',
      ...ASKED,
    ),
    false,
  ],
  [
    'a letter above it that announces answers',
    between(`${'We thank you for the list of open points. '.repeat(3)}Answers inline.`, ...ASKED),
    true,
  ],
  ['no header block', aMail({ text: 'Yes.' }), false],
])('the old mails are looked up for %s: %s', (_what, mail, looks) => {
  expect(mayAnswerBetween(mail)).toBe(looks)
})
