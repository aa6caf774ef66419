/** A company name found in a text: the whole name as written and where it stands. */
export interface FirmName {
  readonly name: string
  readonly from: number
  readonly to: number
}

const SUFFIXES =
  'Inc\\.?|Incorporated|LLC|L\\.L\\.C\\.?|LP|L\\.P\\.?|LLP|L\\.L\\.P\\.?|PLLC|P\\.L\\.L\\.C\\.?|PLC|PC|P\\.C\\.?|PS|P\\.S\\.?|Ltd\\.?|Limited|Corp\\.?|Corporation|Company|Co\\.?|Cooperative|Co-op|Coop|Association|Authority|Partnership|GmbH|Agency|Associates'
const SUFFIX = new RegExp(`^(?:${SUFFIXES})$`)
/** A suffix with what may cling to it: a bracket, a quote, "'s". */
const SUFFIX_FIRST = new RegExp(`^(?:${SUFFIXES})(?![A-Za-z])`)
/** Most texts name no company, and looking at their words one by one is dear. */
const MAY_NAME = new RegExp(`\\b(?:${SUFFIXES})(?![A-Za-z])|\\b(?:City|Town|County|Village|Borough) of `)
/** Suffixes that are everyday words too: they end a name only if it has a real word before and no suffix follows. */
const SOFT = /^(?:Company|Co|Cooperative|Association|Authority|Partnership|Limited|Agency|Associates|Corporation)$/
const TITLE_WORD = /^[("']?[\p{Lu}\d][\p{L}\d'&./-]*[)"']?$/u
const JOINER = /^(?:&|of|and|the|de|del|for|la|du|van|y)$/
const NOT_FIRST =
  /^(?:The|A|An|For|From|Dear|We|We're|I'm|I|Our|At|To|On|In|And|Of|By|With|As|Re|If|When|Is|Are|Per|Under|This|That|Company|Hello|Hi|Thanks|Please|Attached|Behalf|Client|Counsel|Agents|Signed|Name|Legal|But|Then|Since|CFO|CTO|CEO|President|Owner|Manager|Director|Tell|Subject|Party|Re:|It's|It|That's|Can|Could|Would|Will|Does|Do|Did|Has|Have|What|Where|Who|How|Before|After|While|Until|Because|Also|So|Our|Your|My|Let|Let's|Should|May|Might|Now|Today|Both|Between|Via|Into|About|To:|From:|Here|Here's|There|Yes|No|Not|Since|Once|Although|Though|Per|Regarding|Contact|Sincerely|Regards|Best|Attn)$/
const PUBLIC_BODY = /\b(?:City|Town|County|Village|Borough) of (?:\p{Lu}[\p{L}'-]+)(?: \p{Lu}[\p{L}'-]+){0,2}/gu
/** Words of one name at most. */
const MAX_WORDS = 9

/**
 * Company names in a text, found from their legal suffix backwards: capitalised words joined by "&", "of", "and".
 * "City of …" counts too. Linear: every word is looked at once as suffix and at most nine times as part of a name.
 */
export function firmNamesIn(text: string): FirmName[] {
  const names: FirmName[] = []
  if (!MAY_NAME.test(text)) return names
  const words = [...text.matchAll(/[^\s,;:|·]+/g)].map((match) => ({ word: match[0], at: match.index }))
  for (let i = 0; i < words.length; i += 1) {
    const found = nameEndingAt(text, words, i)
    if (found === null) continue
    const before = names.at(-1)
    if (before !== undefined && before.from === found.from) names.pop()
    names.push(found)
  }
  for (const match of text.matchAll(PUBLIC_BODY))
    names.push({ name: match[0], from: match.index, to: match.index + match[0].length })
  return names
}

interface Word {
  readonly word: string
  readonly at: number
}

function nameEndingAt(text: string, words: readonly Word[], end: number): FirmName | null {
  const last = words[end]
  if (last === undefined || !SUFFIX_FIRST.test(last.word)) return null
  const suffix = last.word
    .replace(/[)"'!?]+$/, '')
    .replace(/'s$/, '')
    .replace(
      /^(LLC|LP|PLC|PS|PC|LLP|PLLC|Incorporated|Corporation|Company|Cooperative|Association|Authority|Partnership)\.$/,
      '$1',
    )
  if (!SUFFIX.test(suffix)) return null
  let start = end
  while (start > 0 && end - start < MAX_WORDS) {
    const word = words[start - 1]
    const here = words[start]
    if (word === undefined || here === undefined) break
    // "for Minnesota (Northwoods Cooperative": a bracket that is not closed before the suffix opens what it names.
    if (here.word.startsWith('(') && !text.slice(here.at, last.at).includes(')')) break
    const gap = text.slice(word.at + word.word.length, here.at)
    // A comma may stand before the suffix only; a line end, colon or bar ends the name.
    if (!/^(?: {1,2}|\n(?=\S))$/.test(gap) && !(start === end && /^, ?\n?$/.test(gap))) break
    const bare = word.word
    if (JOINER.test(bare)) {
      start -= 1
      continue
    }
    if (
      !TITLE_WORD.test(bare) ||
      (SUFFIX.test(bare) && (!SOFT.test(bare) || here.word === 'and')) ||
      /[.]$/.test(bare.replace(/^(?:St|\p{Lu})\.$/u, ''))
    )
      break
    start -= 1
  }
  while (start < end && (JOINER.test(words[start]?.word ?? '') || NOT_FIRST.test(words[start]?.word ?? ''))) start += 1
  const first = words[start]
  if (first === undefined || start === end) return null
  if (SOFT.test(suffix) && end - start < 1) return null
  const to = last.at + suffix.length
  const name = text
    .slice(first.at, to)
    .replace(/\s+/g, ' ')
    .replace(/^["'(]+/, '')
  return name.length < 5 || name.length > 120 ? null : { name, from: first.at, to }
}
