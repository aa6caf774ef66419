import { chownSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { databaseHome } from '../support/database-home.ts'
import { pathWith } from '../support/embedded-postgres.ts'

const { place, start, program } = databaseHome()

describe.runIf(process.getuid?.() === 0)('root, whom PostgreSQL refuses', () => {
  test('as an ordinary user it simply runs, and root may run it as that user in between', async () => {
    mkdirSync(place.directory, { mode: 0o700 })
    chownSync(place.directory, 65_534, 65_534)
    const running = program({ uid: 65_534 })
    expect(await running.ready).toMatchObject({ adopted: false, firstStart: true })
    expect(statSync(join(place.directory, 'data')).uid).toBe(65_534)
    running.tell('stop')
    await running.ended
    const asRoot = await start()
    expect(asRoot.firstStart).toBe(false)
    await asRoot.stop()
    expect((await program({ uid: 65_534 }).ready).firstStart).toBe(false)
  })

  test.each([
    ['setpriv, even below a directory that only root may enter', 0o700, ['sh', 'sleep', 'mkfifo', 'setpriv']],
    ['setuid', 0o711, ['sh', 'sleep', 'mkfifo']],
  ])('without user namespaces it falls back to %s', async (_, mode, tools) => {
    mkdirSync(place.directory, { mode })
    const path = pathWith(join(place.home, 'bin'), tools)
    const first = program({ path })
    expect((await first.ready).firstStart).toBe(true)
    expect(statSync(join(place.directory, 'data')).uid).toBe(65_534)
    await first.kill9()
    expect((await program({ path }).ready).firstStart).toBe(false)
  })

  test('says what was tried where nothing works', async () => {
    mkdirSync(place.directory, { mode: 0o700 })
    const path = pathWith(join(place.home, 'bin'), ['sh', 'sleep', 'mkfifo'])
    await expect(program({ path }).ready).rejects.toThrow(
      /cannot be created in .* \(tried user namespace: .* \| setpriv: .* \| setuid: .*\).*Set DATABASE_URL/,
    )
  })
})
