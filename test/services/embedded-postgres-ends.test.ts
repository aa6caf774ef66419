import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { databaseHome } from '../support/database-home.ts'
import { type DatabaseProgram, processesOf, query } from '../support/embedded-postgres.ts'
import { until } from '../support/until.ts'

const { place, warm, start, program, nothingLeft } = databaseHome()

describe('no way of ending leaves a process behind', () => {
  const ways: readonly [string, (program: DatabaseProgram) => unknown][] = [
    ['stop', (it) => it.tell('stop')],
    ['process.exit', (it) => it.tell('exit')],
    ['uncaught error', (it) => it.tell('throw')],
    ['SIGTERM', (it) => it.signal('SIGTERM')],
    ['SIGINT', (it) => it.signal('SIGINT')],
    ['SIGKILL', (it) => it.signal('SIGKILL')],
  ]
  test('each way in turn', async () => {
    await warm()
    for (const [name, end] of ways) {
      const running = program()
      await running.ready
      expect(processesOf(place.directory), name).not.toEqual([])
      end(running)
      await running.ended
      await nothingLeft()
    }
  })
})

describe('kill -9', () => {
  /** What lies in the directory when the blow falls, in the order of a first start. */
  const moments: readonly [string, () => boolean][] = [
    ['initdb has begun', () => unfinished().length > 0],
    ['initdb is half done', () => unfinished().some((name) => exists(name, 'data', 'PG_VERSION'))],
    ['the data directory is in place', () => exists('data', 'PG_VERSION')],
    ['the server is starting', () => exists('data', 'postmaster.pid')],
  ]

  test.each(moments)('during the first start when %s: the next start works', async (_, reached) => {
    const victim = program()
    await until(reached, { every: 1, what: 'the first start is that far' })
    await victim.kill9()
    const next = await start()
    expect(await query(next.url, 'select 1 as one')).toEqual([{ one: 1 }])
    await next.stop()
    // The killed first start may have been ending while the next one began; by the one after that its rubbish is gone.
    await nothingLeft()
    await (await start()).stop()
    expect(unfinished()).toEqual([])
  })

  test('again and again while rows are written: what was committed is there', async () => {
    await warm()
    let committed = 0
    for (let round = 1; round <= 4; round++) {
      const victim = program()
      const { url } = await victim.ready
      await query(url, 'create table if not exists written (n int primary key)')
      const writing = (async () => {
        for (;;) {
          await query(url, `insert into written values (${committed + 1})`)
          committed++
        }
      })().catch(() => {})
      const goal = committed + 10
      await until(() => committed >= goal, { what: 'ten more rows are committed' })
      await victim.kill9()
      await writing
      // The row under way when the server went may have been committed without our hearing of it.
      const survivor = await start()
      const [found] = await query<{ max: number; count: number }>(
        survivor.url,
        'select max(n), count(*)::int from written',
      )
      expect(found?.count).toBe(found?.max)
      expect([committed, committed + 1]).toContain(found?.max)
      committed = found?.max ?? 0
      await survivor.stop()
    }
  })

  test('of every database process: the lock file it leaves does not matter, even if its pid is in use again', async () => {
    await warm()
    const first = await start()
    await query(first.url, 'create table kept as select 1 as one')
    for (const pid of processesOf(place.directory)) process.kill(pid, 'SIGKILL')
    await nothingLeft()
    const lock = join(place.directory, 'data', 'postmaster.pid')
    writeFileSync(lock, readFileSync(lock, 'utf8').replace(/^\d+/, String(process.pid)))
    const next = await start()
    expect(next).toMatchObject({ adopted: false, firstStart: false, url: first.url })
    expect(await query(next.url, 'select one from kept')).toEqual([{ one: 1 }])
    await next.stop()
    await first.stop()
  })

  test('of the guardian: a server without one is replaced', async () => {
    await warm()
    const first = await start()
    const postmaster = Number.parseInt(readFileSync(join(place.directory, 'data', 'postmaster.pid'), 'utf8'), 10)
    const guardians = processesOf(place.directory).filter((pid) => commandOf(pid).includes('intagree-postgres'))
    expect(guardians).not.toEqual([])
    for (const pid of guardians) process.kill(pid, 'SIGKILL')
    const next = await start()
    expect(next.adopted).toBe(false)
    expect(processesOf(place.directory)).not.toContain(postmaster)
    await next.stop()
    await first.stop()
  })

  test.each([
    ['of a dead process', '99999999 1 a'],
    ['of a process whose pid is in use again', `${process.pid} 1 a`],
  ])('a start lock %s is taken over', async (_, content) => {
    await warm()
    writeFileSync(join(place.directory, 'start.lock'), content)
    const database = await start()
    expect(readdirSync(place.directory)).not.toContain('start.lock')
    await database.stop()
  })

  function unfinished(): readonly string[] {
    return exists() ? readdirSync(place.directory).filter((name) => name.startsWith('unfinished-')) : []
  }

  function exists(...parts: readonly string[]): boolean {
    return statSync(join(place.directory, ...parts), { throwIfNoEntry: false }) !== undefined
  }

  function commandOf(pid: number): string {
    return readFileSync(`/proc/${pid}/cmdline`, 'latin1')
  }
})
