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
  const meters = { ...countersIn([registry]), ...timesIn([registry]), ...waitingIn([registry]) }
  return {
    registry,
    setPending(lines) {
      meters.pending.reset()
      meters.oldest.reset()
      for (const line of lines) {
        meters.pending.set({ stage: line.stage }, line.count)
        meters.oldest.set({ stage: line.stage }, line.oldestSeconds)
      }
    },
    journal: metering(meters),
  }
}

function countersIn(registers: Registry[]) {
  const counter = <Label extends string>(name: string, help: string, ...labelNames: Label[]) =>
    new Counter({ name, help, labelNames, registers })
  return {
    taken: counter('intagree_mails_taken_total', 'Mails taken into the ledger'),
    read: counter('intagree_mails_read_total', 'Mails read, by what came of it', 'outcome'),
    decided: counter('intagree_mails_decided_total', 'Mails decided, by kind and outcome', 'kind', 'outcome'),
    sent: counter('intagree_replies_total', 'Attempts to send a reply, by outcome', 'outcome'),
    copied: counter('intagree_copies_filed_total', 'Copies filed in Sent'),
    trouble: counter('intagree_trouble_total', 'Failures that will be tried again', 'where'),
    swept: counter('intagree_rung_again_total', 'Work rung again by the sweep'),
    reminders: counter('intagree_reminders_total', 'Reminders written'),
    digests: counter('intagree_digests_total', 'Digests written'),
    alerts: counter('intagree_alerts_total', 'Alerts told'),
    orders: counter('intagree_orders_total', 'What people ordered', 'act', 'done'),
  }
}

function timesIn(registers: Registry[]) {
  return {
    synced: new Gauge({
      name: 'intagree_last_sync_timestamp_seconds',
      help: 'When a pass over a mailbox was last completed by this process',
      registers,
    }),
    stageSeconds: new Histogram({
      name: 'intagree_stage_seconds',
      help: 'Time a stage took for one mail',
      labelNames: ['stage'],
      buckets: STAGE_SECONDS,
      registers,
    }),
    latency: new Histogram({
      name: 'intagree_reply_latency_seconds',
      help: 'From the decision to the mail server having taken the reply',
      buckets: LATENCY_SECONDS,
      registers,
    }),
  }
}

function waitingIn(registers: Registry[]) {
  return {
    pending: new Gauge({
      name: 'intagree_work_pending',
      help: 'Work not done yet, by stage',
      labelNames: ['stage'],
      registers,
    }),
    oldest: new Gauge({
      name: 'intagree_work_oldest_seconds',
      help: 'Age of the oldest work not done yet, by stage',
      labelNames: ['stage'],
      registers,
    }),
  }
}

/** What the journal tells, counted. */
function metering(meters: ReturnType<typeof countersIn> & ReturnType<typeof timesIn>): Journal {
  return {
    taken: (count) => meters.taken.inc(count),
    read(milliseconds, refused) {
      meters.read.inc({ outcome: refused ?? 'read' })
      meters.stageSeconds.observe({ stage: 'read' }, milliseconds / 1000)
    },
    recognised: (milliseconds) => meters.stageSeconds.observe({ stage: 'ocr' }, milliseconds / 1000),
    decided(decision, milliseconds) {
      const settled = decision.changes.find((change) => change.change === 'mail-settled')
      meters.decided.inc({ kind: decision.understanding.kind, outcome: settled?.outcome ?? 'none' })
      meters.stageSeconds.observe({ stage: 'decide' }, milliseconds / 1000)
    },
    sent(outcome, latencyMs) {
      meters.sent.inc({ outcome })
      if (outcome === 'sent') meters.latency.observe(latencyMs / 1000)
    },
    copied: () => meters.copied.inc(),
    synced: () => meters.synced.setToCurrentTime(),
    swept: (rung) => meters.swept.inc(rung),
    timePassed: (_requests, letters) => meters.reminders.inc(letters),
    ordered: (act, done) => meters.orders.inc({ act, done: String(done) }),
    digested: (count) => meters.digests.inc(count),
    alerted: (sorts) => meters.alerts.inc(sorts.length),
    trouble: (where) => meters.trouble.inc({ where }),
  }
}
