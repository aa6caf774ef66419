/** The labelled mails that come with the program: everything in them is of the label scheme and agrees with itself. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { AGREEMENTS, INTENTS, KINDS, PATHS } from '../../src/domain/labels.ts'
import type { Example, Label } from '../../src/domain/learn/example.ts'
import { parseShortMails } from '../../src/domain/learn/short-mails.ts'
import { STATE_NAMES } from '../../src/domain/states.ts'
import { readExamples } from '../../src/learning/read-examples.ts'
import { shippedExamples } from '../../src/learning/shipped.ts'
import { bareReader } from '../support/labelled.ts'

const FOLDER = shippedExamples()
const entries = readdirSync(FOLDER, { withFileTypes: true })
const SETS = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
const TEXTS = entries.filter((entry) => entry.name.endsWith('.txt')).map((entry) => entry.name)

/** What a label says that cannot be, in words. */
function mistakes({
  kind,
  intents,
  agreement,
  path,
}: Pick<Label, 'kind' | 'intents' | 'agreement' | 'path'>): string[] {
  const asks = intents.includes('agreement-request') || intents.includes('opt-in-inquiry')
  const found: readonly (readonly [string, boolean])[] = [
    ['an unknown kind', !KINDS.includes(kind)],
    ['an unknown intent', !intents.every((intent) => INTENTS.includes(intent))],
    ['an unknown agreement', agreement !== null && !AGREEMENTS.includes(agreement)],
    ['an unknown path', path !== null && !PATHS.includes(path)],
    ['a person wants something, and nobody else does', (kind === 'human') !== intents.length > 0],
    ['an intent twice', new Set(intents).size < intents.length],
    ['unrelated beside another', intents.length > 1 && intents.includes('unrelated')],
    ['an agreement that nobody asks for', !asks && (agreement !== null || path !== null)],
  ]
  return found.filter(([, is]) => is).map(([what]) => what)
}

describe.each(SETS)('the set %s', (set) => {
  let examples: readonly Example[]
  beforeAll(async () => {
    examples = await readExamples(join(FOLDER, set), bareReader)
  }, 60_000)

  const wrong = (is: (example: Example) => readonly string[]) =>
    examples.flatMap((example) => is(example).map((what) => `${example.name}: ${what}`))

  test('has a label for every mail and a mail for every label', () => {
    const files = readdirSync(join(FOLDER, set))
    const labels = files.filter((file) => file.endsWith('.json')).map((file) => `${set}/${file.slice(0, -5)}`)
    expect(examples.map(({ name }) => name).sort()).toEqual(labels.sort())
    expect(examples.length).toBeGreaterThan(0)
  })

  test('has labels that agree with themselves', () => {
    expect(wrong(({ label }) => mistakes(label))).toEqual([])
    expect(wrong(({ label }) => label.states.filter((code) => !(code in STATE_NAMES)))).toEqual([])
  })

  test('labels only files that the mail has', () => {
    expect(
      wrong(({ mail, label }) => {
        const there = new Set(mail.attachments.map(({ filename }) => filename))
        return label.attachments.filter(({ filename }) => !there.has(filename)).map(({ filename }) => filename)
      }),
    ).toEqual([])
  })
})

describe.each(TEXTS)('the short mails %s', (name) => {
  const mails = parseShortMails(readFileSync(join(FOLDER, name), 'utf8'))

  test('agree with themselves, and none is empty', () => {
    const wrong = mails.flatMap((one) => [
      ...mistakes(one).map((what) => `line ${one.line}: ${what}`),
      ...(one.mail.text === '' && one.mail.attachments.length === 0 ? [`line ${one.line}: says nothing`] : []),
    ])
    expect(wrong).toEqual([])
    expect(mails.length).toBeGreaterThan(0)
  })
})

test('no mail stands there twice', () => {
  const texts = TEXTS.flatMap((name) => parseShortMails(readFileSync(join(FOLDER, name), 'utf8'))).map(
    ({ mail }) => `${mail.subject}\n${mail.text}`,
  )
  expect(texts.filter((text, at) => texts.indexOf(text) !== at)).toEqual([])
})
