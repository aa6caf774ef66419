/** What goes back besides the files when a merge is taken back: the mails that came since, and what they prove. */
import { applyAll } from '../casework/apply.ts'
import type { CaseFile } from '../casework/case-file.ts'
import type { CaseChange } from '../casework/change.ts'
import { ITEMS, type ItemId } from '../casework/items.ts'
import { QUESTIONS } from '../casework/moot.ts'
import type { Trace } from '../casework/undo.ts'
import type { AskWish } from '../decision.ts'
import { type CameSince, cameSince } from './came-since.ts'
import { caseContact } from './case-contact.ts'
import type { Also } from './effects.ts'
import { restingOn } from './gates.ts'
import { rest } from './item-effects.ts'
import { asChange, isBetter, mailWords } from './merge-effects.ts'
import type { CaseMail, OrderFacts, PastOrder } from './order-facts.ts'

export interface Unmerged {
  readonly files: readonly CaseFile[]
  readonly also: readonly Also[]
  readonly asks: readonly AskWish[]
  /** Behind the confirmation. */
  readonly words: string
}

interface Since extends CameSince {
  readonly away: string
  readonly on: string
  /** Row ids of the mails that the merge moved. */
  readonly moved: readonly number[]
}

function since(past: PastOrder, facts: OrderFacts): Since | null {
  const move = past.also.find((one) => one.also === 'move-mails')
  if (past.order.act !== 'merge' || move?.also !== 'move-mails') return null
  const mails = facts.mails.get(move.into) ?? []
  const merged = { moved: move.messageIds, away: move.from, at: past.at, mails, letters: facts.letters }
  return { ...cameSince(merged), away: move.from, on: move.into, moved: move.messageIds }
}

/** What a mail proved that goes back changed nothing that would stay: the case as if it had not come. */
export function withoutWhatGoes(
  file: CaseFile,
  traces: readonly Trace[],
  past: PastOrder,
  facts: OrderFacts,
): CaseFile {
  const ids = since(past, facts)?.back.map(({ id }) => id) ?? []
  const gone = ITEMS.filter((item) => ids.includes(file.items[item]?.proof.messageId ?? -1))
  const was = traces.flatMap(({ field, after }) => {
    const item = gone.find((one) => field === `item ${one}`)
    return item === undefined ? [] : [[item, after ?? undefined] as const]
  })
  return { ...file, items: { ...file.items, ...Object.fromEntries(was) } } as CaseFile
}

/** `files`: as the merge found them. */
export function unmerged(
  past: PastOrder,
  files: readonly CaseFile[],
  facts: OrderFacts,
): Unmerged | { readonly problem: string } {
  const none = { files, also: [], asks: [], words: '' }
  const came = since(past, facts)
  const [away, on] = [came?.away ?? '', came?.on ?? ''].map(
    (ref) => files.find((file) => file.ref === ref) ?? facts.cases.get(ref),
  )
  const now = facts.cases.get(came?.on ?? '')
  if (came === null || away === undefined || on === undefined || now === undefined) return none
  const { back, unclear } = came
  const ids = back.map(({ id }) => id)
  const proved = ITEMS.filter((item) => ids.includes(now.items[item]?.proof.messageId ?? -1))
  const resting = proved.flatMap((item) => restingOn(item, on)).filter((one) => !proved.includes(one))
  if (resting.length > 0) return { problem: `what ${mailWords(ids)} proved cannot go, for ${rest(resting)}` }
  const others = files.filter((file) => file.ref !== away.ref && file.ref !== on.ref)
  const { stays, goes } = partedMails(came, facts)
  const asked = askedOfItsOwn(on, stays, goes)
  const isTouched = proved.length > 0 || files.includes(on) || asked !== on
  return {
    files: [
      ...others,
      withProofs(away, now, proved, back),
      ...(isTouched
        ? [
            without(
              asked,
              proved.filter((item) => same(on, now, item)),
              away.ref,
              facts,
            ),
          ]
        : []),
    ],
    also: [
      ...(ids.length === 0 ? [] : [{ also: 'move-mails', from: on.ref, into: away.ref, messageIds: ids } as const]),
      ...toldOf(away, facts),
    ],
    asks: unclear.length === 0 ? [] : [whose(unclear, away, on)],
    words: wordsOf(back, unclear, away, on),
  }
}

/** The task that told of the merge, where an introduction ordered it. */
function toldOf({ ref }: CaseFile, { tasks }: OrderFacts): readonly Also[] {
  const told = [...tasks.values()].filter(({ open, once }) => open && once === QUESTIONS.joined(ref))
  return told.map(({ id }) => ({ also: 'close-task', task: id }))
}

function partedMails({ on, back, moved }: Since, { mails }: OrderFacts) {
  const gone = new Set([...moved, ...back.map(({ id }) => id)])
  const all = mails.get(on) ?? []
  return { stays: all.filter(({ id }) => !gone.has(id)), goes: all.filter(({ id }) => gone.has(id)) }
}

/** Whoever wrote last is reminded: nobody of the case that was merged away is asked in the other one any more. */
function askedOfItsOwn(file: CaseFile, stays: readonly CaseMail[], goes: readonly CaseMail[]): CaseFile {
  const { chase } = file
  const isOf = (mails: readonly CaseMail[]) => mails.some(({ sender }) => sender?.toLowerCase() === chase?.to)
  if (chase === null || isOf(stays) || !isOf(goes)) return file
  const to = caseContact(file, stays, () => false)
  return to === null ? file : { ...file, chase: { ...chase, to } }
}

function same(one: CaseFile, other: CaseFile, item: ItemId): boolean {
  return one.items[item]?.proof.messageId === other.items[item]?.proof.messageId
}

function withProofs(away: CaseFile, on: CaseFile, proved: readonly ItemId[], back: readonly CaseMail[]): CaseFile {
  const items = proved.flatMap((item): CaseChange[] => {
    const [own, other] = [away.items[item], on.items[item]]
    return other === undefined || (own !== undefined && !isBetter(other, own)) ? [] : [asChange(item, other)]
  })
  return applyAll(away, [...items, ...back.map(({ receivedAt }) => ({ change: 'mail-came', at: receivedAt }) as const)])
}

function without(on: CaseFile, proved: readonly ItemId[], away: string, { by }: OrderFacts): CaseFile {
  const why = `proved by a mail that went back to ${away}`
  return applyAll(
    on,
    proved.map((item) => ({ change: 'item-opened', item, by, why }) as const),
  )
}

function whose(unclear: readonly CaseMail[], away: CaseFile, on: CaseFile): AskWish {
  const ids = unclear.map(({ id }) => id)
  const sentence = `Whose is what came while ${away.ref} was merged into ${on.ref}: ${mailWords(ids)}? It stays in ${on.ref}; "${on.ref} split mail ${ids.join(', ')}" takes it out.`
  return { wish: 'ask-human', sort: 'thread', caseId: on.id, sentence }
}

function wordsOf(back: readonly CaseMail[], unclear: readonly CaseMail[], away: CaseFile, on: CaseFile): string {
  const went = back.length === 0 ? '' : ` What came since went back too: ${mailWords(back.map(({ id }) => id))}.`
  const stay =
    unclear.length === 0
      ? ''
      : ` Of ${mailWords(unclear.map(({ id }) => id))} it cannot be told if it is of ${away.ref} or of ${on.ref}: it stays, and a person has to look.`
  return `${went}${stay}`
}
