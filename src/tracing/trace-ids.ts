/**
 * The trace of a mail follows from its number in the ledger and the installation's secret: each process finds it by
 * itself, nothing is stored or handed on, and two installations never share one at the same collector.
 */
import { createHmac } from 'node:crypto'

export interface TraceIds {
  /** 16 bytes in hex (W3C Trace Context 3.2.2.3). */
  readonly traceId: string
  /** 8 bytes in hex: the span of taking it in, above all others. */
  readonly rootSpanId: string
}

export function traceIdsOf(secret: string, mail: number): TraceIds {
  const digest = createHmac('sha256', secret).update(`trace of mail ${mail}`).digest('hex')
  return { traceId: digest.slice(0, 32), rootSpanId: digest.slice(32, 48) }
}
