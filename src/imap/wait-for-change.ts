import type { ImapConnection } from './imap-connection.ts'

/** Remembers whether the mailbox changed since it was last listed, so that nothing falls between list and IDLE. */
export interface ChangeLatch {
  /** Forgets what was announced so far: called just before listing. */
  reset(): void
  /** See `MailboxSession.waitForChange`. Returns at once when something was announced since the last `reset`. */
  wait(ms: number, signal: AbortSignal): Promise<void>
}

export function changeLatch(connection: ImapConnection): ChangeLatch {
  const { client } = connection
  let changed = false
  const changes = new EventTarget()
  function announce(): void {
    changed = true
    changes.dispatchEvent(new Event('change'))
  }
  client.on('exists', announce)
  client.on('expunge', announce)

  async function wait(ms: number, signal: AbortSignal): Promise<void> {
    const lost = connection.lost()
    if (lost) throw lost
    if (changed || signal.aborted) return
    await new Promise<void>((resolve) => {
      const timer = setTimeout(done, ms)
      function done(): void {
        clearTimeout(timer)
        signal.removeEventListener('abort', done)
        changes.removeEventListener('change', done)
        client.off('close', done)
        resolve()
      }
      signal.addEventListener('abort', done)
      changes.addEventListener('change', done)
      client.on('close', done)
      // IDLE is left standing on purpose: the next command ends it, and that command has a deadline. A server that
      // ends IDLE by itself ends the wait, and the caller looks for itself.
      if (!client.idling) client.idle().then(done, done)
    })
    // A server that goes away resolves IDLE instead of rejecting it, and `close` may come a moment later.
    if (!client.usable) await connection.refresh()
  }

  return {
    reset() {
      changed = false
    },
    wait,
  }
}
