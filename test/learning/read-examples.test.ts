import { describe, expect, test } from 'vitest'
import type { LabelledMail } from '../../src/domain/learn/lesson.ts'
import { IntakeError } from '../../src/foundation/intake-error.ts'
import { readAllLabelled } from '../../src/learning/read-examples.ts'
import { temporaryFolder } from '../cli/run-intagree.ts'
import { bareReader } from '../support/labelled.ts'

const MAIL = [
  'From: Wren Oakes <wren@oakes.example>',
  'To: desk@carrier.example',
  'Subject: Where do we stand',
  '',
  'Any news?',
].join('\r\n')
const LABEL = {
  ...{
    kind: 'human',
    intents: ['status-inquiry'],
    agreement: null,
    path: null,
    company: 'Oakes Telecom',
    states: ['UT'],
  },
  ...{
    identifiers: {},
    contact: null,
    attachments: [],
    auto_reply_ok: true,
    difficulty: 'easy',
    why: 'it asks for news',
  },
}
const label = (change: object = {}) => JSON.stringify({ ...LABEL, ...change })

type Files = Readonly<Record<string, string>>

async function readAll(files: Files): Promise<readonly LabelledMail[]> {
  using folder = temporaryFolder(files)
  return await readAllLabelled(folder.path, bareReader)
}

describe('labelled mails below a folder', () => {
  const files = {
    'spring/news.eml': MAIL,
    'spring/news.json': label(),
    'spring/by-bob.eml': MAIL,
    'spring/by-bob.json': label({ writer: 'bob' }),
    'spring/notes.md': 'no mail',
    'twins/odd.eml': MAIL,
    'twins/odd.json': label(),
    'corpus/seen.eml': MAIL,
    'corpus/seen.json': label(),
    'short.txt': '=== intents=unrelated\nLunch?\n=== kind=bulk\nNews.',
  }

  test.each([
    ['corpus/seen', { writer: 'corpus oakes.example', isWhole: true, rulesKnowIt: true, isMadeHard: false }],
    ['spring/by-bob', { writer: 'spring bob', isWhole: true, rulesKnowIt: false, isMadeHard: false }],
    ['spring/news', { writer: 'spring oakes.example', isWhole: true, rulesKnowIt: false, isMadeHard: false }],
    ['twins/odd', { writer: 'twins oakes.example', isWhole: true, rulesKnowIt: false, isMadeHard: true }],
    ['short:1', { writer: 'short', isWhole: false, rulesKnowIt: false, isMadeHard: false }],
    ['short:3', { writer: 'short', isWhole: false, rulesKnowIt: false, isMadeHard: false }],
  ])('%s is known for what it is', async (name, known) => {
    const found = await readAll(files)
    expect(found).toHaveLength(6)
    expect(found.find((one) => one.name === name)).toMatchObject(known)
  })

  test('the folder itself is a set too', async () => {
    const [only, ...more] = await readAll({ 'news.eml': MAIL, 'news.json': label() })
    expect(more).toEqual([])
    expect(only).toMatchObject({ mail: { subject: 'Where do we stand' }, label: { intents: ['status-inquiry'] } })
  })
})

describe('what cannot be learned from is told', () => {
  test.each<[string, Files, RegExp]>([
    ['an empty folder', {}, /^There are no labelled mails below \//],
    ['a mail without label', { 'a/news.eml': MAIL }, /^A mail has no label: .*news\.json/],
    ['a label that is no JSON', { 'a/news.eml': MAIL, 'a/news.json': '{' }, /news\.json is no label: .*JSON/],
    [
      'an unknown intent',
      { 'a/n.eml': MAIL, 'a/n.json': label({ intents: ['lunch'] }) },
      /n\.json is no label: [\s\S]*intents/,
    ],
    ['an unknown kind', { 'a/n.eml': MAIL, 'a/n.json': label({ kind: 'robot' }) }, /n\.json is no label: [\s\S]*kind/],
    [
      'a state by its name',
      { 'a/n.eml': MAIL, 'a/n.json': label({ states: ['Utah'] }) },
      /n\.json is no label: [\s\S]*states/,
    ],
    [
      'a broken short mail',
      { 's.txt': '=== intents=unrelated\nHi\n=== intents=lunch' },
      /s\.txt, line 3: "lunch" is none of/,
    ],
  ])('%s', async (_what, files, sentence) => {
    const error = await readAll(files).catch((refused: unknown) => refused)
    expect(error).toBeInstanceOf(IntakeError)
    expect(error).toMatchObject({ code: 'usage', message: expect.stringMatching(sentence) })
  })

  test('a folder that is not there', async () => {
    await expect(readAllLabelled('/nowhere', bareReader)).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringMatching(/^There are no labelled mails to be had: .*\/nowhere/),
    })
  })
})
