import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findRunningEmbeddedPostgres, startEmbeddedPostgres } from '../../src/embedded/postgres.ts'
import { databaseHome } from '../support/database-home.ts'
import { processesOf, query } from '../support/embedded-postgres.ts'
import { testDatabase } from '../support/postgres.ts'

const { place, warm, start, program, nothingLeft } = databaseHome()

describe('one process', () => {
  test('first start creates the database and says so, warm start finds everything again', async () => {
    const said: string[] = []
    const first = await start((line) => said.push(line))
    expect(said).toEqual(['first start: creating the database (about a second)'])
    expect(first).toMatchObject({ adopted: false, firstStart: true })
    await query(first.url, "create table kept as select 'é' as word")
    await first.stop()
    expect(processesOf(place.directory)).toEqual([])
    expect(await findRunningEmbeddedPostgres(place.directory)).toBeNull()

    const second = await start((line) => said.push(line))
    expect(said).toHaveLength(1)
    expect(second).toMatchObject({ adopted: false, firstStart: false })
    expect(await query(second.url, 'select word from kept')).toEqual([{ word: 'é' }])
    await second.stop()
    await second.stop()
  })

  test('the server keeps to its settings and its secrets', async () => {
    await warm()
    const { url, stop } = await start()
    const wanted = {
      fsync: 'on',
      synchronous_commit: 'on',
      full_page_writes: 'on',
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      max_connections: '100',
      password_encryption: 'scram-sha-256',
      server_encoding: 'UTF8',
      lc_messages: 'C',
      TimeZone: 'UTC',
    }
    const rows = await query<{ name: string; setting: string }>(url, 'select name, setting from pg_settings')
    const settings = Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))
    expect(settings).toMatchObject(wanted)
    expect(await query(url, 'select distinct auth_method as method from pg_hba_file_rules')).toEqual([
      { method: 'scram-sha-256' },
    ])
    const readable = readdirSync(place.directory).filter(
      (name) => (statSync(join(place.directory, name)).mode & 0o077) !== 0,
    )
    expect(readable).toEqual([])
    await expect(query(url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow(
      'password authentication failed',
    )
    await stop()
  })

  test('another database on the same server is created when it is asked for', async () => {
    await warm()
    const first = await start()
    const second = await startEmbeddedPostgres({ directory: place.directory, database: 'other "one"' })
    expect(second.adopted).toBe(true)
    expect(await query(second.url, 'select current_database() as name')).toEqual([{ name: 'other "one"' }])
    await second.stop()
    await first.stop()
  })
})

describe('several processes', () => {
  test('a second one adopts the server, and keeps it when the first is killed', async () => {
    await warm()
    const owner = program()
    const { url } = await owner.ready
    const adopter = await start()
    expect(adopter).toMatchObject({ url, adopted: true, firstStart: false })
    expect(await findRunningEmbeddedPostgres(place.directory)).toBe(url)
    await owner.kill9()
    expect(await query(adopter.url, 'select 1 as one')).toEqual([{ one: 1 }])
    await adopter.stop()
    await nothingLeft()
  })

  test('the starter stops while another goes on', async () => {
    await warm()
    const owner = await start()
    const adopter = program()
    expect((await adopter.ready).adopted).toBe(true)
    await owner.stop()
    expect(await query(owner.url, 'select 1 as one')).toEqual([{ one: 1 }])
    adopter.tell('stop')
    await adopter.ended
    await nothingLeft()
  })

  test('simultaneous first starts make one database and one server', async () => {
    const all = await Promise.all([program().ready, program().ready, program().ready])
    expect(new Set(all.map(({ url }) => url)).size).toBe(1)
    expect(all.map(({ firstStart, adopted }) => `${firstStart} ${adopted}`).sort()).toEqual([
      'false true',
      'false true',
      'true false',
    ])
  })
})

describe('refusals are sentences with a way out', () => {
  test('a data directory of another PostgreSQL', async () => {
    mkdirSync(join(place.directory, 'data'), { recursive: true })
    writeFileSync(join(place.directory, 'data', 'PG_VERSION'), '17\n')
    await expect(start()).rejects.toThrow(
      /was made by PostgreSQL 17 and cannot be read by PostgreSQL 18.*pg_dumpall.*Set DATABASE_URL/,
    )
  })

  test('a data directory that is none', async () => {
    mkdirSync(join(place.directory, 'data'), { recursive: true })
    writeFileSync(join(place.directory, 'data', 'holiday.jpg'), '')
    await expect(start()).rejects.toThrow(/holds files, but no database.*Set DATABASE_URL/)
  })

  test('a directory that cannot be made', async () => {
    writeFileSync(place.directory, '')
    await expect(start()).rejects.toThrow(/cannot be made.*Set DATABASE_URL/)
  })

  test('a lost password', async () => {
    await warm()
    writeFileSync(join(place.directory, 'connection.json'), '{"port":')
    await expect(start()).rejects.toThrow(/connection\.json.*is damaged.*Set DATABASE_URL/)
  })
})

test('testDatabase gives fresh databases and drops them', async () => {
  const [one, two] = [await testDatabase('one'), await testDatabase('two')]
  await query(one.url, 'create table only_here ()')
  await expect(query(two.url, 'select from only_here')).rejects.toThrow('does not exist')
  await one.drop()
  await two.drop()
  await expect(query(one.url, 'select 1')).rejects.toThrow('does not exist')
})
