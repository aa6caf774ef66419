/** Signatures: that others find them good, and what doctor compares with the DNS. */
import { createPublicKey } from 'node:crypto'
import { dkimVerify } from 'mailauth/lib/dkim/verify.js'
import { describe, expect, test } from 'vitest'
import { composeMessage } from '../../src/smtp/compose-message.ts'
import { compareRecord, type DkimRecord, recordFor, recordName } from '../../src/smtp/dkim-record.ts'
import { dkimSigner } from '../../src/smtp/dkim-signer.ts'
import { rsaKey } from '../config/keys.ts'

const privateKey = rsaKey()
const KEY = { domain: 'corp.example', selector: 'mail2026', privateKey }

function message(text: string): Promise<Buffer> {
  return composeMessage({
    from: { name: 'Interconnection Agreements', address: 'desk@corp.example' },
    to: { name: 'Ann', address: 'ann@customer.example' },
    subject: 'Re: Grüße [CLEC-2026-00042]',
    text,
    html: `<p>${text}</p>`,
    messageId: '<one@corp.example>',
    inReplyTo: '<zero@customer.example>',
    references: ['<zero@customer.example>'],
    date: new Date('2026-05-04T12:00:00Z'),
    headers: { 'Auto-Submitted': 'auto-replied' },
  })
}

/** What a stranger's mail server makes of it who finds this in the DNS. */
async function verdict(raw: Buffer, record = recordFor(privateKey)): Promise<string> {
  const resolver = async (name: string, type: string) => {
    if (name === 'mail2026._domainkey.corp.example' && type === 'TXT') return [[record]]
    throw Object.assign(new Error(`no ${name}`), { code: 'ENOTFOUND' })
  }
  const { results } = await dkimVerify(raw, { resolver })
  return results.map(({ status, signingDomain }) => `${status.result} ${signingDomain ?? ''}`.trim()).join(', ')
}

describe('what is signed', () => {
  test.each(['Hello', '.\r\n..\r\nFrom here on\r\n\r\n\r\n', 'ä'.repeat(500), ''])('%j is found good', async (text) => {
    const raw = await message(text)
    const signed = await dkimSigner(KEY)(raw)
    expect(await verdict(signed)).toBe('pass corp.example')
    expect(signed.subarray(-raw.length).equals(raw)).toBe(true)
  })

  test('and changed on the way is found out', async () => {
    const signed = await dkimSigner(KEY)(await message('Hello'))
    const changed = Buffer.from(signed.toString().replace('desk@corp.example', 'boss@corp.example'))
    expect(await verdict(changed)).not.toMatch(/^pass/)
  })

  test('is not good for who finds another key', async () => {
    expect(await verdict(await dkimSigner(KEY)(await message('Hello')), recordFor(rsaKey(1024)))).not.toMatch(/^pass/)
  })

  test('gives the same bytes each time, as a mail that is sent again needs', async () => {
    const [sign, raw] = [dkimSigner(KEY), await message('Hello')]
    expect((await sign(raw)).equals(await sign(raw))).toBe(true)
  })

  test('a key that cannot sign keeps the mail', async () => {
    const sign = dkimSigner({ ...KEY, privateKey: 'no key at all' })
    await expect(sign(await message('Hello'))).rejects.toThrow('The mail could not be signed for corp.example.')
  })
})

describe('what stands in DNS', () => {
  const bare = createPublicKey(privateKey).export({ type: 'pkcs1', format: 'der' }).toString('base64')
  const right = recordFor(privateKey)
  const RECORDS: readonly (readonly [string, readonly (readonly string[])[], DkimRecord])[] = [
    ['our key', [[right]], 'same'],
    ['our key in pieces, with blanks', [[right.slice(0, 200), `${right.slice(200, 220)} `, right.slice(220)]], 'same'],
    ['our key as the RFC has it', [[`k=rsa; p=${bare}`]], 'same'],
    ['our key beside another', [[recordFor(rsaKey(1024))], [right]], 'same'],
    ['another key', [[recordFor(rsaKey(1024))]], 'other'],
    ['a key that was taken back', [['v=DKIM1; p=']], 'revoked'],
    ['something else', [['v=spf1 -all']], 'missing'],
    ['nothing', [], 'missing'],
  ]
  test.for(RECORDS)('%s', ([, records, expected]) => {
    expect(recordName(KEY)).toBe('mail2026._domainkey.corp.example')
    expect(compareRecord(records, privateKey)).toBe(expected)
  })
})
