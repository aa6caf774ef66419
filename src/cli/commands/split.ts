import { CASE_ARGUMENT, idOf, orderCommand, refOf } from '../order.ts'

export const command = orderCommand({
  name: 'split',
  description: 'Moves mails out of a case into a new one.',
  arguments: [
    CASE_ARGUMENT,
    { syntax: '<messages...>', description: 'ids of the mails, as "intagree messages" lists them' },
  ],
  order: (call) => ({
    act: 'split',
    caseRef: refOf(call),
    messageIds: call.args.slice(1).map((id) => idOf(id, 'mail; give the id that "intagree messages" lists')),
  }),
})
