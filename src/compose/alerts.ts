/** Alerts by a second channel: what is looked at, and who hears of it. */
import { randomUUID } from 'node:crypto'
import { statfs } from 'node:fs/promises'
import type { Config } from '../config/config.ts'
import { loadAlertState, saveAlertState, storedVitals } from '../db/vitals.ts'
import type { AlertPace, Vitals } from '../domain/alerts.ts'
import { healthWatch } from '../flows/watch-health.ts'
import { IntakeError } from '../foundation/intake-error.ts'
import { pause } from '../foundation/pause.ts'
import { textOf, webhook } from '../http/webhook.ts'
import type { AlertChannel } from '../ports/alert-channel.ts'
import { composeMessage } from '../smtp/compose-message.ts'
import { smtpCourier } from '../smtp/smtp-courier.ts'
import type { Base } from './base.ts'
import { endingOf } from './ending-logins.ts'

const LOOK_MS = 30_000
/** Longest answer of the database before it counts as away. */
const PATIENCE_MS = 5_000
const SETTLE_MS = 3 * 60_000

/** Watches as long as the program runs, in one process of all that could. Nothing where nobody is to be told. */
export async function startAlerts(base: Base): Promise<void> {
  const { config, clock, journal, leases, pool, stopping } = base
  const channels = alertChannels(config)
  if (channels.length === 0) return
  const mailboxes = base.mail.accounts.map((one) => `${one.account}/${one.mailbox}`)
  const look = healthWatch({
    look: () => vitalsOf(base, mailboxes),
    ...{ limits: config.settings.alerts, pace: paceOf(config), channels, clock },
    load: () => loadAlertState(pool),
    save: (state) => saveAlertState(pool, state),
    onTold: (notices) => journal.alerted(notices.map(({ sort }) => sort)),
    onTrouble: (error) => journal.trouble('alerts', error),
  })
  base.loops.push(inOneProcess(look, leases, stopping.signal))
}

/** Whoever watched when the database went away goes on watching: that is what must be told. */
async function inOneProcess(look: () => Promise<void>, leases: Base['leases'], signal: AbortSignal): Promise<void> {
  let watched = false
  while (!signal.aborted) {
    const watching = leases.hold('alerts', signal, async (lost) => {
      watched = true
      const over = AbortSignal.any([signal, lost])
      // A passing trouble of the start, a first sync that is not done, is none.
      await pause(LOOK_MS, over)
      for (; !over.aborted; await pause(LOOK_MS, over)) await look()
    })
    await watching.catch(() => undefined)
    if (signal.aborted) return
    if (watched) await look()
    await pause(LOOK_MS, signal)
  }
}

function paceOf({ settings: { alerts } }: Config): AlertPace {
  return { repeatMs: alerts.repeatHours * 3_600_000, throttleMs: alerts.throttleMinutes * 60_000, settleMs: SETTLE_MS }
}

async function vitalsOf(base: Base, mailboxes: readonly string[]): Promise<Vitals> {
  const { config, pool } = base
  const [stored, disk, ends] = await Promise.all([
    inTime(storedVitals(pool, mailboxes)).catch((error: Error) => error.message || 'it cannot be reached'),
    statfs(config.home).catch(() => null),
    inTime(endingOf(base.config, base.pool)).catch(() => null),
  ])
  return {
    ...(typeof stored === 'string' ? { databaseAway: stored, stored: null } : { databaseAway: null, stored }),
    diskFree: disk === null ? null : disk.bavail / Math.max(disk.blocks, 1),
    ending: ends,
  }
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('it does not answer')), PATIENCE_MS)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

export function alertChannels(config: Config): readonly AlertChannel[] {
  const { webhook: url, mailTo, smtpUrl } = config.settings.alerts
  return [
    ...(url === null ? [] : [webhook(url, config.address)]),
    ...(smtpUrl === null ? [] : mailTo.map((to) => mailChannel(smtpUrl, config.address, to))),
  ]
}

/** By another mail server than ours: when ours is the trouble, this one still goes. */
function mailChannel(smtpUrl: string, from: string, to: string): AlertChannel {
  return {
    async tell(notices) {
      const courier = smtpCourier({ url: smtpUrl, connections: 1, timeoutMs: 20_000 })
      const text = textOf(notices)
      const raw = await composeMessage({
        from: { name: 'intagree', address: from },
        to: { name: '', address: to },
        subject: `intagree: ${notices.map(({ notice, sort }) => `${sort} ${notice}`).join(', ')}`.slice(0, 200),
        ...{ text, html: `<pre>${escaped(text)}</pre>`, inReplyTo: null, references: [], date: new Date() },
        messageId: `<alert-${randomUUID()}@${from.slice(from.lastIndexOf('@') + 1)}>`,
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      })
      try {
        const sent = await courier.send({ from, to: [to], raw, beforeDot: async () => undefined })
        if (sent.outcome !== 'sent')
          throw new IntakeError('config', `The alert to ${to} was not taken: ${'why' in sent ? sent.why : ''}`)
      } finally {
        await courier.close()
      }
    },
  }
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
}
