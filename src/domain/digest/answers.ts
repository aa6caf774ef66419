import { refsIn } from '../orders/heads.ts'
import type { OpenTask } from './facts.ts'

/**
 * What may follow a number in a reply, as the digest offers it. These are hints for people in the words of the reply's
 * grammar; capitals stand for something to fill in.
 */
export const ANSWERS = {
  draft: ['ok', 'no'],
  task: ['done'],
  taskOfCase: ['done', 'to NAME'],
  clock: ['note TEXT'],
  newCase: ['ok', 'to NAME', 'note TEXT'],
  unassigned: ['to NAME'],
  overdue: ['ask for what is missing', 'note TEXT'],
  case: ['note TEXT'],
  takenBack: ['withdrawn', 'it goes on', 'to NAME'],
  extension: ['extend receipt to DAY because REASON', 'done', 'to NAME'],
  closedCase: ['reopen', 'done', 'to NAME'],
} as const satisfies Readonly<Record<string, readonly string[]>>

/** What answers the question of a task. */
export function taskAnswers(task: Pick<OpenTask, 'sort' | 'caseRef' | 'sentence'>): readonly string[] {
  if (task.caseRef === null) return ANSWERS.task
  if (task.sort === 'withdrawal') return ANSWERS.takenBack
  if (task.sort === 'extension') return ANSWERS.extension
  if (task.sort === 'correction')
    return [...[...task.sentence.matchAll(/"(state [A-Z]{2})"/g)].map(([, words = '']) => words), ...ANSWERS.taskOfCase]
  if (task.sort !== 'thread') return ANSWERS.taskOfCase
  const others = othersOf(task)
  if (others.length > 0) return [...others.map((ref) => `merge into ${ref}`), ...ANSWERS.taskOfCase]
  return task.sentence.includes('which is closed') ? ANSWERS.closedCase : ANSWERS.taskOfCase
}

/** Cases that a question asks about beside its own: its sentence names them. */
export function othersOf({
  sort,
  caseRef,
  sentence,
}: Pick<OpenTask, 'sort' | 'caseRef' | 'sentence'>): readonly string[] {
  // Only of these: whether a request is for a successor is no question of yes or no.
  if (sort !== 'thread' || !sentence.includes('Do they belong together?')) return []
  return [...new Set(refsIn(sentence))].filter((ref) => ref !== caseRef).slice(0, 3)
}

/** A reading to confirm, by its public word. */
export function reading(intent: string): string {
  return `is ${intent}`
}
