import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

/**
 * The floors of the house. A file may import from its own room and from the rooms named here; everything else fails
 * the build. `*` in a room's packages means any package.
 */
const ROOMS: Readonly<Record<string, { readonly rooms: readonly string[]; readonly packages: readonly string[] }>> = {
  'src/domain': { rooms: [], packages: [] },
  // Small helpers that several rooms share. Each is named here, with what it may touch, so that the folder grows no drawer.
  'src/foundation/batched.ts': { rooms: [], packages: [] },
  'src/foundation/intake-error.ts': { rooms: [], packages: [] },
  'src/foundation/make-folder.ts': { rooms: [], packages: ['node:fs', 'node:path'] },
  'src/foundation/pause.ts': { rooms: [], packages: [] },
  'src/foundation/start-thread.ts': { rooms: [], packages: ['*'] },
  'src/text': { rooms: [], packages: ['node:buffer'] },
  'src/ports': { rooms: ['src/domain'], packages: ['node:stream'] },
  'src/ports/stores': { rooms: ['src/domain', 'src/ports'], packages: [] },
  'src/journal': { rooms: ['src/domain'], packages: [] },
  templates: { rooms: [], packages: ['zod'] },
  'src/flows': {
    rooms: ['src/domain', 'src/ports', 'src/ports/stores', 'src/foundation/intake-error.ts'],
    packages: [],
  },
  'src/archive': adapter(),
  // Its folders hold files of the archive, and are checked as those are.
  'src/backup': { ...adapter(), rooms: [...adapter().rooms, 'src/archive'] },
  'src/documents': { ...adapter(), rooms: [...adapter().rooms, 'src/text', 'src/foundation/start-thread.ts'] },
  // The child stores files and reads documents while it reads the mail.
  'src/mime': {
    ...adapter(),
    rooms: [...adapter().rooms, 'src/archive', 'src/documents', 'src/text', 'src/foundation/start-thread.ts'],
  },
  'src/imap': adapter(),
  'src/smtp': adapter(),
  'src/clamd': adapter(),
  'src/mailauth': adapter(),
  'src/learning': adapter(),
  'src/render': { ...adapter(), rooms: [...adapter().rooms, 'templates'] },
  'src/db': adapter(),
  'src/queue': adapter(),
  'src/tokens': adapter(),
  'src/oauth': adapter(),
  'src/http': { ...adapter(), rooms: [...adapter().rooms, 'src/journal'] },
  'src/tracing': { ...adapter(), rooms: [...adapter().rooms, 'src/journal'] },
  'src/journal/log.ts': { rooms: ['src/journal'], packages: ['*'] },
  'src/embedded': adapter(),
  'src/sandbox': adapter(),
  'src/config': { rooms: ['src/domain', 'src/foundation/intake-error.ts'], packages: ['*'] },
  'src/places': {
    rooms: ['src/config', 'src/embedded', 'src/sandbox', 'src/imap', 'src/ports', 'src/foundation/intake-error.ts'],
    packages: ['*'],
  },
  'src/compose': { rooms: ['*'], packages: ['*'] },
  workers: { rooms: ['*'], packages: ['*'] },
  'src/cli': { rooms: ['*'], packages: ['*'] },
}
/** Rooms that only processes and people stand in; nobody below may import them. */
const TOP = ['src/cli', 'workers', 'src/compose']

function adapter() {
  return {
    rooms: [
      ...['src/domain', 'src/ports', 'src/ports/stores'],
      ...['batched', 'intake-error', 'make-folder', 'pause'].map((name) => `src/foundation/${name}.ts`),
    ],
    packages: ['*'],
  }
}

const FROM = /^(?:import|export)\s+(type\s+)?[\w*,\s]*(?:\{[^}]*\})?\s*(?:as\s+\w+\s+)?from\s*['"]([^'"]+)['"]/gm
const BARE = /^import\s*['"]([^'"]+)['"]/gm
const DYNAMIC = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g

interface Source {
  readonly path: string
  readonly text: string
  readonly imports: readonly string[]
}

const root = resolve(import.meta.dirname, '..')
const sources = ['src', 'workers', 'templates'].flatMap((folder) => filesBelow(join(root, folder))).map(read)

describe('the floors', () => {
  test.each(sources.map((source) => [source.path, source] as const))('%s imports only from below', (_path, source) => {
    expect(violations(source)).toEqual([])
  })

  test('a planted wrong import is found', () => {
    const bad = (path: string, ...imports: string[]) => violations({ path, text: '', imports })
    expect(bad('src/domain/decide/x.ts', 'node:fs')).toHaveLength(1)
    expect(bad('src/domain/x.ts', '../db/pool.ts')).toHaveLength(1)
    expect(bad('src/flows/x.ts', '../db/pool.ts')).toHaveLength(1)
    expect(bad('src/db/x.ts', '../imap/imap-mailbox.ts')).toHaveLength(1)
    expect(bad('src/compose/x.ts', '../cli/main.ts')).toHaveLength(1)
    expect(bad('src/ports/x.ts', './stores/take-in.ts')).toHaveLength(1)
    expect(bad('src/flows/x.ts', '../foundation/make-folder.ts')).toHaveLength(1)
    for (const homeless of ['src/helpers/x.ts', 'src/helpers.ts', 'src/foundation/x.ts'])
      expect(bad(homeless)).toHaveLength(1)
  })

  test('there is no cycle', () => {
    expect(cycle()).toEqual([])
  })
})

