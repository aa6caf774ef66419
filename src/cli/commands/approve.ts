import { idOf, orderCommand } from '../order.ts'

export const command = orderCommand({
  name: 'approve',
  description: 'Lets a draft be sent. The sender takes it at once, or when the program runs again.',
  arguments: [{ syntax: '<draft>', description: 'its id, as intagree outbox lists it' }],
  order: (call) => ({ act: 'approve', draft: idOf(call.args[0], 'draft; give the id that "intagree outbox" lists') }),
})
