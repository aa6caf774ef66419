/** `intagree find`, and what stands in its index: on the database of a desk. */
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eraseMails } from '../../src/db/erase.ts'
import { findableStore } from '../../src/db/findable.ts'
import { runInside } from '../cli/run-inside.ts'
import { temporaryFolder } from '../cli/run-intagree.ts'
import { anUnderstanding } from '../support/arrivals.ts'
import { decider } from '../support/deciding.ts'
import { type Ledger, openLedger } from '../support/ledger.ts'
import { letter } from '../support/letters.ts'
import type { MailSketch } from '../support/mail-builder.ts'

let ledger: Ledger
let folder: ReturnType<typeof temporaryFolder>
const mails = new Map<string, { readonly id: number; readonly ref: string }>()

beforeAll(async () => {
  ledger = await openLedger('find')
  folder = temporaryFolder()
  await wrote('adoption', 'Juniper Fiber, LLC', {
    text: 'We would like to adopt the agreement of another carrier in its entirety.\n\nRobin Vale\n(303) 555-0142',
    attachments: [{ filename: 'CPCN_Utah.pdf', text: 'Docket 26-0113: the certificate is granted.' }],
  })
  await wrote('answer', 'Cedar Telephone Co.', {
    text: 'The certificate follows on Monday.\n\nOn Friday, Robin wrote:\n> to adopt the agreement\n',
  })
  await wrote('escapes', 'Willow Wireless', { text: '\u001b[2J\u202eCertificates', subject: 'bad\u001b[31m news' })
  await indexAll()
})
afterAll(async () => {
  await ledger?.stop()
  folder?.[Symbol.dispose]()
})

async function wrote(name: string, company: string, sketch: MailSketch) {
  const understand = () => anUnderstanding({ company, states: ['CO'], identifiers: { ocn: '123A' } })
  const from = `Robin Vale <robin@${name}.example>`
  const { messageId: id } = await decider(ledger, { understand }).receive(letter({ from, ...sketch }).mail)
  const ref = await ledger.value<string>(
    'select ref from casefile c join case_message cm on cm.case_id = c.id where cm.message_id = $1',
    id,
  )
  mails.set(name, { id, ref })
}

async function indexAll() {
  while ((await findableStore(ledger.pool).makeFindable(2)) > 0);
}

function run(...args: string[]) {
  const env = { DATABASE_URL: ledger.url, INTAGREE_HOME: join(folder.path, '.intagree') }
  return runInside(['find', ...args], { env, cwd: folder.path })
}

interface Line {
  readonly found: string
  readonly id?: number
  readonly ref?: string
  readonly place?: string
  readonly file?: string
  readonly excerpt?: string
}

async function lines(...args: string[]): Promise<readonly Line[]> {
  const { stdout } = await run('--json', ...args)
  return stdout.split('\n').flatMap((text) => (text === '' ? [] : [JSON.parse(text) as Line]))
}

/** Names of the mails, and references of the cases, that a command line finds. */
async function found(...args: string[]): Promise<readonly string[]> {
  const nameOf = (id: number | undefined) => [...mails].find(([, mail]) => mail.id === id)?.[0] ?? `mail ${id}`
  return (await lines(...args)).map((line) => (line.found === 'case' ? `case ${line.ref}` : nameOf(line.id)))
}

