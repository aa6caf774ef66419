/**
 * The mails of one conversation in every order in which they may come: always one case that knows the same, and letters
 * that ask for nothing that is in and confirm nothing twice.
 */
import { describe, expect, test } from 'vitest'
import type { ReplyWish } from '../../src/domain/decision.ts'
import type { Section } from '../../src/domain/letter/section.ts'
import { type Desk, openDesk } from './desk.ts'
import { rawOf } from './talk/mails.ts'
import type { Attached, SketchedMail } from './talk/parse.ts'

const PAULA = 'Paula Writer <paula@acmefiber.example>'

const REQUEST = [
  'Acme Fiber, LLC requests an interconnection agreement for the state of Colorado.',
  'We wish to adopt your template agreement as it is.',
  '',
  'Paula Writer, Acme Fiber, LLC',
]
const CERTIFICATE: Attached = {
  name: 'colorado-certificate.txt',
  scan: false,
  lines: [
    'PUBLIC UTILITIES COMMISSION OF THE STATE OF COLORADO',
    'Certificate of Public Convenience and Necessity No. 4711',
    'The Commission grants Acme Fiber, LLC this certificate to provide local exchange service within Colorado.',
  ],
}
const OCN_LETTER: Attached = {
  name: 'neca-ocn-letter.txt',
  scan: false,
  lines: [
    'NECA Services',
    'The Operating Company Number (OCN) 481C has been assigned to Acme Fiber, LLC for Colorado.',
  ],
}

type Name = 'request' | 'answer' | 'second'

const MAILS: Readonly<Record<Name, Pick<SketchedMail, 'subject' | 'lines' | 'files'>>> = {
  request: { subject: 'Interconnection agreement for Colorado', lines: REQUEST, files: [] },
  answer: {
    subject: 'Re: Interconnection agreement for Colorado',
    lines: ['Here is the certificate of authority that the commission gave us.', '', 'Paula', '', ...quoted(REQUEST)],
    files: [CERTIFICATE],
  },
  second: {
    subject: 'Re: Interconnection agreement for Colorado',
    lines: ['And here is the NECA letter with our OCN.', '', 'Paula'],
    files: [OCN_LETTER],
  },
}

function quoted(lines: readonly string[]): readonly string[] {
  return ['On Mon, 2 Mar 2026 09:00:00 -0700, Paula Writer wrote:', ...lines.map((line) => `> ${line}`)]
}

const id = (name: Name) => `<${name}@acmefiber.example>`

/** What mail programs write of the mails before. */
const THREADS: Readonly<Record<string, Readonly<Record<Name, readonly string[]>>>> = {
  'all mails before': {
    request: [],
    answer: [`In-Reply-To: ${id('request')}`, `References: ${id('request')}`],
    second: [`In-Reply-To: ${id('answer')}`, `References: ${id('request')} ${id('answer')}`],
  },
  'the mail before alone': {
    request: [],
    answer: [`In-Reply-To: ${id('request')}`],
    second: [`In-Reply-To: ${id('answer')}`],
  },
}

const ORDERS: readonly (readonly [Name, Name, Name])[] = [
  ['request', 'answer', 'second'],
  ['request', 'second', 'answer'],
  ['answer', 'request', 'second'],
  ['answer', 'second', 'request'],
  ['second', 'request', 'answer'],
  ['second', 'answer', 'request'],
]

describe.each(Object.entries(THREADS))('mails that name %s', (_what, heads) => {
  test.each(ORDERS)('%s, %s, %s', async (...order) => {
    const desk = await received(order, heads)
    expect(known(desk)).toEqual(known(await received(['request', 'answer', 'second'], heads)))
    expect(known(desk)).toHaveLength(1)
    expect(desk.tasks).toEqual([])
    expect(confirmed(desk).sort()).toEqual(['acknowledged agreement-request', ...papersConfirmed(order)].sort())
    expect(askedInVain(desk)).toEqual([])
  })
})

/** The first mail opens the case and is acknowledged; papers that come later are confirmed one by one. */
function papersConfirmed([first, ...others]: readonly [Name, Name, Name]): readonly string[] {
  const opened = first === 'request' ? [] : ['acknowledged supporting-document']
  const files = others.flatMap((name) => MAILS[name].files).map(({ name }) => `received ${name}`)
  return [...opened, ...files]
}

