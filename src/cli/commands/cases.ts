import { listCases } from '../../db/lists.ts'
import { listingCommand } from '../listing.ts'

export const command = listingCommand({
  name: 'cases',
  description:
    'Lists the cases: who asks for what, where it stands, and when the mail that opened it was received. Numbers may leap: one is drawn before it is known whether a mail opens a case, and none is given twice.',
  list: listCases,
  line: ({ id: _id, ...row }) => row,
  columns: (when) => [
    { title: 'case', of: (row) => row.ref, style: () => 'bold' },
    { title: 'company', of: (row) => row.company },
    { title: 'state', of: (row) => row.state },
    { title: 'agreement', of: (row) => row.agreement },
    { title: 'path', of: (row) => row.path },
    { title: 'status', of: (row) => row.status, style: (row) => (row.status === 'needs-person' ? 'yellow' : null) },
    { title: 'received', of: (row) => when(row.receivedAt) },
  ],
  whenEmpty: 'There is no case yet.',
})
