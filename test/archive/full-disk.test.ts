/** A disk without a byte left is trouble of ours: nothing counts against the mail, and nothing is left half written. */
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { fileArchive } from '../../src/archive/file-archive.ts'
import { isOutage } from '../../src/compose/base.ts'
import { createMailReader } from '../../src/mime/reader-pool.ts'
import { type Disk, mountDisk, noDiskBecause } from '../support/full-disk.ts'
import { tempDir } from '../support/temp-dir.ts'

const WITH_FILE = `From: ann@acme.example
To: desk@carrier.example
Subject: Our form
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=cut

--cut
Content-Type: text/plain

The form is attached.
--cut
Content-Type: application/octet-stream
Content-Disposition: attachment; filename=form.bin

words of the form
--cut--
`.replaceAll('\n', '\r\n')

describe.skipIf(noDiskBecause() !== null)('a full disk', () => {
  let folder: string
  let disk: Disk

  beforeEach(async () => {
    const directory = await tempDir('full')
    onTestFinished(() => directory.remove())
    folder = directory.path
    disk = await mountDisk(folder, onTestFinished)
  })

  test('the archive says what to do, leaves nothing behind, and takes the same bytes when there is room', async () => {
    const archive = fileArchive(folder)
    await archive.put(Buffer.from('the first'))
    await disk.fill()
    const refused = await archive.put(Buffer.from('the second')).catch((error: unknown) => error)
    expect(refused).toMatchObject({
      code: 'archive',
      message: expect.stringMatching(/cannot be written: ENOSPC.*Free space/),
    })
    expect(isOutage(refused)).toBe(true)
    expect(await readdir(join(folder, 'tmp'))).toEqual([])
    await disk.empty()
    const { sha256 } = await archive.put(Buffer.from('the second'))
    expect(await archive.get(sha256)).toEqual(Buffer.from('the second'))
  })

  test('a mail whose files cannot be stored is not to blame, although a thread of its own reads it', async () => {
    const path = join(folder, 'mail.eml')
    await writeFile(path, WITH_FILE)
    const reader = createMailReader({ workers: 1, archiveDirectory: folder })
    onTestFinished(() => reader.close())
    await disk.fill()
    const refused = await reader.read({ path }).catch((error: unknown) => error)
    expect([refused, isOutage(refused)]).toEqual([expect.objectContaining({ code: 'archive' }), true])
    await disk.empty()
    expect(await reader.read({ path })).toMatchObject({
      outcome: 'read',
      mail: { attachments: [{ filename: 'form.bin' }] },
    })
  })
})
