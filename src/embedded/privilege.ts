/**
 * PostgreSQL refuses to run with effective uid 0. Root therefore runs it in one of three ways, best first:
 *
 * - `user namespace`: inside an empty user namespace root is not root, yet the kernel still lets it open root's
 *   files. Works below directories that only root may enter, and in containers without CAP_SETUID.
 * - `setpriv`: as another user that may still pass closed directories (CAP_DAC_OVERRIDE).
 * - `setuid`: as another user, plainly; every directory on the way must let that user pass.
 */
export interface Runner {
  readonly name: string
  /** What stands before the command line. */
  readonly prefix: readonly string[]
  /** Whose files the database files must be; null: the files of this process's user. */
  readonly owner: Owner | null
  /** Whether the process is started under `owner` by ourselves, and not by the prefix. */
  readonly switchUser: boolean
}

export interface Owner {
  readonly uid: number
  readonly gid: number
}

/** The traditional uid and gid of `nobody`. */
const NOBODY: Owner = { uid: 65_534, gid: 65_534 }

/** The ways to try, in order, for database files of `owner` (null: there are none yet). */
export function runnersFor(owner: Owner | null): readonly Runner[] {
  if (process.getuid?.() !== 0) return [{ name: 'as this user', prefix: [], owner: null, switchUser: false }]
  if (owner?.uid === 0) return [USER_NAMESPACE]
  const other = owner ?? NOBODY
  const fallbacks = [setpriv(other), { name: 'setuid', prefix: [], owner: other, switchUser: true }]
  return owner === null ? [USER_NAMESPACE, ...fallbacks] : fallbacks
}

const USER_NAMESPACE: Runner = {
  name: 'user namespace',
  prefix: ['unshare', '--user', '--'],
  owner: null,
  switchUser: false,
}

function setpriv(owner: Owner): Runner {
  const ids = [`--reuid=${owner.uid}`, `--regid=${owner.gid}`, '--clear-groups']
  const rights = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override']
  return { name: 'setpriv', prefix: ['setpriv', ...ids, ...rights, '--'], owner, switchUser: false }
}
