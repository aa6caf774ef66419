import { ROLES } from '../src/compose/roles.ts'
import type { WorkerRoles } from './roles.ts'

/** Everything in one process: a newcomer's machine, and small installations. */
export const worker: WorkerRoles = { roles: ROLES }
