/**
 * `npm run bench`: measures, all but `understand` on real servers (Dovecot, Redis, PostgreSQL, an SMTP sink; `volume` needs
 * PostgreSQL alone) started for the length of the run. Machines are noisy: what counts are the figures beside each other in
 * one run.
 */
import { parseArgs } from 'node:util'
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

const USAGE = `usage: npm run bench -- ${Object.keys(BENCHES).join('|')} [--mails N]\n`

const order = readOrder()
if (order === 'help') process.stdout.write(USAGE)
else if (order !== null) await order.run(order.mails)
else {
  process.stderr.write(USAGE)
  process.exit(2)
}

/** Null: it cannot be understood, and nothing is run. */
function readOrder() {
  try {
    const { values, positionals } = parseArgs({
      options: { mails: { type: 'string' }, help: { type: 'boolean', default: false } },
      allowPositionals: true,
    })
    if (values.help) return 'help'
    const bench = BENCHES[positionals[0] ?? '']
    const mails = Number(values.mails ?? bench?.mails)
    const isMeant = bench !== undefined && positionals.length === 1 && Number.isInteger(mails) && mails >= 2
    return isMeant ? { run: bench.run, mails } : null
  } catch {
    return null
  }
}
