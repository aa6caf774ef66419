import { CASE_ARGUMENT, orderCommand, refOf } from '../order.ts'

export const command = orderCommand({
  name: 'reopen',
  description: 'Opens a closed case again.',
  arguments: [CASE_ARGUMENT],
  order: (call) => ({ act: 'reopen', caseRef: refOf(call) }),
})
