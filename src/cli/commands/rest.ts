import { CASE_ARGUMENT, dayOption, orderCommand, refOf, usage } from '../order.ts'

export const command = orderCommand({
  name: 'rest',
  description:
    'Reminds nobody in a case before a day; from then on its reminders go on by themselves, on working days and in office hours. What is asked for meanwhile does not end the rest.',
  arguments: [CASE_ARGUMENT],
  options: [
    { flags: '--until <day>', description: 'the first day on which a reminder may go out again, e.g. 2026-04-10' },
  ],
  examples: ['intagree rest CLEC-2026-00042 --until 2026-04-10'],
  order: (call) => {
    const until = dayOption(call, 'until')
    if (until === null) throw usage('Give the first day on which a reminder may go out again with --until.')
    return { act: 'rest', caseRef: refOf(call), until }
  },
})
