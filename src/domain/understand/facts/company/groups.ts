import { CODE_OF, STATES } from '../states/names.ts'
import { type Line, type Mention, shortMentions } from './mentions.ts'
import { SUFFIX } from './name-words.ts'
import type { Writer } from './writer.ts'

/** The mentions of one company together: equal but for marks, or one without the end of the other's legal form. */
export function grouped(all: readonly Mention[]): Mention[][] {
  const mentions = withoutStates(all)
  const groups = new Map<string, { forms: string[]; mentions: Mention[] }[]>()
  for (const mention of mentions) {
    const { core, form } = partsOf(mention.name)
    const same = groups.get(core) ?? []
    const group = same.find((one) => one.forms.some((other) => other.startsWith(form) || form.startsWith(other)))
    if (group === undefined) same.push({ forms: [form], mentions: [mention] })
    else {
      group.forms.push(form)
      group.mentions.push(mention)
    }
    groups.set(core, same)
  }
  return withoutBeginnings([...groups.values()].flat().map((group) => group.mentions))
}

const STATE_FIRST = new RegExp(`^(?:State of )?(?:${STATES.map(([, name]) => name).join('|')}) (?=\\p{Lu})`, 'iu')

/**
 * "Utah Tern Telecom, LLC" in one paper's heading and "Idaho Tern Telecom, LLC" in another's, or "Tern Telecom, LLC"
 * elsewhere: the state is the heading's.
 */
function withoutStates(mentions: readonly Mention[]): readonly Mention[] {
  const names = new Set(mentions.map(({ name }) => name))
  const rests = new Map([...names].map((name) => [name, name.replace(STATE_FIRST, '')]))
  return mentions.map((mention) => {
    const rest = rests.get(mention.name) ?? mention.name
    const isOthers = [...rests].some(([name, other]) => name !== mention.name && other === rest)
    return rest !== mention.name && isOthers ? { ...mention, name: rest } : mention
  })
}

/** "City of Elk Municipal Utilities Commission" is called "Elk Municipal Utilities" too. */
const OF_TOWN = /^(?:city|town|village|borough) of (?=.* (?:utilit(?:y|ies)|commission|board|department|authority)$)/

function namesOf(body: string): readonly string[] {
  return [body, body.replace(OF_TOWN, '')]
}

/** Of names without a legal form "Three Rivers Nation Utility" is the same as "Three Rivers Nation Utility Commission". */
function withoutBeginnings(groups: readonly Mention[][]): Mention[][] {
  const whole = groups.map((group) => [...group])
  const name = (group: readonly Mention[]) => (group[0]?.name ?? '').toLowerCase()
  const isBare = (group: readonly Mention[]) => group.every((mention) => mention.reasons.has('no legal form'))
  return whole.filter((group) => {
    if (!isBare(group) || !name(group).includes(' ')) return true
    const longer = whole.filter(
      (other) =>
        other !== group && isBare(other) && namesOf(name(other)).some((one) => one.startsWith(`${name(group)} `)),
    )
    if (longer.length !== 1) return true
    longer[0]?.push(...group)
    return false
  })
}

/** Adds to several companies where the mail calls them by the first words of their names. One company needs no telling apart. */
export function withShortNames(
  groups: readonly Mention[][],
  lines: readonly Line[],
  writer: Writer,
): readonly Mention[][] {
  if (groups.length < 2) return groups
  const names = groups.map((group) => shortNames(group[0]?.name ?? ''))
  return groups.map((group, at) => {
    const others = names.filter((_, other) => other !== at).flat()
    const short = (names[at] ?? []).find((name) => !others.some((other) => other === name))
    return short === undefined ? group : [...group, ...shortMentions(short, group, lines, writer)]
  })
}

/** "Blue Spruce" and "Blue" for "Blue Spruce Networks, L.P.". */
function shortNames(name: string): string[] {
  const words = name.split(/[\s,]+/).filter((word) => !SUFFIX.test(word))
  const [first = '', second = ''] = words
  return [
    ...(second.length > 1 && first !== '' ? [`${first} ${second}`] : []),
    ...(first.length >= 5 && /^\p{Lu}/u.test(first) && !CODE_OF.has(first.toLowerCase()) ? [first] : []),
  ]
}

/** A name's own words and its legal form, both without marks. */
function partsOf(name: string): { core: string; form: string } {
  const words = name.replace(/\bPublic Utility District\b/i, 'PUD').split(/[\s,]+/)
  let end = words.length
  while (end > 1 && SUFFIX.test(words[end - 1] ?? '')) end -= 1
  const plain = (part: readonly string[]) =>
    part
      .join('')
      .toLowerCase()
      .normalize('NFD')
      .replace(/[^\p{L}\p{N}]+/gu, '')
  return { core: plain(words.slice(0, end)), form: shortForm(plain(words.slice(end))) }
}

function shortForm(form: string): string {
  return form
    .replace('incorporated', 'inc')
    .replace('corporation', 'corp')
    .replace('company', 'co')
    .replace(/cooperative/, 'coop')
}

/** The form called the legal name, else the longest; not the one in capitals when there is another. */
export function fullestName(group: readonly Mention[]): string {
  const rank = (mention: Mention) =>
    (mention.reasons.has('field legal name') ? 1000 : 0) -
    (mention.name === mention.name.toUpperCase() ? 500 : 0) +
    mention.name.length
  return accented([...group].sort((a, b) => rank(b) - rank(a))[0]?.name ?? '', group)
}

/** "VOIX BOREALE" in the commission's paper is "Voix Boréale" where the carrier writes it itself. */
function accented(name: string, group: readonly Mention[]): string {
  const written = group.find((one) => one.name !== name && one.name.normalize('NFD').replace(/\p{M}/gu, '') === name)
  return written?.name ?? name
}
