/** Whether an error says that the database is away or restarting, rather than that a statement was wrong. */
const OUTAGE_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ECONNABORTED',
  '57P01', // admin_shutdown
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now
  '08000',
  '08003',
  '08006',
  '53300', // too_many_connections
  '25P03', // idle_in_transaction_session_timeout: we stood still for long
  '57P05', // idle_session_timeout: likewise
  '25006', // read_only_sql_transaction: a standby that is not promoted yet
  '40001', // serialization_failure
  '40P01', // deadlock_detected
])

export function isDatabaseOutage(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: string; message?: string }
  if (code !== undefined && OUTAGE_CODES.has(code)) return true
  // pg has no code for these.
  return /Connection terminated|Query read timeout|timeout exceeded when trying to connect|Client has encountered a connection error/.test(
    message ?? '',
  )
}
