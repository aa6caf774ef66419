import { randomBytes } from 'node:crypto'
import { chownSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Binaries } from './binaries.ts'
import { writeConnection } from './connection.ts'
import { syncDirectory } from './files.ts'
import { runGuarded } from './guardian.ts'
import type { Places } from './places.ts'
import { type Runner, runnersFor } from './privilege.ts'
import { refusal } from './refusal.ts'

const USER = 'intagree'
const UNFINISHED = 'unfinished-'

/**
 * Creates the data directory. It is made elsewhere and moved into place when it is whole, after the password has been
 * stored; a process killed on the way leaves an unfinished directory that the next start removes.
 */
export async function createCluster(places: Places, binaries: Binaries, durable: boolean): Promise<void> {
  const tried: string[] = []
  for (const runner of runnersFor(null)) {
    const workshop = mkdtempSync(join(places.directory, UNFINISHED))
    try {
      const password = randomBytes(24).toString('base64url')
      const failure = await initialise(runner, binaries, workshop, password, durable)
      if (failure === null) return moveIntoPlace(places, workshop, password)
      tried.push(`${runner.name}: ${failure}`)
    } finally {
      rmSync(workshop, { recursive: true, force: true })
    }
  }
  throw refusal(
    `The embedded database cannot be created in ${places.directory} (tried ${tried.join(' | ')}); it needs Linux with glibc or macOS.`,
  )
}

/** Removes what killed starts have left. Best effort: an initdb whose parent was killed a moment ago may still be on its way out. */
export function removeUnfinished(directory: string): void {
  for (const name of readdirSync(directory).filter((entry) => entry.startsWith(UNFINISHED))) {
    try {
      rmSync(join(directory, name), { recursive: true, force: true })
    } catch {}
  }
}

/** Runs initdb in `workshop/data`; null when it worked, else why not. */
async function initialise(
  runner: Runner,
  binaries: Binaries,
  workshop: string,
  password: string,
  durable: boolean,
): Promise<string | null> {
  const data = join(workshop, 'data')
  // Below a directory and in a file that only the user who runs initdb may read.
  const passwordFile = join(workshop, 'password')
  try {
    mkdirSync(data, { mode: 0o700 })
    writeFileSync(passwordFile, password, { mode: 0o600 })
    if (runner.owner !== null) {
      for (const path of [workshop, data, passwordFile]) chownSync(path, runner.owner.uid, runner.owner.gid)
    }
  } catch (error) {
    return (error as Error).message
  }
  const options = ['--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--no-instructions', `--username=${USER}`]
  const command = [binaries.initdb, `--pgdata=${data}`, `--pwfile=${passwordFile}`, ...options]
  const failure = await runToEnd(runner, durable ? command : [...command, '--no-sync'], binaries)
  rmSync(passwordFile, { force: true })
  return failure
}

function runToEnd(runner: Runner, command: readonly string[], binaries: Binaries): Promise<string | null> {
  const { child } = runGuarded(runner, command, binaries, ['pipe', 'ignore', 'pipe'])
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    said = (said + chunk).slice(0, 4_000)
  })
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('close', (code) => resolve(code === 0 ? null : said.trim().split('\n')[0] || `exit code ${code}`))
  })
}

function moveIntoPlace(places: Places, workshop: string, password: string): void {
  writeConnection(places.connectionFile, { port: 0, user: USER, password })
  renameSync(join(workshop, 'data'), places.data)
  syncDirectory(places.directory)
}
