import type { WorkerRoles } from './roles.ts'

/** Sends the outbox and files copies in Sent. */
export const worker: WorkerRoles = { roles: ['sender'] }
