import { emailsIn } from './mailboxes.ts'
import { namesIn, personName } from './person-name.ts'
import { phonesIn } from './phone.ts'

/** A form's contact block: "Contact for this request: …", with the address and number in the lines that follow. */
export interface FormContact {
  readonly name: string
  readonly email: string | null
  readonly phone: string | null
  readonly text: string
}

interface Field {
  readonly label: string
  readonly value: string
}

/** "Label: value", "label ..... value", "LABEL   value", "label<tab>value", "Who should we contact? value". */
const FIELD =
  /^[\s*•-]{0,8}(?:\(?[0-9a-z]{1,2}[.)]\s{1,3})?(\p{L}[\p{L}\p{N} '/&(),#_-]{1,60}?)\s{0,12}(?:\.{2,}\s{0,3}:?|:|=|\t|\s{2}|\||\?(?=[\s:]))[\s:.|]{0,12}(\S.{0,240})$/u

/** Labels of the person who answers for the request, the clearest first. */
const CONTACT_LABELS: readonly RegExp[] = [
  /^(?:contact (?:person )?(?:for|regarding|on|about) (?:this|the) (?:request|letter|agreement|matter|form|submission|return)|.{0,20}contact for (?:this|return)\b.{0,40}|return (?:drafts|executed|signed|to|documents).{0,30}|reply to|please (?:reply|respond) to|send (?:replies|responses?) to|(?:direct|send) (?:questions|correspondence) to|whom? (?:should|shall|do|can|may|must|to|is to be|will) (?:we |you |I )?(?:contact|call|answer|write|reply|reach|talk|speak|respond|be)|(?:best )?person to (?:contact|call|answer|reach|talk|speak|write|whom .{3,60}))/i,
  /^(?:new )?(?:(?:primary|main|agreement|contract|company|business|carrier|clec|requesting|customer|your|negotiation|point of) )*contact(?:'s)?(?: (?:person|name|party|info(?:rmation)?|\/ .{0,20}))?(?: (?:and|&|\/) (?:title|position|role|office))?(?: \(.{0,30}\))?$/i,
  /^(?:company|carrier|clec|customer|client|business) rep(?:resentative)?(?: name| \(.{0,30}\))?$/i,
  /^(?:requester|requestor|requested by|request(?:ing)? (?:person|individual)|submitted by|submitter|who filled this in|filled (?:in|out) by|person (?:completing|submitting).{0,30}|caller|from)(?: name)?$/i,
  /^(?:new |updated |current )?notices? contact(?: name| person)?$/i,
]
const NAME_LABEL = /^(?:your |full |first and last |contact )?name$/i
const EMAIL_LABEL = /\be-?mail\b/i
const PHONE_LABEL = /\b(?:tel(?:ephone)?|phone|mobile|cell|direct|call ?back|contact (?:no|number))\b/i
/** Another person's block begins here. */
const NEXT_PERSON =
  /\b(?:contact|signator|signer|officer|attorney|attn|signed|completed by|copy|billing|repair|technical|notices?)\b/i

/** The contact that a text's fields name; `isTyped`: a form in the mail itself, where a bare "Name:" counts too. */
export function contactInForm(lines: readonly string[], isTyped: boolean): FormContact | null {
  const fields = fieldsOf(lines)
  for (const label of CONTACT_LABELS) {
    const at = fields.findIndex((field) => label.test(field.label) && nameIn(field.value) !== null)
    if (at >= 0) return blockAt(fields, at)
  }
  if (!isTyped) return null
  const at = fields.findIndex((field) => NAME_LABEL.test(field.label))
  const named = at >= 0 ? blockAt(withNameIn(fields, at), at) : splitName(fields)
  return named?.email == null ? null : named
}

/** "Your name: kim lee": on a web page people type as they like. */
function withNameIn(fields: readonly Field[], at: number): readonly Field[] {
  const field = fields[at]
  if (field === undefined || !/^\p{Ll}[\p{Ll}'-]+(?: \p{Ll}[\p{Ll}'-]*){1,2}$/u.test(field.value.trim())) return fields
  const value = field.value.trim().replace(/(?<![\p{L}'])\p{Ll}/gu, (letter) => letter.toUpperCase())
  return fields.with(at, { ...field, value })
}

/** "First name: …", "Last name: …". */
function splitName(fields: readonly Field[]): FormContact | null {
  const first = fields.findIndex((field) => /^first ?name$/i.test(field.label))
  const last = fields.find((field) => /^(?:last|family) ?name$|^surname$/i.test(field.label))
  if (first < 0 || last === undefined) return null
  const joined = { label: 'name', value: `${fields[first]?.value ?? ''} ${last.value}` }
  return blockAt(fields.with(first, joined), first)
}

function fieldsOf(lines: readonly string[]): Field[] {
  const fields: Field[] = []
  for (let at = 0; at < lines.length && fields.length < 200; at += 1) {
    const line = lines[at] ?? ''
    const match = FIELD.exec(line)
    if (match !== null) fields.push({ label: (match[1] ?? '').replace(/_/g, ' ').trim(), value: match[2] ?? '' })
    else if (/^[^:?]{2,60}[:?]\s*$/.test(line))
      fields.push({ label: line.replace(/[:?]\s*$/, '').trim(), value: nextWords(lines, at) })
  }
  return fields
}

/** A label alone on its line: the value stands below. */
function nextWords(lines: readonly string[], at: number): string {
  const next = lines.slice(at + 1, at + 3).find((line) => line.trim() !== '') ?? ''
  return FIELD.test(next) ? '' : next.trim()
}

function blockAt(fields: readonly Field[], at: number): FormContact | null {
  const head = fields[at]
  const name = head === undefined ? null : nameIn(head.value)
  if (head === undefined || name === null) return null
  const block = [head]
  for (const field of fields.slice(at + 1, at + 9)) {
    const own = EMAIL_LABEL.test(field.label) || PHONE_LABEL.test(field.label)
    if (!own && NEXT_PERSON.test(field.label)) break
    block.push(field)
  }
  const email = firstOf(block, EMAIL_LABEL, (value) => emailsIn(value)[0]?.email)
  const phone = firstOf(block, PHONE_LABEL, (value) => phonesIn(value)[0]?.number)
  return { name, email, phone, text: block.map((field) => `${field.label}: ${field.value}`).join(' ') }
}

/** From the head's own value, else from the first field so labelled. */
function firstOf(block: readonly Field[], label: RegExp, read: (value: string) => string | undefined): string | null {
  for (const [at, field] of block.entries()) {
    const value = at === 0 || (label.test(field.label) && !/\bfax\b/i.test(field.label)) ? read(field.value) : undefined
    if (value !== undefined) return value
  }
  return null
}

/** The whole name with which a value begins. */
function nameIn(value: string): string | null {
  const shown = personName(value.replace(/[<(;|/].*$|\s-\s.*$|\s\S*@.*$|\s[+(]?\d.*$/, '').trim())
  const first = namesIn(value)[0]
  if (first !== undefined && first.at <= 30) return first.name
  return /^\p{L}[\p{L}'.-]+(?: \p{L}[\p{L}'.-]*){1,3}$/u.test(shown) && namesIn(shown).length > 0 ? shown : null
}
