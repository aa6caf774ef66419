/** Counters and histograms per stage in Prometheus' text format. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Journal } from '../journal/journal.ts'

export interface Metrics {
  readonly journal: Journal
  readonly registry: Registry
  /** Called before every scrape with what only the database knows. */
  setPending(
    pending: readonly { readonly stage: string; readonly count: number; readonly oldestSeconds: number }[],
  ): void
}

/** Seconds; a mail is read in milliseconds and a reply may wait for days. */
const STAGE_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const LATENCY_SECONDS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 3600, 86_400]

export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'intagree_' })
  const registers = [registry]
  const taken = new Counter({ name: 'intagree_mails_taken_total', help: 'Mails taken into the ledger', registers })
  const read = new Counter({
    name: 'intagree_mails_read_total',
    help: 'Mails read, by what came of it',
    labelNames: ['outcome'],
    registers,
  })
  const decided = new Counter({
    name: 'intagree_mails_decided_total',
    help: 'Mails decided, by kind and outcome',
    labelNames: ['kind', 'outcome'],
    registers,
  })
  const sent = new Counter({
    name: 'intagree_replies_total',
    help: 'Attempts to send a reply, by outcome',
    labelNames: ['outcome'],
    registers,
  })
  const copied = new Counter({ name: 'intagree_copies_filed_total', help: 'Copies filed in Sent', registers })
  const trouble = new Counter({
    name: 'intagree_trouble_total',
    help: 'Failures that will be tried again',
    labelNames: ['where'],
    registers,
  })
  const swept = new Counter({ name: 'intagree_rung_again_total', help: 'Work rung again by the sweep', registers })
  const reminders = new Counter({ name: 'intagree_reminders_total', help: 'Reminders written', registers })
  const digests = new Counter({ name: 'intagree_digests_total', help: 'Digests written', registers })
  const alerts = new Counter({ name: 'intagree_alerts_total', help: 'Alerts told', registers })
  const orders = new Counter({
    name: 'intagree_orders_total',
    help: 'What people ordered',
    labelNames: ['act', 'done'],
    registers,
  })
  const synced = new Gauge({
    name: 'intagree_last_sync_timestamp_seconds',
    help: 'When a pass over a mailbox was last completed by this process',
    registers,
  })
  const stageSeconds = new Histogram({
    name: 'intagree_stage_seconds',
    help: 'Time a stage took for one mail',
    labelNames: ['stage'],
    buckets: STAGE_SECONDS,
    registers,
  })
  const latency = new Histogram({
    name: 'intagree_reply_latency_seconds',
    help: 'From the decision to the mail server having taken the reply',
    buckets: LATENCY_SECONDS,
    registers,
  })
  const pending = new Gauge({
    name: 'intagree_work_pending',
    help: 'Work not done yet, by stage',
    labelNames: ['stage'],
    registers,
  })
  const oldest = new Gauge({
    name: 'intagree_work_oldest_seconds',
    help: 'Age of the oldest work not done yet, by stage',
    labelNames: ['stage'],
    registers,
  })
  return {
    registry,
    setPending(lines) {
      pending.reset()
      oldest.reset()
      for (const line of lines) {
        pending.set({ stage: line.stage }, line.count)
        oldest.set({ stage: line.stage }, line.oldestSeconds)
      }
    },
    journal: {
      taken: (count) => taken.inc(count),
      read(milliseconds, refused) {
        read.inc({ outcome: refused ?? 'read' })
        stageSeconds.observe({ stage: 'read' }, milliseconds / 1000)
      },
      recognised: (milliseconds) => stageSeconds.observe({ stage: 'ocr' }, milliseconds / 1000),
      decided(decision, milliseconds) {
        const settled = decision.changes.find((change) => change.change === 'mail-settled')
        decided.inc({ kind: decision.understanding.kind, outcome: settled?.outcome ?? 'none' })
        stageSeconds.observe({ stage: 'decide' }, milliseconds / 1000)
      },
      sent(outcome, latencyMs) {
        sent.inc({ outcome })
        if (outcome === 'sent') latency.observe(latencyMs / 1000)
      },
      copied: () => copied.inc(),
      synced: () => synced.setToCurrentTime(),
      swept: (rung) => swept.inc(rung),
      timePassed: (_requests, letters) => reminders.inc(letters),
      ordered: (act, done) => orders.inc({ act, done: String(done) }),
      digested: (count) => digests.inc(count),
      alerted: (sorts) => alerts.inc(sorts.length),
      trouble: (where) => trouble.inc({ where }),
    },
  }
}
