import type { Role } from '../src/compose/roles.ts'

/** What a worker is: the roles that one process plays. */
export interface WorkerRoles {
  readonly roles: readonly Role[]
}
