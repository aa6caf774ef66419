/** A sandbox in a process of its own, to be killed. Arguments: the directory, and `seed` or `empty`. */
import { startSandbox } from '../../src/sandbox/sandbox.ts'
import { options } from './sandbox-fixture.ts'

const [directory = '', content] = process.argv.slice(2)
const sandbox = await startSandbox({ ...options(directory), seed: content === 'seed' })
process.send?.({ imapUrl: sandbox.imapUrl, smtpUrl: sandbox.smtpUrl })
