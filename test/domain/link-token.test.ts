import { describe, expect, test } from 'vitest'
import { orderLink, orderTokenIn, orderTokenKey, orderTokenText } from '../../src/domain/link-token.ts'
import { hmacSigner } from '../../src/tokens/signer.ts'

const signer = hmacSigner('a secret')
const anna = 'anna@carrier.example'

function link(verb: string, to = anna) {
  const order = { digestId: 31, line: 2, verb }
  return orderLink({ ...order, token: signer.sign(orderTokenText(order, to)), address: 'intagree+x@carrier.example' })
}

/** What a mail program makes of the link. */
function opened(url: string) {
  const { pathname, searchParams } = new URL(url)
  return {
    to: decodeURIComponent(pathname),
    subject: searchParams.get('subject') ?? '',
    body: searchParams.get('body'),
  }
}

describe('a link', () => {
  test.each(['ok', 'no', 'to anna', 'route opt-in', 'ask for what is missing'])('%s comes back', (verb) => {
    const { to, subject, body } = opened(link(verb))
    expect([to, body]).toEqual(['intagree+x@carrier.example', `2 ${verb}`])
    const read = orderTokenIn(`Re: ${subject.toUpperCase()} (external)`)
    expect(read).toMatchObject({ digestId: 31, line: 2, verb })
    expect(read !== null && signer.holds(orderTokenText(read, 'Anna@Carrier.example'), read.token)).toBe(true)
  })

  test('holds for nobody else and for nothing else', () => {
    const read = orderTokenIn(opened(link('ok')).subject)
    if (read === null) throw new Error('not read')
    const holds = (change: Partial<typeof read>, to = anna) =>
      signer.holds(orderTokenText({ ...read, ...change }, to), read.token)
    expect([
      holds({}),
      holds({ verb: 'no' }),
      holds({ line: 3 }),
      holds({ digestId: 32 }),
      holds({}, 'eve@x.example'),
    ]).toEqual([true, ...[false, false, false, false]])
  })

  test('has one key', () => {
    const read = orderTokenIn(opened(link('ok')).subject)
    expect(read && orderTokenKey(read)).toMatch(/^order-token \/ digest 31 \/ line 2 \/ ok \/ [a-z0-9]{12}$/)
  })

  test('has nothing in it that ends an attribute or a field', () => {
    expect(link('to anna')).not.toMatch(/["'<>\s]/)
  })

  test.each(['', 'OK', 'ok;drop', 'ok_no', 'x'.repeat(80)])('%j is no verb', (verb) => {
    expect(() => link(verb)).toThrow(RangeError)
  })

  test.each([
    '',
    'Order 2 ok',
    '[intagree-order:31.2.ok]',
    `${opened(link('ok')).subject} ${opened(link('no')).subject}`,
  ])('a subject without one: %j', (subject) => {
    expect(orderTokenIn(subject)).toBeNull()
  })
})
