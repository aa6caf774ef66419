import type { Claims } from '../db/claims.ts'
import { decideStore } from '../db/decide-mail.ts'
import { tokenSecret } from '../db/health.ts'
import { modeFor } from '../domain/autonomy.ts'
import { understand } from '../domain/understand/understand.ts'
import { decideMail, type MailDecider } from '../flows/decide-mail.ts'
import { factKeys } from '../flows/fact-keys.ts'
import { writeReply } from '../flows/write-reply.ts'
import { openTemplates } from '../render/check-templates.ts'
import { composeMessage } from '../smtp/compose-message.ts'
import { hmacSigner } from '../tokens/signer.ts'
import type { Base } from './base.ts'
import { openModelInUse } from './model-in-use.ts'

/** Decides what mails are and writes the replies. `claims`: of the sender beside it. */
export async function startDecider(base: Base, claims: Claims | null): Promise<MailDecider> {
  const { bell, clock, config, journal } = base
  const { settings, address, timeZone, mode } = config
  const { authservIds } = settings.trust
  const signer = hmacSigner(await tokenSecret(base.pool))
  const ownAddresses = [address, ...settings.aliases]
  const writing = {
    renderer: openTemplates(config.templates),
    compose: composeMessage,
    sign: signer.sign,
    clock,
    from: { name: settings.displayName, address },
    timeZone,
    returnPath: settings.returnPath,
  }
  const model = await openModelInUse(base.pool, (error) => journal.trouble('model', error))
  base.loops.push(model.watch(base.stopping.signal))
  const decider = decideMail({
    store: decideStore(base.pool, yearsIn(timeZone), claims),
    ...{ bell, clock, ownAddresses },
    modeOf: (understanding) => modeFor(mode, settings.autonomy, understanding),
    caps: settings.caps,
    understand: (mail) => understand(mail, { ownAddresses, authservIds, model: model.current() }),
    keysOf: (mail, understanding) => factKeys({ address, ownAddresses, holds: signer.holds }, mail, understanding),
    write: (arrived, wish) => writeReply(writing, arrived, wish),
    onDecided: journal.decided,
  })
  await base.answer('decide', settings.workers.decide, decider.answer)
  return decider
}

/** The year in which a mail arrived, in the zone whose calendar counts. */
function yearsIn(timeZone: string): (at: Date) => number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, year: 'numeric' })
  return (at) => Number(format.format(at))
}
