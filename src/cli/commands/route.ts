import { ROUTES } from '../../domain/casework/case-file.ts'
import { CASE_ARGUMENT, orderCommand, refOf, usage } from '../order.ts'

export const command = orderCommand({
  name: 'route',
  description: `Records the way to the agreement: ${ROUTES.join(', ')}.`,
  arguments: [CASE_ARGUMENT, { syntax: '<route>', description: ROUTES.join(', ') }],
  order: (call) => {
    const route = ROUTES.find((one) => one === call.args[1])
    if (route === undefined) throw usage(`"${call.args[1]}" is no route; it must be one of ${ROUTES.join(', ')}.`)
    return { act: 'route', caseRef: refOf(call), route }
  },
})
