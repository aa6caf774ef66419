import { listOutbox } from '../../db/lists.ts'
import { listingCommand } from '../listing.ts'

export const command = listingCommand({
  name: 'outbox',
  description:
    'Lists what was or will be sent. States: draft (waits for approve or reject), queued, sending, sent, retry, refused, unsure (nobody knows whether it arrived), rejected.',
  list: listOutbox,
  line: (row) => row,
  columns: (when) => [
    { title: 'id', of: (row) => row.id, right: true },
    { title: 'case', of: (row) => row.caseRef, style: () => 'bold' },
    { title: 'template', of: (row) => row.template },
    { title: 'to', of: (row) => row.to },
    { title: 'subject', of: (row) => row.subject },
    {
      title: 'state',
      of: (row) => row.state,
      style: (row) => (row.state === 'sent' ? 'green' : row.state === 'queued' ? null : 'yellow'),
    },
    { title: 'sent', of: (row) => when(row.sentAt) },
  ],
  whenEmpty: 'The outbox is empty.',
})
