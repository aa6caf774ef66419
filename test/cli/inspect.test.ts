import { createHash } from 'node:crypto'
import { chmodSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { AGREEMENTS, DOCUMENT_SORTS, INTENTS, KINDS, PATHS } from '../../src/domain/labels.ts'
import { PROBLEM_CODES } from '../../src/domain/mail.ts'
import { LAUNCHER, type Ran, run, runIntagree, temporaryFolder } from './run-intagree.ts'

const MAILS = join('test', 'mails', 'one-of-each')

/** The public contract of `intagree inspect --json`: no key more, no key less. */
const Line = z.strictObject({
  file: z.string(),
  kind: z.enum(KINDS),
  intents: z.array(z.strictObject({ intent: z.enum(INTENTS), confidence: z.number().min(0).max(1) })),
  abstained: z.boolean(),
  agreement: z.enum(AGREEMENTS).nullable(),
  path: z.enum(PATHS).nullable(),
  company: z.string().min(1).nullable(),
  states: z.array(z.string().regex(/^[A-Z]{2}$/)),
  identifiers: z.strictObject({ ocn: z.string().optional(), acna: z.string().optional() }),
  contact: z
    .strictObject({
      name: z.string(),
      email: z.string(),
      phone: z
        .string()
        .regex(/^\+1\d{10}$/)
        .nullable(),
    })
    .nullable(),
  attachments: z.array(
    z.strictObject({
      filename: z.string(),
      mediaType: z.string().includes('/'),
      bytes: z.int().min(0),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      document: z.enum(DOCUMENT_SORTS),
    }),
  ),
  autoReply: z.strictObject({ allowed: z.boolean(), because: z.string().min(1) }),
  evidence: z.array(z.strictObject({ for: z.string(), from: z.string(), quote: z.string() })),
  problems: z.array(z.strictObject({ code: z.enum([...PROBLEM_CODES, 'unreadable']), detail: z.string() })),
  ms: z.number().min(0),
})
type Line = z.infer<typeof Line>

const lines = ({ stdout }: Ran): Line[] =>
  stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => Line.parse(JSON.parse(line)))
const here = { cwd: process.cwd() }

describe('a directory with one mail of each sort', () => {
  let ran: Ran
  const of = (name: string) => lines(ran).find(({ file }) => file === join(MAILS, `${name}.eml`))!
  beforeAll(async () => {
    ran = await runIntagree(['inspect', '--json', MAILS], here)
  })

  test('is read in the order of the names, one line each, to the letter of the contract', () => {
    const names = readdirSync(MAILS)
      .filter((name) => name.endsWith('.eml'))
      .sort()
    expect(names.length).toBeGreaterThanOrEqual(7)
    expect(lines(ran).map(({ file }) => file)).toEqual(names.map((name) => join(MAILS, name)))
    expect({ code: ran.code, stderr: ran.stderr }).toEqual({ code: 0, stderr: '' })
  })

  test('the keys stand in the order of the contract', () => {
    for (const line of lines(ran)) expect(Object.keys(line)).toEqual(Object.keys(Line.shape))
  })

  test('a request is understood with its form', () => {
    expect(of('request-with-form')).toMatchObject({
      kind: 'human',
      agreement: 'interconnection',
      path: 'template-as-is',
      company: 'Juniper Line Communications, LLC',
      states: ['CO', 'UT'],
      identifiers: { ocn: '123A' },
      contact: { email: 'dana.whitfield@juniperline.example', phone: '+13035550123' },
      autoReply: { allowed: true },
    })
    expect(of('request-with-form').intents[0]?.intent).toBe('agreement-request')
  })

  test('an attachment is told with the hash of its bytes', () => {
    const raw = readFileSync(join(MAILS, 'request-with-form.eml'), 'latin1')
    const body = raw.slice(raw.indexOf('INTERCONNECTION AGREEMENT REQUEST'), raw.indexOf('\r\n--leaf--'))
    const sha256 = createHash('sha256').update(body).digest('hex')
    const [attachment] = of('request-with-form').attachments
    expect(attachment).toEqual({
      filename: 'request-form.txt',
      mediaType: 'text/plain',
      bytes: body.length,
      sha256,
      document: 'agreement-request-form',
    })
  })

  test.for([
    ['absence-note', 'auto-reply'],
    ['delivery-failure', 'bounce'],
    ['newsletter', 'bulk'],
  ])('%s is %s, wants nothing and is not answered', ([name, kind]) => {
    expect(of(name!)).toMatchObject({ kind, intents: [], company: null, autoReply: { allowed: false } })
  })

  test('an empty file is a mail with a problem', () => {
    expect(of('nothing-at-all').problems.map(({ code }) => code)).toContain('empty')
    expect(of('nothing-at-all').intents.length === 0 || of('nothing-at-all').abstained).toBe(true)
  })
})

