/**
 * One trace per mail over all processes: a span for each stage, sent to an OpenTelemetry collector. It is told what the
 * log is told, so spans carry numbers, times, sorts and outcomes, and no words, addresses or subjects. The libraries
 * are loaded here and only when traces are wanted.
 */
import type { Attributes, Span } from '@opentelemetry/api'
import type { SpanExporter } from '@opentelemetry/sdk-trace'
import type { Journal } from '../journal/journal.ts'
import { type TraceIds, traceIdsOf } from './trace-ids.ts'

export interface TraceParts {
  /** Base URL of the collector; `/v1/traces` is added, as the standard says of OTEL_EXPORTER_OTLP_ENDPOINT. */
  readonly endpoint: string
  readonly headers: Readonly<Record<string, string>>
  /** The installation's: see `traceIdsOf`. */
  readonly secret: string
  readonly now: () => number
  /** Spans that could not be delivered are dropped; mail never waits for them. */
  readonly onTrouble: (error: Error) => void
}

export interface Traces {
  readonly journal: Journal
  /** Sends what is left, for two seconds at most. */
  close(): Promise<void>
}

/** A stage that is over. */
interface Stage {
  readonly name: 'take-in' | 'read' | 'recognise' | 'decide' | 'send'
  readonly mail: number | null
  readonly begunAt: number
  readonly endedAt: number
  readonly attributes: Attributes
  readonly failed: boolean
}

const FAREWELL_MS = 2_000

export async function startTraces(parts: TraceParts): Promise<Traces> {
  const { secret, now } = parts
  const [api, sdk, resources, otlp] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/sdk-trace'),
    import('@opentelemetry/resources'),
    import('@opentelemetry/exporter-trace-otlp-http'),
  ])
  const url = `${parts.endpoint.replace(/\/+$/, '')}/v1/traces`
  const exporter = new otlp.OTLPTraceExporter({ url, headers: { ...parts.headers } })
  // OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES, where somebody set them.
  const named = resources.detectResources({ detectors: [resources.envDetector] })
  const random = new sdk.RandomIdGenerator()
  let root: TraceIds | null = null
  const provider = new sdk.TracerProvider({
    resource: resources.resourceFromAttributes({ 'service.name': 'intagree' }).merge(named),
    spanProcessors: [new sdk.BatchSpanProcessor({ exporter: tellingTrouble(exporter, parts.onTrouble) })],
    idGenerator: {
      generateTraceId: () => root?.traceId ?? random.generateTraceId(),
      generateSpanId: () => root?.rootSpanId ?? random.generateSpanId(),
    },
  })
  const tracer = provider.getTracer('intagree')

  function begin({ name, mail, begunAt, attributes }: Stage): Span {
    const options = {
      startTime: begunAt,
      attributes: mail === null ? attributes : { 'intagree.mail': mail, ...attributes },
    }
    if (mail === null) return tracer.startSpan(name, options, api.ROOT_CONTEXT)
    const ids = traceIdsOf(secret, mail)
    if (name === 'take-in') {
      root = ids
      const span = tracer.startSpan(name, options, api.ROOT_CONTEXT)
      root = null
      return span
    }
    const above = { traceId: ids.traceId, spanId: ids.rootSpanId, traceFlags: api.TraceFlags.SAMPLED, isRemote: true }
    return tracer.startSpan(name, options, api.trace.setSpanContext(api.ROOT_CONTEXT, above))
  }

  function tell(stage: Stage): void {
    const span = begin(stage)
    if (stage.failed) span.setStatus({ code: api.SpanStatusCode.ERROR })
    span.end(stage.endedAt)
  }

  return {
    journal: stagesOf(tell, now),
    async close() {
      await provider.forceFlush({ timeoutMillis: FAREWELL_MS }).catch(() => undefined)
      // It would wait for the collector much longer than whoever stops us.
      provider.shutdown().catch(() => undefined)
    },
  }
}

/** What the journal tells of mails, as stages. */
function stagesOf(tell: (stage: Stage) => void, now: () => number): Journal {
  const ignore = () => undefined
  return {
    taken(_count, mails, begunAt) {
      const times = { begunAt, endedAt: now() }
      const attributes = { 'intagree.batch': mails.length }
      for (const mail of mails) tell({ name: 'take-in', mail, ...times, attributes, failed: false })
    },
    read(milliseconds, refused, { mail, begunAt }) {
      const attributes = { 'intagree.outcome': refused ?? 'read' }
      tell({ name: 'read', mail, begunAt, endedAt: begunAt + milliseconds, attributes, failed: refused !== null })
    },
    recognised(milliseconds, mail) {
      const endedAt = now()
      tell({ name: 'recognise', mail, begunAt: endedAt - milliseconds, endedAt, attributes: {}, failed: false })
    },
    decided({ changes, understanding }, milliseconds, { mail, begunAt }) {
      const settled = changes.find((change) => change.change === 'mail-settled')
      const attributes = { 'intagree.kind': understanding.kind, 'intagree.outcome': settled?.outcome ?? 'none' }
      tell({ name: 'decide', mail, begunAt, endedAt: begunAt + milliseconds, attributes, failed: false })
    },
    sent(outcome, latencyMs, { mail, reply, begunAt }) {
      const attributes = { 'intagree.reply': reply, 'intagree.outcome': outcome, 'intagree.latency_ms': latencyMs }
      tell({ name: 'send', mail, begunAt, endedAt: now(), attributes, failed: outcome !== 'sent' })
    },
    ...{ copied: ignore, synced: ignore, swept: ignore, timePassed: ignore, ordered: ignore, digested: ignore },
    ...{ alerted: ignore, trouble: ignore },
  }
}

/** The exporter tells failures to nobody but its caller. */
function tellingTrouble(exporter: SpanExporter, onTrouble: (error: Error) => void): SpanExporter {
  return {
    export(spans, done) {
      exporter.export(spans, (result) => {
        const why = result.error === undefined ? '' : `: ${result.error.message}`
        if (result.code !== 0) onTrouble(new Error(`The collector of traces does not take them${why}`))
        done(result)
      })
    },
    shutdown: () => exporter.shutdown(),
    forceFlush: async () => exporter.forceFlush?.(),
  }
}
