import { CASE_ARGUMENT, ITEM_ARGUMENT, itemOf, orderCommand, refOf, textOf } from '../order.ts'

export const command = orderCommand({
  name: 'untick',
  description: 'Opens an item of a case again.',
  arguments: [CASE_ARGUMENT, ITEM_ARGUMENT],
  options: [{ flags: '--note <text>', description: 'why' }],
  order: (call) => ({
    act: 'untick',
    caseRef: refOf(call),
    item: itemOf(call.args[1] ?? ''),
    note: textOf(call, 'note'),
  }),
})
