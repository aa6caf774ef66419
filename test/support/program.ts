import { spawn } from 'node:child_process'

export interface ProgramOptions {
  /** What to tell whoever lacks the binary, e.g. `apt-get install redis-server`. */
  readonly install: string
}

/** A server program in the foreground with a process group of its own, so that its children can be ended with it. */
export interface Program {
  readonly pid: number
  /** What it printed, for failures. */
  output(): string
  running(): boolean
  /** Asks it to end (SIGTERM) and waits; whatever is left of the group after `ms` is killed. */
  end(ms?: number): Promise<void>
  /** SIGKILL to the whole group, as in a power cut. */
  kill9(): Promise<void>
}

/** Starts a program. Rejects with a hint when the binary is missing. */
export async function startProgram(binary: string, args: readonly string[], options: ProgramOptions): Promise<Program> {
  // Debian keeps servers in sbin, which is not on everybody's path.
  const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/usr/local/sbin` }
  const child = spawn(binary, args, { detached: true, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output = (output + chunk.toString('utf8')).slice(-10_000)
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

  return { pid, output: () => output, running: () => child.exitCode === null && child.signalCode === null, end, kill9 }
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal)
  } catch {
    // The group is gone, which is what was wanted.
  }
}
