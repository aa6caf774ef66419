import { idOf, orderCommand } from '../order.ts'

export const command = orderCommand({
  name: 'undo',
  description: 'Takes an order back. Refused with a sentence when something later rests on it.',
  arguments: [{ syntax: '<order>', description: 'its number, as its confirmation and "intagree case" show it' }],
  order: (call) => ({ act: 'undo', order: idOf(call.args[0], 'order; give the number that its confirmation named') }),
})
