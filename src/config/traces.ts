/** The standard variables of OpenTelemetry for where traces go (OpenTelemetry Protocol Exporter specification). */
import { z } from 'zod'

export interface TracesConfig {
  /** Base URL of a collector that takes OTLP over HTTP. */
  readonly endpoint: string
  readonly headers: Readonly<Record<string, string>>
}

/** Null: there are none. */
export function tracesOf(variables: {
  readonly OTEL_EXPORTER_OTLP_ENDPOINT?: string | undefined
  readonly OTEL_EXPORTER_OTLP_HEADERS?: Readonly<Record<string, string>> | undefined
}): TracesConfig | null {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_EXPORTER_OTLP_HEADERS: headers = {} } = variables
  return endpoint === undefined ? null : { endpoint, headers }
}

const PAIR = /^\s*([\w!#$%&'*+.^`|~-]+)\s*=\s*([\x21-\x7e]*)\s*$/

/** `name=value,name=value`, the values percent-encoded (W3C Baggage). */
export function headerFields() {
  const error = 'it must be header fields such as authorization=Bearer%20secret, separated by commas'
  return z.string().transform((text, context): Readonly<Record<string, string>> => {
    const fields = text.split(',').flatMap((pair) => fieldOf(PAIR.exec(pair)))
    if (fields.length === text.split(',').length) return Object.fromEntries(fields)
    context.addIssue({ code: 'custom', message: error, input: text })
    return z.NEVER
  })
}

function fieldOf(pair: RegExpExecArray | null): readonly (readonly [string, string])[] {
  const [, name, value] = pair ?? []
  if (name === undefined || value === undefined) return []
  try {
    const decoded = decodeURIComponent(value)
    // A line break would begin another field (RFC 9110 5.5).
    return /^[\x20-\x7e]*$/.test(decoded) ? [[name, decoded]] : []
  } catch {
    return []
  }
}
