/** Which of us a name or an address means. */
import type { Staff } from './order-context.ts'
import { quoted } from './words.ts'

export interface Unclear {
  readonly problem: string
  /** Who may be meant. */
  readonly choice: readonly Staff[]
}

/** The one colleague of this name or address: the whole name, or a part of it that only one of us has. */
export function colleague(said: string, staff: readonly Staff[]): Staff | Unclear {
  const name = said
    .toLowerCase()
    .replace(/[<>"]/g, '')
    .replace(/^mailto:/, '')
    .trim()
  const of = (test: (full: string, address: string) => boolean) =>
    staff.filter((one) => test(one.name.toLowerCase(), one.address.toLowerCase()))
  const exact = of((full, address) => address === name || full === name || `${full} ${address}` === name)
  const parts = exact.length > 0 ? exact : of((full) => full.split(/[\s,]+/).includes(name))
  const found = parts.length > 0 || name.includes('@') ? parts : of((_full, address) => address.split('@')[0] === name)
  const [only] = found
  if (only !== undefined && found.length === 1) return only
  return found.length > 1
    ? { problem: `${quoted(said)} is the name of more than one of us`, choice: found }
    : { problem: `I know no colleague ${quoted(said)}`, choice: staff }
}
