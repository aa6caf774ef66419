import { orderAnswer } from '../../templates/order-answer/model.ts'
import { joinStore } from '../db/joins.ts'
import { staffMailStore } from '../db/staff-mail.ts'
import type { DecideParts } from '../flows/decide-mail.ts'
import { joinIntroduced } from '../flows/join-introduced.ts'
import { answerStaff } from '../flows/staff-mail.ts'
import { writeStaffLetter } from '../flows/write-staff-letter.ts'
import { templateDirectories } from '../render/handlebars.ts'
import { staffLetter } from '../render/staff-letter.ts'
import type { Base } from './base.ts'
import type { Desk } from './desk.ts'
import { orderParts } from './orders.ts'

/** Carries out what an introduction orders. A failure leaves the question with a person, as it was. */
export function introductionJoiner(base: Base, desk: Desk): DecideParts['joinIntroduced'] {
  const { bell, journal, pool } = base
  const parts = { orders: orderParts(pool, desk, { bell, onOrder: journal.ordered }), store: joinStore(pool) }
  return (messageId, introduces) =>
    joinIntroduced(parts, messageId, introduces).catch((error: Error) => journal.trouble('introduction', error))
}

/** Carries out what mails of the desk order, and words the confirmation. */
export function staffMailAnswerer(base: Base, desk: Desk): DecideParts['staffMail'] {
  const { bell, config, journal, pool } = base
  const { signer, writing } = desk
  const render = staffLetter(templateDirectories(config.templates), 'order-answer', orderAnswer)
  const parts = {
    orders: orderParts(pool, desk, { bell, onOrder: journal.ordered }),
    store: staffMailStore(pool),
    holds: signer.holds,
    write: (...[arrived, wish, answers]: Parameters<Parameters<typeof answerStaff>[0]['write']>) => {
      const words = render({ name: wish.to.name, answers: [...answers], team: writing.from.name })
      return writeStaffLetter(writing, { wish, words, original: arrived.mail, number: arrived.id })
    },
  }
  return (arrived, facts, messageIds) => answerStaff(parts, arrived, facts, messageIds)
}
