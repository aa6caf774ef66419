import { describe, expect, test } from 'vitest'
import type { Attachment, Problem, ReadMail } from '../../src/domain/mail.ts'
import { mayHoldText, picturesToRecognise, stageAfterReading, withRecognised } from '../../src/domain/pictures.ts'
import { aMail } from '../support/mail-builder.ts'

describe('which pictures may be a page', () => {
  test.each([
    ['a photograph of a telephone', 3024, 4032, false, true],
    ['the same, shown in the mail', 3024, 4032, true, true],
    ['a screenshot that somebody pasted', 1280, 720, true, true],
    ['a small screenshot, attached', 400, 260, false, true],
    ['a small one shown in the mail', 400, 260, true, false],
    ['a logo', 180, 48, true, false],
    ['a logo, attached', 180, 48, false, false],
    ['a banner', 1200, 150, true, false],
    ['a banner of a fine screen', 2400, 300, true, false],
    ['an icon', 64, 64, false, false],
    ['a signature in ink', 420, 140, true, false],
    ['a line', 2000, 1, false, false],
    ['nothing', 0, 0, false, false],
  ])('%s, %i × %i: inline %s -> %s', (_meaning, width, height, inline, expected) => {
    expect(mayHoldText({ width, height }, inline)).toBe(expected)
  })
})

const SCAN: Partial<Attachment> = { textFrom: 'picture' }
const NOTED: Problem = { code: 'picture', detail: 'scan.pdf: 1 page without text: a scan, for a person to read' }

/** A mail with one file `scan.pdf`, or with several. */
function mailWith(files: readonly Partial<Attachment>[] = [SCAN], headers = {}): ReadMail {
  const mail = aMail({ attachments: files.map(() => ({ filename: 'scan.pdf' })), headers })
  const attachments = mail.attachments.map((file, at) => ({ ...file, sha256: `${at}`, ...files[at] }))
  return { ...mail, attachments, problems: [NOTED] }
}
const found = (text: string, confidence: number, problems: readonly Problem[] = []) =>
  new Map([['0', { text, confidence, problems }]])

describe('which are recognised', () => {
  const count = (mail: ReadMail) => picturesToRecognise(mail).length

  test.each<readonly [string, ReadMail, number]>([
    ['a scan', mailWith(), 1],
    ['a file of which some pages are scans', mailWith([{ textFrom: 'both', text: 'page one' }]), 1],
    ['a file that has its text', mailWith([{ textFrom: 'file', text: 'all' }]), 0],
    ['what an older version read, which knew nothing of pictures', mailWith([{}]), 0],
    ['one that is recognised', mailWith([{ textFrom: 'picture', text: 'all', textConfidence: 0.9 }]), 0],
    ['the same file twice', mailWith([SCAN, { ...SCAN, sha256: '0' }]), 1],
    [
      'decoration of a newsletter',
      mailWith([{ ...SCAN, inline: true }], { 'List-Unsubscribe': '<https://x.example>' }),
      0,
    ],
    ['a scan that went over a mailing list', mailWith([SCAN], { 'List-Id': '<clec.x.example>' }), 1],
  ])('%s', (_meaning, mail, expected) => {
    expect(count(mail)).toBe(expected)
    expect(stageAfterReading(mail)).toBe(expected > 0 ? 'ocr' : 'decide')
  })
})

const starts = (page: number, from: number) => ({ page, from })

describe('the mail afterwards', () => {
  const outcomeOf = (mail: ReadMail, ...args: Parameters<typeof found>) => {
    const { attachments, problems } = withRecognised(mail, found(...args))
    const [{ text, textFrom, textConfidence } = {} as Attachment] = attachments
    return { text, textFrom, textConfidence, problems: problems.map(({ code, detail }) => `${code} ${detail}`) }
  }

  test('has the text, and a scan is no problem any more', () => {
    expect(outcomeOf(mailWith(), 'State: Utah', 0.93)).toEqual({
      text: 'State: Utah',
      textFrom: 'picture',
      textConfidence: 0.93,
      problems: [],
    })
  })

  test('knows the pages of both', () => {
    const mail = mailWith([{ textFrom: 'both', text: 'one three', pages: [starts(1, 0), starts(3, 4)] }])
    const recognised = { text: 'two', confidence: 0.9, problems: [], pages: [starts(2, 0)] }
    expect(withRecognised(mail, new Map([['0', recognised]])).attachments[0]).toMatchObject({
      text: 'one three\n\ntwo',
      pages: [starts(1, 0), starts(3, 4), starts(2, 11)],
    })
  })

  test('keeps the text of the pages that had some', () => {
    const mail = mailWith([{ textFrom: 'both', text: 'Page one' }])
    expect(outcomeOf(mail, 'Page two', 0.9)).toMatchObject({ text: 'Page one\n\nPage two', textFrom: 'both' })
  })

  test('says when it was hard to read', () => {
    expect(outcomeOf(mailWith(), 'Stote: Ulah', 0.41).problems).toEqual([
      'picture scan.pdf: hard to read; recognised with a confidence of 41 %',
    ])
  })

  test('says why there is no text, and that it is a scan', () => {
    const late: Problem = { code: 'time-limit', detail: 'not recognised within 40.0 s' }
    expect(outcomeOf(mailWith(), '', 0, [late])).toEqual({
      text: null,
      textFrom: undefined,
      textConfidence: undefined,
      problems: [`picture ${NOTED.detail}`, 'time-limit scan.pdf: not recognised within 40.0 s'],
    })
  })

  test('a photograph of a cabinet is no problem', () => {
    const mail = mailWith([{ ...SCAN, mediaType: 'image/jpeg' }])
    expect(outcomeOf(mail, '', 0)).toMatchObject({ text: null, problems: [] })
  })

  test('has nothing left to be recognised, whatever came out', () => {
    for (const text of ['', 'State: Utah'])
      expect(picturesToRecognise(withRecognised(mailWith(), found(text, 0.5)))).toEqual([])
  })

  test('what nobody recognised stays as it was', () => {
    expect(withRecognised(mailWith(), new Map())).toEqual(mailWith())
  })
})
