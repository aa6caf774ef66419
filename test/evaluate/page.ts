/** `docs/understanding.md`: how mails are understood, and how well. Made by `npm run model`. */
import type { Report } from '../../src/domain/learn/report.ts'
import { figuresOf, type Judged, microF1 } from './score.ts'

export function page(report: Report, examples: number, heldOut: readonly Judged[]): string {
  return `<!-- Made by "npm run model"; change test/evaluate/page.ts instead. -->

# How mails are understood

Local, deterministic and explained: no network, no language model, the same mail gives the same line. \`intagree inspect
--explain FILE\` shows the words behind each answer.

1. **Lay out.** The newest text is told from quotes, signatures and notices; nothing is cut away. What is quoted counts
   when the writer says next to nothing, or passes somebody's mail on.
2. **Kind.** Signs of header, structure and wording are weighed for each kind of machine against signs of a person
   (\`src/domain/understand/kind\`). Then the model, which has read thousands of both, looks again: what it surely takes
   for a machine's is one, and what only the signs of words call a machine's, and it does not, is a person's. It has to
   be surer where the mail seems to bring a matter of the desk, which would be lost. In doubt it is a person's, and a
   person looks before any machine answers.
3. **Intents.** The model sees the words of each sentence with what the sentence does there (asks, hands in, denies, tells
   of earlier), the things it speaks of in the many ways people say them (\`model/concepts\`), the sorts of the files, and
   what the rules make of the mail. Linear weights give each intent a share. Which of the two likeliest is the main one is
   told by what the writer names first and last, asks for, hands in and denies (\`model/order.ts\`). Below the share at which
   it was right often enough, a person decides and is shown the two likeliest readings. Those shares are read off one
   curve of how often a share is right, on which an intent lies a little higher or lower as far as its own mails show
   (\`src/domain/learn/bars.ts\`): chosen one by one they fit the mails they were chosen on, and no others.
4. **Facts** (\`facts\`) are candidates with named reasons, weighed: company, states, codes, contact, agreement and path.
   A state counts by how its clause stands to the request (\`facts/states/stance.ts\`): what a form's field names or the
   writer asks for, then what is just named, then what is only told of. What stands around a state is learned from as well
   (\`facts/states/meant.ts\`): where that is sure of the contrary, it counts before those rules, but for what is turned down in
   so many words. A town tells one only where none is named and service begins there; a LATA where none is named.
5. **Documents** are told by their content first, then their name, then by what the letter says of them.

People's corrections (\`intagree correct\`) are kept as labelled mails. \`intagree train\` learns from them and says what the
new model is worth before it decides anything; \`intagree model use\` puts a version to use and takes it back; \`intagree
replay\` shows what would have been decided otherwise.

## How well

### By cross-validation

${examples.toLocaleString('en')} labelled mails (\`src/learning/examples\`), in eight parts; each part is judged by a model that never saw its writers.
The figures are of the ${report.mails} whole mails of people, by ${report.writers} writers, that are written as mail comes, more than half of them tricky.
Sets that were made to be mistaken (\`src/learning/read-examples.ts\` lists them) teach, and are told apart. Acting is set to
be right 991 times in 1000 on the mails that the shares were chosen on; the figures below act from shares chosen without the part they judge
(\`acts from\` is what ships, chosen on all). The rules were written in sight of one of the sets, \`corpus\`, and the lists of words (kinds, concepts, facts) were
widened by reading what was missed in all of them: the folds hold back writers, not what was learned from reading, which
flatters these figures.

| | |
|---|---|
| main intent right, abstained or not | ${percent(report.mainRight)} |
| all intents, micro-F1 | ${report.microF1.toFixed(3)} |
| acted on | ${percent(report.coverage)} |
| of these right | ${percent(report.actedRight)} |
| sort of agreement right | ${percent(report.agreementRight)} |
| way to it right | ${percent(report.pathRight)} |
| of ${report.madeHard.mails} mails made to be mistaken: main intent right | ${percent(report.madeHard.mainRight)} |
| of those: acted on | ${percent(report.madeHard.coverage)} |
| of those: right when acted on | ${percent(report.madeHard.actedRight)} |

| intent | mails | precision | recall | right when acted on | acts from |
|---|---|---|---|---|---|
${report.intents.map((row) => `| ${row.intent} | ${row.mails} | ${percent(row.precision)} | ${percent(row.recall)} | ${percent(row.actedPrecision)} | ${percent(row.actFrom)} |`).join('\n')}

![What a mail is and what it was called](confusion.svg)

### On mails held out

${heldOut.length} mails in \`test/held-out\` that the model was not made from and that nobody who built it has read, but for two of
them (\`unread.md\`). Their totals were looked at to compare versions of the program, so they are a little flattered too.

| | right | of | |
|---|---|---|---|
${figuresOf(heldOut)
  .map(({ name, right, of }) => `| ${name} | ${right} | ${of} | ${percent(right / of)} |`)
  .join('\n')}

All intents, micro-F1: ${microF1(heldOut, 'intents').toFixed(3)}. Identifiers, F1: ${microF1(heldOut, 'identifiers').toFixed(3)}.

How far it could go: of 160 people's mails drawn from such sets, two careful readers who knew the label scheme and not the labels
told the same main intent as the label in 158 each, all states in 160 and 159, and whether an answer is wanted in 160.

## What it does not do well

- Long histories in which the request is one line among many, and requests in words that nobody used before: it mostly
  abstains, sometimes it takes the history for the request.
- Asking where a thing stands and asking for the thing: the nearest neighbours in wording.
- Absence notes and mailings without any mark of a machine, worded like a person's letter.
- Other languages than English: kinds of machine mail are known in many, requests in English only.
`
}

function percent(share: number | null): string {
  return share === null ? '-' : `${(100 * share).toFixed(1)} %`
}
