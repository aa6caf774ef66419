/** TXT records of the DNS, asked for in bounded time and remembered. */
import { Resolver } from 'node:dns/promises'
import type { Clock } from '../ports/clock.ts'

/** Records of a name, each in its pieces. Rejects with `code` ENOTFOUND where there are none, else it is not known. */
export type TxtLookup = (name: string) => Promise<readonly (readonly string[])[]>

/** Of one question to one server; c-ares asks each twice. */
const QUESTION_MS = 2_000
const REMEMBERED_MS = 3_600_000
/** Names are of a stranger's choice: some megabytes at most. */
const MOST_NAMES = 5_000
/** There is no such record, or no such name can be: an answer. All else may be another's fault, and passes. */
const ABSENT = new Set(['ENOTFOUND', 'ENODATA', 'EBADNAME'])

export function dnsTxt(): TxtLookup {
  const resolver = new Resolver({ timeout: QUESTION_MS, tries: 2 })
  return (name) => resolver.resolveTxt(name)
}

/** Answers are remembered for an hour, that there is none too; failures are not. */
export function rememberedTxt(ask: TxtLookup, clock: Clock): TxtLookup {
  const answers = new Map<string, { readonly until: number; readonly records: Awaited<ReturnType<TxtLookup>> | null }>()
  return async (name) => {
    const [key, now] = [name.toLowerCase(), clock().getTime()]
    const known = answers.get(key)
    const isFresh = known !== undefined && known.until > now
    const records = isFresh ? known.records : await answerOf(ask, name)
    if (!isFresh) {
      answers.delete(key)
      answers.set(key, { until: now + REMEMBERED_MS, records })
      for (const oldest of answers.keys()) {
        if (answers.size <= MOST_NAMES) break
        answers.delete(oldest)
      }
    }
    if (records === null) throw Object.assign(new Error(`no TXT record of ${name}`), { code: 'ENOTFOUND' })
    return records
  }
}

async function answerOf(ask: TxtLookup, name: string) {
  try {
    return await ask(name)
  } catch (error) {
    if (ABSENT.has((error as NodeJS.ErrnoException).code ?? '')) return null
    throw error
  }
}
