/**
 * A small desk that really lived: mails read, understood, decided and answered by the program's own parts. Of ten mails
 * one opens a case, four go on in its thread, and five are a machine's.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findableStore } from '../../src/db/findable.ts'
import type { ReadMail } from '../../src/domain/mail.ts'
import { picturesToRecognise } from '../../src/domain/pictures.ts'
import { understand } from '../../src/domain/understand/understand.ts'
import type { Understanding } from '../../src/domain/understanding.ts'
import { shippedExamples, shippedModel } from '../../src/learning/shipped.ts'
import { createMailReader } from '../../src/mime/reader-pool.ts'
import { OURS } from '../support/arrivals.ts'
import { decider } from '../support/deciding.ts'
import type { Ledger } from '../support/ledger-on.ts'
import { letter } from './letters.ts'

const COMPANIES = 40
const GOES_ON = [
  'Could you tell us where our request stands? We hope to turn up service in the spring.',
  'The certificate of the commission follows by courier; the docket is open since January.',
  'Our counsel asks for a copy of the template with the pricing appendix, in Word if you can.',
  'Thank you for the call today. We will send the forecast for the two collocation sites next week.',
]
const OTHERS = 5

export async function seed(ledger: Ledger): Promise<number> {
  const reader = createMailReader({ workers: 1, archiveDirectory: null })
  const world = { ownAddresses: [OURS], authservIds: [], model: shippedModel() }
  const understood = (mail: ReadMail): Understanding => {
    const found = understand(mail, world)
    return mail.messageId?.includes('-machine-') ? { ...found, kind: 'auto-reply' } : found
  }
  const desk = decider(ledger, { understand: understood, caps: { perHour: 1e9 } })
  let mails = 0
  try {
    for (const raw of seedMails()) {
      const { mail } = await reader.read({ bytes: raw })
      if (mail === null || picturesToRecognise(mail).length > 0) continue
      await desk.receive(mail)
      mails += 1
    }
  } finally {
    await reader.close()
  }
  const store = findableStore(ledger.pool)
  while ((await store.makeFindable(16)) > 0);
  return mails
}

function seedMails(): readonly Buffer[] {
  const folder = join(shippedExamples(), 'corpus')
  const corpus = readdirSync(folder)
    .filter((name) => name.endsWith('.eml'))
    .sort()
  return Array.from({ length: COMPANIES }, (_, company) => [
    letter(company, OURS, 'seed'),
    ...GOES_ON.map((words, at) => reply(company, at, words)),
    ...Array.from({ length: OTHERS }, (_one, at) => {
      const name = corpus[(company * OTHERS + at) % corpus.length] ?? ''
      return machine(readFileSync(join(folder, name)), company, at)
    }),
  ]).flat()
}

function reply(company: number, at: number, words: string): Buffer {
  const domain = `carrier-seed-${company}.example`
  const opened = `<seed-${company}-xxxxxxxx@${domain}>`
  const head = [
    `From: Robin Vale <robin@${domain}>`,
    `To: <${OURS}>`,
    `Subject: Re: our request, part ${at}`,
    `Message-ID: <seed-${company}-reply-${at}@${domain}>`,
    `In-Reply-To: ${opened}`,
    `References: ${opened}`,
    'Date: Tue, 03 Mar 2026 09:00:00 -0700',
    'Content-Type: text/plain; charset=utf-8',
  ]
  return Buffer.from([...head, '', 'Hello,', '', words, '', 'Robin Vale', ''].join('\r\n'))
}

/** A mail of the corpus, for its words, as if a machine had sent it. */
function machine(raw: Buffer, company: number, at: number): Buffer {
  const id = `<seed-${company}-machine-${at}@carrier-seed-${company}.example>`
  const text = raw
    .toString('latin1')
    .replace(/^message-id:.*(?:\r?\n[ \t].*)*\r?\n/im, '')
    .replace(/^from:.*(?:\r?\n[ \t].*)*\r?\n/im, '')
  const head = `Message-ID: ${id}\r\nFrom: Robot <robot@machine-seed-${company}.example>\r\n`
  return Buffer.from(head + text, 'latin1')
}
