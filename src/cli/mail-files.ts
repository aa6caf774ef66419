/** The files that `inspect` was pointed at. */
import { constants, promises as fs } from 'node:fs'
import { join, resolve } from 'node:path'

/** A file to read, or a sentence why it cannot be. */
export type MailFile =
  | { readonly file: string; readonly source: { readonly path: string } | { readonly bytes: Uint8Array } }
  | { readonly file: string; readonly why: string }

/** Files as they were named; in the place of a directory its `*.eml`, sorted by name. */
export async function listMailFiles(names: readonly string[], cwd: string): Promise<readonly string[]> {
  const found = await Promise.all(names.map((name) => expand(name, cwd)))
  return found.flat()
}

async function expand(name: string, cwd: string): Promise<readonly string[]> {
  const entries = await fs.readdir(resolve(cwd, name)).catch(() => null)
  const mails = (entries ?? []).filter((entry) => entry.toLowerCase().endsWith('.eml')).sort()
  // A directory without mails stands for itself, so that it is told instead of passed over.
  return mails.length === 0 ? [name] : mails.map((entry) => join(name, entry))
}

/** Opens nothing yet where the reader can do that by itself; a pipe (`<(…)`, /dev/stdin) is read here, up to a limit. */
export async function findMailFile(file: string, cwd: string, largestBytes: number): Promise<MailFile> {
  const path = resolve(cwd, file)
  try {
    const stats = await fs.stat(path)
    if (stats.isDirectory())
      return { file, why: `${file} is a directory without *.eml files; name one with mails in it.` }
    await fs.access(path, constants.R_OK)
    return { file, source: stats.isFile() ? { path } : { bytes: await drain(path, largestBytes) } }
  } catch (error) {
    return { file, why: sentence(file, error as NodeJS.ErrnoException) }
  }
}

async function drain(path: string, largestBytes: number): Promise<Uint8Array> {
  const handle = await fs.open(path)
  const chunks: Buffer[] = []
  let bytes = 0
  // One byte over the limit is enough for the reader to refuse it as too large.
  for await (const chunk of handle.createReadStream() as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    bytes += chunk.length
    if (bytes > largestBytes) break
  }
  return Buffer.concat(chunks)
}

function sentence(file: string, { code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT') return `${file} does not exist; name a file or a directory with mails.`
  if (code === 'EACCES' || code === 'EPERM')
    return `${file} may not be read by this user; change its permissions or the user.`
  return `${file} cannot be read (${code ?? message}).`
}
