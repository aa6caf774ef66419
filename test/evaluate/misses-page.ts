/** The page of what is missed when the writer is unknown. */
import type { Model } from '../../src/domain/understand/model/model.ts'
import { figuresOf, type Judged, microF1 } from './score.ts'

/** A mail judged by a model that did not know its writer, and how like a machine's it looked to that model, 0..1. */
export type Unseen = Judged & { readonly machineShare: number }

/** Figures whose every miss is listed: what must not be, and what was asked for and is not reached. */
const LISTED = ['machine mail found', 'people kept', 'main intent when acting', 'no reply where forbidden']

type Bars = Pick<Model, 'machineFrom' | 'idleMachineFrom'>

export function missesPage(unseen: readonly Unseen[], { machineFrom, idleMachineFrom }: Bars): string {
  const corpus = unseen.filter(({ name }) => name.startsWith('corpus/'))
  return `# What is missed, and why

Made by \`npm run misses\`. The whole program (signs, model, facts, documents) read ${unseen.length} labelled mails of the sets
that are written as mail comes (\`src/learning/examples\`), each with a model made from the mails of other writers, and
from where on it acts as shipped. The rules were written in sight of these mails: what nobody looked at is told
in [understanding](understanding.md), and cannot be listed without being looked at.

| | corpus | | all | |
|---|---|---|---|---|
${rows(corpus, unseen).join('\n')}
| intents, micro-F1 | ${microF1(corpus, 'intents').toFixed(3)} | | ${microF1(unseen, 'intents').toFixed(3)} | |
| identifiers, F1 | ${microF1(corpus, 'identifiers').toFixed(3)} | | ${microF1(unseen, 'identifiers').toFixed(3)} | |

A mail without the marks of a machine is called a machine's when the model gives that at least ${percent(machineFrom)},
a bar that hardly any mail of a person reaches, or ${percent(idleMachineFrom)} when it brings no matter of the desk
that could be lost; what speaks of things that the model never read of has to look more like one still. Above a lower bar
it counts as a person's, and is not answered by itself. A person who is taken for a machine loses a request, a machine that
is taken for a person costs somebody a look: where both cannot be had, machines are missed.

${LISTED.map((name) => listed(name, unseen)).join('\n\n')}
`
}

function rows(corpus: readonly Unseen[], all: readonly Unseen[]): readonly string[] {
  const ofCorpus = new Map(figuresOf(corpus).map((figure) => [figure.name, figure]))
  return figuresOf(all).map(({ name, right, of }) => {
    const own = ofCorpus.get(name)
    const there = own === undefined ? '- | -' : `${own.right} of ${own.of} | ${percent(own.right / own.of)}`
    return `| ${name} | ${there} | ${right} of ${of} | ${percent(right / of)} |`
  })
}

function listed(name: string, unseen: readonly Unseen[]): string {
  const byName = new Map(unseen.map((one) => [one.name, one]))
  const missed = figuresOf(unseen).find((figure) => figure.name === name)?.missed ?? []
  if (missed.length === 0) return `## ${name}\n\nNone is missed.`
  const lines = missed.map(({ mail, want, got }) => {
    const one = byName.get(mail)
    return `| ${mail} | ${want} | ${got} | ${one === undefined ? '' : why(one)} |`
  })
  return `## ${name}: ${missed.length} missed\n\n| mail | is | taken for | what it looked like |\n|---|---|---|---|\n${lines.join('\n')}`
}

function why({ label, line, machineShare }: Unseen): string {
  const answer = line.autoReply.allowed ? 'may be answered' : `no answer: ${line.autoReply.because}`
  const intents = line.intents.map(({ intent, confidence }) => `${intent} ${percent(confidence)}`).join(', ')
  return [label.kind, `machine ${percent(machineShare)}`, intents, answer]
    .filter((word) => word !== '')
    .join('; ')
    .replaceAll('|', '/')
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}
