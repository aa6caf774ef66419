import { describe, expect, test } from 'vitest'
import { lookAlikeOf } from '../../src/domain/look-alike.ts'
import { decodePunycode } from '../../src/domain/punycode.ts'
import type { SenderCheck } from '../../src/domain/sender-check.ts'
import { CAUSES, may, type SenderFacts, type SenderLevel, senderLevel } from '../../src/domain/sender-level.ts'
import { aMail, type MailSketch } from '../support/mail-builder.ts'

const SERVER = 'mx.carrier.example'
const FACTS: SenderFacts = {
  staff: ['anna@carrier.example'],
  contacts: ['paula@acmefiber.example'],
  ownAddresses: ['intagree@carrier.example'],
  authservIds: [SERVER],
  repliesTo: [],
}
const judge = (mail: MailSketch, facts: Partial<SenderFacts> = {}) => senderLevel(aMail(mail), { ...FACTS, ...facts })
const found = (results: string, more: MailSketch = {}): MailSketch => ({
  ...more,
  headers: { 'Authentication-Results': `${SERVER}; ${results}` },
})
const ANNA = { from: 'Anna <anna@carrier.example>' }

describe('who the sender is', () => {
  test.each<readonly [meaning: string, mail: MailSketch, facts: Partial<SenderFacts>, level: SenderLevel]>([
    ['a contact, DMARC passed', found('dmarc=pass header.from=acmefiber.example'), {}, 'verified'],
    ['a contact, DMARC passed without its domain', found('dmarc=pass'), {}, 'verified'],
    ['DMARC passed for another domain', found('dmarc=pass header.from=evil.example'), {}, 'known'],
    [
      'a contact, DMARC passed at Microsoft 365',
      {
        headers: {
          'Authentication-Results':
            'spf=pass (sender IP is 192.0.2.1) smtp.mailfrom=acmefiber.example; dkim=pass (signature was verified) header.d=acmefiber.example;dmarc=pass action=none header.from=acmefiber.example;compauth=pass reason=100',
        },
      },
      { authservIds: ['microsoft-365'] },
      'verified',
    ],
    ['DKIM of the same domain', found('dkim=pass header.d=acmefiber.example'), {}, 'verified'],
    ['DKIM of a subdomain', found('dkim=pass header.d=mail.acmefiber.example'), {}, 'verified'],
    ['DKIM by identity', found('dkim=pass header.i=@acmefiber.example'), {}, 'verified'],
    ['DKIM of another domain', found('dkim=pass header.d=sendgrid.example'), {}, 'known'],
    ['DKIM of a neighbour', found('dkim=pass header.d=evil.example'), {}, 'known'],
    ['DKIM of no domain', found('dkim=pass'), {}, 'known'],
    ['SPF alone', found('spf=pass smtp.mailfrom=acmefiber.example'), {}, 'known'],
    [
      'the second signature is aligned',
      found('dkim=pass header.d=x.example; dkim=pass header.d=acmefiber.example'),
      {},
      'verified',
    ],
    ['nothing checked', {}, {}, 'known'],
    [
      'checked by nobody we trust',
      { headers: { 'Authentication-Results': 'mx.evil.example; dmarc=pass' } },
      {},
      'known',
    ],
    ['DMARC failed', found('dmarc=fail'), {}, 'failed'],
    ['SPF and DKIM failed', found('spf=fail; dkim=fail'), {}, 'failed'],
    ['a stranger fails', found('dmarc=fail', { from: 'x@evil.example' }), {}, 'failed'],
    ['a stranger passes', found('dmarc=pass', { from: 'x@other.example' }), {}, 'unknown'],
    ['no sender', { from: '' }, {}, 'unknown'],
    [
      'no server, a token that went to them',
      {},
      { authservIds: [], repliesTo: ['paula@acmefiber.example'] },
      'verified',
    ],
    ['no server, a token that went to another', {}, { authservIds: [], repliesTo: ['lee@acmefiber.example'] }, 'known'],
    ['no server, forged results', found('dmarc=pass'), { authservIds: [] }, 'known'],
    ['a server, and only a token', {}, { repliesTo: ['paula@acmefiber.example'] }, 'known'],
    ['staff, passed', found('dmarc=pass', ANNA), {}, 'staff'],
    ['staff, nothing checked', ANNA, {}, 'known'],
    ['staff, failed', found('dmarc=fail', ANNA), {}, 'failed'],
    [
      'staff by token where no server is known',
      ANNA,
      { authservIds: [], repliesTo: ['anna@carrier.example'] },
      'staff',
    ],
    ['a colleague who is not known', found('dmarc=pass', { from: 'zed@carrier.example' }), {}, 'unknown'],
  ])('%s', (_meaning, mail, facts, level) => {
    expect(judge(mail, facts).level).toBe(level)
  })

  const checked = (
    result: SenderCheck['result'],
    policy: SenderCheck['policy'] = 'reject',
    domain = 'acmefiber.example',
  ) => ({
    checked: { result, policy, domain },
  })
  const BY_TOKEN = { authservIds: [], repliesTo: ['paula@acmefiber.example'] }
  test.each<
    readonly [
      meaning: string,
      mail: MailSketch,
      found: { checked?: SenderCheck },
      facts: Partial<SenderFacts>,
      level: SenderLevel,
    ]
  >([
    ['signed', {}, checked('pass'), {}, 'verified'],
    ['signed, no server is configured', {}, checked('pass', 'none'), { authservIds: [] }, 'verified'],
    ['signed by a domain that is not that of From', {}, checked('pass', 'none', 'evil.example'), {}, 'known'],
    ['a signed mail of ours', ANNA, checked('pass', 'none', 'carrier.example'), {}, 'staff'],
    ['a stranger, signed', { from: 'x@other.example' }, checked('pass', 'none', 'other.example'), {}, 'unknown'],
    ['not signed, to be rejected', {}, checked('fail'), {}, 'failed'],
    ['not signed, to be quarantined', {}, checked('fail', 'quarantine'), {}, 'failed'],
    ['not signed, and nothing is asked for', {}, checked('fail', 'none'), {}, 'known'],
    ['no policy', {}, checked('none', null), {}, 'known'],
    ['the DNS did not answer', {}, checked('temperror'), {}, 'known'],
    ['the DNS did not answer, and it bears a token', {}, checked('temperror'), BY_TOKEN, 'known'],
    ['nobody checks, and it bears a token', {}, {}, BY_TOKEN, 'verified'],
    ['our server found otherwise', found('dmarc=fail'), checked('pass'), {}, 'failed'],
    ['our server let it pass', found('dmarc=pass'), checked('fail'), {}, 'verified'],
    ['a stranger’s server let it pass', found('dmarc=pass'), checked('fail'), { authservIds: [] }, 'failed'],
  ])('checked by ourselves: %s', (_meaning, sketch, own, facts, level) => {
    expect(senderLevel({ ...aMail(sketch), ...own }, { ...FACTS, ...facts }).level).toBe(level)
  })

  test('of two senders nobody is verified', () => {
    const mail = aMail(found('dmarc=pass'))
    const two = senderLevel({ ...mail, from: [...mail.from, { name: '', address: 'anna@carrier.example' }] }, FACTS)
    expect([two.level, two.holds.map((one) => one.hold)]).toEqual(['known', ['several-senders']])
  })

  test('it is said why', () => {
    expect(judge(found('dmarc=fail')).because).toBe(
      'our server found that paula@acmefiber.example did not send this mail (dmarc=fail)',
    )
    expect(senderLevel({ ...aMail(), ...checked('fail') }, FACTS).because).toBe(
      'our own check found no signature of acmefiber.example that holds, and acmefiber.example asks not to take such mail for its own (dmarc=fail)',
    )
    expect(judge(found('dmarc=pass')).because).toBe(
      'paula@acmefiber.example is a known contact of the case, and DMARC passed for acmefiber.example',
    )
  })
})

