import { emailsIn } from './mailboxes.ts'
import { isGivenName as mayBeGiven, namesIn, samePerson } from './person-name.ts'
import { numbersIn, type Phone, type PhoneSort } from './phone.ts'
import { signOffStart } from './sign-off.ts'
import type { Person, Speech } from './speeches.ts'

/** A number with the line that gives it and how sure it is that person's. */
export interface PersonalPhone {
  readonly number: string
  readonly from: string
  readonly text: string
  readonly at: number
  readonly weight: number
}

/** Where a number stands and what binds it to the person. */
const PLACE = {
  /** Below the person's own name at the end of the person's own words. */
  signedOff: 60,
  /** "Call me at …", "Kim Lee, 303-…". */
  said: 50,
  /** Below the person's name in somebody else's words, or a form's next lines. */
  belowName: 40,
  /** In the person's own words, bound to nobody. */
  loose: 15,
  /** In a file, labelled as a telephone and bound to nobody. */
  looseInFile: 8,
} as const

/** Which of several numbers of one person is given: the one on the desk before the one in the pocket. */
const SORT: Readonly<Record<PhoneSort, number>> = {
  direct: 5,
  office: 4,
  bare: 4,
  mobile: 3,
  main: 1,
  desk: -12,
  fax: -1000,
}
const PREFERRED = 20
const PREFERS =
  /\b(?:best(?! (?:regards|wishes))|prefer(?:red|ably)?|fastest|quickest|easiest|better|try (?:me|my)|use my)\b/i

/** Where the person himself speaks first, then his older words, then what others and files say of him. */
export function phoneOf(person: Person, speeches: readonly Speech[]): PersonalPhone | null {
  const found = speeches.flatMap((speech) => phonesFor(person, speech))
  return found.reduce<PersonalPhone | null>((best, one) => (one.weight > (best?.weight ?? 0) ? one : best), null)
}

function phonesFor(person: Person, speech: Speech): PersonalPhone[] {
  if (!speech.lines.some((line) => /\d{4}/.test(line))) return []
  const lines = speech.lines.map((line) => line.replace(PRONOUNS, (said) => ' '.repeat(said.length)))
  const isSpeaker = speech.speaker !== null && isSame(speech.speaker, person)
  const start = speech.speaker === null ? speech.lines.length : signOffStart(speech.lines, speech.speaker)
  let owner: { readonly isPerson: boolean; readonly line: number } | null = null
  return lines.flatMap((line, at) => {
    const numbers = numbersIn(line)
    const found = numbers.map((phone, i) => {
      const clause = clauseBefore(lines, at, phone)
      // In a sign-off two capitalised words are the firm or the town, unless the line introduces somebody.
      const said =
        isSpeaker && at >= start && !INTRODUCES.test(clause)
          ? null
          : isSignersOwn(clause, person, speech)
            ? false
            : ownerBefore(clause, person, isSpeaker)
      const inLine = isSpeaker ? null : ownerBefore(line.slice(0, phone.at), person, false)
      const nearest = inLine === null ? owner : { isPerson: inLine, line: at }
      const place = placeOf({ said, isSpeaker, isSignedOff: at >= start, owner: nearest, at, phone, line, speech })
      const liking = isPreferred(line, phone, numbers[i - 1]?.end ?? 0) ? PREFERRED : 0
      return {
        number: phone.number,
        from: speech.from,
        text: line,
        at: phone.at,
        weight: place === 0 ? 0 : place + SORT[phone.sort] + liking,
      }
    })
    const told = ownerBefore(line, person, false)
    if (told !== null) owner = { isPerson: told, line: at }
    return found
  })
}

/** "she/her" beside a name says how she is spoken of, and not that the number is another's. */
const PRONOUNS = /\b(?:she|he|they|xe|ze)(?: ?\/ ?(?:she|he|they|her|hers|him|his|them|theirs|xem|hir))+\b/gi

const INTRODUCES =
  /\b(?:cc|assistant|secretary|paralegal|counsel (?:to|for)|(?:is|or|and) (?:Ms|Mr|Mrs|Dr)\b|colleague|back-?up|alternate|contact|client|otherwise|instead)\b|\b(?:his|her|their|your)\b|\p{L}'s (?:\w+ )?(?:number|cell|phone|line|mobile)\b/iu

/** "Best on my cell, 303-…", "303-… (preferred)": the words up to the number before and in the brackets behind. */
function isPreferred(line: string, phone: Phone, from: number): boolean {
  const before = line.slice(Math.max(from, phone.at - 60), phone.at)
  const after = line.slice(phone.end, phone.end + 24).split(/[,;|/.]/)[0] ?? ''
  return PREFERS.test(before) || PREFERS.test(after)
}

const LINE_WORD = /^(?:Main|Home|Work|Landline|Ph|Toll|Best|Number|Mob|Switchboard|Reception)$/
/** "Jeff 303-…" below what Jeff wrote: somebody else's letter ends with his given name and number. */
function isSignersOwn(clause: string, person: Person, speech: Speech): boolean {
  if (speech.speaker === null || isSame(speech.speaker, person)) return false
  const word = /(?:^|[.;!?] |\n)(?:- ?)?(\p{Lu}\p{Ll}{2,14}),? $/u.exec(clause)?.[1]
  return word !== undefined && mayBeGiven(word) && !LINE_WORD.test(word) && !isNamed(word, person)
}

