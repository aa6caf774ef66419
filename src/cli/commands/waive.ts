import { CASE_ARGUMENT, ITEM_ARGUMENT, itemOf, orderCommand, refOf, textOf } from '../order.ts'

export const command = orderCommand({
  name: 'waive',
  description: 'Records that an item of a case is not needed.',
  arguments: [CASE_ARGUMENT, ITEM_ARGUMENT],
  options: [{ flags: '--note <text>', description: 'why' }],
  order: (call) => ({
    act: 'waive',
    caseRef: refOf(call),
    item: itemOf(call.args[1] ?? ''),
    note: textOf(call, 'note'),
  }),
})
