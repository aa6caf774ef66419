import { describe, expect, test } from 'vitest'
import {
  type Answered,
  MAX_REFERENCES,
  messageIdFor,
  parseOurMessageId,
  parseReturnPath,
  replyHeaders,
  returnPathFor,
} from '../../src/domain/reply.ts'

const REF = 'CLEC-2026-00042'
const MAIL: Answered = { messageId: '<c@clec.example>', references: [], inReplyTo: [], subject: 'Request' }

function subjectFor(subject: string): string {
  return replyHeaders({ original: { ...MAIL, subject }, caseRef: REF }).subject
}

describe('subject', () => {
  test.each([
    ['Request for Colorado', `Re: Request for Colorado [${REF}]`],
    ['Re: Request', `Re: Request [${REF}]`],
    ['RE: re: Request', `Re: Request [${REF}]`],
    ['AW: Anfrage', `Re: Anfrage [${REF}]`],
    ['Antwort: AW: SV: Request', `Re: Request [${REF}]`],
    ['Re[2]: Request', `Re: Request [${REF}]`],
    ['Re(3): Request', `Re: Request [${REF}]`],
    ['RE : Request', `Re: Request [${REF}]`],
    ['回复：Request', `Re: Request [${REF}]`],
    ['FW: Re: Request', `Re: FW: Re: Request [${REF}]`],
    ['Ref: ICA 12', `Re: Ref: ICA 12 [${REF}]`],
    ['Resale in Utah', `Re: Resale in Utah [${REF}]`],
    [`Re: Request [${REF}]`, `Re: Request [${REF}]`],
    [`Re: Request [clec-2026-00042]`, `Re: Request [clec-2026-00042]`],
    [`Request [CLEC-2026-00007]`, `Re: Request [${REF}]`],
    ['', `We received your mail [${REF}]`],
    ['  \t ', `We received your mail [${REF}]`],
    ['Re:', `We received your mail [${REF}]`],
    [`Re: [${REF}]`, `We received your mail [${REF}]`],
    ['Request\r\nBcc: a@evil.test', `Re: Request Bcc: a@evil.test [${REF}]`],
    ['Request\u2028Bcc: a@evil.test\u0000', `Re: Request Bcc: a@evil.test [${REF}]`],
    ['\u202Efdp.exe\u202C Request\u200B', `Re: fdp.exe Request [${REF}]`],
    ['half a pair \uD83D here', `Re: half a pair \uFFFD here [${REF}]`],
    ['Señal 光 📡', `Re: Señal 光 📡 [${REF}]`],
  ])('%j', (subject, expected) => {
    expect(subjectFor(subject)).toBe(expected)
  })

  test('a wording of ours for a blank one', () => {
    const blank = replyHeaders({ original: { ...MAIL, subject: '' }, caseRef: REF, whenBlank: `Hello [${REF}]` })
    expect(blank.subject).toBe(`Hello [${REF}]`)
  })

  test('ten million characters are cut, quickly, and the reference stays', () => {
    const subject = subjectFor('Re: 光'.repeat(2_000_000))
    expect(subject).toMatch(/^Re: 光.*… \[CLEC-2026-00042\]$/u)
    expect([...subject].length).toBeLessThan(230)
  })

  test('a reference that is cut off is added again', () => {
    expect(subjectFor(`${'x'.repeat(300)} [${REF}]`)).toMatch(/x… \[CLEC-2026-00042\]$/)
  })
})

