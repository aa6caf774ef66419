import { listMessages } from '../../db/lists.ts'
import { listingCommand } from '../listing.ts'

export const command = listingCommand({
  name: 'messages',
  description: 'Lists every mail in the ledger: where it lay, what it is, and what became of it.',
  list: (pool, page) => listMessages(pool, page),
  line: (row) => row,
  columns: (when) => [
    { title: 'id', of: (row) => row.id, right: true },
    { title: 'received', of: (row) => when(row.receivedAt) },
    { title: 'from', of: (row) => row.from },
    { title: 'subject', of: (row) => row.subject },
    { title: 'kind', of: (row) => row.kind },
    {
      title: 'outcome',
      of: (row) => (row.outcome === 'unrelated' ? 'put aside' : (row.outcome ?? 'in work')),
      style: (row) => (row.outcome === 'quarantined' ? 'yellow' : null),
    },
    { title: 'case', of: (row) => row.caseRefs.join(' ') || null },
  ],
  whenEmpty: 'No mail was taken yet.',
})
