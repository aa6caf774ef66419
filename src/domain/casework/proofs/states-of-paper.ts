/** Papers of one state do not prove anything for another (domain 3.8: codes and certificates are per state). */
import { STATE_NAMES } from '../../states.ts'

const NAMES = Object.entries(STATE_NAMES)
  .sort(([, one], [, other]) => other.length - one.length)
  .map(([, name]) => name)
  .join('|')
const OFFICE = new RegExp(
  `\\b(${NAMES}) (?:Public|Corporation|Commerce|Utilit|Telecommunications|Department)|\\b(?:Commission|Board|Department|Commissioners?)[^\\n]{0,30}? of (?:the )?(?:State of )?(${NAMES})\\b|^[^\\n:]{0,20}\\bstates?(?:\\(s\\))?\\s*: *(${NAMES})\\b`,
  'gim',
)

/** Whether the paper is of the office of other states only. */
export function isOfOtherState(text: string, state: string | null): boolean {
  if (state === null) return false
  const name = Object.hasOwn(STATE_NAMES, state) ? STATE_NAMES[state as keyof typeof STATE_NAMES] : state
  const head = text.slice(0, 6_000)
  const offices = [...head.matchAll(OFFICE)].flatMap((match) => match[1] ?? match[2] ?? match[3] ?? [])
  return offices.length > 0 && !new RegExp(`\\b(?:${name}|State: ?${state})\\b`, 'i').test(head)
}
