import { describe, expect, test } from 'vitest'
import { lessonOf } from '../../../src/domain/learn/lesson.ts'
import { parseShortMails } from '../../../src/domain/learn/short-mails.ts'
import type { Attachment } from '../../../src/domain/mail.ts'

/** The sorts of files that the model sees of a request form with such boxes. */
function sortsWith(boxes: string): readonly string[] {
  const [short] = parseShortMails(
    '=== intents=opt-in-inquiry\nSubject: form\nFile: form.pdf = other\nThe form you sent.',
  )
  if (short === undefined) throw new Error('no mail')
  const file = { ...(short.mail.attachments[0] as Attachment), text: `Agreement Request Form\n${boxes}\n` }
  const mail = { ...short.mail, attachments: [file] }
  const label = { kind: short.kind, intents: short.intents, agreement: null, path: null, states: null }
  const { features } = lessonOf({
    name: 'it',
    writer: 'me',
    mail,
    label,
    isWhole: true,
    rulesKnowIt: false,
    isMadeHard: false,
  })
  return features.map(({ name }) => name).filter((name) => name.startsWith('document:'))
}

describe('a request form that ticks', () => {
  test.each([
    ['an opt-in', '[x] Opt-in under 252(i)'],
    ['adoption', '☒ Adopt existing agreement, 252(i)'],
    ['adoption of what a carrier has', 'Method ( ) negotiate (X) adoption of: Gull Loop Co. agreement, approved 2023'],
    ['adoption after what it leaves open', '[ ] Negotiate\n[x] Interconnection: opt-in to an existing agreement'],
  ])('%s adopts', (_what, boxes) => {
    expect(sortsWith(boxes)).toEqual(['document:adoption-letter'])
  })

  test.each([
    ['nothing', 'Opt-in to an existing agreement: '],
    ['another way', '[x] Negotiate\n[ ] Opt-in under 252(i)'],
    ['another way on the same line', '[x] Negotiate [ ] Opt-in under 252(i)'],
  ])('%s asks', (_what, boxes) => {
    expect(sortsWith(boxes)).toEqual(['document:agreement-request-form'])
  })
})
