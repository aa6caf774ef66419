/** Rich Text Format 1.9. */
import type { Job } from '../job.ts'
import { RtfText } from '../rtf/rtf-text.ts'
import { rtfTokens } from '../rtf/tokens.ts'

export async function readRtf(job: Job): Promise<void> {
  job.beginPage(1)
  job.sheet.pages.onlyTyped()
  const text = new RtfText(job)
  for (const token of rtfTokens(job.bytes, job)) text.take(token)
  text.end()
}
