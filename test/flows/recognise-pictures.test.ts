import { describe, expect, test } from 'vitest'
import type { Recognised } from '../../src/domain/pictures.ts'
import { ocrMail } from '../../src/flows/ocr-mail.ts'
import { recognisePictures } from '../../src/flows/recognise-pictures.ts'
import type { PictureReader } from '../../src/ports/picture-reader.ts'
import type { OcrStore, Recognition } from '../../src/ports/stores/ocr-mail.ts'
import { rememberingBell } from '../support/ledger.ts'
import { aMail } from '../support/mail-builder.ts'

const UTAH: Recognised = { text: 'State: Utah', confidence: 0.9, problems: [] }
const LATE: Recognised = { text: '', confidence: 0, problems: [{ code: 'time-limit', detail: 'too slow' }] }

function scans(count: number) {
  const mail = aMail({ attachments: Array.from({ length: count }, (_, at) => ({ filename: `${at}.pdf` })) })
  return { ...mail, attachments: mail.attachments.map((file) => ({ ...file, textFrom: 'picture' as const })) }
}
/** A clock that goes on by a second with each look. */
function seconds() {
  let now = 0
  return () => {
    now += 1_000
    return now
  }
}
const texts = (mail: ReturnType<typeof aMail>) => mail.attachments.map(({ text }) => text)
const problems = (mail: ReturnType<typeof aMail>) => mail.problems.map(({ code, detail }) => `${code} ${detail}`)

describe('the pictures of one mail', () => {
  test('so many, and no more', async () => {
    const budget = { mailFiles: 1, mailMs: 1e6, clock: seconds() }
    const mail = await recognisePictures(scans(2), budget, async () => UTAH)
    expect(texts(mail)).toEqual(['State: Utah', null])
    expect(problems(mail)).toEqual(['part-limit 1.pdf: only 1 pictures of a mail are read'])
  })

  test('in one budget of time, of which each gets what is left', async () => {
    const left: number[] = []
    const budget = { mailFiles: 9, mailMs: 2_500, clock: seconds() }
    const mail = await recognisePictures(scans(3), budget, async (_picture, ms) => {
      left.push(ms)
      return UTAH
    })
    expect(left).toEqual([1_500, 500])
    expect(problems(mail)).toEqual(['time-limit 2.pdf: no time was left to recognise it'])
  })
})

describe('the stage', () => {
  /** A mail with a scan in work, and what became of it. */
  function stage({
    attempts = 1,
    known = null,
    found = UTAH,
  }: Partial<{ attempts: number; known: Recognised | null; found: Recognised }>) {
    const kept: string[] = []
    const recorded: Recognition[] = []
    const asked: string[] = []
    const store: OcrStore = {
      toRecognise: async () => (recorded.length > 0 ? null : { messageId: 7, mail: scans(1), attempts }),
      recognised: async () => known,
      keepRecognised: async (_sha256, { text }) => void kept.push(text),
      recordRecognised: async (_workId, recognition) => {
        recorded.push(recognition)
        return [{ stage: 'decide', workId: '8', rings: 0 }]
      },
    }
    const pictures: PictureReader = {
      recognise: async (source) => {
        asked.push('path' in source ? source.path : 'bytes')
        return found
      },
      close: async () => {},
    }
    const bell = rememberingBell()
    const archive = { pathOf: (sha256: string) => `/archive/${sha256.length}` } as Parameters<
      typeof ocrMail
    >[0]['archive']
    const budget = { mailFiles: 9, mailMs: 1e6, clock: seconds() }
    const handler = ocrMail({ store, archive, pictures, bell, budget, onRecognised: () => {} })
    return { handler, kept, recorded, asked, bell }
  }

  test('the text is recorded, kept for other mails, and the mail goes on to be decided', async () => {
    const { handler, kept, recorded, asked, bell } = stage({})
    await handler('5')
    await handler('5')
    expect(recorded.map(({ mail }) => texts(mail))).toEqual([['State: Utah']])
    expect({ kept, asked }).toEqual({ kept: ['State: Utah'], asked: ['/archive/64'] })
    expect(bell.rung.map(({ stage }) => stage)).toEqual(['decide'])
  })

  test('a file that was seen before is not recognised again', async () => {
    const { handler, recorded, asked } = stage({ known: UTAH })
    await handler('5')
    expect({ asked, texts: recorded.map(({ mail }) => texts(mail)) }).toEqual({ asked: [], texts: [['State: Utah']] })
  })

  test('what a bad day did to it is not kept, and the mail goes on with the reason', async () => {
    const { handler, kept, recorded, bell } = stage({ found: LATE })
    await handler('5')
    expect(kept).toEqual([])
    expect(recorded.map(({ mail }) => problems(mail))).toEqual([['time-limit 0.pdf: too slow']])
    expect(bell.rung).toHaveLength(1)
  })

  test('a picture that ended the program again and again is left alone', async () => {
    const { handler, recorded, asked } = stage({ attempts: 6 })
    await handler('5')
    expect(asked).toEqual([])
    expect(recorded.map(({ mail }) => problems(mail))).toEqual([
      ['not-read 0.pdf: recognising its text failed 5 times'],
    ])
  })
})
