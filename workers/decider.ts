import type { WorkerRoles } from './roles.ts'

/** Decides what mails are and writes the replies. */
export const worker: WorkerRoles = { roles: ['decider'] }
