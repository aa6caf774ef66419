import { fieldValue } from '../message/header.ts'
import { type Parameterised, readParameterised } from '../message/parameters.ts'
import type { Part } from '../message/part-tree.ts'
import { envelope } from './envelope.ts'
import { nstring } from './wire.ts'

/** BODYSTRUCTURE, or BODY without the extension fields (RFC 3501 7.4.2). */
export function bodyStructure(part: Part, extended: boolean): string {
  if (part.type.value.startsWith('multipart/')) return multipart(part, extended)
  const [type = 'text', subtype = 'plain'] = part.type.value.split('/')
  const fields = [
    nstring(type),
    nstring(subtype),
    parameters(type === 'text' ? withCharset(part.type) : part.type),
    nstring(fieldValue(part.fields, 'content-id')),
    nstring(fieldValue(part.fields, 'content-description')),
    nstring(part.encoding),
    String(part.end - part.body),
  ]
  if (part.message) {
    fields.push(envelope(part.message.fields), bodyStructure(part.message, extended), String(part.lines))
  } else if (type === 'text') fields.push(String(part.lines))
  if (extended) fields.push(nstring(fieldValue(part.fields, 'content-md5')), ...extension(part))
  return `(${fields.join(' ')})`
}

function multipart(part: Part, extended: boolean): string {
  const children = part.children.map((child) => bodyStructure(child, extended)).join('')
  // The grammar wants at least one part, also where the mail has none.
  const inner = children || '("text" "plain" NIL NIL NIL "7bit" 0 0)'
  const subtype = nstring(part.type.value.slice('multipart/'.length))
  const more = extended ? ` ${parameters(part.type)} ${extension(part).join(' ')}` : ''
  return `(${inner} ${subtype}${more})`
}

function extension(part: Part): readonly string[] {
  const disposition = fieldValue(part.fields, 'content-disposition')
  const read = disposition === null ? null : readParameterised(disposition)
  return [
    read ? `(${nstring(read.value)} ${parameters(read)})` : 'NIL',
    nstring(fieldValue(part.fields, 'content-language')),
    nstring(fieldValue(part.fields, 'content-location')),
  ]
}

/** Text without a charset is US-ASCII (RFC 2045 5.2). */
function withCharset(type: Parameterised): Parameterised {
  const named = type.parameters.some(([name]) => name === 'charset')
  return named ? type : { ...type, parameters: [...type.parameters, ['charset', 'us-ascii']] }
}

function parameters(value: Parameterised): string {
  const pairs = value.parameters.map(([name, text]) => `${nstring(name)} ${nstring(text)}`)
  return pairs.length > 0 ? `(${pairs.join(' ')})` : 'NIL'
}
