/** Whose words an office, a tool or somebody's assistant sends: the person is to be answered, and not what carries them. */

import { domainOf, emailsIn, localPart } from './mailboxes.ts'
import { fitsAddress, folded, namesIn } from './person-name.ts'
import { isSame } from './phone-of.ts'
import type { Scene } from './scene.ts'
import type { Person } from './speeches.ts'

/** "The boss told me to pass this on", "I'm only the temp". */
const HANDS_ON =
  /\b(?:told|asked|wants?|wanted|instructed) (?:me|us) to (?:pass|forward|send|hand|relay|tell|e-?mail|get)\b|\bwas (?:told|asked) to (?:forward|send|pass|relay)\b|\bpass(?:ing)? (?:this|it|that) (?:on|along)\b|\b(?:I'm|I am|im) (?:just |only )?(?:the|a) (?:temp|intern|receptionist|messenger)\b|\b(?:his|her) (?:note|mail|message|e-?mail) is (?:below|underneath)\b/i
/** Not whom to answer: who gets a copy, pays, repairs, or sells. */
const ASIDE =
  /\b(?:cc|copy|copied|copies|bill\w*|invoices?|repair|NOC|outages?|unsubscribe|preferences|support|sales|signator(?:y|ies))\b/i

/** Null where he who hands on has no colleague's words below his own. */
export function wordsHandedOn(scene: Scene): { readonly person: Person; readonly text: string } | null {
  const { reading, quoted, writer, writing } = scene
  if (writing === 'machine' || writing === 'colleague' || writer.email === null) return null
  const says = HANDS_ON.exec(reading.newest)
  if (says === null) return null
  const at = domainOf(writer.email)
  const speaker = quoted
    .map((one) => one.speaker)
    .find((one) => one !== null && one.email !== null && domainOf(one.email) === at && !isSame(one, writer))
  return speaker === undefined || speaker === null ? null : { person: speaker, text: says[0] }
}

/** The only person with an address in what an office or a tool sends; null where that is signed by another. */
export function personBehind(scene: Scene): { readonly person: Person; readonly text: string } | null {
  const { own, people, writer, writing } = scene
  if (writing !== 'shared') return null
  const said = own.lines.flatMap((line) =>
    emailsIn(line).flatMap(({ email }) => (email === writer.email ? [] : [{ email, line }])),
  )
  const [first] = said
  if (first === undefined || ASIDE.test(first.line) || said.some(({ email }) => email !== first.email)) return null
  const known = people.find((one) => one.email === first.email)
  if (known === undefined) return null
  const name = known.name ?? nameIn(own.lines, first.email)
  return name === null || isSignedByAnother(writer, name)
    ? null
    : { person: { name, email: first.email }, text: first.line }
}

/** "Change Board <change-board@…>" is nobody's name. */
function isSignedByAnother({ name, email }: Person, person: string): boolean {
  if (name === null || email === null || namesIn(name).length === 0) return false
  const isRole = name.split(/[\s-]+/).every((word) => folded(localPart(email)).includes(folded(word)))
  return !isRole && !isSame({ name, email: null }, { name: person, email: null })
}

function nameIn(lines: readonly string[], email: string): string | null {
  for (const line of lines) {
    const found = namesIn(line).find(({ name }) => fitsAddress(name, email))
    if (found !== undefined) return found.name
  }
  return null
}
