/** Web pages, among them those that Word saves under the name of a document. */
import { hasActiveMarkup } from '../../text/active-markup.ts'
import { htmlToText } from '../../text/html-text.ts'
import type { Job } from '../job.ts'
import { row } from '../text-sheet.ts'
import { decodeFile } from './plain.ts'

export async function readHtml(job: Job): Promise<void> {
  const declared = /<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]{1,40})/i.exec(job.bytes.toString('latin1', 0, 4096))?.[1]
  const page = decodeFile(job, declared ?? '')
  if (job.isInner && hasActiveMarkup(page)) job.note('active-content', 'it holds scripts; they are never run')
  const text = htmlToText(page)
  job.checkTime()
  for (const line of text.split('\n')) {
    if (!/\S/.test(line)) job.sheet.gap()
    else if (line.includes('\t')) job.sheet.block(row(line.trim().split('\t')))
    else job.sheet.line(line)
  }
}
