import { emailsIn } from './mailboxes.ts'
import type { Scene } from './scene.ts'
import type { Person } from './speeches.ts'

/** Words of one who will not read this mailbox any more; somebody on holiday comes back. */
const LEAVES =
  /\b(?:(?:my|the) last (?:day|afternoon|morning|week)|last day|I am retiring|I'm retiring|I retire|moving on from|I have left|I(?:'m| am) (?:leaving|out as of)|no longer (?:be )?reading|nicht mehr (?:bei|für)|strike me from|I don't read mail|take me off|(?:this|my) address (?:dies|closes|goes away))\b/i

/** Who pays or repairs is not who is to be answered. */
const LIMITED = /\b(?:billing|invoice|payment|technical|repair|NOC) contact\b/i

/** Who is to be written to after the writer has left: the only other person with an address in what he writes. */
export function namedByLeaver(scene: Scene): { readonly person: Person; readonly text: string } | null {
  const text = scene.reading.newest
  const leaves = LEAVES.exec(text) ?? LEAVES.exec(scene.reading.subject)
  if (leaves === null || scene.writing !== 'person' || LIMITED.test(text)) return null
  const emails = new Set(emailsIn(text).map((found) => found.email))
  const others = scene.people.filter((one) => one.email !== scene.writer.email && emails.has(one.email))
  const [person] = others
  return person === undefined || others.length > 1 || person.name === null ? null : { person, text: leaves[0] }
}
