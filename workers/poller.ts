import type { WorkerRoles } from './roles.ts'

/** Watches the mailboxes and takes in. */
export const worker: WorkerRoles = { roles: ['poller'] }
