import { CLOSING_REASONS } from '../../domain/casework/case-file.ts'
import { CASE_ARGUMENT, orderCommand, refOf } from '../order.ts'

const REASONS = CLOSING_REASONS.filter((reason) => reason !== 'merged')

export const command = orderCommand({
  name: 'close',
  description: 'Closes a case. Its clocks and reminders end; "reopen" opens it again.',
  arguments: [CASE_ARGUMENT],
  options: [{ flags: '--as <reason>', description: 'why', choices: REASONS, default: 'completed' }],
  order: (call) => ({
    act: 'close',
    caseRef: refOf(call),
    reason: REASONS.find((reason) => reason === call.options.as) ?? 'completed',
  }),
})
