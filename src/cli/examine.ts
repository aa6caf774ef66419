import type { Io } from './command.ts'
import { styled } from './print.ts'

/** What `doctor` finds of one part. */
export interface Finding {
  readonly part: string
  readonly ok: boolean
  /** It works, and somebody should look at it all the same. */
  readonly warning?: true
  /** What was seen, or what is wrong and what to do. */
  readonly says: string
}

/** A sentence, or one that is a warning. */
export type Seen = string | { readonly warning: string }

/** Never rejects: whatever the look throws is what is wrong. */
export async function check(part: string, look: () => Promise<Seen>): Promise<Finding> {
  try {
    const seen = await look()
    return typeof seen === 'string'
      ? { part, ok: true, says: seen }
      : { part, ok: true, warning: true, says: seen.warning }
  } catch (error) {
    return { part, ok: false, says: error instanceof Error ? error.message : String(error) }
  }
}

export async function within<T>(ms: number, work: Promise<T>, sentence: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(sentence)), ms)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

/** One line of the report. */
export function findingText({ part, ok, warning, says }: Finding, io: Io): string {
  const mark = warning ? styled('!!', 'yellow', io) : ok ? styled('ok', 'green', io) : styled('no', 'red', io)
  return `${mark}  ${part.padEnd(16)} ${says}\n`
}
