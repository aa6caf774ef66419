import { CASE_ARGUMENT, orderCommand, refOf } from '../order.ts'

export const command = orderCommand({
  name: 'assign',
  description:
    'Gives a case to a negotiator: somebody of the staff list in intagree.yaml, by address, name, or a first name that only one of them has.',
  arguments: [CASE_ARGUMENT, { syntax: '<who>', description: 'address or name' }],
  examples: ['intagree assign CLEC-2026-00042 anna@example.com', 'intagree assign CLEC-2026-00042 "Anna Keller"'],
  order: (call) => ({ act: 'assign', caseRef: refOf(call), to: call.args[1] ?? '' }),
})
