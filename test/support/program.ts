import { spawn } from 'node:child_process'

export interface ProgramOptions {
  /** What to tell whoever lacks the binary, e.g. `apt-get install redis-server`. */
  readonly install: string
  /** The whole environment; missing: ours. */
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly cwd?: string
  /** User and group to run as. */
  readonly uid?: number
  /** How much of the end of its output is kept, in characters; 10,000 unless told. */
  readonly keep?: number
}

/** A server program in the foreground with a process group of its own, so that its children can be ended with it. */
export interface Program {
  readonly pid: number
  /** What it printed, for failures. */
  output(): string
  running(): boolean
  /** null while it runs, and when a signal ended it. */
  exitCode(): number | null
  /** Asks it to end (SIGTERM) and waits; whatever is left of the group after `ms` is killed. */
  end(ms?: number): Promise<void>
  /** A signal to the whole group; SIGSTOP freezes it until SIGCONT. */
  signal(signal: NodeJS.Signals): void
  /** SIGKILL to the whole group, as in a power cut. */
  kill9(): Promise<void>
}

/** Starts a program. Rejects with a hint when the binary is missing. */
export async function startProgram(binary: string, args: readonly string[], options: ProgramOptions): Promise<Program> {
  const { cwd, uid, keep = 10_000 } = options
  // Debian keeps servers in sbin, which is not on everybody's path.
  const env = options.env ?? { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/usr/local/sbin` }
  const as = uid === undefined ? {} : { uid, gid: uid }
  const child = spawn(binary, args, { detached: true, env, cwd, ...as, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output = (output + chunk.toString('utf8')).slice(-keep)
    })
  }
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve)
    child.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'ENOENT' ? new Error(`${binary} is not installed: ${options.install}`) : error),
    )
  })
  const pid = child.pid as number
  const killOnExit = () => signalGroup(pid, 'SIGKILL')
  process.once('exit', killOnExit)

  async function kill9(): Promise<void> {
    signalGroup(pid, 'SIGKILL')
    await exited
    process.off('exit', killOnExit)
  }

  async function end(ms = 5_000): Promise<void> {
    child.kill('SIGTERM')
    const timer = setTimeout(() => signalGroup(pid, 'SIGKILL'), ms)
    await exited
    clearTimeout(timer)
    await kill9()
  }

  return {
    pid,
    output: () => output,
    running: () => child.exitCode === null && child.signalCode === null,
    exitCode: () => child.exitCode,
    signal: (signal) => signalGroup(pid, signal),
    end,
    kill9,
  }
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal)
  } catch {
    // The group is gone, which is what was wanted.
  }
}
