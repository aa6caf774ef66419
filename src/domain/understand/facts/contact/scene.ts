import type { Reading } from '../../reading.ts'
import { isMachine, isOurs, isShared, isUnread } from './mailboxes.ts'
import { type People, peopleOf } from './people.ts'
import { nameOfWriter } from './sign-off.ts'
import { fileSpeeches, ownLines, type Person, quotedSpeeches, type Speech } from './speeches.ts'

/** A mail as a scene: who writes, who has spoken before, what the files say, who else is there. */
export interface Scene {
  readonly reading: Reading
  /** The writer by the best name and the address where he wants his answer. */
  readonly writer: Person
  /** What writes: a person, a mailbox of several, a device or relay, or a colleague of ours who passes a mail on. */
  readonly writing: 'person' | 'shared' | 'machine' | 'colleague'
  /** The mail comes from our own house. */
  readonly isOurs: boolean
  /** Nobody reads what is sent to the writer's address. */
  readonly isUnread: boolean
  readonly own: Speech
  readonly quoted: readonly Speech[]
  readonly files: readonly Speech[]
  readonly people: People
}

export function sceneOf(reading: Reading, ownAddresses: readonly string[]): Scene {
  const { mail } = reading
  const from = mail.from[0] ?? { name: '', address: '' }
  const replyTo = mail.replyTo.find(
    (one) => one.address.includes('@') && !isOurs(one.address, ownAddresses) && !isUnread(one.address),
  )
  const lines = ownLines(reading, from.name)

  const address = replyTo?.address ?? from.address
  const machine = isMachine(from.address, from.name)
  const shown = machine && replyTo !== undefined ? replyTo.name : from.name || (replyTo?.name ?? '')
  const shared = isShared(from.address)
  const name = machine && replyTo === undefined ? '' : nameOfWriter(lines, { name: shown, email: address }, shared)
  const writer = { name: name === '' ? null : name, email: address === '' ? null : address }
  const own = { speaker: writer, from: 'text', lines, others: [] }
  const [quoted, files] = [quotedSpeeches(reading), fileSpeeches(reading)]
  const header = [from, ...mail.replyTo, ...mail.cc].map((one) => ({ name: one.name || null, email: one.address }))
  return {
    reading,
    writer,
    writing: writingOf({ isOurs: isOurs(address, ownAddresses), isMachine: machine && replyTo === undefined, shared }),
    isOurs: isOurs(address, ownAddresses),
    isUnread: address === '' || isUnread(address),
    own,
    quoted,
    files,
    people: peopleOf([writer, ...header], [own, ...quoted, ...files], ownAddresses),
  }
}

/** A relay of ours is a machine before it is a colleague. */
function writingOf(who: { isOurs: boolean; isMachine: boolean; shared: boolean }): Scene['writing'] {
  if (who.isMachine) return 'machine'
  if (who.isOurs) return 'colleague'
  return who.shared ? 'shared' : 'person'
}
