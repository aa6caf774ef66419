/** A line on the terminal that says how far long work is; nothing where nobody looks. */
import type { Io } from './command.ts'

export interface Progress {
  readonly step: (what: string, done: number, of: number) => void
  /** Wipes the line. */
  readonly end: () => void
}

const WIDTH = 24

export function progress(io: Pick<Io, 'stderr' | 'columns'>): Progress {
  if (io.columns === null) return { step: () => undefined, end: () => undefined }
  return {
    step(what, done, of) {
      const full = Math.round((WIDTH * done) / Math.max(of, 1))
      io.stderr.write(`\r\u001b[K${what} ${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${done}/${of}`)
    },
    end: () => void io.stderr.write('\r\u001b[K'),
  }
}
