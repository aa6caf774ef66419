/** An earlier program out of the local history, made ready to run beside this one. */
import { execFile } from 'node:child_process'
import { readFile, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Finally } from '../support/installation.ts'
import { tempDir } from '../support/temp-dir.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const MIGRATIONS = 'src/db/migrations/'

export interface Revision {
  /** Full hash. */
  readonly hash: string
  /** Day and subject of the commit. */
  readonly about: string
  readonly migrations: readonly string[]
}

export interface Earlier extends Revision {
  readonly launcher: string
  /** Packages whose versions are not today's, which it runs with all the same. */
  readonly otherPackages: readonly string[]
}

const run = promisify(execFile)

/** Rejects with a sentence when there is no history, or no such revision in it. */
async function git(...args: readonly string[]): Promise<string> {
  try {
    return (await run('git', ['-C', ROOT, ...args], { maxBuffer: 64 * 1024 * 1024 })).stdout.trim()
  } catch (error) {
    const { stderr = '', code } = error as { readonly stderr?: string; readonly code?: string | number }
    if (code === 'ENOENT') throw new Error('git is not installed, and an earlier program comes out of the history.')
    if (/not a git repository/.test(stderr))
      throw new Error(
        'There is no git history here: clone the repository (with its history) instead of copying its files.',
      )
    throw new Error(`git ${args.slice(0, 2).join(' ')}: ${stderr.trim().split('\n')[0] ?? code}`)
  }
}

export async function revisionOf(name: string): Promise<Revision> {
  const hash = await git('rev-parse', '--verify', '--quiet', `${name}^{commit}`).catch((error: Error) => {
    if (/no git history|not installed/.test(error.message)) throw error
    throw new Error(
      `There is no revision "${name}" in the local history. A shallow clone has few: git fetch --unshallow`,
    )
  })
  const files = await git('ls-tree', '--name-only', hash, MIGRATIONS)
  const migrations = files
    .split('\n')
    .map((path) => path.slice(MIGRATIONS.length).replace(/\.ts$/, ''))
    .filter((file) => /^\d/.test(file))
  return { hash, about: await git('show', '-s', '--format=%as %s', hash), migrations }
}

/** The newest one with fewer migrations than today's files: what most desks would upgrade from. */
export async function lastBeforeMigration(): Promise<Revision> {
  const today = await revisionOf('HEAD')
  const commits = await git('log', '--first-parent', '--format=%H', '--', MIGRATIONS)
  for (const commit of commits.split('\n').filter((line) => line !== '')) {
    const before = await revisionOf(`${commit}^`).catch(() => null)
    if (before !== null && before.migrations.length < today.migrations.length) return before
  }
  throw new Error('The local history has no revision with fewer migrations; name one, or fetch more of it.')
}

/** Its files in a folder of their own, which is removed in the end, with today's packages. */
export async function takeOut(revision: Revision, over: Finally): Promise<Earlier> {
  const folder = await tempDir('earlier')
  over(() => folder.remove())
  const archive = join(folder.path, 'program.tar')
  await git('archive', '--format=tar', '-o', archive, revision.hash)
  await run('tar', ['-x', '-f', archive, '-C', folder.path])
  await symlink(join(ROOT, 'node_modules'), join(folder.path, 'node_modules'))
  const launcher = join(folder.path, 'src/cli/intagree.js')
  return { ...revision, launcher, otherPackages: await otherPackages(folder.path) }
}

async function otherPackages(folder: string): Promise<readonly string[]> {
  const [theirs, ours] = await Promise.all([folder, ROOT].map(dependenciesOf))
  return Object.entries(theirs ?? {})
    .filter(([name, version]) => ours?.[name] !== version)
    .map(([name, version]) => `${name} ${version} (now ${ours?.[name] ?? 'gone'})`)
}

async function dependenciesOf(folder: string): Promise<Readonly<Record<string, string>>> {
  const { dependencies } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
  return dependencies
}