test('the drawing in the README names every folder of src', () => {
  const drawing = /## The house\n+```\n([\s\S]*?)```/.exec(readFileSync(join(root, 'README.md'), 'utf8'))?.[1] ?? ''
  const named = new Set(drawing.match(/[\w-]+/g))
  expect(readdirSync(join(root, 'src')).filter((name) => !named.has(name))).toEqual([])
})

describe('the domain is pure', () => {
  const domain = sources.filter((source) => roomOf(source.path) === 'src/domain')
  const impure =
    /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bprocess\.|\bawait\b|\basync\b|\bsetTimeout\b|\bfetch\(|\bconsole\./

  test.each(domain.map((source) => [source.path, source.text] as const))('%s', (_path, text) => {
    expect(withoutComments(text)).not.toMatch(impure)
  })
})

describe('an IMAP connection has one maker', () => {
  const MAKES = /\bnew ImapFlow\b/

  test('nobody else makes one', () => {
    expect(sources.filter(({ text }) => MAKES.test(text)).map(({ path }) => path)).toEqual([
      'src/imap/imap-connection.ts',
    ])
  })

  // An `error` event without a listener ends the process.
  test('it listens for errors before it connects', () => {
    const text = withoutComments(sources.find(({ path }) => path === 'src/imap/imap-connection.ts')?.text ?? '')
    const steps = ['new ImapFlow', ".on('error'", ".on('close'", '.connect()'].map((step) => text.indexOf(step))
    expect(steps).toEqual([...steps].sort((a, b) => a - b))
    expect(steps[0]).toBeGreaterThanOrEqual(0)
  })
})

describe('files stay small', () => {
  test.each(sources.map((source) => [source.path, source.text] as const))('%s has at most 250 lines', (_path, text) => {
    expect(text.split('\n').length).toBeLessThanOrEqual(251)
  })
})

function violations(source: Source): readonly string[] {
  const room = roomOf(source.path)
  const rule = room === null ? undefined : ROOMS[room]
  if (room === null || rule === undefined) return [`${source.path} stands in no room`]
  return source.imports.filter((name) => !mayImport(source.path, room, rule, name))
}

function mayImport(
  path: string,
  room: string,
  rule: { readonly rooms: readonly string[]; readonly packages: readonly string[] },
  name: string,
): boolean {
  if (!name.startsWith('.')) return rule.packages.includes('*') || rule.packages.includes(name)
  const target = roomOf(join(dirname(path), name))
  if (target === null || target === room) return target === room
  if (!rule.rooms.includes('*')) return rule.rooms.includes(target)
  return !TOP.includes(target) || TOP.indexOf(target) > TOP.indexOf(room)
}

function roomOf(path: string): string | null {
  const rooms = Object.keys(ROOMS).filter((room) => path === room || path.startsWith(`${room}/`))
  return rooms.sort((a, b) => b.length - a.length)[0] ?? null
}

/** The first cycle found among the files, or nothing. Imports of types alone do not run and do not count. */
function cycle(): readonly string[] {
  const byPath = new Map(sources.map((source) => [source.path, source]))
  const done = new Set<string>()
  const visit = (path: string, trail: readonly string[]): readonly string[] => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path]
    if (done.has(path)) return []
    const source = byPath.get(path)
    for (const name of source ? runtimeImports(source.text) : []) {
      const found = name.startsWith('.') ? visit(join(dirname(path), name), [...trail, path]) : []
      if (found.length > 0) return found
    }
    done.add(path)
    return []
  }
  for (const { path } of sources) {
    const found = visit(path, [])
    if (found.length > 0) return found
  }
  return []
}

function read(path: string): Source {
  const text = readFileSync(path, 'utf8')
  return { path: relative(root, path), text, imports: allImports(text) }
}

function allImports(text: string): readonly string[] {
  return [
    ...[...text.matchAll(FROM)].map((match) => match[2] as string),
    ...[...text.matchAll(BARE), ...text.matchAll(DYNAMIC)].map((match) => match[1] as string),
  ]
}

function runtimeImports(text: string): readonly string[] {
  return [...text.matchAll(FROM)].filter((match) => match[1] === undefined).map((match) => match[2] as string)
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '')
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) return filesBelow(path)
    return name.endsWith('.ts') ? [path] : []
  })
}
