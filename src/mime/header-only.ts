/** What can be told of a mail that could not be read: its header. Cheap enough for the parent process. */
import type { Problem, ReadMail } from '../domain/mail.ts'
import { contentIdOf } from './content-id.ts'
import type { ReaderLimits } from './limits.ts'
import { createProblemLog } from './problems.ts'
import { readHeaders } from './read-headers.ts'
import { Structure } from './structure.ts'

/** The fields people look at stand within; reading so much takes milliseconds whatever the bytes are. */
export const HEADER_ONLY_BYTES = 64 * 1024

/** `head`: the first `HEADER_ONLY_BYTES` of the mail. Null when no header field can be read. */
export function readHeaderOnly(head: Buffer, limits: ReaderLimits, why: Problem): ReadMail | null {
  const structure = new Structure(limits, createProblemLog(0))
  structure.push(head)
  structure.end()
  if (structure.rootFields.length === 0) return null
  const problems = createProblemLog(limits.problems)
  problems.note(why.code, why.detail)
  const content = { ...readHeaders(structure.rootFields, limits, problems), text: '', attachments: [] }
  return {
    ...content,
    textFrom: 'none',
    parts: 0,
    contentType: { type: structure.parts[0]?.type ?? 'text/plain', parameters: {} },
    deliveryReport: null,
    problems: problems.list(),
    contentId: contentIdOf(content),
  }
}
