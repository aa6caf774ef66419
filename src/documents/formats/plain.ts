/** Text and lists of values. */
import { decodeText } from '../../text/charset.ts'
import type { Job } from '../job.ts'

/** A byte of text is at least a quarter of a character; more would be cut anyway. */
const BYTES_PER_CHAR = 4

export async function readPlain(job: Job): Promise<void> {
  const text = decodeFile(job, '')
  for (const line of text.split(/\r\n?|\n/)) /\S/.test(line) ? job.sheet.line(line) : job.sheet.gap()
}

/** As much of the file as text can come of, by its charset. */
export function decodeFile(job: Job, charset: string): string {
  const { text, problem } = decodeText(job.bytes.subarray(0, 4 * BYTES_PER_CHAR * job.limits.chars), charset)
  if (problem !== null) job.note('charset', problem)
  return text
}
