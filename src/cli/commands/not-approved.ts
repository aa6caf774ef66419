import { CASE_ARGUMENT, dayOption, orderCommand, refOf, textOf } from '../order.ts'

export const command = orderCommand({
  name: 'not-approved',
  description:
    'Records that the commission did not approve the filed agreement: the case stands at "not approved by the commission", and the next step is ours. The CLEC is not told by a program.',
  arguments: [CASE_ARGUMENT],
  options: [
    { flags: '--on <day>', description: 'the day of its order, e.g. 2026-07-01; else now' },
    { flags: '--docket <number>', description: 'the docket of its order' },
    { flags: '--note <text>', description: 'where it came from' },
  ],
  examples: ['intagree not-approved CLEC-2026-00042 --on 2026-07-01 --docket QWE-T-26-03'],
  order: (call) => ({
    act: 'not-approved',
    caseRef: refOf(call),
    on: dayOption(call, 'on'),
    value: textOf(call, 'docket'),
    note: textOf(call, 'note'),
  }),
})
