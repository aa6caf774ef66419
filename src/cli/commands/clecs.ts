import { listClecs } from '../../db/lists.ts'
import { listingCommand } from '../listing.ts'

export const command = listingCommand({
  name: 'clecs',
  description:
    'Lists the legal entities that wrote, or for which somebody wrote: names, codes, who writes for them and as what, recorded affiliates, and their cases.',
  list: listClecs,
  line: (row) => row,
  columns: () => [
    { title: 'legal name', of: (row) => row.legalName, style: () => 'bold' },
    { title: 'also', of: (row) => row.otherNames.join('; ') },
    { title: 'OCN', of: (row) => row.ocn.join(' ') },
    { title: 'written by', of: (row) => row.contacts.map(({ address, role }) => `${address} (${role})`).join(', ') },
    { title: 'affiliates', of: (row) => row.affiliates.join('; ') },
    { title: 'cases', of: (row) => row.caseRefs.join(' ') },
  ],
  whenEmpty: 'No company has written yet.',
})
