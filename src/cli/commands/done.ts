import { idOf, orderCommand } from '../order.ts'

export const command = orderCommand({
  name: 'done',
  description: 'Says that a task is done.',
  arguments: [{ syntax: '<task>', description: 'its number, as "intagree tasks" lists it' }],
  order: (call) => ({ act: 'done', task: idOf(call.args[0], 'task; "intagree tasks" lists them') }),
})
