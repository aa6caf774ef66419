/**
 * A calm view of what happens: one line per mail that was decided, and on a terminal a line of totals that stays at
 * the bottom. It is told the same as the log, and shows no more of a mail than who it is about.
 */
import type { Decision } from '../domain/decision.ts'
import type { Journal } from '../journal/journal.ts'
import type { Io } from './command.ts'
import { clean, styled } from './print.ts'

export interface LiveView {
  readonly journal: Journal
  /** A line above the totals. */
  say(line: string): void
  end(): void
}

/** `timeZone`: whose time of day stands before the lines. */
export function liveView(io: Io, timeZone: string, now: () => Date): LiveView {
  const terminal = io.columns !== null
  const totals = { taken: 0, decided: 0, answered: 0, machine: 0, quarantined: 0, waiting: '' }
  let shown = false
  const times = new Intl.DateTimeFormat('en-US', { timeZone, timeStyle: 'medium', hourCycle: 'h23' })

  function clock(): string {
    return times.format(now())
  }
  function wipe(): void {
    if (shown) io.stdout.write('\r\u001b[2K')
    shown = false
  }
  function draw(): void {
    if (!terminal) return
    const line = `${totals.taken} taken · ${totals.decided} decided · ${totals.answered} answered · ${totals.machine} machine · ${totals.quarantined} quarantined${totals.waiting}`
    wipe()
    io.stdout.write(styled(line.slice(0, (io.columns ?? 80) - 1), 'dim', io))
    shown = true
  }
  function say(line: string): void {
    wipe()
    io.stdout.write(`${line}\n`)
    draw()
  }

  return {
    say,
    end: wipe,
    journal: {
      taken(count) {
        totals.taken += count
        draw()
      },
      read(_milliseconds, refused) {
        if (refused === null) return
        totals.quarantined += 1
        say(`${clock()}  ${styled('quarantined', 'yellow', io)}  ${refused}`)
      },
      recognised: () => undefined,
      decided(decision) {
        totals.decided += 1
        if (decision.understanding.kind !== 'human') totals.machine += 1
        totals.waiting = ''
        say(`${clock()}  ${decisionLine(decision, io)}`)
      },
      sent(outcome) {
        if (outcome === 'sent') totals.answered += 1
        draw()
      },
      copied: () => undefined,
      synced: () => undefined,
      swept: () => undefined,
      timePassed(_requests, letters) {
        if (letters > 0) say(`${clock()}  ${letters === 1 ? 'a reminder' : `${letters} reminders`} written`)
      },
      ordered: (act, done) => say(`${clock()}  order ${done ? 'carried out' : 'refused'}: ${act}`),
      digested: (digests) =>
        say(`${clock()}  ${digests === 1 ? 'a digest' : `${digests} digests`} on the way to staff`),
      alerted: (sorts) => say(`${clock()}  ${styled('alert told', 'yellow', io)}  ${sorts.join(', ')}`),
      trouble(where, error) {
        const next = ` · ${where}: ${clean(error.message).slice(0, 120)}`
        if (next === totals.waiting) return
        totals.waiting = next
        if (!terminal) return
        draw()
      },
    },
  }
}

function decisionLine(decision: Decision, io: Io): string {
  const { understanding, changes, wishes } = decision
  const settled = changes.find((change) => change.change === 'mail-settled')
  if (settled?.outcome === 'answered-by-rule') return 'orders of the desk'
  if (understanding.kind !== 'human') return styled(`${understanding.kind}: filed, not answered`, 'dim', io)
  const opened = decision.cases.find((one) => one.opened)
  const reply = wishes.find((wish) => wish.wish === 'send-reply')
  const withheld = changes.find((change) => change.change === 'reply-withheld')
  const ref = reply?.caseRef ?? opened?.file.ref ?? 'known case'
  const main = understanding.intents[0]
  const what = understanding.abstained || !main ? 'a person decides' : main.intent
  const who = [understanding.company, understanding.states.join(' ')].filter(Boolean).join(', ')
  const answer = reply
    ? styled(reply.state === 'draft' ? 'draft written' : 'reply on its way', 'green', io)
    : styled(`not answered (${withheld?.rule ?? 'no rule'})`, 'yellow', io)
  return [styled(ref, 'bold', io), what, clean(who), answer].filter(Boolean).join('  ')
}
