/** `intagree inspect` reads pictures too: offline, bounded, and without making other mails dearer. */
import { expect, test } from 'vitest'
import { fixture, formPicture, grayImage, SHEET, scan } from '../documents/build/picture.ts'
import { mailWithFiles } from '../mime/mails.ts'
import { LAUNCHER, runNode, temporaryFolder } from './run-intagree.ts'

/** Whoever opens a connection or asks for a name ends the program. */
const OFFLINE = `
const never = () => { process.stderr.write('somebody asks the network'); process.exit(99) }
require('node:net').Socket.prototype.connect = never
require('node:dns').lookup = never
globalThis.fetch = never
`

async function inspect(files: Readonly<Record<string, Buffer>>) {
  using folder = temporaryFolder({ ...files, 'offline.cjs': OFFLINE })
  const env = { NODE_OPTIONS: `--require ${folder.path}/offline.cjs` }
  const ran = await runNode([LAUNCHER, 'inspect', '--json', ...Object.keys(files)], { cwd: folder.path, env })
  expect({ code: ran.code, stderr: ran.stderr }).toEqual({ code: 0, stderr: '' })
  return ran.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
}

test('a form that is only a picture: its company and states are in the line', async ({ skip }) => {
  const bytes = scan([[grayImage(await formPicture()), SHEET]])
  const [line] = await inspect({ 'scan.eml': mailWithFiles({ name: 'scan.pdf', type: 'application/pdf', bytes }) })
  skip(
    JSON.stringify(line).includes('"time-limit"'),
    'the machine is too busy: six seconds were over, and the line says so',
  )
  expect(line).toMatchObject({ company: 'Juniper Hollow Communications, LLC', states: ['MT', 'WY'], problems: [] })
})

test('a picture that is damaged costs its own text only', async () => {
  const bytes = fixture('form.png').subarray(0, 600)
  const [line] = await inspect({ 'bad.eml': mailWithFiles({ name: 'form.png', type: 'image/png', bytes }) })
  expect(line).toMatchObject({ kind: 'human', attachments: [{ filename: 'form.png', mediaType: 'image/png' }] })
  expect(JSON.stringify(line?.problems)).toContain('form.png: ')
})
