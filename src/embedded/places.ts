import { join, resolve } from 'node:path'

/** What lies where below the directory of an embedded database. */
export interface Places {
  readonly directory: string
  /** The PostgreSQL data directory. */
  readonly data: string
  /** `Connection` as JSON, readable by its owner alone. */
  readonly connectionFile: string
  /** See `lease.ts`. */
  readonly usersPipe: string
  /** See `start-lock.ts`. */
  readonly startLock: string
  /** What the server says; for people. */
  readonly log: string
}

export function placesIn(directory: string): Places {
  const root = resolve(directory)
  return {
    directory: root,
    data: join(root, 'data'),
    connectionFile: join(root, 'connection.json'),
    usersPipe: join(root, 'users.pipe'),
    startLock: join(root, 'start.lock'),
    log: join(root, 'postgres.log'),
  }
}
