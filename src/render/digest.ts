/** The digest mail: a digest as the decisions make it, with the links by which it can be answered. */
import { type DigestModel, digest as model } from '../../templates/digest/model.ts'
import type { Digest, DigestLine } from '../domain/digest/digest.ts'
import type { Rendered } from '../ports/renderer.ts'
import { staffLetter } from './staff-letter.ts'

/** An answer by one touch; `href` must be a mailto link. */
export interface DigestLink {
  readonly label: string
  readonly href: string
}

export interface DigestLetter {
  readonly digest: Digest
  /** By number. */
  readonly links: ReadonlyMap<number, readonly DigestLink[]>
  /** Replies with numbers are read. */
  readonly answerable: boolean
  /** Who signs. */
  readonly team: string
}

export interface DigestRenderer {
  render(letter: DigestLetter): Rendered
  /** What the template itself is told; the sample has this shape. */
  renderModel(facts: unknown): Rendered
}

/** Looks for each file in the directories in their order; compiles all of them and renders the sample at once. */
export function createDigestRenderer({ directories }: { readonly directories: readonly string[] }): DigestRenderer {
  const renderModel = staffLetter(directories, 'digest', model)
  return { render: (letter) => renderModel(modelOf(letter)), renderModel }
}

function modelOf({ digest, links, answerable, team }: DigestLetter): DigestModel {
  return {
    ...{ name: digest.name, day: digest.day, headline: digest.headline, answerable, team },
    sections: digest.sections.map(({ title, command, more, lines }) => ({
      ...{ title, command, more },
      lines: lines.map((line) => lineOf(line, links, answerable)),
    })),
    accounting: [...digest.accounting],
  }
}

function lineOf(line: DigestLine, links: DigestLetter['links'], answerable: boolean) {
  return {
    ...line,
    details: [...line.details],
    answers: answerable ? [...line.answers] : [],
    links: answerable && line.number !== null ? [...(links.get(line.number) ?? [])] : [],
  }
}
