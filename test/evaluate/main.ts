/**
 * Scores `inspect` on folders of labelled mails (NAME.eml with NAME.json): `npm run evaluate -- [--misses] FOLDER…`.
 * Figures on mails that the model was made from flatter it; those in test/held-out are none of them.
 */
import { shippedModel } from '../../src/learning/shipped.ts'
import { judge } from './judge.ts'
import { figuresOf, microF1 } from './score.ts'

const args = process.argv.slice(2)
const folders = args.filter((arg) => !arg.startsWith('--'))
if (folders.length === 0) {
  process.stderr.write('npm run evaluate -- [--misses] FOLDER…   folders of NAME.eml with NAME.json\n')
  process.exit(2)
}
const judged = await judge(folders, shippedModel())
const figures = figuresOf(judged)
for (const { name, right, of } of figures)
  print(name, `${String(right).padStart(5)} of ${String(of).padStart(5)}  ${percent(right / of)}`)
print('intents, micro-F1', microF1(judged, 'intents').toFixed(3))
print('identifiers, F1', microF1(judged, 'identifiers').toFixed(3))
const times = judged.map(({ line }) => line.ms).sort((a, b) => a - b)
print('milliseconds, median', String(times[times.length >> 1]))
if (args.includes('--misses'))
  for (const { name, missed } of figures)
    for (const { mail, want, got } of missed) print(name, `${mail}: ${want || '-'} taken for ${got || '-'}`)

function print(name: string, text: string): void {
  process.stdout.write(`${name.padEnd(26)} ${text}\n`)
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`.padStart(6)
}
