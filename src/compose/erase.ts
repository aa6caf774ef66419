/** Mails that go: by time (the settings' retention), or because a person asked for it. */
import { discardOld } from '../archive/discard.ts'
import { deleteFiles, eraseMails, outOfTime } from '../db/erase.ts'
import {
  addressesOf,
  forgetContact,
  forgetInCase,
  lettersToPerson,
  mailsOfPerson,
  type PersonMail,
} from '../db/erase-person.ts'
import { despiteDeadlocks, type Pool, type Queryable, sweeping } from '../db/pool.ts'
import { forbids, withoutPerson } from '../domain/erasure.ts'
import type { RetentionCut } from '../domain/retention.ts'

/** Mails erased at a time. */
const PORTION = 100

/** One portion of every class. Returns how many mails were erased. */
export async function retain(pool: Pool, archiveFolder: string, cuts: readonly RetentionCut[]): Promise<number> {
  let erased = 0
  for (const cut of cuts)
    erased += await sweeping(pool, async (client) => {
      const ids = await outOfTime(client, cut, PORTION)
      if (ids.length === 0) return 0
      return (await eraseMails(client, ids, [], 'system', `retention of ${cut.of}`)).mails
    })
  await sweepFiles(pool, archiveFolder)
  return erased
}

/** What was erased and is still in the archive, also after a crash in between; what came within the hour goes later. */
async function sweepFiles(pool: Pool, archiveFolder: string): Promise<void> {
  const now = new Date()
  await sweeping(pool, (client) => deleteFiles(client, (sha256) => discardOld(archiveFolder, sha256, now)))
}

export interface ErasureView {
  readonly addresses: readonly string[]
  readonly mails: readonly { readonly id: number; readonly receivedAt: Date; readonly kept: readonly string[] }[]
  readonly letters: number
  /** Whether it was done, or only shown. */
  readonly erased: boolean
}

export interface ErasureOrder {
  /** An address, or a name as it stands in From. */
  readonly who: string
  readonly by: string
  readonly apply: boolean
}

export async function erasePerson(pool: Pool, archiveFolder: string, order: ErasureOrder): Promise<ErasureView> {
  const view = await despiteDeadlocks(() => sweeping(pool, (client) => eraseWithin(client, order)))
  if (view.erased) await sweepFiles(pool, archiveFolder)
  return view
}

async function eraseWithin(client: Queryable, order: ErasureOrder): Promise<ErasureView> {
  const addresses = await addressesOf(client, order.who)
  const mails = await mailsOfPerson(client, addresses)
  const judged = mails.map((mail) => ({ mail, kept: forbids(mail) }))
  const free = judged.filter(({ kept }) => kept.length === 0).map(({ mail }) => mail)
  const cases = casesOf(free)
  const letters = await lettersToPerson(client, addresses, [...cases.keys()])
  // Whose mails are all gone already may still be a contact.
  if (order.apply && (free.length > 0 || mails.length === 0)) {
    const ids = free.map(({ id }) => id)
    const gone = new Set(ids)
    const done = await eraseMails(client, ids, letters, order.by, 'asked for by the person')
    for (const file of cases.values())
      await forgetInCase(client, withoutPerson(file, gone, new Set(addresses)), addresses)
    if (free.length === mails.length) await forgetContact(client, addresses)
    return viewOf(addresses, judged, done.letters, true)
  }
  return viewOf(addresses, judged, letters.length, false)
}

function casesOf(mails: readonly PersonMail[]) {
  return new Map(mails.flatMap((mail) => mail.cases.map(({ file }) => [file.id, file] as const)))
}

function viewOf(
  addresses: readonly string[],
  judged: readonly { readonly mail: PersonMail; readonly kept: readonly string[] }[],
  letters: number,
  erased: boolean,
): ErasureView {
  const mails = judged.map(({ mail: { id, receivedAt }, kept }) => ({ id, receivedAt, kept }))
  return { addresses, mails, letters, erased }
}
