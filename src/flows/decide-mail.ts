/**
 * Load -> decide -> commit. All mails of one sender's domain are decided one after the other, so that caps, threads and
 * second deliveries are judged on what is really committed.
 */
import { type Autonomy, noFurtherThanDraft } from '../domain/autonomy.ts'
import type { ArrivalFacts, ArrivedMail, Configured } from '../domain/decide/arrival.ts'
import { canaryArrived, mailArrived } from '../domain/decide/mail-arrived.ts'
import type { Decision, Introducing, ReplyWish } from '../domain/decision.ts'
import type { Label } from '../domain/learn/example.ts'
import type { ReadMail } from '../domain/mail.ts'
import { mayAnswerBetween, withAnswersShown } from '../domain/understand/answers-between.ts'
import type { Understanding } from '../domain/understanding.ts'
import type { Bell, Chime } from '../ports/bell.ts'
import type { Clock } from '../ports/clock.ts'
import type { DecideSession, DecideStore, DecideWork, FactKeys } from '../ports/stores/decide-mail.ts'
import type { Reading } from '../ports/stores/read-mail.ts'
import type { WrittenReply } from '../ports/stores/written-reply.ts'
import { type BegunStore, carefully } from './carefully.ts'
import type { StaffMailDone } from './staff-mail.ts'
import type { Handler } from './work.ts'

/** The last of the mails that a mail names are those whose words it quotes. */
const MOST_OLDER = 10

export interface DecideParts {
  readonly store: DecideStore
  readonly work: BegunStore
  readonly bell: Bell
  readonly clock: Clock
  readonly autonomy: () => Autonomy
  readonly settled: Pick<ArrivalFacts, Configured>
  readonly understand: (mail: ReadMail) => Understanding
  /** The same for a mail that somebody corrected to a person's. */
  readonly understandAs: (mail: ReadMail, label: Label) => Understanding
  readonly keysOf: (mail: ReadMail, understanding: Understanding) => FactKeys
  /** Whether a signature of ours tells that an operator sent it through to see that everything works. */
  readonly isCanary: (mail: ReadMail, receivedAt: number) => boolean
  /** The words of a letter of ours, from its bytes. */
  readonly letterText: (raw: Buffer) => Promise<string>
  readonly write: (arrived: ArrivedMail, wish: ReplyWish) => Promise<WrittenReply>
  /** Carries out what a mail of the desk orders; null: it orders nothing. */
  readonly staffMail: (
    arrived: ArrivedMail,
    facts: ArrivalFacts,
    messageIds: readonly string[],
  ) => Promise<StaffMailDone | null>
  /** What those who were introduced wrote before comes to the cases of the company. */
  readonly joinIntroduced: (messageId: number, introduces: Introducing) => Promise<void>
  readonly onDecided: (
    decision: Decision,
    milliseconds: number,
    stint: { readonly mail: number; readonly begunAt: number },
  ) => void
}

export interface MailDecider {
  readonly answer: Handler
  /** For a mail that this process has just read: its reading is recorded with the decision. */
  readonly decideReading: (workId: string, reading: Reading) => Promise<void>
}

export function decideMail(parts: DecideParts): MailDecider {
  const careful = carefully(parts.work)
  return {
    answer: (workId) =>
      decideOne(parts, (work) =>
        parts.store.decide(workId, (came, session) =>
          careful(workId, came.begun, async (begin) => {
            await begin()
            return work(came, session)
          }),
        ),
      ),
    decideReading: (workId, reading) => decideOne(parts, (work) => parts.store.decideReading(workId, reading, work)),
  }
}

async function decideOne(parts: DecideParts, inStore: (work: DecideWork) => Promise<readonly Chime[]>): Promise<void> {
  let decided: Decision | undefined
  let mail = 0
  const begunAt = parts.clock().getTime()
  const chimes = await inStore(async (came, session) => {
    const todo = { ...came, mail: await answersShown(came.mail, session, parts) }
    const { corrected } = todo
    mail = todo.messageId
    const understanding = corrected === null ? parts.understand(todo.mail) : parts.understandAs(todo.mail, corrected)
    const now = parts.clock().getTime()
    const keys = parts.keysOf(todo.mail, understanding)
    const stored = await session.facts(came, keys, now)
    const arrived = { id: todo.messageId, receivedAt: todo.receivedAt.getTime(), mail: todo.mail, understanding }
    // Who was taken for a machine has waited: a person looks at the answer first.
    const autonomy = corrected === null ? parts.autonomy() : noFurtherThanDraft(parts.autonomy())
    const facts = { ...stored, ...parts.settled, now, autonomy }
    const canary = parts.isCanary(todo.mail, arrived.receivedAt) ? canaryArrived(arrived) : null
    const ordered = canary === null ? await parts.staffMail(arrived, facts, keys.messageIds) : null
    decided = canary ?? ordered?.decision ?? mailArrived(arrived, facts)
    const wishes = decided.wishes.filter((wish) => wish.wish === 'send-reply')
    const replies = ordered?.replies ?? (await Promise.all(wishes.map((wish) => parts.write(arrived, wish))))
    return session.commit(todo, decided, replies, now)
  })
  if (decided) parts.onDecided(decided, parts.clock().getTime() - begunAt, { mail, begunAt })
  await parts.bell.ring(chimes).catch(() => undefined) // the sweep rings again
  if (decided?.introduces !== undefined) await parts.joinIntroduced(mail, decided.introduces)
}

/** Most mails quote nothing below a header block, or say enough above it: for them nobody looks anything up. */
async function answersShown(
  mail: ReadMail,
  session: DecideSession,
  { letterText }: Pick<DecideParts, 'letterText'>,
): Promise<ReadMail> {
  if (!mayAnswerBetween(mail)) return mail
  const answered = [...new Set([...mail.inReplyTo, ...mail.references])].slice(-MOST_OLDER)
  const { texts, letters } = await session.older(answered)
  return withAnswersShown(mail, [...(await Promise.all(letters.map(letterText))), ...texts])
}
