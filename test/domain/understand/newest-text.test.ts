import { describe, expect, test } from 'vitest'
import { foldText, type LineRange, type LineSort, textOf } from '../../../src/domain/understand/newest-text.ts'

/** A mail as lines with what each is: `n` newest, `q` quoted, `s` signature, `d` disclaimer. */
type Lines = readonly (readonly [mark: 'n' | 'q' | 's' | 'd', line: string])[]

const CASES: Readonly<Record<string, Lines>> = {
  'Gmail, answer on top': [
    ['n', 'Yes please.'],
    ['n', ''],
    ['q', 'On Mon, Mar 2, 2026 at 9:05 AM Pat Field <pat@carrier.example> wrote:'],
    ['q', '> Shall I send it?'],
  ],
  'an attribution over two lines': [
    ['n', 'Yes please.'],
    ['q', 'On Monday, March 2, 2026 at 9:05 AM Interconnection Agreements'],
    ['q', '<intagree@carrier.example> wrote:'],
    ['q', ''],
    ['q', 'Shall I send it?'],
  ],
  German: [
    ['n', 'Ja, gern.'],
    ['q', 'Am 02.03.2026 um 09:05 schrieb Pat Field:'],
    ['q', '> Soll ich es senden?'],
  ],
  French: [
    ['n', 'Oui.'],
    ['q', 'Le lun. 2 mars 2026 à 09:05, Pat Field <pat@carrier.example> a écrit :'],
    ['q', '> Voulez-vous ?'],
  ],
  Spanish: [
    ['n', 'Sí.'],
    ['q', 'El lun, 2 mar 2026 a las 9:05, Pat Field (<pat@carrier.example>) escribió:'],
    ['q', '> ¿Lo envío?'],
  ],
  'Outlook, a header block under a rule': [
    ['n', 'Attached.'],
    ['q', '________________________________'],
    ['q', 'From: Pat Field <pat@carrier.example>'],
    ['q', 'Sent: Monday, March 2, 2026 9:05 AM'],
    ['q', 'To: Paula Writer <paula@acmefiber.example>'],
    ['q', 'Subject: The form'],
    ['q', ''],
    ['q', 'Please send the form.'],
  ],
  'Outlook in German': [
    ['n', 'Anbei.'],
    ['q', 'Von: Pat Field <pat@carrier.example>'],
    ['q', 'Gesendet: Montag, 2. März 2026 09:05'],
    ['q', 'An: Paula Writer'],
    ['q', 'Betreff: Formular'],
  ],
  'the original message line': [
    ['n', 'See below.'],
    ['q', '-----Original Message-----'],
    ['q', 'Please send the form.'],
  ],
  'answers between the quoted lines stay': [
    ['q', '> Which state?'],
    ['n', 'Utah.'],
    ['q', '> Which company?'],
    ['n', 'Acme Fiber LLC.'],
  ],
  'a signature below its mark': [
    ['n', 'Please send the form.'],
    ['n', ''],
    ['s', '-- '],
    ['s', 'Paula Writer'],
    ['s', '303-555-0123'],
  ],
  'a signature below a closing phrase': [
    ['n', 'Please send the form.'],
    ['n', ''],
    ['s', 'Kind regards,'],
    ['s', ''],
    ['s', 'Paula Writer'],
    ['s', 'Acme Fiber LLC'],
  ],
  'a notice of a law firm': [
    ['n', 'We act for Acme Fiber LLC.'],
    ['n', ''],
    ['d', 'CONFIDENTIAL: this e-mail may be privileged. If you are not the intended recipient, delete it.'],
  ],
  'a letter that speaks of privilege is no notice': [
    ['n', 'Our privileged and confidential settlement offer is attached for the intended recipient.'],
  ],
  'neither is one below its greeting': [
    ['n', 'Dear Sir or Madam,'],
    ['n', ''],
    ['n', 'The deposit should go to the account below by tomorrow; please treat this as confidential.'],
  ],
  'a notice below nothing but thanks': [
    ['n', 'Thanks, that helps.'],
    ['n', ''],
    ['d', 'CONFIDENTIAL: this e-mail may be privileged. If you are not the intended recipient, delete it.'],
  ],
  'a colon does not make an attribution': [
    ['n', 'On the form please enter the following:'],
    ['n', 'Acme Fiber LLC'],
  ],
  'a thank-you in the middle does not end a letter': [
    ['n', 'Thanks,'],
    [
      'n',
      'that helps a lot. We have now read the whole template twice and would like to ask you three more questions about it.',
    ],
    [
      'n',
      'Which sections of the template apply to a carrier that has only one switch and no collocation at all in your state?',
    ],
  ],
}

describe('folding', () => {
  test.each(Object.entries(CASES))('%s', (_meaning, lines) => {
    const text = lines.map(([, line]) => line).join('\n')
    expect(marked(text)).toEqual(lines.map(([mark, line]) => [mark, line]))
  })

  test('every line lies in exactly one fold', () => {
    for (const lines of Object.values(CASES)) {
      const folded = foldText(lines.map(([, line]) => line).join('\n'))
      const all = [folded.newest, folded.quoted, folded.signature, folded.disclaimer].flat()
      const covered = all.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at))
      expect(covered.sort((a, b) => a - b)).toEqual(lines.map((_, at) => at))
    }
  })

  test('a forward says so', () => {
    expect(foldText('fyi\n---------- Forwarded message ---------\nFrom: a@b.example').forwardMark).toBe(true)
    expect(foldText('fyi\n-----Original Message-----\nFrom: a@b.example').forwardMark).toBe(false)
  })

  test('the text of a fold is the lines of the mail', () => {
    const folded = foldText('one\n> two\nthree')
    expect(textOf(folded, folded.newest)).toBe('one\nthree')
  })
})

function marked(text: string): (readonly [string, string])[] {
  const folded = foldText(text)
  const sortAt = (at: number): LineSort | undefined =>
    (['newest', 'quoted', 'signature', 'disclaimer'] as const).find((sort) =>
      folded[sort].some((range: LineRange) => at >= range.from && at < range.to),
    )
  return folded.lines.map((line, at) => [sortAt(at)?.[0] ?? '?', line])
}
