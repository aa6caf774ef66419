/** A case for people: where it stands, what proves it, what is missing, whose turn it is. */
import type { FoundCase } from '../db/lists.ts'
import type { ItemStanding, Standing, StepStanding } from '../domain/casework/standing.ts'
import { placeInFile } from '../domain/page-of.ts'
import { hasChecklist } from '../domain/process/has-checklist.ts'
import { shutBehind } from '../domain/process/passed-gates.ts'
import { standingOf } from '../domain/process/standing.ts'
import { inWords } from '../domain/process/step.ts'
import { describeItem } from '../domain/process/words.ts'
import type { Io } from './command.ts'
import { clean, print, styled } from './print.ts'
import type { When } from './when.ts'

export async function printHead(io: Io, found: FoundCase, affiliates: readonly string[], when: When): Promise<void> {
  const { file } = found
  const about = [found.company, found.state, found.agreement, found.path].filter((word) => word !== null).join(' · ')
  await print(io.stdout, `${styled(found.ref, 'bold', io)}  ${clean(about) || 'nothing known yet'}\n`)
  await print(io.stdout, `${found.status}, received ${when(found.receivedAt)}${withWhom(found)}\n`)
  if (affiliates.length > 0) await print(io.stdout, `Recorded affiliates: ${clean(affiliates.join('; '))}\n`)
  if (file.needsPerson !== null)
    await print(io.stdout, styled(`A person looks first: ${clean(file.needsPerson)}\n`, 'yellow', io))
  if (file.closed !== null)
    await print(
      io.stdout,
      `Closed as ${file.closed.reason}${file.closed.into === null ? '' : ` into ${file.closed.into}`}.\n`,
    )
}

function withWhom({ ilec, negotiator }: FoundCase): string {
  return [ilec, negotiator === null ? 'no negotiator' : `with ${negotiator}`]
    .filter((word) => word !== null)
    .map((word) => `, ${word}`)
    .join('')
}

/** Steps that the case needs, each item with what proves it. */
export async function printChecklist(io: Io, found: FoundCase): Promise<void> {
  if (!hasChecklist(found.file)) return
  const standing = standingOf(found.file)
  const hint = styled('tick, untick, waive and ask take the words in front', 'dim', io)
  await print(io.stdout, `\n${styled('Checklist', 'bold', io)}  ${hint}\n`)
  for (const step of standing.steps.filter((one) => one.state !== 'not-needed')) await printStep(io, step)
  for (const { milestone, gate } of shutBehind(found.file))
    await print(
      io.stdout,
      styled(
        `\n${clean(`Passed, and shut behind it: ${describeItem(milestone, found.file)}. ${inWords(gate.why, found.file)}`)}\n`,
        'yellow',
        io,
      ),
    )
  await print(io.stdout, `\n${nextLine(standing)}\n`)
}

async function printStep(io: Io, step: StepStanding): Promise<void> {
  const why = step.state === 'blocked' ? ` (${clean(step.reasons.join(' '))})` : ''
  await print(io.stdout, `  ${step.title}: ${step.state}${why}\n`)
  for (const item of step.items) if (item.state !== 'optional') await print(io.stdout, `    ${itemLine(item, io)}\n`)
}

const MARKS: Readonly<Record<ItemStanding['state'], string>> = {
  met: '[x]',
  waived: '[-]',
  problem: '[!]',
  missing: '[ ]',
  later: ' . ',
  optional: ' . ',
}

/** As wide as the longest word but for a few. */
const WORD_WIDTH = 20

function itemLine({ id, state, label, item, owner }: ItemStanding, io: Io): string {
  const mark = state === 'problem' || state === 'missing' ? styled(MARKS[state], 'yellow', io) : MARKS[state]
  const whose =
    state === 'missing' || state === 'later'
      ? ` (${owner === 'clec' ? 'theirs' : owner === 'carrier' ? 'ours' : 'the commission’s'})`
      : ''
  const named = `${mark} ${id.padEnd(WORD_WIDTH)} `
  if (item === null) return `${named}${clean(label)}${whose}`
  const { proof, problem, value, on } = item
  const from = proof.messageId === null ? `by ${proof.by}` : `mail ${proof.messageId}${placeOf(proof)}`
  const what =
    problem ?? ([value, on === undefined ? null : `on ${on.day}`].filter((one) => one !== null).join(' ') || null)
  return `${named}${clean(`${label}${what === null ? '' : `: ${what}`} <- ${from}${proof.quote === '' ? '' : `: "${proof.quote}"`}`)}`
}

function placeOf({ attachment, page }: NonNullable<ItemStanding['item']>['proof']): string {
  return attachment === null ? '' : `, ${placeInFile(attachment, page)}`
}

function nextLine({ turn, next }: Standing): string {
  const whose = { clec: 'Theirs', carrier: 'Ours', commission: 'The commission', nobody: 'Nobody' }[turn]
  return `Turn: ${whose.toLowerCase()}. Next: ${clean(next)}`
}
