import { CASE_ARGUMENT, orderCommand, refOf } from '../order.ts'

export const command = orderCommand({
  name: 'affiliate',
  description:
    'Records that another company belongs to the company of the case: its parent, its subsidiary, its sister. A paper that names it is then asked about by that name. Cases are never joined by it, and neither hears of those of the other.',
  arguments: [CASE_ARGUMENT, { syntax: '<name...>', description: 'exact legal name of the other company' }],
  order: (call) => ({ act: 'affiliate', caseRef: refOf(call), name: call.args.slice(1).join(' ').trim() }),
})
