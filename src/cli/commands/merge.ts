import { orderCommand, refOf } from '../order.ts'

export const command = orderCommand({
  name: 'merge',
  description: 'Moves the mails and proofs of one case into another of the same company, and closes the first.',
  arguments: [
    { syntax: '<ref>', description: 'the case that ends' },
    { syntax: '<into>', description: 'the case that stays' },
  ],
  order: (call) => ({ act: 'merge', caseRef: refOf(call), into: refOf(call, 1) }),
})
