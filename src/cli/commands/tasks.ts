import { findCase, listTasks } from '../../db/lists.ts'
import { IntakeError } from '../../foundation/intake-error.ts'
import { listingCommand } from '../listing.ts'
import { textOf } from '../order.ts'

export const command = listingCommand({
  name: 'tasks',
  description:
    'Lists what waits for a person, the oldest first, with the mail that it is about ("intagree correct" takes its number); "intagree done" says that one is done.',
  options: [{ flags: '--case <ref>', description: 'only those of one case, e.g. CLEC-2026-00042' }],
  async list(pool, page, call) {
    const ref = textOf(call, 'case')?.toUpperCase() ?? null
    if (ref !== null && page.after === 0 && (await findCase(pool, ref)) === null)
      throw new IntakeError('not-found', `There is no case ${ref}; "intagree cases" lists them.`)
    return listTasks(pool, page, ref)
  },
  line: (row) => row,
  columns: (when) => [
    { title: 'id', of: (row) => row.id, right: true },
    { title: 'sort', of: (row) => row.sort, style: (row) => (row.sort === 'legal' ? 'red' : null) },
    { title: 'case', of: (row) => row.caseRef, style: () => 'bold' },
    { title: 'mail', of: (row) => row.messageId, right: true },
    { title: 'sentence', of: (row) => row.sentence },
    { title: 'since', of: (row) => when(row.openedAt) },
  ],
  whenEmpty: 'Nothing waits for a person.',
})
