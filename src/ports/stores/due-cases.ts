import type { CaseFile } from '../../domain/casework/case-file.ts'
import type { Answered } from '../../domain/reply.ts'
import type { Casework, WrittenCasework } from './casework.ts'
import type { StumbleStore } from './stumbles.ts'

export interface TimeStore {
  readonly stumbles: StumbleStore
  /** Leaves a request alone until its moment is another one or a person has it tried again, and asks a person. */
  giveUp(requestId: number, error: string): Promise<void>
  /** Requests with a case whose moment has come and that are not put off, the longest waiting first. */
  dueRequests(now: number, most: number): Promise<readonly number[]>
  openCases(requestId: number): Promise<readonly CaseFile[]>
  /** Other requests with an open case of one of its companies, in which one of these addresses is asked for something. */
  besides(requestId: number, addresses: readonly string[]): Promise<readonly number[]>
  /** Those of the addresses to which nothing more is sent. */
  blocked(addresses: readonly string[]): Promise<readonly string[]>
  /** Ids of its cases in which a later mail of theirs waits for a person. */
  unanswered(requestId: number): Promise<readonly number[]>
  /** Whether a mail of one of them may lie here undecided, a letter of the request has not left yet, or none ever left. */
  waits(requestId: number, addresses: readonly string[]): Promise<boolean>
  /** The newest mail of a person in the request. */
  newestMail(requestId: number): Promise<Answered | null>
  /** Letters to anybody, drafts left out. */
  repliesLastHour(now: number): Promise<number>
  /** Null: somebody else changed one of the cases meanwhile, and nothing was written. */
  commit(work: Casework): Promise<WrittenCasework | null>
}
