import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process'
import type { Binaries } from './binaries.ts'
import type { Runner } from './privilege.ts'

/**
 * Runs a program until it ends or until its standard input does. The kernel closes a dead process's files, however it
 * died, so end of input means that nobody needs the program any more: it is asked to end (SIGINT: a fast shutdown for
 * postgres) and told to (SIGQUIT: postgres recovers at its next start) when it has not ended 4 s later. The input is
 * let go of BEFORE the shutdown begins: that no process reads it tells newcomers that they come too late.
 */
const SCRIPT = `
exec 3<&0 </dev/null
"$@" 3<&- &
program=$!
(
  while read -r _ <&3; do :; done
  exec 3<&-
  kill -INT $program
  n=0
  while [ $n -lt 40 ]; do
    sleep 0.1
    kill -0 $program 2>/dev/null || exit 0
    n=$((n+1))
  done
  kill -QUIT $program
) &
watch=$!
exec 3<&-
wait $program
code=$?
kill $watch 2>/dev/null
exit $code
`

export interface Guarded {
  readonly child: ChildProcess
  /** How it ended, in a few words; null while it runs. */
  ended(): string | null
}

/** Starts a command under a guardian. `stdio[0]` is what it watches: see above. */
export function runGuarded(
  runner: Runner,
  command: readonly string[],
  binaries: Binaries,
  stdio: StdioOptions,
): Guarded {
  const [program = '', ...args] = [...runner.prefix, 'sh', '-c', SCRIPT, 'intagree-postgres', ...command]
  const child = spawn(program, args, {
    ...(runner.switchUser && runner.owner !== null ? runner.owner : {}),
    // Its own session: Ctrl-C in a terminal must reach us, and postgres only through us. `/` can always be entered.
    detached: true,
    cwd: '/',
    env: { ...binaries.environment },
    stdio,
  })
  let end: string | null = null
  child.once('error', (error) => {
    end = error.message
  })
  child.once('exit', (code, signal) => {
    end ??= signal === null ? `exit code ${code}` : `signal ${signal}`
  })
  return { child, ended: () => end }
}
