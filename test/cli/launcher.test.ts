import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { LAUNCHER, type Ran, runNode, temporaryFolder } from './run-intagree.ts'

const CHECKOUT = join(LAUNCHER, '..', '..', '..')
const says = (words: string) =>
  `export async function runProgram() { const said: string = '${words}'; console.log(said, ...process.argv.slice(2)) }\n`

/** A small checkout of its own: the real launcher, compiler and tsconfig, and a program of one line. */
function checkout({ typescript = true } = {}) {
  const folder = temporaryFolder({ 'package.json': '{ "type": "module" }', 'src/cli/main.ts': says('hello') })
  for (const file of ['tsconfig.json', 'tsconfig.build.json']) cpSync(join(CHECKOUT, file), join(folder.path, file))
  cpSync(LAUNCHER, join(folder.path, 'src/cli/intagree.js'))
  mkdirSync(join(folder.path, 'node_modules'))
  for (const name of ['typescript', '@typescript', '@types', 'undici-types'].filter(() => typescript)) {
    const from = join(CHECKOUT, 'node_modules', name)
    if (existsSync(from)) symlinkSync(from, join(folder.path, 'node_modules', name))
  }
  const at = (...path: string[]) => join(folder.path, ...path)
  const run = (...args: string[]) => runNode([at('src/cli/intagree.js'), ...args], { cwd: folder.path })
  return { at, run, [Symbol.dispose]: folder[Symbol.dispose] }
}

const said = (words: string): Ran => ({ code: 0, stdout: `${words}\n`, stderr: '' })
const compiledAt = (at: (path: string) => string) => statSync(at('dist/src/cli/main.js')).mtimeMs

test('compiles the first time, and then only when a source changed', async () => {
  using tree = checkout()
  expect(await tree.run('a', '--b')).toEqual(said('hello a --b'))
  const first = compiledAt(tree.at)
  expect(await tree.run()).toEqual(said('hello'))
  expect(compiledAt(tree.at)).toBe(first)
  writeFileSync(tree.at('src/cli/main.ts'), says('changed'))
  expect(await tree.run()).toEqual(said('changed'))
})

test('notices a source that was replaced by an older one', async () => {
  using tree = checkout()
  await tree.run()
  writeFileSync(tree.at('src/cli/main.ts'), says('older'))
  utimesSync(tree.at('src/cli/main.ts'), 1_000_000_000, 1_000_000_000)
  expect(await tree.run()).toEqual(said('older'))
})

test('a copy whose times were rounded to seconds is taken as compiled', async () => {
  using tree = checkout()
  await tree.run()
  const compiled = compiledAt(tree.at)
  for (const file of ['src/cli/main.ts', 'tsconfig.json', 'tsconfig.build.json']) {
    const second = Math.floor(statSync(tree.at(file)).mtimeMs / 1000)
    utimesSync(tree.at(file), second, second)
  }
  expect(await tree.run()).toEqual(said('hello'))
  expect(compiledAt(tree.at)).toBe(compiled)
})

test('several at once on a fresh checkout all run', async () => {
  using tree = checkout()
  const all = await Promise.all([tree.run('1'), tree.run('2'), tree.run('3'), tree.run('4')])
  expect(all).toEqual(['1', '2', '3', '4'].map((word) => said(`hello ${word}`)))
  expect(existsSync(tree.at('dist/.lock'))).toBe(false)
})

test('a lock whose owner died is taken over, and its half compiled files are compiled again', async () => {
  using tree = checkout()
  await tree.run()
  const dead = await runNode(['-e', 'console.log(process.pid)'], { cwd: tree.at() })
  writeFileSync(tree.at('dist/.lock'), dead.stdout.trim())
  writeFileSync(tree.at('dist/.built-from'), 'unfinished')
  writeFileSync(tree.at('dist/src/cli/main.js'), 'export async function run')
  expect(await tree.run()).toEqual(said('hello'))
})

test('shows what the compiler says when a source is broken', async () => {
  using tree = checkout()
  writeFileSync(tree.at('src/cli/main.ts'), 'export function (\n')
  const { code, stdout, stderr } = await tree.run()
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toMatch(/^src\/cli\/main\.ts\(1,17\): error TS/)
  expect(stderr).toMatch(/intagree could not be compiled/)
  writeFileSync(tree.at('src/cli/main.ts'), says('mended'))
  expect(await tree.run()).toEqual(said('mended'))
})

test.for([
  ['without TypeScript', (at: (path: string) => string) => rmSync(at('node_modules'), { recursive: true })],
  ['without sources', (at: (path: string) => string) => rmSync(at('src/cli/main.ts'))],
] as const)('the production image runs what was compiled, %s', async ([, strip]) => {
  using tree = checkout()
  await tree.run()
  utimesSync(tree.at('src/cli/main.ts'), new Date(), new Date(Date.now() + 60_000))
  strip(tree.at)
  expect(await tree.run()).toEqual(said('hello'))
})

test('says what to do when there is nothing to run', async () => {
  using tree = checkout({ typescript: false })
  const sentence = 'intagree is not compiled yet, and TypeScript is not installed; run: npm ci\n'
  expect(await tree.run()).toEqual({ code: 2, stdout: '', stderr: sentence })
})

test('takes what npm run build has compiled', async () => {
  using tree = checkout()
  await tree.run()
  rmSync(tree.at('dist/.built-from'))
  const before = compiledAt(tree.at)
  expect(await tree.run()).toEqual(said('hello'))
  expect(compiledAt(tree.at)).toBe(before)
})

test('runs through a symbolic link and from another directory', async () => {
  using tree = checkout()
  using elsewhere = temporaryFolder()
  symlinkSync(tree.at('src/cli/intagree.js'), join(elsewhere.path, 'intagree'))
  expect(await runNode([join(elsewhere.path, 'intagree'), 'x'], { cwd: elsewhere.path })).toEqual(said('hello x'))
})

test.for(['18.20.8', '20.18.3'])('Node %s is told to be too old', async (version) => {
  using folder = temporaryFolder({
    'old.cjs': `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`,
  })
  const ran = await runNode(['--require', join(folder.path, 'old.cjs'), LAUNCHER, '--version'], { cwd: folder.path })
  const sentence = `intagree needs Node 20.19 or newer; this is Node ${version}.\n`
  expect(ran).toEqual({ code: 2, stdout: '', stderr: sentence })
})

test('the floor is the one package.json asks for', () => {
  const { engines } = JSON.parse(readFileSync(join(CHECKOUT, 'package.json'), 'utf8')) as { engines: { node: string } }
  expect(engines.node).toBe('>=20.19')
})
