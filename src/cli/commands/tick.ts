import { CASE_ARGUMENT, dayOption, ITEM_ARGUMENT, itemOf, orderCommand, refOf, textOf } from '../order.ts'

export const command = orderCommand({
  name: 'tick',
  description:
    'Ticks an item of a case by hand: a paper that came another way, or a milestone of ours (draft issued, our signature, filed, approved), or a day that a clock counts from (petition filed, written answer, arbitration decided; docs/clocks.md). What comes next is told to the CLEC as the mode allows.',
  arguments: [CASE_ARGUMENT, ITEM_ARGUMENT],
  options: [
    { flags: '--on <day>', description: 'the day on which it happened, e.g. 2026-03-05; else now' },
    { flags: '--value <text>', description: 'its number: docket, tracking number, OCN' },
    { flags: '--note <text>', description: 'where it came from' },
  ],
  examples: [
    'intagree tick CLEC-2026-00042 filed --on 2026-03-05 --value QWE-T-26-03',
    'intagree tick CLEC-2026-00042 petition-filed --on 2026-06-02',
  ],
  order: (call) => ({
    act: 'tick',
    caseRef: refOf(call),
    item: itemOf(call.args[1] ?? ''),
    on: dayOption(call, 'on'),
    value: textOf(call, 'value'),
    note: textOf(call, 'note'),
  }),
})