describe('what a sender may cause', () => {
  test.each<readonly [level: SenderLevel, mail: MailSketch, causes: string]>([
    ['staff', found('dmarc=pass', ANNA), CAUSES.join(' ')],
    ['verified', found('dmarc=pass'), 'acknowledge file-in-case disclose-case-state change-contacts'],
    ['known', {}, 'acknowledge file-in-case'],
    ['failed', found('dmarc=fail'), ''],
    ['unknown', { from: 'x@other.example' }, 'acknowledge'],
  ])('%s', (level, mail, causes) => {
    const verdict = judge(mail)
    expect(verdict.level).toBe(level)
    expect(CAUSES.filter((cause) => may(verdict, cause).may).join(' ')).toBe(causes)
  })

  test('a hold leaves receipt and filing', () => {
    const verdict = judge(found('dmarc=pass', { replyTo: ['paula@elsewhere.example'] }))
    expect(CAUSES.filter((cause) => may(verdict, cause).may)).toEqual(['acknowledge', 'file-in-case'])
    expect(may(verdict, 'disclose-case-state').because).toContain('paula@elsewhere.example')
  })

  test('staff with a strange Reply-To orders nothing', () => {
    expect(may(judge(found('dmarc=pass', { ...ANNA, replyTo: ['a@evil.example'] })), 'order').may).toBe(false)
  })
})

