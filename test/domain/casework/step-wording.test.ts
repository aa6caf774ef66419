/** What the steps say to CLECs stands in letters: nothing in it may accept, promise or name a condition (domain T1 to T4). */
import { describe, expect, test } from 'vitest'
import type { CaseFile } from '../../../src/domain/casework/case-file.ts'
import { STEPS } from '../../../src/domain/process/index.ts'
import { inWords, type Step } from '../../../src/domain/process/step.ts'
import { forbiddenIn } from '../../../src/render/forbidden-wording.ts'
import { aFile } from '../../support/casework.ts'

const FILES: readonly (readonly [name: string, file: CaseFile])[] = [
  ['a request of which nothing is known', aFile()],
  ['a request for Colorado', aFile({ state: 'CO', family: 'qc', route: 'opt-in' })],
  [
    'a wireless carrier in Florida',
    aFile({ state: 'FL', family: 'ct-eq', carrierType: 'wireless', route: 'negotiate' }),
  ],
]

describe.each(FILES)('of %s', (_name, file) => {
  test.each((STEPS as readonly Step[]).map((step) => [step.id, step] as const))('%s', (_id, step) => {
    const items = step.items.filter((item) => item.owner === 'clec')
    const said = items.flatMap((item) => [inWords(item.label, file), inWords(item.ask, file)])
    expect(said.flatMap((words) => forbiddenIn(words).map((found) => `${found}: ${words}`))).toEqual([])
  })
})
