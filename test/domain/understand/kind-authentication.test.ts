import { describe, expect, test } from 'vitest'
import type { HeaderField } from '../../../src/domain/mail.ts'
import { failedChecks, trustedResults } from '../../../src/domain/understand/kind/authentication.ts'
import { understand } from '../../../src/domain/understand/understand.ts'
import { shippedModel } from '../../../src/learning/shipped.ts'
import { aMail } from '../../support/mail-builder.ts'

const OURS = ['mx.carrier.example']
const M365 = ['microsoft-365']
const fields = (...values: readonly string[]): HeaderField[] =>
  values.map((value) => ({ name: 'authentication-results', value }))

describe('which field is believed (RFC 8601)', () => {
  test.each<readonly [meaning: string, values: readonly string[], trusted: readonly string[], methods: string]>([
    ['nobody is configured', ['mx.carrier.example; spf=fail'], [], ''],
    ['another server wrote it', ['mx.other.example; spf=fail'], OURS, ''],
    ['ours, in capitals', ['MX.Carrier.Example; spf=pass'], OURS, 'spf=pass'],
    ['ours with a version', ['mx.carrier.example 1; spf=pass'], OURS, 'spf=pass'],
    ['ours in quotes', ['"mx.carrier.example"; dkim=fail'], OURS, 'dkim=fail'],
    ['only the topmost of ours', ['mx.carrier.example; spf=fail', 'mx.carrier.example; spf=pass'], OURS, 'spf=fail'],
    ['one of ours below a stranger’s', ['x.example; spf=pass', 'mx.carrier.example; spf=fail'], OURS, 'spf=fail'],
    ['nothing was checked', ['mx.carrier.example; none'], OURS, ''],
    ['a name that begins like ours', ['mx.carrier.example.evil.test; spf=pass'], OURS, ''],
    ['comments', ['mx.carrier.example (by; us); spf (a=b; c) = fail (no \\) way; dkim=pass)'], OURS, 'spf=fail'],
    [
      'properties',
      ['mx.carrier.example; dkim=pass header.d=a.example; dmarc=fail policy.x="p;q=r"'],
      OURS,
      'dkim=pass dmarc=fail',
    ],
    ['a method with its version', ['mx.carrier.example; spf/1=softfail'], OURS, 'spf=softfail'],
    ['a field without a name', ['spf=pass smtp.mailfrom=a.example; dkim=pass header.d=a.example'], OURS, ''],
    [
      'a field without a name, of Microsoft 365',
      ['spf=fail (sender IP is 192.0.2.1) smtp.mailfrom=a.example; dkim=none header.d=none;dmarc=fail action=none'],
      M365,
      'spf=fail dkim=none dmarc=fail',
    ],
    [
      'another below the one of Microsoft 365',
      ['spf=fail; dmarc=fail', 'spf=pass; dmarc=pass'],
      M365,
      'spf=fail dmarc=fail',
    ],
    ['a field without a name below a stranger’s', ['mx.other.example; spf=fail', 'dmarc=pass'], M365, ''],
    ['a server that calls itself so', ['microsoft-365; dmarc=pass'], M365, ''],
    ['rubbish', ['mx.carrier.example; ;;==; (((('], OURS, ''],
  ])('%s', (_meaning, values, trusted, methods) => {
    const results = trustedResults(fields(...values), trusted)
    expect(results.map((one) => `${one.method}=${one.result}`).join(' ')).toBe(methods)
  })
})

describe('when the checks have failed', () => {
  test.each<readonly [results: string, failed: string | null]>([
    ['spf=pass; dkim=pass; dmarc=pass', null],
    ['spf=fail; dkim=fail; dmarc=pass', null],
    ['spf=pass; dkim=pass; dmarc=fail', 'dmarc=fail'],
    ['spf=fail; dkim=pass', null],
    ['spf=pass; dkim=fail', null],
    ['spf=softfail; dkim=none', 'spf=softfail'],
    ['spf=none; dkim=fail', 'dkim=fail'],
    ['spf=none; dkim=none; dmarc=none', null],
    ['spf=temperror', null],
  ])('%s', (results, failed) => {
    expect(failedChecks({ headers: fields(`mx.carrier.example; ${results}`) }, OURS)).toBe(failed)
  })
})

describe('failed checks are one sign of spam', () => {
  const headers = { 'Authentication-Results': 'mx.carrier.example; spf=fail; dmarc=fail' }
  const world = { ownAddresses: ['intagree@carrier.example'], authservIds: OURS, model: shippedModel() }
  const offer = {
    from: 'Lee <lee@mould.test>',
    subject: 'Boxes',
    text: 'Dear sir, the catalogue is attached.',
  }

  test('they tip the scales', () => {
    expect(understand(aMail(offer), world).kind).toBe('human')
    const { kind, evidence } = understand(aMail({ ...offer, headers }), world)
    expect(kind).toBe('spam')
    expect(evidence.map((one) => one.quote)).toContain('Authentication-Results: dmarc=fail')
  })

  test('also where we ourselves found it', () => {
    const checked = { result: 'fail', domain: 'mould.test', policy: 'reject' } as const
    const { kind, evidence } = understand({ ...aMail(offer), checked }, world)
    expect(kind).toBe('spam')
    expect(evidence.map((one) => one.quote)).toContain('Our own check: dmarc=fail')
  })

  test('never alone', () => {
    const request = 'Acme Fiber LLC asks for the interconnection agreement for Utah.'
    const { kind, evidence } = understand(aMail({ text: request, headers }), world)
    expect([kind, evidence.some((one) => one.for === 'maybe-machine')]).toEqual(['human', false])
  })

  test('not from a server that is not configured', () => {
    expect(
      understand(aMail({ ...offer, headers }), { ownAddresses: world.ownAddresses, model: world.model }).kind,
    ).toBe('human')
  })
})
