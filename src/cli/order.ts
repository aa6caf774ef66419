/** The common shape of the commands that order something: one act, one sentence back, and how to take it back. */
import { userInfo } from 'node:os'
import { openDesk } from '../compose/desk.ts'
import { orderParts } from '../compose/orders.ts'
import { isDay } from '../domain/calendar/day.ts'
import type { Act } from '../domain/casework/act.ts'
import { ITEMS, type ItemId } from '../domain/casework/items.ts'
import { itemNamed } from '../domain/orders/item-words.ts'
import { giveOrder } from '../flows/give-order.ts'
import { IntakeError } from '../foundation/intake-error.ts'
import { type Call, type Command, type ExitCode, JSON_OPTION } from './command.ts'
import { withDatabase } from './database.ts'
import { print, printJson } from './print.ts'

export interface OrderCommand extends Omit<Command, 'run'> {
  /** Throws an `IntakeError` `usage` where the line makes no order. */
  readonly order: (call: Call) => Act
}

export function orderCommand({ order, ...about }: OrderCommand): Command {
  return {
    ...about,
    options: [JSON_OPTION, ...(about.options ?? [])],
    run: async (call) => {
      const act = order(call)
      return withDatabase<ExitCode>(call.io, async ({ pool, config }) => {
        const { io, options } = call
        // The running program hears of it by its sweep.
        const bell = { ring: async () => undefined }
        const parts = orderParts(pool, await openDesk(pool, config, () => new Date()), {
          bell,
          onOrder: () => undefined,
        })
        const answer = await giveOrder(parts, act, {
          by: `person ${userInfo().username}`,
          ...{ via: 'cli', messageId: null, place: null, link: null },
        })
        if (options.json === true) await printJson(io, { ...answer, order: act })
        else await print(answer.done ? io.stdout : io.stderr, `${answer.sentence}\n`)
        return answer.done ? 0 : 1
      })
    },
  }
}

export const CASE_ARGUMENT = { syntax: '<ref>', description: 'the case, e.g. CLEC-2026-00042' } as const
export const ITEM_ARGUMENT = {
  syntax: '<item>',
  description:
    'the item, in the word that "intagree case" shows or as people say it: certification, "signed pages", filed',
} as const

export function refOf({ args }: Call, at = 0): string {
  const ref = (args[at] ?? '').toUpperCase()
  if (!/^CLEC-\d{4}-\d{5,9}$/.test(ref)) throw usage(`"${args[at] ?? ''}" is no case; "intagree cases" lists them.`)
  return ref
}

export function itemOf(text: string): ItemId {
  const named = itemNamed(text)
  if (named.named === 'item') return named.item
  const known = ITEMS.find((item) => item === text)
  if (known !== undefined) return known
  const choice = named.named === 'unclear' ? named.items : ITEMS
  throw usage(`"${text}" names no single item. Say one of: ${choice.join(', ')}.`)
}

export function textOf({ options }: Call, name: string): string | null {
  const value = options[name]
  return typeof value === 'string' && value !== '' ? value : null
}

export function dayOption(call: Call, name: string): string | null {
  const day = textOf(call, name)
  if (day !== null && !isDay(day)) throw usage(`"${day}" is no day; write it as 2026-03-05.`)
  return day
}

export function idOf(text: string | undefined, what: string): number {
  const id = Number(text)
  if (!Number.isSafeInteger(id) || id < 1) throw usage(`"${text ?? ''}" is no ${what}.`)
  return id
}

export function usage(sentence: string): IntakeError {
  return new IntakeError('usage', sentence)
}
