/** Answers by one touch: a signed link for every answer of a line that leaves nothing to fill in. */
import { orderLink, orderTokenText } from '../link-token.ts'
import type { Digest, DigestTarget } from './digest.ts'

export interface AnswerLink {
  readonly label: string
  readonly href: string
}

export interface Linking {
  readonly digestId: number
  /** Ours, to which the answer goes. */
  readonly address: string
  readonly sign: (text: string) => string
}

const LABELS: Readonly<Record<string, string>> = { ok: 'Send it', no: 'Drop it', done: 'Done' }

/** By number of the line. */
export function answerLinks(
  digest: Digest,
  { digestId, address, sign }: Linking,
): ReadonlyMap<number, readonly AnswerLink[]> {
  const link = (line: number, verb: string): AnswerLink => {
    const order = { digestId, line, verb }
    const token = sign(orderTokenText(order, digest.email))
    return { label: labelOf(verb, digest.lines.get(line)?.kind), href: orderLink({ ...order, token, address }) }
  }
  return new Map(
    digest.sections
      .flatMap(({ lines }) => lines)
      .flatMap(({ number, answers }) =>
        number === null ? [] : [[number, answers.filter(isWhole).map((verb) => link(number, verb))] as const],
      ),
  )
}

/** Capitals stand for something to fill in. */
function isWhole(answer: string): boolean {
  return !/[A-Z]/.test(answer)
}

function labelOf(verb: string, kind: DigestTarget['kind'] | undefined): string {
  if (verb === 'ok' && kind !== 'draft') return 'Seen'
  if (verb.startsWith('is ')) return `It ${verb}`
  return LABELS[verb] ?? `${verb.charAt(0).toUpperCase()}${verb.slice(1)}`
}
