/**
 * `npm run bench -- latency|pipeline|storm|understand|volume [--mails N]`: measures, all but `understand` on real servers (Dovecot, Redis,
 * PostgreSQL, an SMTP sink; `volume` needs PostgreSQL alone) started for the length of the run. Machines are noisy: what counts are the figures beside each other in one run.
 */
import { latency } from './latency.ts'
import { pipeline } from './pipeline.ts'
import { storm } from './storm.ts'
import { benchUnderstand } from './understand.ts'
import { volume } from './volume.ts'

const BENCHES: Readonly<Record<string, { readonly mails: number; readonly run: (mails: number) => Promise<void> }>> = {
  latency: { mails: 60, run: latency },
  pipeline: { mails: 1500, run: pipeline },
  storm: { mails: 10_000, run: storm },
  understand: { mails: 200, run: benchUnderstand },
  volume: { mails: 100_000, run: volume },
}

const [name = '', ...options] = process.argv.slice(2)
const bench = BENCHES[name]
const given = options[0] === '--mails' ? Number(options[1]) : bench?.mails
if (!bench || given === undefined || !Number.isInteger(given) || given < 2) {
  process.stderr.write(`usage: npm run bench -- ${Object.keys(BENCHES).join('|')} [--mails N]\n`)
  process.exit(2)
}
await bench.run(given)
