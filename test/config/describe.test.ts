import { expect, test } from 'vitest'
import { resolveConfig } from '../../src/config/config.ts'
import { describeConfig } from '../../src/config/describe.ts'
import { temporaryFolder } from '../cli/run-intagree.ts'

test('tells every value and where it came from, and no secret', () => {
  using folder = temporaryFolder({
    '.env': 'DATABASE_URL=postgres://app:hunter2@db.example/desk\n',
    'intagree.yaml': 'limits: { depth: 7 }\nlinks: { form: "https://app:hunter2@www.example/form" }\n',
  })
  const env = {
    IMAP_URL: 'imaps://desk%40corp.example:hunter2@mail.example/Desk',
    SMTP_URL: 'smtps://desk:hunter2@mail.example',
    INTAGREE_ADDRESS: 'intagree@mail.example',
    HTTP_TOKEN: 'hunter2-hunter2-hunter2',
  }
  const lines = describeConfig(resolveConfig({ env, cwd: folder.path, flags: { HTTP_PORT: '0' } }))
  const told = lines.map(({ key, value, from }) => `${key} = ${value} (${from})`)
  expect(told).toEqual(
    expect.arrayContaining([
      'DATABASE_URL = postgres://app:***@db.example/desk (.env)',
      'IMAP_URL = imaps://desk@corp.example:***@mail.example:993/Desk (environment)',
      'SMTP_URL = smtps://desk:***@mail.example (environment)',
      'HTTP_PORT = 0 (command line)',
      'HTTP_TOKEN = *** (environment)',
      'REDIS_URL = none, the queue lies in the database (default)',
      'limits.depth = 7 (intagree.yaml)',
      'limits.parts = 1000 (default)',
      'links.form = https://app:***@www.example/form (intagree.yaml)',
      'mailbox.moveTo = null (default)',
    ]),
  )
  expect(told.join('\n')).not.toContain('hunter2')
})
