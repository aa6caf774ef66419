/** Which address is meant where the words of a handover name a person, or say "me" or "her". */
import type { Handover } from './handover.ts'
import { emailsIn } from './mailboxes.ts'
import { findPerson } from './people.ts'
import { namesIn } from './person-name.ts'
import { isSame } from './phone-of.ts'
import type { Scene } from './scene.ts'
import type { Person } from './speeches.ts'

const COPIED = /\b(?:cc|bcc|copy|copied)\b/i

/** "Questions to me alone, please, at kim@tern.example": where he wants his answer, unless another name stands before it. */
export function addressSaid({ text, at }: Handover, { writer, people }: Scene): string | null {
  const said = text.slice(at, at + 140)
  const [first] = emailsIn(said)
  if (first === undefined || first.email === writer.email || COPIED.test(said.slice(0, first.at))) return null
  const isOthers = namesIn(said.slice(0, first.at)).some(({ name }) => !isSame({ name, email: null }, writer))
  return isOthers || !people.some((one) => one.email === first.email) ? null : first.email
}

/** Somebody without an address of his own is reached through the mailbox of the office that names him. */
export function addressFor(person: Person, scene: Scene): string | null {
  if (person.email !== null) return person.email
  return scene.writing === 'shared' && !scene.isUnread ? scene.writer.email : null
}

/** "He", "her": the last person with an address whom the writer named before. */
export function spokenOfBefore(scene: Scene, one: Handover): Person | null {
  const text = scene.own.lines.join(' ')
  const before = text.slice(0, Math.max(0, text.indexOf(one.text.slice(0, 40))) + one.at)
  const named = [...before.matchAll(/\p{Lu}\p{Ll}{2,20}(?: \p{Lu}[\p{L}'-]{2,20})?/gu)]
    .map((match) => findPerson(scene.people, match[0]))
    .filter((person) => person !== null && !isSame(person, scene.writer))
  return named.at(-1) ?? null
}

/** "Anything from now on goes to their gal in regulatory:", and below it her name and address, each in a line. */
const OPENS_BLOCK = /\b(to|with) [^.:;]{0,50}:\s*$/i

export function withBlocks(sentences: readonly string[]): string[] {
  return sentences.map((text, at) => {
    const next = sentences.slice(at + 1, at + 4)
    const isBlock = OPENS_BLOCK.test(text) && next.slice(0, 2).join(' ').length < 140
    return isBlock ? `${text.replace(OPENS_BLOCK, '$1')} ${next.join(', ')}` : text
  })
}
