/** `intagree inspect` reads pictures too: offline, bounded, and without making other mails dearer. */
import { describe, expect, test } from 'vitest'
import { fixture, formPicture, grayImage, scan } from '../documents/build/picture.ts'
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

describe('a form that is only a picture', () => {
  test('as a scan and as a photograph: company, states and telephone are in the line', async () => {
    const scanned = scan([[grayImage(await formPicture()), '612 0 0 364 0 300']])
    const lines = await inspect({
      'scan.eml': mailWithFiles({ name: 'scan.pdf', type: 'application/pdf', bytes: scanned }),
      'photo.eml': mailWithFiles({ name: 'IMG_7.jpg', type: 'image/jpeg', bytes: fixture('photographed.jpg') }),
    })
    for (const line of lines) {
      expect(line).toMatchObject({ company: 'Juniper Hollow Communications, LLC', states: ['MT', 'WY'], problems: [] })
    }
  })
})