test('files come in the order they were named, each as often as it was named', async () => {
  const named = ['newsletter', 'absence-note', 'newsletter'].map((name) => join(MAILS, `${name}.eml`))
  expect(lines(await runIntagree(['inspect', '--json', ...named], here)).map(({ file }) => file)).toEqual(named)
})

test('a file that cannot be opened has its line and its sentence, and the others are read', async () => {
  const named = ['missing.eml', join(MAILS, 'newsletter.eml')]
  const ran = await runIntagree(['inspect', '--json', ...named], here)
  const why = 'missing.eml does not exist; name a file or a directory with mails.'
  expect(lines(ran)[0]).toMatchObject({
    file: 'missing.eml',
    abstained: true,
    autoReply: { allowed: false },
    problems: [{ code: 'unreadable', detail: why }],
  })
  expect(lines(ran)[1]).toMatchObject({ kind: 'bulk', problems: [] })
  expect({ code: ran.code, stderr: ran.stderr }).toEqual({ code: 1, stderr: `${why}\n` })
})

test('a directory without mails says so', async () => {
  using folder = temporaryFolder({ 'notes.txt': 'none' })
  const ran = await runIntagree(['inspect', '.'], { cwd: folder.path })
  const stderr = '. is a directory without *.eml files; name one with mails in it.\n'
  expect(ran).toEqual({ code: 1, stdout: '', stderr })
})

test.skipIf(process.getuid?.() === 0)('a file without permission says so', async () => {
  using folder = temporaryFolder({ 'secret.eml': 'Subject: x\r\n\r\n' })
  chmodSync(join(folder.path, 'secret.eml'), 0)
  const ran = await runIntagree(['inspect', 'secret.eml'], { cwd: folder.path })
  expect(ran).toMatchObject({ code: 1, stderr: expect.stringContaining('may not be read by this user') })
})

test('a mail through a pipe is read too', async () => {
  using folder = temporaryFolder({ 'mail.eml': readFileSync(join(MAILS, 'newsletter.eml')) })
  const script = 'cat mail.eml | "$0" "$1" inspect --json /dev/stdin'
  const ran = await run('sh', ['-c', script, process.execPath, LAUNCHER], { cwd: folder.path })
  expect(lines(ran)[0]).toMatchObject({ file: '/dev/stdin', kind: 'bulk' })
})

test.for([
  ['no header at all', 'just some words\r\n'],
  ['nothing but null bytes', '\u0000'.repeat(10_000)],
  ['a header without end', `Subject: ${'x'.repeat(500_000)}`],
  ['a boundary that is never closed', 'Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nhello'],
])('%s still has its line', async ([, bytes]) => {
  using folder = temporaryFolder({ 'odd.eml': bytes! })
  const ran = await runIntagree(['inspect', '--json', 'odd.eml'], { cwd: folder.path })
  expect(lines(ran)).toHaveLength(1)
  expect({ code: ran.code, stderr: ran.stderr }).toEqual({ code: 0, stderr: '' })
})

