import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** A process of our own code that says one line and is to be killed. */
export interface Child {
  /** The first line it prints. */
  readonly said: Promise<string>
  kill9(): Promise<void>
}

/** Runs a file of this folder with arguments. */
export function startChild(file: string, args: readonly string[]): Child {
  const path = fileURLToPath(new URL(file, import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', path, ...args], { stdio: ['ignore', 'pipe', 'ignore'] })
  const exited = once(child, 'exit')
  const said = once(createInterface({ input: child.stdout }), 'line').then(([line]) => line as string)
  return {
    said,
    async kill9() {
      child.kill('SIGKILL')
      await exited
    },
  }
}
