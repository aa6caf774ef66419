import { isDirectoryHeld } from './lock.ts'
import { rememberedPorts } from './ports.ts'
import { DESK } from './users.ts'

/** Where the sandbox that runs in another process for this directory listens, or null when none runs. */
export async function findRunningSandbox(
  directory: string,
): Promise<{ readonly imapUrl: string; readonly smtpUrl: string } | null> {
  if (!(await isDirectoryHeld(directory))) return null
  const { imap, smtp } = rememberedPorts(directory)
  if (imap === undefined || smtp === undefined) return null
  return { imapUrl: `imap://${DESK}:${DESK}@127.0.0.1:${imap}/INBOX`, smtpUrl: `smtp://127.0.0.1:${smtp}` }
}
