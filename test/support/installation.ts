/**
 * An installation of the real program: a data directory and an environment, in which `intagree` is run as operators run
 * it, by its launcher, each process in a group of its own.
 */
import { chown } from 'node:fs/promises'
import { join } from 'node:path'
import { LAUNCHER, type Ran, runNode } from '../cli/run-intagree.ts'
import { type Program, startProgram } from './program.ts'
import { tempDir } from './temp-dir.ts'
import { until } from './until.ts'

/** Takes what is to be done when the test is over, the last first: `onTestFinished` of its context. */
export type Finally = (cleanup: () => Promise<void>) => void

/** The same for what several tests share: `clean` is for `afterAll`. */
export function cleanups(): { readonly over: Finally; readonly clean: () => Promise<void> } {
  const stack: (() => Promise<void>)[] = []
  return {
    over: (cleanup) => void stack.push(cleanup),
    async clean() {
      for (const cleanup of stack.splice(0).reverse()) await cleanup()
    },
  }
}

export interface Running extends Program {
  /** `http://127.0.0.1:PORT`, as soon as the program has told it. */
  url(): string | null
  /** Waits until `/readyz` says yes. */
  ready(ms?: number): Promise<void>
  /** Sum of a metric over all its labels, or over those that match. */
  metric(name: string, labels?: RegExp): Promise<number>
}

export interface Installation {
  readonly home: string
  /** `intagree start …`; returns at once. */
  start(...args: readonly string[]): Promise<Running>
  worker(name: string): Promise<Running>
  /** Any other command, to its end. */
  run(...args: readonly string[]): Promise<Ran>
  /** A command with `--json`: its lines. Fails when it exits with anything but `code`. */
  lines<Line>(args: readonly string[], code?: number): Promise<readonly Line[]>
  /** What is not done yet according to the program itself: mails without outcome, and work. */
  remaining(running: Running): Promise<string>
}

export interface InstallationOptions {
  readonly env?: Readonly<Record<string, string>>
  readonly uid?: number
  /** Another program than the one of this folder. */
  readonly launcher?: string
}

const OUTPUT_KEPT = 2_000_000
const NOT_INSTALLED = 'node is missing'

/** Makes an installation in a new directory; whatever runs in it is killed when the test is over. */
export async function installation(over: Finally, options: InstallationOptions = {}): Promise<Installation> {
  const { uid, launcher = LAUNCHER } = options
  const folder = await tempDir('home')
  if (uid !== undefined) await chown(folder.path, uid, uid)
  const home = join(folder.path, '.intagree')
  const env = { PATH: process.env.PATH ?? '', HTTP_PORT: '0', INTAGREE_HOME: home, ...options.env }
  const programs: Program[] = []
  over(async () => {
    await Promise.all(programs.map((program) => program.kill9()))
    await folder.remove()
  })

  async function launch(args: readonly string[]): Promise<Running> {
    const as = uid === undefined ? {} : { uid }
    const how = { install: NOT_INSTALLED, keep: OUTPUT_KEPT, env, cwd: folder.path, ...as }
    const program = await startProgram(process.execPath, [launcher, ...args], how)
    programs.push(program)
    return running(program)
  }

  const run = (args: readonly string[]) => runNode([launcher, ...args], { cwd: folder.path, env })

  async function lines<Line>(args: readonly string[], code = 0): Promise<readonly Line[]> {
    const ran = await run([...args, '--json'])
    if (ran.code !== code) throw new Error(`intagree ${args.join(' ')} ended with ${ran.code}: ${ran.stderr}`)
    return ran.stdout
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Line)
  }

  return {
    home,
    start: (...args) => launch(['start', ...args]),
    worker: (name) => launch(['worker', name]),
    run: (...args) => run(args),
    lines,
    async remaining(program) {
      // Cheap, and mostly the answer; asked again at the end, because a mail that was decided may have caused work.
      const before = await program.metric('intagree_work_pending')
      if (before > 0) return `${before} pieces of work`
      const ran = await run(['accounting', '--json'])
      if (ran.code !== 0) return `${ran.stdout}${ran.stderr}` || 'accounting failed'
      const after = await program.metric('intagree_work_pending')
      return after === 0 ? '' : `${after} pieces of work`
    },
  }
}

/** Waits until every mail in the mailbox has its outcome and nothing is left to send or to file. */
export async function caughtUp(site: Installation, program: Running, ms = 60_000): Promise<void> {
  const nothing = async () => {
    const remaining = await site.remaining(program)
    return remaining === '' || Promise.reject(new Error(`${remaining}\n${program.output().slice(-1_000)}`))
  }
  await until(nothing, { ms, every: 200, what: 'the program has caught up' })
}

function running(program: Program): Running {
  function url(): string | null {
    const found = /http:\/\/localhost:(\d+)\/readyz|"port":(\d+),"msg":"worker is running"/.exec(program.output())
    return found ? `http://127.0.0.1:${found[1] ?? found[2]}` : null
  }

  async function get(path: string): Promise<Response> {
    if (!program.running()) throw new Error(`the program has ended: ${program.output().slice(-2_000)}`)
    return fetch(`${url()}${path}`, { signal: AbortSignal.timeout(5_000) })
  }

  return {
    ...program,
    url,
    async ready(ms = 60_000) {
      const ended = () => !program.running()
      await until(async () => ended() || (url() !== null && (await get('/readyz')).ok), {
        ms,
        what: '/readyz says yes',
      })
      if (ended()) throw new Error(`the program ended instead of being ready: ${program.output().slice(-2_000)}`)
    },
    async metric(name, labels = /^/) {
      const text = await (await get('/metrics')).text()
      const found = text.split('\n').filter((line) => new RegExp(`^${name}[{ ]`).test(line) && labels.test(line))
      if (found.length === 0 && name === 'intagree_work_pending') throw new Error('the database does not answer')
      return found.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' '))), 0)
    },
  }
}
