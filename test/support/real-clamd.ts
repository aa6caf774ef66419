/** A real clamd (Debian's clamav-daemon) with a database of our own: one signature, and nothing fetched from anywhere. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { clamdScanner } from '../../src/clamd/clamd-scanner.ts'
import { EICAR } from './clamd.ts'
import { freePorts } from './free-port.ts'
import { startProgram } from './program.ts'
import { tempDir } from './temp-dir.ts'
import { until } from './until.ts'

export const STREAM_MAX_MB = 1

export interface RealClamd {
  readonly tcp: string
  readonly socketFile: string
  stop(): Promise<void>
}

export async function startRealClamd(): Promise<RealClamd> {
  const folder = await tempDir('clamd')
  const inside = (name: string) => join(folder.path, name)
  const [port = 0] = await freePorts(1)
  // An extended signature: name, any type of file, anywhere in it, bytes in hexadecimal.
  await writeFile(inside('own.ndb'), `Eicar-Test:0:*:${EICAR.toString('hex')}\n`)
  const settings = [
    ...['Foreground yes', 'LogTime no', `DatabaseDirectory ${folder.path}`, `LocalSocket ${inside('clamd.ctl')}`],
    ...[
      `TCPSocket ${port}`,
      'TCPAddr 127.0.0.1',
      `StreamMaxLength ${STREAM_MAX_MB}M`,
      `TemporaryDirectory ${folder.path}`,
    ],
  ]
  await writeFile(inside('clamd.conf'), `${settings.join('\n')}\n`)
  const program = await startProgram('clamd', ['--config-file', inside('clamd.conf')], {
    install: 'apt-get install clamav-daemon',
  }).catch(async (error: Error) => {
    await folder.remove()
    throw error
  })
  const stop = async () => {
    await program.kill9()
    await folder.remove()
  }
  const tcp = `tcp://127.0.0.1:${port}`
  try {
    const answers = () => clamdScanner({ url: tcp, patienceMs: 2_000 }).version()
    await until(async () => !program.running() || (await answers()) !== '', { what: 'clamd answers', every: 50 })
    if (!program.running()) throw new Error('it ended at once')
  } catch (error) {
    const said = program.output()
    await stop()
    throw new Error(`clamd did not start: ${said}`, { cause: error })
  }
  return { tcp, socketFile: `unix://${inside('clamd.ctl')}`, stop }
}
