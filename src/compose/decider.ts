import type { Claims } from '../db/claims.ts'
import { decideStore } from '../db/decide-mail.ts'
import { yearIn } from '../domain/calendar/zone.ts'
import { isCanary } from '../domain/canary.ts'
import { asCorrected } from '../domain/learn/correct.ts'
import { understand, understandPersons } from '../domain/understand/understand.ts'
import { decideMail, type MailDecider } from '../flows/decide-mail.ts'
import { factKeys } from '../flows/fact-keys.ts'
import { writeReply } from '../flows/write-reply.ts'
import type { Base } from './base.ts'
import type { Desk } from './desk.ts'
import { letterText } from './letter-text.ts'
import { openModelInUse } from './model-in-use.ts'
import { introductionJoiner, staffMailAnswerer } from './staff-mail.ts'

/** Decides what mails are and writes the replies. `claims`: of the sender beside it. */
export async function startDecider(base: Base, desk: Desk, claims: Claims | null): Promise<MailDecider> {
  const { bell, clock, config, journal, pool } = base
  const { settings, address, timeZone } = config
  const { authservIds } = settings.trust
  const { ownAddresses, signer, writing } = desk
  const keys = { address, ownAddresses, holds: signer.holds, territory: desk.settings.territory }
  const model = await openModelInUse(pool, (error) => journal.trouble('model', error))
  base.loops.push(model.watch(base.stopping.signal))
  const decider = decideMail({
    store: decideStore(pool, (at) => yearIn(at.getTime(), timeZone), claims),
    ...{ work: base.work, bell, clock },
    autonomy: desk.autonomy,
    settled: {
      ...{ desk: desk.settings, ownAddresses, authservIds, caps: settings.caps },
      mailMegabytes: settings.limits.mailMegabytes,
    },
    understand: (mail) => understand(mail, { ownAddresses, authservIds, model: model.current() }),
    understandAs: (mail, label) =>
      asCorrected(understandPersons(mail, { ownAddresses, authservIds, model: model.current() }), label),
    keysOf: (mail, understanding) => factKeys(keys, mail, understanding),
    isCanary: (mail, receivedAt) => isCanary(mail, receivedAt, signer.holds),
    letterText,
    write: (arrived, wish) => writeReply(writing, arrived, wish),
    staffMail: staffMailAnswerer(base, desk),
    joinIntroduced: introductionJoiner(base, desk),
    onDecided: journal.decided,
  })
  await base.answer('decide', settings.workers.decide, decider.answer)
  return decider
}
