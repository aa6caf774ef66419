import { CASE_ARGUMENT, dayOption, orderCommand, refOf, textOf, usage } from '../order.ts'

export const command = orderCommand({
  name: 'extend',
  description:
    'Records that both parties agreed in writing on another day of receipt (47 U.S.C. 252(b)); every clock of the case is reckoned anew from it. "intagree clock" shows how.',
  arguments: [CASE_ARGUMENT],
  options: [
    { flags: '--receipt <day>', description: 'the day on which the request counts as received, e.g. 2026-03-05' },
    { flags: '--why <text>', description: 'where it was agreed: mail, letter, date' },
  ],
  order: (call) => {
    const deemedReceipt = dayOption(call, 'receipt')
    const why = textOf(call, 'why')
    if (deemedReceipt === null || why === null)
      throw usage('Give the agreed day with --receipt and where it was agreed with --why.')
    return { act: 'extend', caseRef: refOf(call), deemedReceipt, why }
  },
})
