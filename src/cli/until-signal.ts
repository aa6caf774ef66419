import type { ExitCode, Io } from './command.ts'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Waits for a signal, then stops in order; a second signal ends at once. */
export async function untilSignal(
  io: Io,
  view: { say(line: string): void; end(): void },
  stop: () => Promise<void>,
): Promise<ExitCode> {
  const signal = await new Promise<string>((resolve) => {
    for (const name of SIGNALS) process.once(name, () => resolve(name))
  })
  for (const name of SIGNALS) process.on(name, () => process.exit(1))
  view.say(`${signal}: finishing what is under way`)
  await stop()
  view.say('stopped; nothing is lost')
  view.end()
  // Whatever a library still holds open must not keep a stopped program alive.
  io.stdout.write('', () => process.exit(0))
  return 0
}
