import { type Flawed, verify } from '../../compose/verify.ts'
import { FLAW_SENTENCES } from '../../domain/chain.ts'
import { type Command, type ExitCode, JSON_OPTION } from '../command.ts'
import { withDatabase } from '../database.ts'
import { clean, print, printJson } from '../print.ts'
import { progress } from '../progress.ts'

export const command: Command = {
  name: 'verify',
  description:
    'Checks that what is kept is what was written: reads every file of the archive and compares its SHA-256 with the\n' +
    'ledger, and follows the chain of hashes through the timeline of every case and mail. Changes nothing; may run beside\n' +
    'the program. Exit code 1 when a file is missing or changed, or a chain does not hold. Files that nothing names are\n' +
    'listed: a crash between archive and ledger leaves such files, and they do no harm.',
  options: [JSON_OPTION, { flags: '--strict', description: 'exit code 1 also for files that nothing names' }],
  examples: ['intagree verify', 'intagree verify --json'],
  run: ({ io, options }) =>
    withDatabase<ExitCode>(io, async ({ pool, config }) => {
      const bar = progress(io)
      const onFlaw = async (flaw: Flawed) => {
        bar.end()
        if (options.json === true) await printJson(io, flaw)
        else await print(io.stdout, `${flawSentence(flaw)}\n`)
      }
      const found = await verify(pool, config.home, new Date(), { onFlaw, onStep: bar.step })
      bar.end()
      const isWrong = found.flaws > 0 || (options.strict === true && found.surplus > 0)
      if (options.json === true) await printJson(io, { verified: found })
      else await print(io.stdout, `${summary(found)}\n`)
      return isWrong ? 1 : 0
    }),
}

const FILE_SENTENCES = {
  missing: 'is gone; put it back from a backup',
  changed: 'is not what was written; put it back from a backup',
  surplus: 'is named by nothing in the ledger',
} as const

export function flawSentence(flaw: Flawed): string {
  return clean(sentenceOf(flaw))
}

function sentenceOf(flaw: Flawed): string {
  if (flaw.what === 'file') return `archive ${flaw.file}: ${FILE_SENTENCES[flaw.flaw]}`
  const place = flaw.entry === null ? '' : ` entry ${flaw.entry}`
  return `timeline of ${flaw.chain}${place}: ${FLAW_SENTENCES[flaw.flaw]}`
}

function summary(found: { files: number; entries: number; flaws: number; surplus: number }): string {
  const seen = `${found.files} files and ${found.entries} entries of the timeline were checked`
  const surplus = found.surplus === 0 ? '' : `; ${found.surplus} files are named by nothing`
  return `${seen}: ${found.flaws === 0 ? 'all is as it was written' : `flaws: ${found.flaws}`}${surplus}`
}
