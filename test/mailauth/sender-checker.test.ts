/** Whether a mail is from its From, by its own signatures and what its domain has in the DNS. No name here is asked for. */
import { Readable } from 'node:stream'
import { dkimSign } from 'mailauth/lib/dkim/sign.js'
import { describe, expect, test } from 'vitest'
import { withSenderCheck } from '../../src/flows/check-sender.ts'
import { senderChecker } from '../../src/mailauth/sender-checker.ts'
import { rememberedTxt, type TxtLookup } from '../../src/mailauth/txt-records.ts'
import { recordFor } from '../../src/smtp/dkim-record.ts'
import { rsaKey } from '../config/keys.ts'
import { readBytes } from '../mime/mails.ts'

const ARRIVED = new Date('2026-05-04T12:00:00Z')
const privateKey = rsaKey()
const MAIL = [
  'From: Paula <paula@acmefiber.example>',
  'To: desk@carrier.example',
  'Subject: Our request',
  'Message-ID: <1@acmefiber.example>',
  '',
  'We want to interconnect in Utah.',
  '',
].join('\r\n')

/** Names and what stands there; an error code where the DNS answers with it. */
type Zone = Readonly<Record<string, string>>
const KEY = { 'one._domainkey.acmefiber.example': recordFor(privateKey) }
const REJECT = { '_dmarc.acmefiber.example': 'v=DMARC1; p=reject' }
const SILENT = 'ETIMEOUT'

function table(zone: Zone): TxtLookup {
  return async (name) => {
    const code = zone[name] ?? 'ENOTFOUND'
    if (/^E[A-Z]+$/.test(code)) throw Object.assign(new Error(`${name}: ${code}`), { code })
    return [[code]]
  }
}

interface Signing {
  readonly domain?: string
  readonly fields?: string
  readonly algorithm?: string
  readonly whole?: number
  readonly expires?: Date
}

async function signed(raw: string, { domain = 'acmefiber.example', ...more }: Signing = {}): Promise<string> {
  const { algorithm, expires, fields, whole } = more
  const key = { signingDomain: domain, selector: 'one', privateKey }
  const { signatures, errors } = await dkimSign(raw, {
    ...key,
    ...(algorithm && { algorithm }),
    ...(expires && { expires }),
    // Its type asks for a list, and its code for this.
    ...(fields && { headerList: fields as unknown as string[] }),
    signTime: new Date('2026-05-04T11:00:00Z'),
    signatureData: [{ ...key, ...(whole && { maxBodyLength: whole }) }],
  })
  expect(errors).toEqual([])
  return signatures + raw
}

/** As a file is read, though smaller. */
function* inPieces(bytes: Buffer) {
  for (let at = 0; at < bytes.length; at += 1_000) yield bytes.subarray(at, at + 1_000)
}

async function found(raw: string, txt: TxtLookup, authservIds: readonly string[] = []) {
  const mail = await readBytes(Buffer.from(raw))
  const archive = { open: () => Readable.from(inPieces(Buffer.from(raw))) }
  const checker = senderChecker({ txt, patienceMs: 5_000 })
  const { checked } = await withSenderCheck(
    mail,
    { sha256: 'a', receivedAt: ARRIVED },
    { checker, archive, authservIds },
  )
  return checked === undefined
    ? 'not checked'
    : [checked.result, checked.policy].filter((one) => one !== null).join(' ')
}

const subdomain = MAIL.replace('paula@acmefiber', 'paula@mail.acmefiber')
const other = { domain: 'sendgrid.example' }
const otherKey = { 'one._domainkey.sendgrid.example': recordFor(privateKey) }
const footer = (raw: string) => `${raw}--\r\nThe list of carriers\r\n`

