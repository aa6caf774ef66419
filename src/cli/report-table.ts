/** What a model is worth, as tables: the whole, and intent by intent; with the figures before where there are any. */
import type { IntentFigures, Report } from '../domain/learn/report.ts'
import type { Io } from './command.ts'
import { type Column, print, printTable } from './print.ts'

export async function printReport(io: Io, report: Report, before: Report | null): Promise<void> {
  const earlier = new Map(before?.intents.map((figures) => [figures.intent, figures]))
  const columns: Column<IntentFigures>[] = [
    { title: 'intent', of: (row) => row.intent },
    { title: 'mails', of: (row) => row.mails, right: true },
    ...pair('precision', (row) => row.precision),
    ...pair('recall', (row) => row.recall),
    ...pair('when acted on', (row) => row.actedPrecision),
    { title: 'acts from', of: (row) => percent(row.actFrom), right: true },
  ]
  await printTable(io, columns, report.intents)
  await print(io.stdout, `\n${summary(report, before)}\n`)

  function pair(title: string, of: (row: IntentFigures) => number | null): Column<IntentFigures>[] {
    const now: Column<IntentFigures> = { title, of: (row) => percent(of(row)), right: true }
    if (before === null) return [now]
    const then = (row: IntentFigures) => {
      const figures = earlier.get(row.intent)
      return figures === undefined ? null : percent(of(figures))
    }
    return [{ title: 'before', of: then, right: true }, now]
  }
}

/** Mails of writers that the model did not know, in sentences. */
function summary(report: Report, before: Report | null): string {
  const lines = [
    `${report.mails} mails of ${report.writers} writers, each judged by a model that did not know its writer:`,
    line('main intent right', (one) => one.mainRight),
    line('all intents, micro-F1', (one) => one.microF1),
    line('acted on', (one) => one.coverage),
    line('of these right', (one) => one.actedRight),
    line('sort of agreement right', (one) => one.agreementRight),
    line('way to it right', (one) => one.pathRight),
    line('machine mail found', (one) => one.machinesFound),
    line('people kept', (one) => one.peopleKept),
  ]
  return lines.join('\n')

  function line(label: string, of: (one: Report) => number): string {
    const then = before === null ? '' : `   before ${percent(of(before))}`
    return `  ${label.padEnd(26)}${(percent(of(report)) ?? '-').padStart(7)}${then}`
  }
}

export function percent(share: number | null): string | null {
  return share === null ? null : `${(100 * share).toFixed(1)}%`
}
