import { listMessages } from '../../db/lists.ts'
import { listingCommand, shortTime } from '../listing.ts'

export const command = listingCommand({
  name: 'quarantine',
  description:
    'Lists the mails that could not be read or processed, each with its reason. Their bytes are kept; of a mail over the size limit the header.',
  list: (pool, page) => listMessages(pool, page, true),
  line: (row) => row,
  columns: [
    { title: 'id', of: (row) => row.id, right: true },
    { title: 'received', of: (row) => shortTime(row.receivedAt) },
    { title: 'from', of: (row) => row.from },
    { title: 'subject', of: (row) => row.subject },
    { title: 'reason', of: (row) => row.quarantine?.code ?? null, style: () => 'yellow' },
    { title: 'detail', of: (row) => row.quarantine?.detail ?? null },
  ],
  whenEmpty: 'Nothing is in quarantine.',
})