describe('mails are found', () => {
  test.each([
    ['in another form of the word', ['adopting', 'agreements'], ['adoption']],
    ['not by what they quote', ['adopt'], ['adoption']],
    ['the newest first', ['certificate'], ['escapes', 'answer', 'adoption']],
    ['by a phrase', ['certificate follows'], ['answer']],
    ['without a word', ['certificate', '--', '-docket'], ['escapes', 'answer']],
    ['either way', ['entirety', 'or', 'Monday'], ['answer', 'adoption']],
    ['by a telephone number written otherwise', ['303.555.0142'], ['adoption']],
    ['by the host of the sender', ['answer.example'], ['answer']],
    ['by the name of a file', ['cpcn'], ['adoption']],
    ['by the text of a file', ['26-0113'], ['adoption']],
    ['from a day on', ['certificate', '--from', '2026-03-03'], []],
    ['to the end of a day', ['certificate', '--to', '2026-03-02', '-n', '1'], ['escapes']],
    ['not by what nobody says', ['zeppelin'], []],
  ])('%s', async (_how, args, names) => {
    expect(await found(...args)).toEqual(names)
  })

  test('of one case', async () => {
    const { ref } = mails.get('answer')!
    expect(await found('certificate', '--case', ref.toLowerCase())).toEqual(['answer'])
    expect(await run('certificate', '--case', 'CLEC-1999-00001')).toMatchObject({
      code: 1,
      stderr: 'There is no case CLEC-1999-00001; "intagree cases" lists them.\n',
    })
  })

  test('page by page', async () => {
    const { stdout } = await run('certificate', '-n', '2')
    const { id } = mails.get('answer')!
    expect(stdout).toContain(`Perhaps more: --after ${id}\n`)
    expect(await found('certificate', '-n', '2', '--after', String(id))).toEqual(['adoption'])
  })
})

test.each([
  ['the words', 'adopting agreement', 'text', 'would like to **adopt** the **agreement** of another'],
  ['the file', 'docket', 'file', '**Docket** 26-0113: the certificate is granted.'],
])('an excerpt shows %s', async (_what, words, place, excerpt) => {
  const [line] = await lines(...words.split(' '))
  expect(line).toMatchObject({ place, excerpt: expect.stringContaining(excerpt) })
})

test('a terminal is told in words, and what strangers wrote does nothing to it', async () => {
  const { code, stdout } = await run('certificates', '--from', '2026-03-02')
  expect(code).toBe(0)
  const { ref } = mails.get('escapes')!
  expect(stdout).toContain('bad [31m news\n  [2J**Certificates**\n')
  expect(stdout).toContain(`robin@escapes.example  ${ref}\n`)
  expect(stdout).not.toMatch(/[\u001b\u202e]/)
  expect((await run('zeppelin')).stdout).toBe('Nothing was found.\n')
  expect(await run('?')).toMatchObject({ code: 2, stderr: expect.stringContaining('at least one word') })
})

test.each([
  ['by their company', 'juniper fiber', ['adoption']],
  ['by their reference', (name: string) => mails.get(name)!.ref, ['answer']],
  ['by a code of the company', '123A', ['escapes', 'answer', 'adoption']],
])('cases are found %s', async (_how, asked, names) => {
  const words = typeof asked === 'string' ? asked : asked(names[0]!)
  const cases = (await found(...words.split(' '))).filter((line) => line.startsWith('case '))
  expect(cases).toEqual(names.map((name) => `case ${mails.get(name)!.ref}`))
})

test('nothing of an erased mail is found, whether or not it was in the index', async () => {
  for (const indexed of [true, false]) {
    await wrote('leaving', 'Aspen Fiber', { text: 'the zebra crossing' })
    if (indexed) await indexAll()
    const { id } = mails.get('leaving')!
    expect(await found('zebra')).toEqual(indexed ? ['leaving'] : [])
    await eraseMails(ledger.pool, [id], [], 'person dana', 'a test')
    await indexAll()
    expect(await found('zebra')).toEqual([])
  }
})

test('what is not in the index yet is told, and comes in by itself', async () => {
  await wrote('late', 'Birch Fiber', { text: 'a giraffe' })
  expect(await run('giraffe')).toMatchObject({
    stdout: 'Nothing was found.\n',
    stderr: expect.stringMatching(/1 mails/),
  })
  await indexAll()
  expect(await run('giraffe')).toMatchObject({ stdout: expect.stringContaining('**giraffe**'), stderr: '' })
})