describe('holds', () => {
  test.each<readonly [meaning: string, mail: MailSketch, holds: readonly string[]]>([
    ['none', {}, []],
    ['Reply-To of the same domain', { replyTo: ['office@acmefiber.example'] }, []],
    ['Reply-To of a subdomain', { replyTo: ['office@mail.acmefiber.example'] }, []],
    ['Reply-To elsewhere', { replyTo: ['paula@gmail.com'] }, ['reply-to']],
    ['Reply-To is us', { replyTo: ['intagree@carrier.example'] }, []],
    ['a domain like the contact’s', { from: 'paula@acmefibre.example' }, ['look-alike']],
    ['a domain like ours', { from: 'anna@carr1er.example' }, ['look-alike']],
    ['another ending', { from: 'paula@acmefiber.test' }, ['look-alike']],
    ['a stranger', { from: 'x@other.example' }, []],
  ])('%s', (_meaning, mail, holds) => {
    expect(judge(mail).holds.map((one) => one.hold)).toEqual(holds)
  })
})

describe('domains that look like others', () => {
  test.each<readonly [domain: string, like: string | null]>([
    ['acmefiber.com', null],
    ['mail.acmefiber.com', null],
    ['acmefibers.com', 'one letter away'],
    ['acmefibr.com', 'one letter away'],
    ['acmefbier.com', 'one letter away'],
    ['acmefiker.com', 'one letter away'],
    ['acrnefiber.com', 'letters that look alike'],
    ['acmef1ber.com', 'letters that look alike'],
    ['acme-fiber.com', 'letters that look alike'],
    ['асmefiber.com', 'letters that look alike'],
    ['xn--mefiber-1fg7m.com', 'letters that look alike'],
    ['acmefiber.net', 'another ending'],
    ['acmefiber.co.uk', 'another ending'],
    ['acmefiber.com.evil.test', 'a known domain within another'],
    ['acmefiber-com.evil.test', 'a known domain within another'],
    ['zenithtel.com', null],
    ['acmecable.com', null],
    ['', null],
  ])('%s', (domain, why) => {
    expect(lookAlikeOf(domain, ['acmefiber.com'])?.why ?? null).toBe(why)
  })

  test('a short name is like nothing', () => {
    expect(lookAlikeOf('abd.com', ['abc.com'])).toBeNull()
    expect(lookAlikeOf('abc.net', ['abc.com'])?.why).toBe('another ending')
  })

  test.each([
    ['bcher-kva', 'bücher'],
    ['mnchen-3ya', 'münchen'],
    ['80ak6aa92e', 'аррӏе'],
    ['!!', null],
    ['99999999', null],
  ])('punycode %s', (label, text) => {
    expect(decodePunycode(label)).toBe(text)
  })
})
