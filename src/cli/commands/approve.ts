import { approveDraft } from '../../db/drafts.ts'
import { draftCommand } from '../draft.ts'

export const command = draftCommand({
  name: 'approve',
  description: 'Lets a draft be sent. The sender takes it at once, or when the program runs again.',
  done: 'approved and will be sent',
  act: async (pool, id, actor) => (await approveDraft(pool, id, actor)) !== null,
})