describe('thread', () => {
  const ids = (...names: readonly string[]) => names.map((name) => `<${name}@clec.example>`)

  test.each<[string, Partial<Answered>, string | null, readonly string[]]>([
    ['a first mail', {}, '<c@clec.example>', ids('c')],
    ['with References', { references: ids('a', 'b') }, '<c@clec.example>', ids('a', 'b', 'c')],
    ['with one In-Reply-To', { inReplyTo: ids('b') }, '<c@clec.example>', ids('b', 'c')],
    ['with several In-Reply-To', { inReplyTo: ids('a', 'b') }, '<c@clec.example>', ids('c')],
    ['References win', { references: ids('a'), inReplyTo: ids('b') }, '<c@clec.example>', ids('a', 'c')],
    ['repeated ids', { references: ids('a', 'c', 'a', 'b') }, '<c@clec.example>', ids('a', 'b', 'c')],
    ['no Message-ID', { messageId: null, references: ids('a') }, null, ids('a')],
    ['a Message-ID that is none', { messageId: '<a b@x>' }, null, []],
    ['a Message-ID that would inject', { messageId: '<a\r\nBcc: x@evil.test>' }, null, []],
    ['a Message-ID over a line', { messageId: `<${'x'.repeat(2000)}@x>` }, null, []],
    ['broken References', { references: ['a', '<>', '<b@x', ...ids('b')] }, '<c@clec.example>', ids('b', 'c')],
  ])('%s', (_what, part, inReplyTo, references) => {
    expect(replyHeaders({ original: { ...MAIL, ...part }, caseRef: REF })).toMatchObject({ inReplyTo, references })
  })

  test('a long thread keeps its first and its last mails', () => {
    const long = ids(...Array.from({ length: 500 }, (_, i) => `n${i}`))
    const { references } = replyHeaders({ original: { ...MAIL, references: long }, caseRef: REF })
    expect(references).toHaveLength(MAX_REFERENCES)
    expect(references[0]).toBe('<n0@clec.example>')
    expect(references.slice(-2)).toEqual(['<n499@clec.example>', '<c@clec.example>'])
  })

  test('automatic answers say that they are', () => {
    expect(replyHeaders({ original: MAIL, caseRef: REF }).headers).toEqual({
      'Auto-Submitted': 'auto-replied',
      'X-Auto-Response-Suppress': 'All',
    })
  })
})

const OURS = { caseRef: REF, template: 'acknowledgement', messageRowId: '4711', token: 'k3x9a2' }
const ID = '<clec-2026-00042.acknowledgement.m4711.k3x9a2@carrier.test>'

describe('our Message-ID', () => {
  test('is readable and reads back', () => {
    expect(messageIdFor({ ...OURS, domain: 'Carrier.test' })).toBe(ID)
    expect(parseOurMessageId(ID, 'carrier.test')).toEqual(OURS)
    expect(parseOurMessageId(ID.toUpperCase(), 'CARRIER.test')).toEqual(OURS)
    expect(parseOurMessageId(ID.slice(1, -1), 'carrier.test')).toEqual(OURS)
  })

  test.each([
    '<c@clec.example>',
    '<clec-2026-00042.acknowledgement.m4711.k3x9a2@clec.example>',
    '<clec-2026-00042.acknowledgement.k3x9a2@carrier.test>',
    '<clec-2026-00042.acknowledgement.m4711@carrier.test>',
    '<x.clec-2026-00042.acknowledgement.m4711.k3x9a2@carrier.test>',
    '<clec-2026-00042.acknowledgement.m4711.k3x9a2@carrier.test> <other@x>',
    '',
    `<${'a'.repeat(100_000)}`,
  ])('%.80j is not ours', (id) => {
    expect(parseOurMessageId(id, 'carrier.test')).toBeNull()
  })

  test.each([
    { token: 'k3' },
    { token: 'k3.x9a2' },
    { messageRowId: 'x' },
    { template: 'two words' },
    { caseRef: 'case 17' },
    { template: 'a-template-name-that-is-very-long-for-a-folder' },
  ])('%j is a bug', (part) => {
    expect(() => messageIdFor({ ...OURS, ...part, domain: 'carrier.test' })).toThrow(RangeError)
  })
})

describe('our return path', () => {
  const ADDRESS = 'Intagree@Carrier.test'
  const PATH = 'intagree+b-4711-k3x9a2@carrier.test'

  test('reads back, in any case and between angle brackets', () => {
    expect(returnPathFor({ address: ADDRESS, outboxKey: '4711', token: 'k3x9a2' })).toBe(PATH)
    for (const path of [PATH, PATH.toUpperCase(), `<${PATH}>`]) {
      expect(parseReturnPath(path, ADDRESS)).toEqual({ outboxKey: '4711', token: 'k3x9a2' })
    }
  })

  test.each([
    'intagree@carrier.test',
    'intagree+b-4711@carrier.test',
    'intagree+b-4711-k3x9a2@clec.example',
    'other+b-4711-k3x9a2@carrier.test',
    'intagree+b-4711-k3x9a2-more@carrier.test',
    'intagree+b-47.11-k3x9a2@carrier.test',
    'intagree+c-4711-k3x9a2@carrier.test',
    'nobody',
    '',
  ])('%j is foreign', (path) => {
    expect(parseReturnPath(path, ADDRESS)).toBeNull()
  })

  test.each([
    { outboxKey: '47-11' },
    { outboxKey: '' },
    { token: 'k3' },
    { address: `${'x'.repeat(60)}@carrier.test` },
  ])('%j is a bug', (part) => {
    expect(() => returnPathFor({ address: ADDRESS, outboxKey: '4711', token: 'k3x9a2', ...part })).toThrow(RangeError)
  })
})