interface Standing {
  /** Whose the words before the number say it is: the person's, somebody else's, or nobody's. */
  readonly said: boolean | null
  readonly isSpeaker: boolean
  readonly isSignedOff: boolean
  readonly owner: { readonly isPerson: boolean; readonly line: number } | null
  readonly at: number
  readonly phone: Phone
  readonly line: string
  readonly speech: Speech
}

function placeOf(standing: Standing): number {
  const { said, isSpeaker, isSignedOff, owner, at, phone, line, speech } = standing
  if (said === false) return 0
  if (isSignedOff && isSpeaker) return PLACE.signedOff
  if (said === true) return PLACE.said
  if (isSignedOff) return 0
  const isNear = owner !== null && at - owner.line <= 4
  if (isNear && !isSpeaker) return owner.isPerson ? PLACE.belowName : 0
  if (isSpeaker) return !IS_GIVEN.test(line.slice(0, phone.at)) && isThing(line.slice(0, phone.at)) ? 0 : PLACE.loose
  if (speech.speaker !== null) return 0
  return /^[^:]{0,40}\b(?:tel|phone|telephone|contact)\b/i.test(line) ? PLACE.looseInFile : 0
}

/** "New voice line for notices here: 303-…", "our number is 303-…". */
const IS_GIVEN =
  /(?<!\b(?:port(?:ed|ing)?|customers?|lists?|listing|trouble|repair|called|dialed)\b[^.;]{0,40})\b(?:new|our|my)\b[^.;]{0,30}\b(?:phone|voice|telephone|office|cell|number)\b[^.;:]{0,40}?(?: (?:is|will be|here))?(?:: ?| is | will be )(?:now )?$/i

/** "Customer line 303-…", "your office 303-…": a number that is spoken about, not given. */
function isThing(before: string): boolean {
  return /\b(?:your|his|her|their|its|customers?|lines?|numbers?|TNs?|called|dialed|calls? (?:to|from)|port(?:ed|ing)?|listing|listed|for|(?:trouble|problems?|issues?|static|noise|outages?) (?:on|with|at))\b[^.;]{0,40}$/i.test(
    before,
  )
}

/** The words before a number that belong to the same sentence, over a wrapped line end too. */
function clauseBefore(lines: readonly string[], at: number, phone: Phone): string {
  const line = (lines[at] ?? '').slice(0, phone.at)
  const above = lines[at - 1] ?? ''
  // "Expect us to haggle. 303-555-0101. Kim": the number opens a sentence of its own.
  if (/\p{L}{4}[.!?]\s+$/u.test(line) && !ABBREVIATED.test(line)) return ''
  const joined = above.length > 45 && !/[.:;!?]\s*$/.test(above) ? `${above} ${line}` : line
  return joined.slice(-200).replace(/^.*[.;!?]\s+(?=\p{Lu}\p{Ll}+ )/u, '')
}

const ABBREVIATED = /\b(?:phone|cell|mobile|direct|office|main|home|work)\.\s+$/i

const OWNS = /\b(?:me|my|mine|myself|I|I'm|your|his|her|their)\b/gi
const YOURS = /^(?:your|his|her|their)$/i

/** The last person named: true for the one sought, false for somebody else, null for nobody. */
function ownerBefore(words: string, person: Person, isSpeaker: boolean): boolean | null {
  const marks: { at: number; isPerson: boolean }[] = []
  for (const { name, at } of namesIn(words)) {
    if (!/\b(?:to|for|of|cc:?) $/.test(words.slice(0, at))) marks.push({ at, isPerson: isNamed(name, person) })
  }
  for (const { email, at } of emailsIn(words)) marks.push({ at, isPerson: email === person.email })
  const given = givenName(person)
  for (const { 0: word, index } of words.matchAll(/\p{L}[\p{L}-]+/gu)) {
    if (word.toLowerCase() === given) marks.push({ at: index, isPerson: true })
  }
  if (isSpeaker)
    for (const { 0: word, index } of words.matchAll(OWNS)) marks.push({ at: index, isPerson: !YOURS.test(word) })
  const last = marks.sort((a, b) => a.at - b.at).at(-1)
  return last?.isPerson ?? null
}

function isNamed(name: string, person: Person): boolean {
  return person.name !== null && samePerson(name, person.name)
}

/** In lower case; null when there is none, or it is too short to tell him. */
function givenName(person: Person): string | null {
  const given = person.name?.split(' ')[0] ?? ''
  return given.length > 2 ? given.toLowerCase() : null
}

/** Whether two are one person: by address, else by name. */
export function isSame(one: Person, other: Person): boolean {
  if (one.email !== null && one.email === other.email) return true
  return one.name !== null && other.name !== null && samePerson(one.name, other.name)
}