describe('what is found of a mail', () => {
  test.each<readonly [meaning: string, raw: Promise<string> | string, zone: Zone, expected: string]>([
    ['signed by its domain', signed(MAIL), { ...KEY, ...REJECT }, 'pass reject'],
    ['signed by the domain above', signed(subdomain), { ...KEY, ...REJECT }, 'pass reject'],
    [
      'signed by the domain above, which is not enough for it',
      signed(subdomain),
      { ...KEY, '_dmarc.acmefiber.example': 'v=DMARC1; p=reject; adkim=s' },
      'fail reject',
    ],
    ['signed by another domain', signed(MAIL, other), { ...otherKey, ...REJECT }, 'fail reject'],
    [
      'signed by another domain and by its own',
      signed(MAIL).then((raw) => signed(raw, other)),
      { ...KEY, ...otherKey, ...REJECT },
      'pass reject',
    ],
    ['not signed', MAIL, { ...KEY, ...REJECT }, 'fail reject'],
    [
      'not signed, subdomains have a policy of their own',
      subdomain,
      { '_dmarc.acmefiber.example': 'v=DMARC1; p=reject; sp=quarantine' },
      'fail quarantine',
    ],
    ['its domain asks for nothing', MAIL, { '_dmarc.acmefiber.example': 'v=DMARC1; p=none' }, 'fail none'],
    ['its domain has no policy', signed(MAIL), KEY, 'none'],
    [
      'changed on the way',
      signed(MAIL).then((raw) => raw.replace('Utah', 'Idaho')),
      { ...KEY, ...REJECT },
      'fail reject',
    ],
    [
      'From changed on the way',
      signed(MAIL).then((raw) => raw.replace('paula@', 'peter@')),
      { ...KEY, ...REJECT },
      'fail reject',
    ],
    ['a list has added its footer', signed(MAIL).then(footer), { ...KEY, ...REJECT }, 'fail reject'],
    [
      'a footer behind a signature that stops before it',
      signed(MAIL, { whole: 34 }).then(footer),
      { ...KEY, ...REJECT },
      'fail reject',
    ],
    ['From is not signed', signed(MAIL, { fields: 'To:Subject' }), { ...KEY, ...REJECT }, 'fail reject'],
    ['signed with SHA-1', signed(MAIL, { algorithm: 'rsa-sha1' }), { ...KEY, ...REJECT }, 'fail reject'],
    [
      'the signature ended before the mail came',
      signed(MAIL, { expires: new Date('2026-05-04T11:30:00Z') }),
      { ...KEY, ...REJECT },
      'fail reject',
    ],
    [
      'the signature ended after the mail came',
      signed(MAIL, { expires: new Date('2026-05-04T12:30:00Z') }),
      { ...KEY, ...REJECT },
      'pass reject',
    ],
    ['the key is not there', signed(MAIL), REJECT, 'fail reject'],
    [
      'the key was taken back',
      signed(MAIL),
      { 'one._domainkey.acmefiber.example': 'v=DKIM1; p=', ...REJECT },
      'fail reject',
    ],
    [
      'no answer about the key',
      signed(MAIL),
      { 'one._domainkey.acmefiber.example': SILENT, ...REJECT },
      'temperror reject',
    ],
    [
      'no answer about the key of a stranger',
      signed(MAIL, other),
      { 'one._domainkey.sendgrid.example': SILENT, ...REJECT },
      'fail reject',
    ],
    ['no answer about the policy', signed(MAIL), { ...KEY, '_dmarc.acmefiber.example': SILENT }, 'temperror'],
    ['two in From', signed(MAIL.replace('To:', 'From: lee@other.example\r\nTo:')), { ...KEY, ...REJECT }, 'none'],
    ['nobody in From', MAIL.replace('paula@acmefiber.example', ''), REJECT, 'none'],
    ['a line beyond all measure', signed(MAIL + 'a'.repeat(100_000)), { ...KEY, ...REJECT }, 'fail reject'],
    [
      'eleven signatures',
      signed(MAIL).then((raw) => raw.slice(0, -MAIL.length).repeat(11) + MAIL),
      { ...KEY, ...REJECT },
      'fail reject',
    ],
  ])('%s', async (_meaning, raw, zone, expected) => {
    expect(await found(await raw, table(zone))).toBe(expected)
  })

  test('nothing, where a server of ours has checked it', async () => {
    const raw = `Authentication-Results: mx.carrier.example; dmarc=fail\r\n${await signed(MAIL)}`
    const zone = table({ ...KEY, ...REJECT })
    expect(await found(raw, zone, ['mx.carrier.example'])).toBe('not checked')
    expect(await found(raw, zone, ['mx.other.example'])).toBe('pass reject')
  })

  test('not for ever: a DNS that never answers is none', async () => {
    const raw = Readable.from([Buffer.from(await signed(MAIL))])
    const checker = senderChecker({ txt: () => new Promise(() => {}), patienceMs: 1 })
    const { result } = await checker.check(raw, 'paula@acmefiber.example', ARRIVED)
    expect([result, raw.destroyed]).toEqual(['temperror', true])
  })
})

describe('what the DNS said', () => {
  test('is remembered for an hour, that there is nothing too, and silence is not', async () => {
    let now = ARRIVED.getTime()
    const asked: string[] = []
    const zone = table({ 'a.example': 'text', 'silent.example': SILENT })
    const txt = rememberedTxt(
      (name) => {
        asked.push(name)
        return zone(name)
      },
      () => new Date(now),
    )
    const ask = () =>
      Promise.all(
        ['a.example', 'gone.example', 'silent.example'].map((name) =>
          txt(name).then(String, (error: NodeJS.ErrnoException) => error.code),
        ),
      )
    expect(await ask()).toEqual(['text', 'ENOTFOUND', 'ETIMEOUT'])
    expect(await ask()).toEqual(['text', 'ENOTFOUND', 'ETIMEOUT'])
    expect(asked).toEqual(['a.example', 'gone.example', 'silent.example', 'silent.example'])
    now += 3_600_000
    await ask()
    expect(asked).toHaveLength(7)
  })
})
