/**
 * Somebody was introduced who wrote before, in a case of their own: which of those cases belong to which of the company's?
 * One that is of the same company and state, and in which nobody else wrote, is joined; of what disagrees a person is
 * asked, and of the cases of another client nothing follows.
 */
import type { Act, WhoWasIntroduced } from '../casework/act.ts'
import type { CaseFile } from '../casework/case-file.ts'
import { isOfDomain, wroteIt } from '../casework/introduced-by-name.ts'
import { inWords } from '../casework/introduction.ts'
import { QUESTIONS } from '../casework/moot.ts'
import { isSameEntity } from '../casework/proofs.ts'
import type { AskWish, Introducing } from '../decision.ts'
import type { ReadMail } from '../mail.ts'

/** A mail of a person, as far as it shows who wrote it and for whom. */
export interface PersonsMail extends Pick<ReadMail, 'from' | 'text'> {
  /** The company that it names. */
  readonly company: string | null
}

/** An open case of another request. */
export interface ApartCase {
  readonly file: CaseFile
  /** Oldest first. */
  readonly mails: readonly PersonsMail[]
  /** A person is asked already where it belongs. */
  readonly asked: boolean
  /** It was merged before, and that was taken back. */
  readonly parted: boolean
}

export interface JoinFacts {
  /** Open cases of the requests in which somebody is introduced. */
  readonly own: readonly CaseFile[]
  /** Who takes part in them, lower case. */
  readonly people: readonly string[]
  readonly others: readonly ApartCase[]
}

export interface Joins {
  readonly orders: readonly Extract<Act, { readonly act: 'merge' }>[]
  readonly asks: readonly AskWish[]
}

type Who = Omit<WhoWasIntroduced, 'messageId'> & {
  /** The firm of whoever nothing but a signature shows to be of it: a stranger may have written that. */
  readonly signsAs?: string
}

export function joinsOf(introduces: Introducing, messageId: number, facts: JoinFacts): Joins {
  const found = facts.others.filter((one) => !one.parted && isTheirs(one, facts.own))
  const who = new Map(peopleOf(introduces, found).map((one) => [one.address, one]))
  const orders: Joins['orders'][number][] = []
  const asks: AskWish[] = []
  for (const one of found) {
    // A case that others opened is none of theirs, though they write in it.
    const person = who.get(senderOf(one.mails[0]?.from ?? []))
    if (person === undefined) continue
    const place = placeOf(one, person, found, facts)
    if (place.into !== null)
      orders.push({ act: 'merge', caseRef: one.file.ref, into: place.into, introduced: { ...person, messageId } })
    else if (!one.asked) asks.push(unclear(one.file, person, introduces.caseRefs[0] ?? '', place.why, facts))
  }
  return { orders, asks }
}

function senderOf(from: ReadMail['from']): string {
  return from[0]?.address.toLowerCase() ?? ''
}

/** Of one company, as the case says and as its mails do. */
function isTheirs({ file, mails }: ApartCase, own: readonly CaseFile[]): boolean {
  const named = [file.company, ...mails.map(({ company }) => company)].filter((one) => one !== null)
  const isOurs = (name: string) => own.some(({ company }) => company !== null && isSameEntity(company, name))
  return named.length > 0 && named.every(isOurs)
}

/** With an address, or with that of the only one who wrote under the name for the firm. */
function peopleOf({ by, said, named }: Introducing, found: readonly ApartCase[]): readonly Who[] {
  const byName = named.flatMap((one): readonly Who[] => {
    const writers = found.flatMap(({ mails }) => mails.filter((mail) => wroteIt(one, mail)))
    const [address, ...others] = new Set(writers.map(({ from }) => senderOf(from)))
    if (address === undefined || others.length > 0) return []
    const isOfFirm = isOfDomain(one.firm, address)
    return [{ ...{ name: one.name, address }, quote: one.quote, by, ...(isOfFirm ? {} : { signsAs: one.firm }) }]
  })
  return [...said.map((one) => ({ ...one, address: one.address.toLowerCase(), by })), ...byName]
}

type Place = { readonly into: string } | { readonly into: null; readonly why: string }

function placeOf({ file, mails }: ApartCase, who: Who, found: readonly ApartCase[], facts: JoinFacts): Place {
  const { address, signsAs } = who
  if (signsAs !== undefined)
    return { into: null, why: `nothing but the signature shows that ${address} is of ${signsAs}` }
  const stranger = mails.map(({ from }) => senderOf(from)).find((one) => one !== address && !facts.people.includes(one))
  if (stranger !== undefined) return { into: null, why: `${stranger} wrote in it too` }
  const request = found.filter((one) => one.file.requestId === file.requestId).map((one) => one.file)
  const elsewhere = request.find((one) => matching(one, facts.own).length !== 1)
  const [into] = matching(file, facts.own)
  if (elsewhere === undefined && into !== undefined) return { into: into.ref }
  const { ref, state } = elsewhere ?? file
  return {
    into: null,
    why:
      state === null
        ? `${ref} names no state, and they have several cases open`
        : `${ref} is about ${state}, where they have no case open, or several`,
  }
}

function matching({ state, family }: CaseFile, own: readonly CaseFile[]): readonly CaseFile[] {
  return own.filter(
    (one) =>
      (state === null || one.state === state) && (family === null || one.family === null || one.family === family),
  )
}

function unclear({ ref }: CaseFile, who: Who, caseRef: string, why: string, { own }: JoinFacts): AskWish {
  const caseId = own.find((one) => one.ref === caseRef)?.id ?? null
  return {
    ...{ wish: 'ask-human', sort: 'account', caseId, once: QUESTIONS.joined(ref) },
    sentence: `${who.by} introduces ${inWords(who)} in ${caseRef}: "${who.quote}". ${ref}, which they wrote before, was not merged: ${why}. If it belongs to ${caseRef} all the same, write "${ref} merge into ${caseRef}".`,
  }
}
