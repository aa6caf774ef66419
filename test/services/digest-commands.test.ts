/** `intagree digest`, `intagree tasks` and what `intagree doctor` says of the desk, on a desk's database. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { itemNamed } from '../../src/domain/orders/item-words.ts'
import { runInside } from '../cli/run-inside.ts'
import { temporaryFolder } from '../cli/run-intagree.ts'
import { ANNA, DANA, fillDesk, STAFF } from '../support/digest-world.ts'
import { type Ledger, openLedger } from '../support/ledger.ts'

const YAML = `staff:\n${STAFF.map((one) => `  - { name: ${one.name}, email: ${one.email}, states: [${one.states}], manager: ${one.manager} }`).join('\n')}\n`

let ledger: Ledger
let desk: ReturnType<typeof temporaryFolder>
let empty: ReturnType<typeof temporaryFolder>

beforeAll(async () => {
  ledger = await openLedger('digest_commands')
  await fillDesk(ledger)
  desk = temporaryFolder({ 'intagree.yaml': YAML })
  empty = temporaryFolder()
})
afterAll(async () => {
  await ledger?.stop()
  desk?.[Symbol.dispose]()
  empty?.[Symbol.dispose]()
})

function run(line: string, folder = desk, more: Record<string, string> = {}) {
  const env = { DATABASE_URL: ledger.url, INTAGREE_HOME: join(folder.path, '.intagree'), ...more }
  return runInside(line.split(' '), { env, cwd: folder.path })
}

async function lines<Line>(line: string): Promise<readonly Line[]> {
  const { stdout } = await run(`${line} --json`)
  return stdout.split('\n').flatMap((text) => (text === '' ? [] : [JSON.parse(text) as Line]))
}

describe('intagree digest', () => {
  test('shows everybody’s, the manager’s first', async () => {
    const { code, stdout, stderr } = await run('digest')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout.match(/^To .*>:/gm)?.map((line) => line.split(':')[0])).toEqual(
      [DANA, ...STAFF.slice(0, 2)].map(({ name, email }) => `To ${name} <${email}>`),
    )
    expect(stdout).toContain('DECISIONS NEEDED')
    expect(stdout).toContain('(it could not be asked; by our ledger)')
  })

  test('is one object per person with --json', async () => {
    type Line = { email: string; role: string; sections: { id: string }[]; targets: Record<string, { kind: string }> }
    const found = await lines<Line>(`digest --for ${ANNA.email}`)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ email: ANNA.email, role: 'negotiator', targets: { 1: { kind: 'task' } } })
    expect(found[0]?.sections.map(({ id }) => id)).toContain('drafts')
  })

  test('writes the page', async () => {
    const { code, stdout } = await run('digest --preview --out pages/digest.html')
    const file = join(desk.path, 'pages/digest.html')
    expect({ code, stdout }).toEqual({ code: 0, stdout: `${file}\n` })
    expect(readFileSync(file, 'utf8')).toContain('Hello Dana Whitfield')
    expect(existsSync(join(desk.path, 'digest-preview.html'))).toBe(false)
  })

  test('sends one more, each time it is told to', async () => {
    const sent = `A digest to ${ANNA.email} is in the outbox.\n`
    for (const mode of ['draft', 'auto'])
      expect(await run(`digest --send --for ${ANNA.email}`, desk, { INTAGREE_MODE: mode })).toMatchObject({
        ...{ code: 0, stdout: sent },
      })
    const days = await ledger.rows<{ day: string }>('select day from digest where outbox_id is not null order by id')
    expect(days.map(({ day }) => day.slice(10))).toEqual(['+1', '+2'])
    expect(await run('digest --send', desk, { INTAGREE_MODE: 'observe' })).toMatchObject({ code: 2, stdout: '' })
  })

  test('says whom it does not reach, and how it does again', async () => {
    await ledger.rows(`insert into blocked_address (address, because) values ($1, 'came back')`, ANNA.email)
    const { stdout } = await run('digest --send')
    expect(stdout).toContain(
      `Nothing is sent to ${ANNA.email}, for a mail came back from there. When the address is good again: intagree digest --for ${ANNA.email} --send.`,
    )
    const doctor = await run('doctor')
    expect(doctor.stdout).toMatch(/^no {2}staff +A mail to anna@carrier\.example came back on \d{4}-\d\d-\d\d, so/m)
    expect((await run(`digest --send --for ${ANNA.email}`)).stdout).toContain('is in the outbox')
    expect((await run('doctor')).stdout).toMatch(/^ok {2}staff +3 of the desk, digest at 07:30$/m)
  })

  test('of somebody else is refused', async () => {
    expect(await run('digest --for zoe@carrier.example')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('zoe@carrier.example is not of the desk; there are: dana@carrier.example'),
    })
  })

  test('without staff says how to name some, and a newcomer sees a manager’s all the same', async () => {
    const mailbox = {
      ...{ IMAP_URL: 'imap://desk:desk@127.0.0.1:9/INBOX', SMTP_URL: 'smtp://127.0.0.1:9' },
      INTAGREE_ADDRESS: 'intagree@carrier.example',
    }
    expect(await run('digest', empty, mailbox)).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^Nobody is named under "staff" in intagree\.yaml.*Add a line such as/),
    })
    for (const more of [mailbox, {}]) {
      const { code, stdout } = await run('digest --preview', empty, more)
      expect({ code, stdout }).toEqual({ code: 0, stdout: `${join(empty.path, 'digest-preview.html')}\n` })
      expect(readFileSync(stdout.trim(), 'utf8')).toContain('Decisions needed')
    }
  })
})

describe('intagree case', () => {
  async function legalCase(): Promise<string> {
    const [legal] = (await lines<{ sort: string; caseRef: string }>('tasks')).filter(({ sort }) => sort === 'legal')
    return legal?.caseRef ?? ''
  }

  test('names the mail of a question, and each item in a word that tick understands', async () => {
    const { stdout } = await run(`case ${await legalCase()}`)
    expect(stdout).toMatch(/^ {2}task \d+, mail \d+: Legal notice from /m)
    expect(stdout).toMatch(/^ {2}mail \d+ \d{4}-\d\d-\d\d \d\d:\d\d M[SD]T /m)
    const words = [...stdout.matchAll(/^ {4}(?:\[.\]| \. ) (\S+) /gm)].map((found) => found[1] ?? '')
    expect(words.length).toBeGreaterThan(5)
    expect(words.map((word) => [word, itemNamed(word)])).toEqual(
      words.map((word) => [word, { named: 'item', item: word }]),
    )
  })

  test('is given to a colleague by name, and says who there is when it is nobody’s', async () => {
    const ref = await legalCase()
    const assign = (who: string) =>
      runInside(['assign', ref, who], { env: { DATABASE_URL: ledger.url }, cwd: desk.path })
    expect(await assign('Ben Ortiz')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('is with Ben Ortiz now'),
    })
    expect((await assign('anna')).stdout).toMatch(/is with Anna Keller now .* Undo: "intagree undo \d+"\.\n$/)
    const nobody = await assign('Zoe')
    expect(nobody).toMatchObject({ code: 1, stdout: '' })
    expect(nobody.stderr).toContain('I know no colleague "Zoe"; there are Anna Keller (anna@carrier.example), ')
  })
})

describe('intagree tasks', () => {
  test('lists what waits, in columns', async () => {
    const { code, stdout } = await run('tasks')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^id +sort +case +mail +sentence +since$/m)
    expect(stdout).toMatch(
      /^ *\d+ +legal +CLEC-\d{4}-\d{5} +\d+ +Legal notice from .* \d{4}-\d\d-\d\d \d\d:\d\d M[SD]T$/m,
    )
  })

  test('of one case', async () => {
    type Line = { id: number; sort: string; caseRef: string | null }
    const all = await lines<Line>('tasks')
    const [legal] = all.filter(({ sort }) => sort === 'legal')
    const own = all.filter(({ caseRef }) => caseRef === legal?.caseRef)
    expect(own.length).toBeLessThan(all.length)
    expect(await lines<Line>(`tasks --case ${legal?.caseRef?.toLowerCase()}`)).toEqual(own)
    expect(await lines<Line>('tasks -n 2')).toEqual(all.slice(0, 2))
    expect(await run('tasks --case CLEC-2026-99999')).toMatchObject({
      code: 1,
      stderr: 'There is no case CLEC-2026-99999; "intagree cases" lists them.\n',
    })
  })

  test('that are all done', async () => {
    await ledger.rows('update task set done_at = now()')
    expect(await run('tasks')).toMatchObject({ code: 0, stdout: 'Nothing waits for a person.\n' })
  })
})
