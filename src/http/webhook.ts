/** Tells alerts to a web hook: one POST with JSON; `text` is what chat programs show. */
import type { Notice } from '../domain/alerts.ts'
import { IntakeError } from '../foundation/intake-error.ts'
import type { AlertChannel } from '../ports/alert-channel.ts'

const PATIENCE_MS = 10_000

export function webhook(url: string, from: string): AlertChannel {
  return {
    async tell(notices) {
      const body = JSON.stringify({ from, text: textOf(notices), alerts: notices })
      const place = new URL(url).origin
      const answer = await fetch(url, {
        ...{ method: 'POST', headers: { 'content-type': 'application/json' }, body },
        ...{ signal: AbortSignal.timeout(PATIENCE_MS), redirect: 'error' },
      }).catch((error: Error) => {
        throw new IntakeError('config', `alerts.webhook at ${place} cannot be reached: ${error.message}.`)
      })
      await answer.body?.cancel()
      if (!answer.ok) throw new IntakeError('config', `alerts.webhook at ${place} answered ${answer.status}.`)
    },
  }
}

const WORDS = { began: 'ALERT', still: 'STILL', ended: 'OVER' } as const

export function textOf(notices: readonly Notice[]): string {
  return notices
    .map(
      ({ notice, sort, sentence, since }) =>
        `${WORDS[notice]} ${sort}: ${sentence} (since ${new Date(since).toISOString()})`,
    )
    .join('\n')
}
