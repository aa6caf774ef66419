import type { WorkerRoles } from './roles.ts'

/** Rings again what was lost; later reminders and digests too. */
export const worker: WorkerRoles = { roles: ['scheduler'] }
