/** Where the run stands: on a terminal a line for each cell that is being played, elsewhere a line for each change. */
import type { Played } from './play.ts'

export interface Board {
  tell(cell: string, state: string): void
  done(played: Played): void
  /** Stops redrawing. */
  end(): void
}

interface Going {
  state: string
  readonly since: number
}

const REDRAW_MS = 500
const MARK = { passed: '✓', failed: '✗', skipped: '–' } as const

type Out = Pick<NodeJS.WritableStream, 'write'> & { readonly isTTY?: boolean; readonly columns?: number }

export function board(total: number, out: Out): Board {
  const going = new Map<string, Going>()
  const counts = { passed: 0, failed: 0, skipped: 0 }
  let drawn = 0

  /** Wipes what was drawn last, prints what stays, and draws anew. */
  function draw(stays = ''): void {
    const done = counts.passed + counts.failed + counts.skipped
    const lines = [...going].map(([cell, { state, since }]) => `  ${cell.padEnd(20)} ${seconds(since)}  ${state}`)
    lines.push(`${done}/${total} cells, ${counts.failed} failed`)
    const width = out.columns ?? 80
    const wiped = drawn > 0 ? `\u001b[${drawn}A\u001b[J` : ''
    out.write(`${wiped}${stays}${lines.map((line) => `${line.slice(0, width - 1)}\n`).join('')}`)
    drawn = lines.length
  }

  const timer = out.isTTY ? setInterval(() => draw(), REDRAW_MS) : undefined

  return {
    tell(cell, state) {
      const known = going.get(cell)
      // Numbers that go down are for whoever looks on.
      const isNews = state.split(':')[0] !== known?.state.split(':')[0]
      going.set(cell, { state, since: known?.since ?? Date.now() })
      if (!out.isTTY && isNews) out.write(`${cell}: ${state}\n`)
    },
    done(played) {
      const since = going.get(played.cell)?.since ?? Date.now()
      going.delete(played.cell)
      counts[played.verdict] += 1
      const lines = [`${MARK[played.verdict]} ${played.cell.padEnd(20)} ${seconds(since)}  ${inWords(played)}`]
      for (const why of played.because.slice(0, 5)) lines.push(`    ${why}`)
      if (played.because.length > 5) lines.push(`    and ${played.because.length - 5} more`)
      const text = lines.map((line) => `${line}\n`).join('')
      if (out.isTTY) draw(text)
      else out.write(text)
    },
    end() {
      clearInterval(timer)
    },
  }
}

function inWords(played: Played): string {
  if (played.verdict === 'skipped') return 'skipped'
  const { lost, doubled, unsure, secondCopies, parked, quarantined, recoverySeconds, settledSeconds } = played
  const excused = unsure > 0 ? ` (unsure ${unsure}, second copies ${secondCopies}, left to a person ${parked})` : ''
  const times = `last answer ${recoverySeconds.toFixed(1)} s after the fault, settled ${settledSeconds.toFixed(1)} s`
  return `lost ${lost}, doubled ${doubled}${excused}, quarantined ${quarantined}, ${times}`
}

function seconds(since: number): string {
  return `${Math.round((Date.now() - since) / 1000)} s`.padStart(5)
}
