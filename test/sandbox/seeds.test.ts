import { simpleParser } from 'mailparser'
import { describe, expect, it } from 'vitest'
import { deliverSeeds, readSeeds, SEED_ADDRESS } from '../../src/sandbox/seed.ts'
import { PostOffice } from '../../src/sandbox/store/post-office.ts'
import { NOON, OURS, useSandbox } from './sandbox-fixture.ts'

const seeds = readSeeds()

describe('the sample mails', () => {
  it('are of many sorts', () => {
    expect(seeds.map((seed) => seed.name)).toEqual([
      'request-to-negotiate-two-states',
      'agreement-request-form-as-docx',
      'opt-in-under-252i-by-counsel',
      'out-of-office-of-counsel',
      'early-ordering-letter-wanted',
      'questionnaire-with-certificate',
      'where-does-our-request-stand',
      'reply-with-missing-ocn',
      'template-as-is-html-only',
      'bounce-of-a-mistyped-address',
      'household-repair-complaint',
      'newsletter',
      'do-we-need-a-certificate-first',
      'amendment-for-transit',
      'solar-farm-interconnection',
    ])
  })

  it.each(seeds.map((seed) => [seed.name, seed] as const))('%s is well-formed and invented', async (_name, { raw }) => {
    const text = raw.toString('latin1')
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(Math.max(...text.split('\r\n').map((line) => line.length))).toBeLessThan(1000)
    const mail = await simpleParser(raw, { keepDeliveryStatus: true })
    expect(mail.messageId).toMatch(/^<[^<>@]+@[^<>@]+>$/)
    expect(mail.date?.getFullYear()).toBe(2026)
    const readable = `${mail.from?.text} ${mail.text} ${mail.html || ''}`
    for (const [, domain] of readable.matchAll(/@([\w.-]+\w)/g))
      expect(domain).toMatch(/(\.example|^example\.com|\.example\.com)$/)
    for (const [phone, last] of readable.matchAll(/\d{3}\)?[ -]\d{3}[ -](\d{4})/g)) {
      expect(phone).toMatch(/555[ -]/)
      expect(last).toMatch(/^01\d\d$/)
    }
  })

  it.each([
    ['agreement-request-form-as-docx', ['Agreement Request Form - Sawtooth.docx']],
    ['opt-in-under-252i-by-counsel', ['Orcas Bay - 252(i) adoption letter.pdf']],
    ['questionnaire-with-certificate', ['Customer_Questionnaire_NE.docx', 'PSC certificate C-5618.pdf']],
  ])('%s carries its documents', async (name, files) => {
    const { attachments } = await simpleParser(seeds.find((seed) => seed.name === name)?.raw ?? '')
    expect(attachments.map((file) => file.filename)).toEqual(files)
    for (const { filename, content } of attachments) {
      expect(content.toString('latin1', 0, 4)).toBe(filename?.endsWith('.pdf') ? '%PDF' : 'PK\u0003\u0004')
    }
  })
})

describe('delivering them', () => {
  const at = useSandbox({ seed: true })
  const empty = useSandbox()

  it('happens on the first start, to our address', async () => {
    const client = await at.client()
    const { exists } = await client.mailboxOpen('INBOX')
    expect(exists).toBe(seeds.length)
    const rows = await client.fetchAll('1:*', { source: true })
    for (const row of rows) {
      expect(row.source?.toString('latin1')).toContain(OURS)
      expect(row.source?.toString('latin1')).not.toContain(SEED_ADDRESS)
    }
  })

  it('happens once, also when some were deleted', async () => {
    const client = await at.client()
    await client.mailboxOpen('INBOX')
    await client.messageDelete('1:3')
    await at.restart()
    expect(at.sandbox.mailboxesWithMail()).toEqual([{ user: 'desk', count: seeds.length - 3 }])
  })

  it('goes on where it was broken off', async () => {
    const directory = `${empty.directory}/other`
    const office = () => new PostOffice(directory, () => NOON)
    const broken = seeds.map((seed, index) => {
      if (index === 5)
        return {
          ...seed,
          get raw(): Buffer {
            throw new Error('killed')
          },
        }
      return seed
    })
    expect(() => deliverSeeds(office(), broken, OURS)).toThrow('killed')
    expect(office().account('desk')?.mailbox('INBOX')?.count).toBe(5)
    deliverSeeds(office(), seeds, OURS)
    deliverSeeds(office(), seeds, OURS)
    expect(office().account('desk')?.mailbox('INBOX')?.count).toBe(seeds.length)
  })
})
