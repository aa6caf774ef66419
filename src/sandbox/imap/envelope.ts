import { readAddresses } from '../message/addresses.ts'
import { fieldValue, type RawField } from '../message/header.ts'
import { nstring } from './wire.ts'

/** ENVELOPE of RFC 3501 7.4.2. Header text is sent as it stands in the mail, RFC 2047 words and all. */
export function envelope(fields: readonly RawField[]): string {
  const text = (name: string) => nstring(fieldValue(fields, name))
  const from = addresses(fields, 'from')
  const orFrom = (list: string) => (list === 'NIL' ? from : list)
  return `(${[
    text('date'),
    text('subject'),
    from,
    orFrom(addresses(fields, 'sender')),
    orFrom(addresses(fields, 'reply-to')),
    addresses(fields, 'to'),
    addresses(fields, 'cc'),
    addresses(fields, 'bcc'),
    text('in-reply-to'),
    text('message-id'),
  ].join(' ')})`
}

function addresses(fields: readonly RawField[], name: string): string {
  const values = fields.filter((field) => field.name === name).map((field) => field.value)
  const list = readAddresses(values.join(', ')).map((entry) => {
    if (entry.kind === 'group-start') return `(NIL NIL ${nstring(entry.name)} NIL)`
    if (entry.kind === 'group-end') return '(NIL NIL NIL NIL)'
    // A mailbox without a host would read as a group's beginning.
    return `(${nstring(entry.name)} NIL ${nstring(entry.local)} ${nstring(entry.domain || 'MISSING_DOMAIN')})`
  })
  return list.length > 0 ? `(${list.join('')})` : 'NIL'
}
