#!/usr/bin/env node
/**
 * The command `intagree`. Plain JavaScript, because nothing is compiled yet when it runs: it checks Node, compiles the
 * sources when they changed since the last time (`tsc`, under a second), and hands over to `dist/src/cli/main.js`.
 * Where there are no sources or no compiler, as in the production image, it takes `dist` as it is.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import * as fs from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { setFlagsFromString } from 'node:v8'

const NODE_FLOOR = [20, 19]
const LOCK_PATIENCE_MS = 120_000
const SOURCES = ['src', 'workers', 'templates']

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const dist = join(root, 'dist')
const entry = join(dist, 'src', 'cli', 'main.js')
const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
const stamp = join(dist, '.built-from')
const lock = join(dist, '.lock')

checkNode()
optimiseLess()
if (buildIsDue()) build()
import(pathToFileURL(entry).href).then((module) => module.runProgram())

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > NODE_FLOOR[0] || (major === NODE_FLOOR[0] && minor >= NODE_FLOOR[1])) return
  stop(`intagree needs Node ${NODE_FLOOR.join('.')} or newer; this is Node ${process.versions.node}.`)
}

/**
 * V8 optimises what ran a little, on threads of its own: for thousands of mails it is busier with that than with them.
 * Four times the default leaves out what is hardly used, and costs the rest nothing that could be measured.
 */
function optimiseLess() {
  setFlagsFromString('--interrupt-budget=270336')
}

/** The sources decide by their fingerprint; a `dist` that somebody else compiled has none and is judged by its age. */
function buildIsDue() {
  const built = fs.existsSync(entry)
  const sources = sourceFiles()
  if (sources.length === 0) {
    if (!built) stop(`${entry} is missing, and so are the sources it is made from; install intagree again.`)
    return false
  }
  if (built && !fs.existsSync(compiler)) return false
  if (!built) return true
  const from = readOrNull(stamp)
  if (from !== null) return !isBuiltFrom(from, sources)
  const compiledAt = fs.statSync(entry).mtimeMs
  return sources.some((file) => file.mtimeMs > compiledAt)
}

function sourceFiles() {
  const files = []
  for (const folder of SOURCES) collect(join(root, folder), files)
  if (files.length === 0) return files
  for (const name of ['tsconfig.json', 'tsconfig.build.json']) {
    const path = join(root, name)
    if (fs.existsSync(path)) files.push(describe(path))
  }
  return files
}

function collect(folder, files) {
  let entries = []
  try {
    entries = fs.readdirSync(folder, { withFileTypes: true })
  } catch {
    return
  }
  for (const item of entries) {
    const path = join(folder, item.name)
    if (item.isDirectory()) collect(path, files)
    else if (item.isFile() && item.name.endsWith('.ts')) files.push(describe(path))
  }
}

function describe(path) {
  // Zeros for a file that an editor is just replacing: they differ from what it will be.
  const { mtimeMs, size } = fs.statSync(path, { throwIfNoEntry: false }) ?? { mtimeMs: 0, size: 0 }
  return { path, mtimeMs, size }
}

/** Also notices files that were removed, renamed, or replaced by older ones. Copies may round times to whole seconds. */
function isBuiltFrom(from, sources) {
  const [exact, rounded] = from.split('\n')
  if (exact === fingerprint(sources, 1)) return true
  return sources.every(({ mtimeMs }) => mtimeMs % 1000 === 0) && rounded === fingerprint(sources, 1000)
}

function fingerprint(files, unitMs) {
  const lines = files.map(
    ({ path, mtimeMs, size }) => `${path.slice(root.length)} ${Math.floor(mtimeMs / unitMs)} ${size}`,
  )
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex')
}

function build() {
  if (!fs.existsSync(compiler)) stop('intagree is not compiled yet, and TypeScript is not installed; run: npm ci')
  try {
    fs.mkdirSync(dist, { recursive: true })
    fs.accessSync(dist, fs.constants.W_OK)
  } catch (error) {
    if (!fs.existsSync(entry)) stop(`intagree is not compiled yet, and ${dist} cannot be written (${error.code}).`)
    process.stderr.write(`intagree: the sources are newer than ${dist}, which cannot be written; going on with it.\n`)
    return
  }
  takeLock()
  try {
    if (buildIsDue()) compile()
  } finally {
    fs.rmSync(lock, { force: true })
  }
}

function compile() {
  const sources = sourceFiles()
  const from = `${fingerprint(sources, 1)}\n${fingerprint(sources, 1000)}`
  // Written first, so that a compilation that is killed half way is never taken for a finished one.
  fs.writeFileSync(stamp, 'unfinished')
  const options = ['-p', join(root, 'tsconfig.build.json'), '--pretty', 'false']
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [compiler, ...options], { encoding: 'utf8' })
  if (status === 0) return fs.writeFileSync(stamp, from)
  fs.rmSync(lock, { force: true })
  stop(`${stdout ?? ''}${stderr ?? ''}intagree could not be compiled (tsc ended with ${status ?? signal}).`)
}

/** A file made with O_EXCL that holds the owner's process id. A lock whose owner is gone is taken over. */
function takeLock() {
  const until = Date.now() + LOCK_PATIENCE_MS
  while (!tryLock()) {
    if (Date.now() > until) stop(`another intagree has been compiling for two minutes; if none runs, remove ${lock}`)
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
  }
}

function tryLock() {
  try {
    fs.writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
  const owner = readOrNull(lock)
  // Empty: its owner has just made it and is about to write its id.
  if (owner === null || owner === '' || isAlive(Number(owner))) return false
  // Renamed away first: of two that find the same dead owner only one gets it, and a living owner gets it back.
  const aside = `${lock}.${process.pid}`
  try {
    fs.renameSync(lock, aside)
    if (readOrNull(aside) !== owner) fs.renameSync(aside, lock)
  } catch {
    return false
  }
  fs.rmSync(aside, { force: true })
  return false
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function readOrNull(path) {
  try {
    return fs.readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

/** Exit code 2: nothing was done, and the operator can mend it. */
function stop(sentence) {
  process.stderr.write(`${sentence.trimEnd()}\n`)
  process.exit(2)
}
