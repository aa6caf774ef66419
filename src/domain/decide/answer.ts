/** Is a person's mail answered, by whom, and with what? The gates in their order; the first that is shut says why. */

import { noFurtherThanDraft } from '../autonomy.ts'
import { breakerTask, heldBack, isTripped } from '../breaker.ts'
import type { Change, Reason, Wish } from '../decision.ts'
import { mayAnswer, replyRecipient } from '../loop-guard.ts'
import { may } from '../sender-level.ts'
import { domainOf } from '../thread.ts'
import type { Answering } from './answering.ts'
import type { Home } from './home.ts'
import { letterWish } from './letter-wish.ts'
import { OLD_MAIL, OLD_MAIL_TASK } from './old-mail.ts'
import { whatToSay } from './what-to-say.ts'
import { whySilent } from './why-silent.ts'

export interface Answer {
  readonly changes: readonly Change[]
  readonly wishes: readonly Wish[]
  readonly because: readonly Reason[]
}

export function answerTo(answering: Answering): Answer {
  const { arrived, facts, home, verdict } = answering
  const guard = mayAnswer(arrived.mail, arrived.understanding, guardFacts(answering))
  const to = replyRecipient(arrived.mail, facts.ownAddresses)
  if (!guard.allowed || to === null) return withheld(home, guard.rule, guard.because, to?.address)
  const silence = whySilent(answering)
  if (silence !== null) return withheld(home, silence.rule, silence.saw)
  if (!may(verdict, 'acknowledge').may) return withheld(home, 'sender-failed', verdict.because)
  const sections = whatToSay(answering)
  const [first, ...rest] = sections
  if (first === undefined) return withheld(home, 'nothing-to-say', 'there is nothing to say that was not said')
  const letter = {
    key: `case ${home.lead.id} / ${first.section} / mail ${arrived.id}`,
    sections: [first, ...rest] as const,
    ...{ lead: home.lead, to, intents: arrived.understanding.intents.map((one) => one.intent) },
  }
  const outflow = { repliesLastHour: facts.repliesLastHour, perHour: facts.caps.perHour }
  const autonomy = facts.isOld ? noFurtherThanDraft(facts.autonomy) : facts.autonomy
  const wish = letterWish(letter, heldBack(autonomy, outflow))
  if (wish === null) return withheld(home, 'mode-observe', 'the mode for this mail is observe: no reply is written')
  return {
    changes: [],
    wishes: [
      wish,
      ...(isTripped(outflow) ? [breakerTask(outflow)] : []),
      ...(facts.isOld && facts.autonomy.master === 'auto' ? [OLD_MAIL_TASK] : []),
    ],
    because: [
      { rule: guard.rule, saw: guard.because },
      { rule: `sender-${verdict.level}`, saw: verdict.because },
      ...(facts.isOld ? [OLD_MAIL] : []),
    ],
  }
}

function withheld(home: Home, rule: string, why: string, to = ''): Answer {
  return {
    changes: [{ change: 'reply-withheld', caseId: home.lead.id, rule, why }],
    wishes: rule.startsWith('cap-')
      ? [
          {
            ...{ wish: 'ask-human', sort: 'loop', caseId: home.lead.id },
            sentence: `No automatic answer${to === '' ? '' : ` to a mail of ${to}`} in ${home.lead.ref}: ${why}. It waits for you. Until this is done, further mails of that kind are filed without an answer and without a task.`,
            once: onceOf(rule, home, to),
          } as const,
        ]
      : [],
    because: [{ rule, saw: why }],
  }
}

/** A storm of ten thousand mails is one thing to look at. */
function onceOf(rule: string, home: Home, to: string): string {
  return `${rule} ${rule === 'cap-case' ? home.lead.ref : rule === 'cap-domain' ? domainOf(to) : to}`
}

function guardFacts({ facts, home, brought }: Answering) {
  const inRequest = [home.lead.id, ...home.touched.map(({ file }) => file.id), ...home.request.map((one) => one.id)]
  const replies = [...new Set(inRequest)].map((id) => facts.repliesInCaseLastDay.get(id) ?? 0)
  return {
    ownAddresses: facts.ownAddresses,
    repliesToAddressLastHour: facts.repliesToAddressLastHour,
    repliesToDomainLastHour: facts.repliesToDomainLastHour,
    repliesInCaseLastDay: replies.reduce((sum, one) => sum + one, 0),
    caps: facts.caps,
    blocked: facts.recipientBlocked,
    believed: brought,
  }
}
