import { idOf, orderCommand } from '../order.ts'

export const command = orderCommand({
  name: 'reject',
  description: 'Drops a draft, or a reply that has not left yet: it is never sent.',
  arguments: [{ syntax: '<draft>', description: 'its id, as intagree outbox lists it' }],
  order: (call) => ({ act: 'reject', draft: idOf(call.args[0], 'draft; give the id that "intagree outbox" lists') }),
})
