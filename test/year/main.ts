/**
 * `npm run year [-- CLECS=100 DAYS=365 SEED=1 ONLY=lawyer]`: carriers over a simulated year on the embedded system,
 * through its real mailbox and SMTP, with a driven clock. Prints what is not as it must be and exits 1; the full
 * run of all kinds draws docs/year.svg and writes docs/year.md.
 */
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { yearPage } from './page.ts'
import { yearSvg } from './picture.ts'
import { runYear } from './year.ts'

const OPTIONS = ['CLECS', 'DAYS', 'SEED', 'ONLY', 'WRITE'] as const

function option(name: (typeof OPTIONS)[number]): string | undefined {
  const given = process.argv.slice(2).find((argument) => argument.startsWith(`${name}=`))
  return given?.slice(name.length + 1) ?? process.env[name]
}

function numberOf(name: (typeof OPTIONS)[number], otherwise: number): number {
  const value = Number(option(name) ?? otherwise)
  if (Number.isInteger(value) && value > 0) return value
  process.stderr.write(`${name} must be a whole number from 1.\n`)
  process.exit(2)
}

const strange = process.argv.slice(2).find((one) => !OPTIONS.some((name) => one.startsWith(`${name}=`)))
if (strange !== undefined) {
  process.stderr.write(`"${strange}" is no option; usage: npm run year -- CLECS=100 DAYS=365 SEED=1\n`)
  process.exit(2)
}

const only = option('ONLY') ?? ''
const result = await runYear({
  ...{ clecs: numberOf('CLECS', 100), days: numberOf('DAYS', 365), seed: numberOf('SEED', 1), only },
  progress: (line) => void process.stdout.write(line),
})
const isWhole = only === '' && result.options.clecs >= 100 && result.options.days >= 365
if (option('WRITE') === 'yes' || (isWhole && option('WRITE') !== 'no')) {
  const docs = (name: string) => fileURLToPath(new URL(`../../docs/${name}`, import.meta.url))
  await writeFile(docs('year.svg'), yearSvg(result.days))
  await writeFile(docs('year.md'), yearPage(result))
}
process.stdout.write(`\n${JSON.stringify({ ...result.totals, days: result.days.length, seconds: result.seconds })}\n`)
process.stdout.write(`${result.deviations.length} deviations\n`)
process.exitCode = result.deviations.length === 0 ? 0 : 1
