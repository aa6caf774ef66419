import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { WORKERS } from '../workers/index.ts'

interface Service {
  readonly image?: string
  readonly command?: readonly string[]
  readonly healthcheck?: unknown
  readonly environment?: Readonly<Record<string, string>>
  readonly read_only?: boolean
  readonly tmpfs?: readonly string[]
  readonly cap_drop?: readonly string[]
  readonly security_opt?: readonly string[]
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>
}

const compose = parse(readFileSync(new URL('../docker-compose.yml', import.meta.url), 'utf8'), { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>
  readonly volumes: Readonly<Record<string, unknown>>
}
const ours = Object.entries(compose.services).filter(([, service]) => service.image === 'intagree')

describe('docker-compose.yml', () => {
  test('runs every part of the work as a process of its own', () => {
    const run = ours.flatMap(([, service]) => (service.command?.[0] === 'worker' ? [service.command[1]] : []))
    expect([...run].sort()).toEqual(
      Object.keys(WORKERS)
        .filter((name) => name !== 'all')
        .sort(),
    )
  })

  test.each(ours)('%s gets the database and the queue from here, and secrets from .env', (_name, service) => {
    expect(service.environment?.DATABASE_URL).toContain('@postgres:5432/')
    expect(service.environment?.REDIS_URL).toBe('redis://redis:6379')
    expect(service.environment?.IMAP_URL).toMatch(/^\$\{IMAP_URL:\?/)
  })

  test.each(ours.filter(([name]) => name !== 'migrate'))('%s starts after the migrations', (_name, service) => {
    expect(service.depends_on?.migrate?.condition).toBe('service_completed_successfully')
  })

  test.each(ours)('%s writes to its data and /tmp only, and has no rights to gain', (_name, service) => {
    expect(service).toMatchObject({
      read_only: true,
      tmpfs: ['/tmp'],
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
    })
  })

  test('the servers have health checks', () => {
    for (const name of ['postgres', 'redis']) expect(compose.services[name]?.healthcheck).toBeDefined()
  })
})
