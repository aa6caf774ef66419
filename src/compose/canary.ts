/**
 * Sends one mail through everything (SMTP, mailbox, reading, deciding) and a letter through wording and composing. It comes
 * in as all mail does; once it came through it is put into a mailbox of its own.
 */
import { randomUUID } from 'node:crypto'
import type { Config } from '../config/config.ts'
import { landedCanaries, passageOf } from '../db/canary.ts'
import { tokenSecret } from '../db/health.ts'
import type { Pool } from '../db/pool.ts'
import { CANARY_FIELD, canaryValue } from '../domain/canary.ts'
import type { LetterWish } from '../domain/decision.ts'
import { writeStaffLetter } from '../flows/write-staff-letter.ts'
import { pause } from '../foundation/pause.ts'
import { liesInMailbox, putCanariesAway } from '../imap/canary-mailbox.ts'
import type { MailPlace } from '../places/mail-place.ts'
import { composeMessage } from '../smtp/compose-message.ts'
import { smtpCourier } from '../smtp/smtp-courier.ts'
import { hmacSigner } from '../tokens/signer.ts'
import { openDesk } from './desk.ts'

export interface CanaryStep {
  readonly step: 'send' | 'take in and read' | 'decide' | 'draft' | 'put away'
  readonly ok: boolean
  /** It works, and somebody should look at it all the same. */
  readonly warning?: true
  readonly milliseconds: number
  readonly says: string
}

export interface CanaryOptions {
  readonly patienceMs: number
}

const LOOK_EVERY_MS = 50

/** Canaries that could not be put away before are put away with the next one. */
const PUT_AWAY_AT_MOST = 200

/** One step after the other; the first that fails is the last. */
export async function* flyCanary(
  { pool, config, mail }: { readonly pool: Pool; readonly config: Config; readonly mail: MailPlace },
  { patienceMs }: CanaryOptions,
): AsyncGenerator<CanaryStep> {
  const number = randomUUID()
  const messageId = `<canary-${number}@${config.address.slice(config.address.lastIndexOf('@') + 1)}>`
  const began = performance.now()
  const lap = () => Math.round(performance.now() - began)
  const sent = await send(config, mail, { messageId, value: canaryValue(number, Date.now(), await signerOf(pool)) })
  yield { step: 'send', ok: sent === null, milliseconds: lap(), says: sent ?? 'our mail server took it' }
  if (sent !== null) return

  const passage = await until(() => passageOf(pool, messageId), patienceMs)
  const readMs = lap()
  yield passage === null
    ? {
        step: 'take in and read',
        ok: false,
        milliseconds: readMs,
        says: await whereItLies(mail, messageId),
      }
    : { step: 'take in and read', ok: true, milliseconds: readMs, says: 'it came out of the mailbox' }
  if (passage === null) return

  const decided = await until(async () => {
    const now = await passageOf(pool, messageId)
    return now?.outcome ? now : null
  }, patienceMs)
  const right = decided?.outcome === 'machine' && decided.rule === 'canary' && decided.cases === 0
  const seen =
    decided === null
      ? 'it is not decided; does the program run (decider)?'
      : `outcome ${decided.outcome} by rule ${decided.rule}`
  yield {
    step: 'decide',
    ok: right,
    milliseconds: lap(),
    says: right ? 'known as the canary: no case, no answer' : `${seen}; it should be put aside as the canary`,
  }
  if (!right) return

  const before = lap()
  const bytes = await draft(pool, config)
  yield {
    step: 'draft',
    ok: true,
    milliseconds: lap() - before,
    says: `a letter of ${bytes} bytes was worded, composed and dropped`,
  }

  const started = lap()
  const put = await putAway(pool, config, mail)
  yield { step: 'put away', ok: true, milliseconds: lap() - started, ...put }
}

/** What to look for when it does not come out of the mailbox. */
async function whereItLies({ accounts }: MailPlace, messageId: string): Promise<string> {
  for (const account of accounts) {
    const lies = await liesInMailbox(account, messageId).catch((error: Error) => error)
    const place = `${account.account}/${account.mailbox}`
    if (lies instanceof Error) return `it was not taken in, and ${place} cannot be asked: ${lies.message}`
    if (lies) return `it lies in ${place} and was not taken in; does the program run (poller, reader)?`
  }
  return 'it lies in none of our mailboxes; does our own address lead there, and does the program run (poller, reader)?'
}

/** What is left in the inbox is a nuisance to people and no fault of the way, so it is a warning. */
async function putAway(
  pool: Pool,
  config: Config,
  { accounts }: MailPlace,
): Promise<{ readonly says: string; readonly warning?: true }> {
  const folder = config.settings.mailbox.canaryMailbox
  const landed = await landedCanaries(pool, PUT_AWAY_AT_MOST)
  let moved = 0
  for (const account of accounts) {
    const here = landed.filter((one) => one.account === account.account && one.mailbox === account.mailbox)
    if (here.length === 0) continue
    const done = await putCanariesAway(account, here, folder).catch((error: Error) => error)
    if (done instanceof Error) return { warning: true, says: `it stays in the mailbox: ${done.message}` }
    moved += done
  }
  if (moved === 0) return { says: 'it is no longer where it was taken; nothing was moved' }
  return { says: `it lies in "${folder}" now${moved > 1 ? `, with ${moved - 1} from before` : ''}` }
}

async function signerOf(pool: Pool): Promise<(text: string) => string> {
  return hmacSigner(await tokenSecret(pool)).sign
}

/** Null, or what went wrong. */
async function send(
  config: Config,
  mail: MailPlace,
  { messageId, value }: { readonly messageId: string; readonly value: string },
): Promise<string | null> {
  const { address } = config
  const text = 'A mail of our own, to see that everything works. It is filed by itself; there is nothing to do.'
  const raw = await composeMessage({
    ...{ from: { name: 'intagree', address }, to: { name: '', address }, subject: 'intagree canary', text },
    ...{ html: `<p>${text}</p>`, messageId, inReplyTo: null, references: [], date: new Date() },
    headers: { [CANARY_FIELD]: value, 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  })
  const more = { tokens: mail.smtpTokens, allowClearText: config.settings.allowClearText }
  const courier = smtpCourier({ url: mail.smtpUrl, connections: 1, timeoutMs: 20_000, ...more })
  try {
    const sent = await courier.send({ from: address, to: [address], raw, beforeDot: async () => undefined })
    return sent.outcome === 'sent' ? null : `our mail server did not take it: ${sent.why}`
  } finally {
    await courier.close()
  }
}

/** Never stored: a draft in the outbox would be somebody's to approve. */
async function draft(pool: Pool, config: Config): Promise<number> {
  const { writing } = await openDesk(pool, config, () => new Date())
  const wish: LetterWish = {
    ...{ key: 'canary', template: 'canary', caseId: null, caseRef: 'CLEC-0000-00000' },
    ...{ to: { name: '', address: config.address }, state: 'draft', delayMinutes: 0 },
  }
  const words = writing.renderer.render({
    head: { caseRef: wish.caseRef, name: '', received: null, team: writing.from.name },
    sections: [{ section: 'received-for-person' }],
  })
  return (await writeStaffLetter(writing, { wish, words, original: null, number: 0 })).raw.length
}

async function until<T>(look: () => Promise<T | null>, ms: number): Promise<T | null> {
  const over = performance.now() + ms
  for (;;) {
    const found = await look()
    if (found !== null || performance.now() >= over) return found
    await pause(LOOK_EVERY_MS, new AbortController().signal)
  }
}
