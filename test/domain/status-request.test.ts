import { expect, test } from 'vitest'
import { statusRequest } from '../../src/domain/status-request.ts'

test.each<readonly [subject: string, text: string, refs: readonly string[]]>([
  ['STATUS', '', []],
  ['Status', 'Thanks,\nPaula', []],
  ['status CLEC-2026-00042', '', ['CLEC-2026-00042']],
  ['Re: Your request [CLEC-2026-00042]', 'STATUS', ['CLEC-2026-00042']],
  [
    'Re: Your request [CLEC-2026-00042]',
    'status please\n\nOn Mon, x <x@y.example> wrote:\n> long',
    ['CLEC-2026-00042'],
  ],
  ['', 'Hi,\n\nStatus?\n\nPaula Writer', []],
  ['hello', 'status of CLEC-2026-00042, please', ['CLEC-2026-00042']],
  ['hello', 'CLEC-2026-00042 status', ['CLEC-2026-00042']],
  ['hello', 'please send the status of our request', []],
  ['STATUS', 'CLEC-2026-00042 and CLEC-2026-00043', ['CLEC-2026-00042', 'CLEC-2026-00043']],
  ['status request', '', []],
  ['Early ordering', 'What is our position in the early ordering queue?\n\nRay', []],
  ['Early ordering [CLEC-2026-00042]', 'Hi,\nwhere are we in the queue?\nRay Olsen', ['CLEC-2026-00042']],
])('%s | %j asks for the status', (subject, text, refs) => {
  expect(statusRequest({ subject, text })?.refs).toEqual(refs)
})

test.each<readonly [subject: string, text: string]>([
  ['STATUS', 'We want to opt into the agreement of Zenith.'],
  ['Status of the certificate', 'It is attached.'],
  ['Hello', 'Our status as a CLEC is certified.'],
  ['Hello', 'status quo'],
  ['Hello', 'What is our position in the early ordering queue if we sign next week?'],
  ['Hello', '> STATUS'],
  ['Re: STATUS', 'Here is our questionnaire.'],
  ['', ''],
  ['Agreement', 'STATUS\nPlease also send the form.\nAnd the price list.'],
])('%s | %j does not', (subject, text) => {
  expect(statusRequest({ subject, text })).toBeNull()
})
