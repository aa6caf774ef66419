import type { NetConnectOpts } from 'node:net'

/** `tcp://host:3310` or `unix:///run/clamav/clamd.ctl`, checked by the configuration. */
export function clamdPlace(url: string): NetConnectOpts {
  const parsed = new URL(url)
  if (parsed.protocol === 'unix:') return { path: decodeURIComponent(parsed.pathname) }
  return { host: parsed.hostname.replace(/^\[|\]$/g, ''), port: Number(parsed.port || 3310) }
}
