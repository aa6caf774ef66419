/** A mail clause by clause: what the model hears in each of them, in the order in which it was written. */
import { expect, test } from 'vitest'
import { lessonOf } from '../../../src/domain/learn/lesson.ts'
import { aMail, type MailSketch } from '../../support/mail-builder.ts'

/** For each clause its single words; what the sentence does around it stands before them. */
function heardIn(sketch: MailSketch): readonly string[] {
  const { clauses, features } = lessonOf({
    ...{ name: 'it', writer: 'she', mail: aMail(sketch), isWhole: true, rulesKnowIt: false, isMadeHard: false },
    label: { kind: 'human', intents: ['status-inquiry'], agreement: null, path: null, states: null },
  })
  return clauses.map(({ shows, isSubject, asks, gives, denies }) => {
    const words = [...shows].map((at) => features[at]?.name ?? '').filter((name) => /^any:[^# ]+$/.test(name))
    const acts = [isSubject && 'subject', asks && 'asks', gives && 'gives', denies && 'denies'].filter(Boolean)
    return `${acts.join('+')} ${words.map((name) => name.slice('any:'.length)).join(' ')}`.trim()
  })
}

test.each<readonly [meaning: string, mail: MailSketch, clauses: readonly string[]]>([
  [
    'a list is as many clauses as it has members',
    { subject: 'Papers', text: 'Attached: the questionnaire, our certificate and the code letter.' },
    ['subject paper', 'gives attach', 'gives the questionnair', 'gives our certificat', 'gives the code letter'],
  ],
  [
    'a question asks in each of its clauses',
    { subject: '', text: 'Where is the draft, and when may we order?' },
    ['asks wher is the draft', 'asks and when may we order ?'],
  ],
  ['what is denied', { subject: '', text: 'This is not about Utah.' }, ['denies thi is not about zzstat']],
  [
    'what is quoted speaks for nobody',
    { subject: '', text: 'Thank you.\n\nOn Mon, Ann wrote:\n> Where is the draft?' },
    ['thank you'],
  ],
])('%s', (_meaning, mail, clauses) => {
  expect(heardIn(mail)).toEqual(clauses)
})

test('what is passed on speaks for who passes it on', () => {
  const head = '---------- Forwarded message ---------\nFrom: Ann <ann@x.example>\nSubject: draft'
  const text = `Please see below.\n\n${head}\n\nWhere is the draft?`
  expect(heardIn({ subject: 'Fwd: draft', text })).toContain('asks wher is the draft ?')
})

test('of a letter without end only the beginning is cut into clauses', () => {
  const text = Array.from({ length: 400 }, (_, at) => `Line number ${at} of many.`).join('\n\n')
  expect(heardIn({ subject: '', text }).length).toBeLessThan(70)
})
