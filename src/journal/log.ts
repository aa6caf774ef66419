/** The journal as structured lines on stderr, without mail contents. Repeated trouble is told once in a while. */
import type { Writable } from 'node:stream'
import { type Logger, pino } from 'pino'
import type { Journal } from './journal.ts'

export function createLogger(level: string, stream: Writable): Logger {
  return pino({ level, base: { pid: process.pid }, timestamp: pino.stdTimeFunctions.isoTime }, stream)
}

const QUIET_MS = 30_000

export function logJournal(logger: Logger, now: () => number): Journal {
  const lastTold = new Map<string, { at: number; more: number }>()
  return {
    taken: (count) => logger.debug({ count }, 'mails taken'),
    read: (milliseconds, refused, { mail }) =>
      refused
        ? logger.warn({ mail, milliseconds, refused }, 'mail quarantined')
        : logger.debug({ mail, milliseconds }, 'mail read'),
    recognised: (milliseconds, mail) => logger.debug({ mail, milliseconds }, 'pictures recognised'),
    decided: (decision, milliseconds, { mail }) =>
      logger.debug({ mail, milliseconds, kind: decision.understanding.kind }, 'mail decided'),
    sent: (outcome, latencyMs, { mail, reply }) =>
      outcome === 'sent'
        ? logger.debug({ mail, reply, latencyMs }, 'reply sent')
        : logger.warn({ mail, reply, outcome }, 'reply not sent'),
    copied: () => logger.debug('copy filed'),
    synced: () => logger.trace('mailbox synced'),
    swept: (rung, orphans) => {
      // In a storm it is the ordinary way of most mails.
      if (rung > 0 || orphans > 0) logger[orphans > 0 ? 'info' : 'debug']({ rung, orphans }, 'work rung again')
    },
    timePassed: (requests, letters) => logger.info({ requests, letters }, 'reminders and clocks looked at'),
    ordered: (act, done) => logger.info({ act, done }, 'order given'),
    digested: (digests) => logger.info({ digests }, 'digests written'),
    alerted: (sorts) => logger.warn({ alerts: sorts }, 'alerts told'),
    trouble(where, error) {
      const key = `${where} ${error.message}`
      const last = lastTold.get(key)
      if (last && now() - last.at < QUIET_MS) {
        last.more += 1
        return
      }
      if (lastTold.size > 200) lastTold.clear()
      lastTold.set(key, { at: now(), more: 0 })
      logger.warn({ where, again: last?.more ?? 0, error: error.message }, 'will be tried again')
    },
  }
}
