/** The sections of what waits for a person: decisions, drafts, mails not understood, mails that did not arrive. */
import { isTakenBack } from '../casework/withdrawal.ts'
import { HOLDING } from '../decision.ts'
import { ANSWERS, othersOf, reading, taskAnswers } from './answers.ts'
import { beginningOf } from './beginning.ts'
import type { DigestTarget } from './digest.ts'
import type { FailedSend, LowConfidence, OpenCase, OpenTask, WaitingDraft } from './facts.ts'
import type { Row, Rows, View } from './view.ts'

/** Legal notices first, then the oldest. What another section shows better is left to it. */
export function decisions(view: View): Rows {
  const elsewhere = new Set([...view.facts.lowConfidence, ...view.facts.failures].map(({ taskId }) => taskId))
  const tasks = view.facts.tasks
    .filter((task) => task.legal || !elsewhere.has(task.taskId))
    .filter((task) => view.shows(task.caseRef, task.legal || view.late(task.openedAt)))
    .sort((one, other) => Number(other.legal) - Number(one.legal) || one.openedAt - other.openedAt)
  // A mark of a clock says nothing of what a person has to look at.
  const withTask = new Set(view.facts.tasks.filter(({ sort }) => HOLDING.has(sort)).map(({ caseRef }) => caseRef))
  const cases = view.facts.cases
    .filter(({ file }) => file.needsPerson !== null && !withTask.has(file.ref))
    .filter(({ file }) => view.shows(file.ref, view.late(file.lastMailAt)))
  return {
    ...{ id: 'decisions', title: 'Decisions needed', command: 'intagree tasks', most: 20 },
    rows: [...tasks.map((task) => taskRow(view, task)), ...cases.map((one) => personRow(view, one))],
  }
}

function taskRow(view: View, task: OpenTask): Row {
  const { taskId, sort, caseRef, messageId, openedAt, quote, legal } = task
  return {
    always: legal,
    target: {
      kind: 'task',
      taskId,
      sort,
      caseRef,
      messageId,
      ...(sort === 'thread' ? { others: othersOf(task) } : {}),
    },
    line: {
      pressing: legal ? 'legal' : view.late(openedAt) ? 'late' : null,
      about: view.about(caseRef),
      what: task.sentence,
      details: [`Waiting ${view.since(openedAt)}`],
      quote,
      answers: taskAnswers(task),
    },
  }
}

function personRow(view: View, { file }: OpenCase): Row {
  return {
    target: { kind: 'case', caseRef: file.ref, messageId: null },
    line: {
      pressing: view.late(file.lastMailAt) ? 'late' : null,
      about: view.about(file.ref),
      what: `A person looks first: ${file.needsPerson}`,
      details: [`Last mail ${view.since(file.lastMailAt)}`],
      quote: '',
      answers: isTakenBack(file) ? ANSWERS.takenBack : ANSWERS.case,
    },
  }
}

export function drafts(view: View): Rows {
  const waiting = view.facts.drafts
    .filter((draft) => view.shows(draft.caseRef, view.late(draft.createdAt)))
    .sort((one, other) => one.createdAt - other.createdAt)
  return {
    ...{ id: 'drafts', title: 'Drafts to approve', command: 'intagree outbox', most: 20 },
    rows: waiting.map((draft) => draftRow(view, draft)),
  }
}

function draftRow(view: View, draft: WaitingDraft): Row {
  const { outboxId, caseRef, messageId, to, subject, createdAt, quote, text } = draft
  return {
    target: { kind: 'draft', outboxId, caseRef, messageId },
    line: {
      pressing: view.late(createdAt) ? 'late' : null,
      about: view.about(caseRef),
      what: `To ${to}: ${subject}`,
      details: [`Draft ${outboxId}, waiting ${view.since(createdAt)}`, ...beginningOf(text)],
      quote,
      answers: ANSWERS.draft,
    },
  }
}

export function lowConfidence(view: View): Rows {
  const legal = new Set(view.facts.tasks.filter((task) => task.legal).map(({ taskId }) => taskId))
  const unclear = view.facts.lowConfidence
    .filter(({ taskId }) => taskId === null || !legal.has(taskId))
    .filter((mail) => view.shows(mail.caseRef, view.late(mail.at)))
    .sort((one, other) => one.at - other.at)
  return {
    ...{ id: 'low-confidence', title: 'Mails that were not understood', command: 'intagree messages', most: 10 },
    rows: unclear.map((mail) => unclearRow(view, mail)),
  }
}

/** Two readings to choose from, each with the words that speak for it. */
function unclearRow(view: View, mail: LowConfidence): Row {
  const { messageId, taskId, caseRef, from, subject, at, readings } = mail
  const likeliest = readings.slice(0, 2)
  const target = targetOf(view, taskId, 'understand', caseRef, messageId)
  return {
    target,
    line: {
      pressing: view.late(at) ? 'late' : null,
      about: view.about(caseRef),
      what: `From ${from}: ${subject}`,
      details: likeliest.map(
        ({ intent, likely, quote }, index) =>
          `${index === 0 ? 'Perhaps' : 'or'} ${intent} (${Math.round(likely * 100)}%)${quote === '' ? '' : `: “${quote}”`}`,
      ),
      quote: '',
      answers: target === null ? [] : likeliest.map(({ intent }) => reading(intent)),
    },
  }
}

const HOW: Readonly<Record<FailedSend['how'], string>> = {
  bounced: 'came back',
  refused: 'was refused',
  unsure: 'may or may not have gone out',
}

export function failedSends(view: View): Rows {
  const legal = new Set(view.facts.tasks.filter((task) => task.legal).map(({ taskId }) => taskId))
  const failures = view.facts.failures
    .filter(({ taskId }) => taskId === null || !legal.has(taskId))
    .filter((failure) => view.shows(failure.caseRef, view.late(failure.at)))
    .sort((one, other) => one.at - other.at)
  return {
    ...{ id: 'failed-sends', title: 'Mails that did not arrive', command: 'intagree outbox', most: 10 },
    rows: failures.map((failure) => failureRow(view, failure)),
  }
}

function failureRow(view: View, failure: FailedSend): Row {
  const { outboxId, taskId, caseRef, messageId, to, subject, how, permanent, detail, at } = failure
  const sort = how === 'bounced' ? 'bounce' : 'delivery'
  const target = targetOf(view, taskId, sort, caseRef, messageId)
  const trying = how === 'bounced' && !permanent ? ', for now' : ''
  return {
    target,
    line: {
      pressing: view.late(at) ? 'late' : null,
      about: view.about(caseRef),
      what: `Our mail to ${to} ${HOW[how]}${trying}: ${subject}`,
      details: [`Mail ${outboxId}, ${view.since(at)}`],
      quote: detail,
      answers: target === null ? [] : target.kind === 'task' ? ANSWERS.task : ANSWERS.case,
    },
  }
}

/** `usual`: the sort where the task itself is not among the open ones. */
function targetOf(
  view: View,
  taskId: number | null,
  usual: string,
  caseRef: string | null,
  messageId: number | null,
): DigestTarget | null {
  const sort = view.facts.tasks.find((task) => task.taskId === taskId)?.sort ?? usual
  if (taskId !== null) return { kind: 'task', taskId, sort, caseRef, messageId }
  return caseRef === null ? null : { kind: 'case', caseRef, messageId }
}