describe('somebody who names a mail before it came', () => {
  const EVE = 'Eve Stranger <eve@elsewhere.example>'
  const naming = (header: string) => ({
    ...({ from: EVE, subject: 'Re: Interconnection agreement for Colorado', reply: 'no', files: [] } as const),
    headers: [header],
    lines: [
      'What does the agreement with Acme Fiber say about collocation, and what does it cost?',
      '',
      'Eve Stranger',
    ],
  })

  test.each([`References: ${id('request')}`, `In-Reply-To: ${id('request')}`])(
    'and has no part in it gets neither the mail nor a word of it; a person is asked (%s)',
    async (header) => {
      const desk = await received(['request'], {}, naming(header))
      const alone = await received(['request'], {})
      expect(desk.cases.map(({ file }) => file.company)).toEqual([null, 'Acme Fiber, LLC'])
      const [toEve, toPaula] = desk.letters
      expect(desk.letters.map(({ to }) => to)).toEqual(['eve@elsewhere.example', 'paula@acmefiber.example'])
      expect(toEve?.text).not.toContain('Acme')
      // Nor does it take anything from whoever wrote the mail.
      expect(toPaula?.sections).toEqual(alone.letters[0]?.sections)
      expect(desk.tasks.map(({ sort, caseRef }) => [sort, caseRef])).toContainEqual(['thread', 'CLEC-2026-00001'])
    },
  )

  test('and wrote to many is answered by each in a case of his own', async () => {
    const desk = openDesk()
    for (const from of [PAULA, EVE, 'Joe Reseller <joe@borealis.example>'])
      await desk.receive(rawOf(desk, { ...naming('References: <notice@sender.example>'), from }, 1))
    expect(desk.cases).toHaveLength(3)
    expect(desk.tasks.filter(({ sort }) => sort === 'thread')).toEqual([])
  })
})

test('a mail that joins two conversations stays where its references lead; a person may merge them', async () => {
  const desk = openDesk()
  const lines = ['Acme Fiber, LLC asks about a matter of its own.', '', 'Paula Writer']
  const write = (name: string, subject: string, ...headers: string[]) =>
    desk.receive(
      rawOf(
        desk,
        { from: PAULA, reply: 'no', files: [], lines, subject, headers: [...headers, `Message-ID: <${name}>`] },
        1,
      ),
    )
  await write('one@acmefiber.example', 'Collocation in Denver')
  await write('three@acmefiber.example', 'Something else', 'In-Reply-To: <two@acmefiber.example>')
  await write('two@acmefiber.example', 'And more', 'In-Reply-To: <one@acmefiber.example>')
  expect(desk.cases).toHaveLength(2)
  expect(desk.tasks.filter(({ sort }) => sort === 'thread').map(({ sentence }) => sentence)).toEqual([
    'Mail 3 in CLEC-2026-00001 belongs to the thread of CLEC-2026-00002, whose mail came before it. Are they one matter? Write "CLEC-2026-00002 merge into CLEC-2026-00001" if they are.',
  ])
})

/** The desk after these mails, and after another one before them. */
async function received(
  order: readonly Name[],
  heads: Partial<Record<Name, readonly string[]>>,
  before?: SketchedMail,
): Promise<Desk> {
  const desk = openDesk({ start: Date.parse('2026-03-02T18:30:00Z') })
  if (before !== undefined) await desk.receive(rawOf(desk, before, 1))
  for (const name of order) {
    const sent = { request: '09:00', answer: '10:00', second: '11:00' }[name]
    const headers = [...(heads[name] ?? []), `Message-ID: ${id(name)}`, `Date: Mon, 2 Mar 2026 ${sent}:00 -0700`]
    await desk.receive(rawOf(desk, { from: PAULA, reply: 'no', headers, ...MAILS[name] }, 1), desk.now + 60_000)
  }
  return desk
}

function known(desk: Desk) {
  return desk.cases.map(({ file: { company, state, route, items, needsPerson }, standing }) => ({
    ...{ company, state, route, needsPerson, items: Object.keys(items).sort() },
    missing: standing.missing.map((one) => one.id),
  }))
}

function sectionsIn(desk: Desk): readonly (readonly Section[])[] {
  return desk.letters.map(({ reply }) => (reply.wish as ReplyWish).sections)
}

/** What the letters confirm. */
function confirmed(desk: Desk): string[] {
  return sectionsIn(desk)
    .flat()
    .flatMap((one) => {
      if (one.section === 'acknowledgement') return [`acknowledged ${one.about}`]
      return one.section === 'documents-received' ? one.files.map(({ file }) => `received ${file}`) : []
    })
}

/** Papers that a letter asks for after they were confirmed. */
function askedInVain(desk: Desk): readonly string[] {
  const words: Readonly<Record<string, RegExp>> = {
    [CERTIFICATE.name]: /^Certificate/,
    [OCN_LETTER.name]: /^NECA letter/,
  }
  return sectionsIn(desk).flatMap((sections, at) => {
    const asked = sections.flatMap((one) => (one.section === 'missing-information' ? one.items : []))
    const before = desk.letters.slice(0, at + 1).map(({ text }) => text)
    const inHand = Object.keys(words).filter((name) => before.some((text) => text.includes(name)))
    return asked.map(({ label }) => label).filter((label) => inHand.some((name) => words[name]?.test(label)))
  })
}
