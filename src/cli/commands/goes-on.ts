import { CASE_ARGUMENT, orderCommand, refOf } from '../order.ts'

export const command = orderCommand({
  name: 'goes-on',
  description: 'What was taken back is wanted after all: all cases of the request that wait for it go on as before.',
  arguments: [CASE_ARGUMENT],
  order: (call) => ({ act: 'goes-on', caseRef: refOf(call) }),
})
