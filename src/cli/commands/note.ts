import { CASE_ARGUMENT, orderCommand, refOf } from '../order.ts'

export const command = orderCommand({
  name: 'note',
  description: "Writes a note into a case's timeline.",
  arguments: [CASE_ARGUMENT, { syntax: '<words...>', description: 'the note' }],
  order: (call) => ({ act: 'note', caseRef: refOf(call), text: call.args.slice(1).join(' ') }),
})
