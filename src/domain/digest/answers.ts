/**
 * What may follow a number in a reply, as the digest offers it. These are hints for people in the words of the reply's
 * grammar; capitals stand for something to fill in.
 */
export const ANSWERS = {
  draft: ['ok', 'no'],
  task: ['done'],
  taskOfCase: ['done', 'to NAME'],
  clock: ['note TEXT'],
  newCase: ['to NAME', 'note TEXT'],
  unassigned: ['to NAME'],
  overdue: ['ask for what is missing', 'note TEXT'],
  case: ['note TEXT'],
} as const satisfies Readonly<Record<string, readonly string[]>>

/** A reading to confirm, by its public word. */
export function reading(intent: string): string {
  return `is ${intent}`
}
