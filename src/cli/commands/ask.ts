import { CASE_ARGUMENT, itemOf, orderCommand, refOf } from '../order.ts'

export const command = orderCommand({
  name: 'ask',
  description:
    'Asks the CLEC for what is missing in a case, or for the items named. The mode decides if the mail waits as a draft.',
  arguments: [CASE_ARGUMENT, { syntax: '[items...]', description: 'items; none: all that is missing' }],
  order: (call) => ({ act: 'ask', caseRef: refOf(call), items: call.args.slice(1).map(itemOf) }),
})
