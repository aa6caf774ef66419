import { describe, expect, test } from 'vitest'
import { parseTalk, rewritten } from './parse.ts'

const TALK = `# What it shows.
# And more of it.
staff Anna Keller <anna@carrier.example> CO UT
zone America/New_York

at 2026-03-02 09:00
mail Paula Writer <paula@acme.example>
subject A request
header X-Test: 1
| Hello,
|
| here it is.
attach form.txt
| FORM
|   Name: Acme
attach paper.pdf scan
then
  letter to paula@acme.example: acknowledgement
    asks: a form
# in between
pass 7 days
mail Paula Writer <paula@acme.example>
reply quoting
| Thanks.
bounce paula@acme.example
digest anna@carrier.example
order CLEC-2026-00001 tick certification
order as ben@carrier.example: undo 1
then
  nothing
`

describe('a talk is read', () => {
  const { about, settings, steps } = parseTalk(TALK)

  test('with what it shows and its settings', () => {
    expect(about).toBe('What it shows. And more of it.')
    expect(settings).toEqual(['staff Anna Keller <anna@carrier.example> CO UT', 'zone America/New_York'])
  })

  test('step by step, each with its line', () => {
    expect(steps.map(({ step, line }) => `${line} ${step}`)).toEqual([
      ...[
        '6 at',
        '7 mail',
        '17 then',
        '21 pass',
        '22 mail',
        '25 bounce',
        '26 digest',
        '27 order',
        '28 order',
        '29 then',
      ],
    ])
  })

  test('with the words of mails and their files as they stand', () => {
    expect(steps[1]).toMatchObject({
      mail: {
        ...{ from: 'Paula Writer <paula@acme.example>', subject: 'A request', reply: 'no', headers: ['X-Test: 1'] },
        lines: ['Hello,', '', 'here it is.'],
        files: [
          { name: 'form.txt', lines: ['FORM', '  Name: Acme'], scan: false },
          { name: 'paper.pdf', lines: [], scan: true },
        ],
      },
    })
    expect(steps[4]).toMatchObject({ mail: { reply: 'quoting', lines: ['Thanks.'] } })
  })

  test('with who orders what', () => {
    expect(steps.slice(7, 9)).toMatchObject([
      { words: 'CLEC-2026-00001 tick certification', by: null },
      { words: 'undo 1', by: 'ben@carrier.example' },
    ])
  })

  test('with what is expected, two blanks deep', () => {
    expect(steps[2]).toMatchObject({ expected: ['letter to paula@acme.example: acknowledgement', '  asks: a form'] })
  })
})

describe('what it is not sure of it refuses, with the line', () => {
  test.each([
    ['at 2026-03-02', 'line 1: write for example "at 2026-03-02 09:00"'],
    ['pass a week', 'line 1: write for example "pass 7 days"'],
    ['pass 0 days', 'line 1: write for example "pass 7 days"'],
    ['mode loud', 'line 1: write for example "mode draft"'],
    ['staff Anna', 'line 1: write for example "staff Anna'],
    ['mail paula@acme.example', 'line 1: write for example "mail Paula Writer'],
    ['then nothing', 'line 1: nothing stands behind "then"'],
    ['pass 7 days\nmode draft\nthen\n  nothing', 'line 2: "mode" is no step'],
    ['pass 7 days\n  nothing', 'line 2: "" is no step'],
    ['greet paula@acme.example', 'line 1: "greet" is no step; there are: at, pass, mail, bounce, order, digest, then'],
    ['pass 7 days', 'line 1: a talk ends with "then"'],
  ])('%j', (text, problem) => {
    expect(() => parseTalk(text)).toThrow(problem)
  })
})

test('expectations are written anew, and nothing else', () => {
  const told = new Map([
    [17, ['letter to paula@acme.example: legal-notice']],
    [29, ['task clock: now', '  more']],
  ])
  const text = rewritten(TALK, told)
  expect(text).toContain('then\n  letter to paula@acme.example: legal-notice\n# in between')
  expect(text.endsWith('then\n  task clock: now\n    more\n')).toBe(true)
  expect(rewritten(text, new Map([[17, ['x']]]))).not.toBe(text)
  const steps = parseTalk(text).steps.map(({ step }) => step)
  expect(steps).toEqual(parseTalk(TALK).steps.map(({ step }) => step))
})
