import { worker as all } from './all.ts'
import { worker as decider } from './decider.ts'
import { worker as poller } from './poller.ts'
import { worker as reader } from './reader.ts'
import type { WorkerRoles } from './roles.ts'
import { worker as scheduler } from './scheduler.ts'
import { worker as sender } from './sender.ts'

/** The processes that `intagree worker NAME` can be; `intagree start` is `all` with the sandbox and a live view. */
export const WORKERS: Readonly<Record<string, WorkerRoles>> = { all, poller, reader, decider, sender, scheduler }
