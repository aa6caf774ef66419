import { rejectDraft } from '../../db/drafts.ts'
import { draftCommand } from '../draft.ts'

export const command = draftCommand({
  name: 'reject',
  description: 'Discards a draft: it is kept in the outbox as rejected and never sent.',
  done: 'rejected and will not be sent',
  act: rejectDraft,
})
