import { z } from 'zod'
import { filledLine } from '../line.ts'
import { link } from '../link.ts'
import { many } from '../many.ts'

/** Copies that somebody asks for who asks for no agreement. */
export const copies = z
  .strictObject({
    section: z.literal('copies'),
    template: z.boolean(),
    prices: z.boolean(),
    /** Names of the states; none when the mail names none. */
    states: many(filledLine(60), 60),
    templateLink: link,
    pricesLink: link,
    isAsked: z.boolean(),
    requestForm: link,
  })
  .transform(({ states, template, prices, ...rest }) => ({
    ...rest,
    both: template && prices,
    template,
    states: [states.slice(0, -1).join(', '), states.at(-1)].filter(Boolean).join(' and '),
  }))
