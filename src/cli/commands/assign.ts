import { CASE_ARGUMENT, orderCommand, refOf } from '../order.ts'

export const command = orderCommand({
  name: 'assign',
  description: 'Gives a case to a negotiator: the address or the name of somebody in the staff list of intagree.yaml.',
  arguments: [CASE_ARGUMENT, { syntax: '<who>', description: 'address or name' }],
  order: (call) => ({ act: 'assign', caseRef: refOf(call), to: call.args[1] ?? '' }),
})