test('limits come from intagree.yaml, nothing else does', async () => {
  using folder = temporaryFolder({
    'intagree.yaml': 'limits: { parts: 2 }',
    '.env': 'IMAP_URL=nonsense\n',
    'mail.eml': `Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\nhello\r\n'.repeat(9)}--b--\r\n`,
  })
  const ran = await runIntagree(['inspect', '--json', 'mail.eml'], { cwd: folder.path })
  expect(lines(ran)[0]?.problems.map(({ code }) => code)).toContain('part-limit')
  expect(ran.code).toBe(0)
})

test('people get a card', async () => {
  const { code, stdout } = await runIntagree(['inspect', join(MAILS, 'request-with-form.eml')], here)
  expect(code).toBe(0)
  expect(stdout).toMatch(/^test\/mails\/one-of-each\/request-with-form\.eml {2}[\d.]+ ms\n/)
  expect(stdout).toMatch(/^ {2}from {8}Dana Whitfield <dana\.whitfield@juniperline\.example>$/m)
  expect(stdout).toMatch(/^ {2}wants {7}agreement-request \d+%/m)
  expect(stdout).toMatch(/^ {2}file {8}request-form\.txt: agreement-request-form, text\/plain, \d+ bytes$/m)
  expect(stdout).toMatch(/^ {2}answer {6}yes: /m)
})

test('--explain tells why, and folds what was quoted', async () => {
  const mail = join(MAILS, 'question-above-a-quoted-answer.eml')
  const { stdout } = await runIntagree(['inspect', '--explain', mail], here)
  expect(stdout).toMatch(/^ {2}because {5}status-inquiry: “.*status.*” \((text|subject)\)$/m)
  expect(stdout).toMatch(/^ {2}\| Could you please tell us the status of our request\?$/m)
  expect(stdout).toMatch(/^ {2}: 3 lines folded \(quoted\)$/m)
  expect(stdout).not.toContain('Its reference is')
})

test('--explain tells which of two matters leads, where their order alone tells it', async () => {
  const says = [
    'Our customer questionnaire is attached.',
    'Our notice address has changed to 12 Elm Street.',
    'Where does our Utah request stand?',
    'Please amend our Utah agreement with the new rates.',
  ]
  const mail = (text: string) => `From: lee@b.example\r\nSubject: Larkspur Fiber, LLC\r\n\r\n${text}\r\n`
  const mails = says.flatMap((one) => says.filter((other) => other !== one).map((other) => mail(`${one} ${other}`)))
  using folder = temporaryFolder(Object.fromEntries(mails.map((text, at) => [`${at}.eml`, text])))
  const { stdout } = await runIntagree(['inspect', '--explain', '.'], { cwd: folder.path })
  // Weights alone hear the same in both orders of a pair, so that some are turned by whatever model.
  expect(stdout.match(/^ {2}leads .*$/gm)).not.toBeNull()
  for (const told of stdout.match(/^ {2}leads .*$/gm) ?? [])
    expect(told).toMatch(/^ {2}leads {7}[a-z-]+ before [a-z-]+: (?:(?:it|the other) is [a-z ]+|all that is said .*)$/)
})

test('a mail cannot write on the terminal', async () => {
  using folder = temporaryFolder({
    'mail.eml': 'From: a@b.example\r\nSubject: =?utf-8?Q?x=1B]0;owned=07y?=\r\n\r\nhello =1b\u001b[2J\r\n',
  })
  const { stdout } = await runIntagree(['inspect', '--explain', 'mail.eml'], { cwd: folder.path })
  expect(stdout).not.toMatch(/[\u0007\u001b]/)
})

test('a mail from one of our own addresses is never answered', async () => {
  const mail = join(MAILS, 'request-with-form.eml')
  const ran = await runIntagree(
    ['inspect', '--json', '--own', 'a@b.example, Dana.Whitfield@juniperline.example', mail],
    here,
  )
  expect(lines(ran)[0]?.autoReply.allowed).toBe(false)
})
