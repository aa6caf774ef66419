import type { Config } from '../config/config.ts'
import { redactUrls } from '../config/redact.ts'
import { pingDatabase, syncAges } from '../db/health.ts'
import type { PartState, Readiness } from '../http/server.ts'
import type { Engine } from './engine.ts'

/** Longest answer of a part before it counts as away. */
const PATIENCE_MS = 3_000

/** Ready: the database and the queue answer, and every mailbox was passed over completely a short while ago. */
export async function readiness(engine: Engine, config: Config): Promise<Readiness> {
  const stale = Math.max(3 * config.settings.mailbox.pollSeconds, 60)
  const checks: readonly (readonly [string, () => Promise<string>])[] = [
    ['database', () => pingDatabase(engine.pool).then(() => 'answers')],
    ['queue', () => queueMoves(engine)],
    ['mailbox', () => mailboxAge(engine, stale)],
  ]
  const answers = await Promise.all(checks.map(([, check]) => answerOf(check)))
  return {
    ready: answers.every((answer) => answer.well),
    parts: Object.fromEntries(checks.map(([name], index) => [name, answers[index] as PartState])),
  }
}

/** Never rejects: the checks run side by side, and one that fails must not be left without somebody who listens. */
async function answerOf(check: () => Promise<string>): Promise<PartState> {
  try {
    return { well: true, says: await inTime(check()) }
  } catch (error) {
    return { well: false, says: withoutPasswords(error instanceof Error ? error.message : String(error)) }
  }
}

/** Errors of others may quote the URL that they were given. */
function withoutPasswords(sentence: string): string {
  return sentence.replace(/[a-z][a-z0-9+.-]*:\/\/\S+/gi, redactUrls)
}

/** A mail that nobody read or decided for so long is stuck, however well the queue answers. */
const STUCK_MINUTES = 10

async function queueMoves(engine: Engine): Promise<string> {
  await engine.bell.ping()
  const stuck = await engine.work.olderThan(STUCK_MINUTES)
  if (stuck > 0) throw new Error(`${stuck} mails wait to be read or decided for more than ${STUCK_MINUTES} minutes`)
  return 'answers and moves'
}

async function mailboxAge(engine: Engine, stale: number): Promise<string> {
  const ages = await syncAges(engine.pool, engine.mailboxes)
  const late = ages.filter((age) => age.seconds === null || age.seconds > stale)
  if (late.length > 0)
    throw new Error(
      late
        .map(
          (age) =>
            `${age.mailbox}: last completed sync ${age.seconds === null ? 'never' : `${Math.round(age.seconds)} s ago`}`,
        )
        .join('; '),
    )
  return ages.map((age) => `${age.mailbox}: synced ${Math.round(age.seconds as number)} s ago`).join('; ')
}

async function inTime(check: Promise<string>): Promise<string> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('does not answer')), PATIENCE_MS)
  })
  try {
    return await Promise.race([check, late])
  } finally {
    clearTimeout(timer)
  }
}
