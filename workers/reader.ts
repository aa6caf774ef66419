import type { WorkerRoles } from './roles.ts'

/** Reads mails in bounded children. */
export const worker: WorkerRoles = { roles: ['reader'] }
