/**
 * XML of office files as a stream of events (XML 1.0). No document type is accepted, so there are no entities to expand
 * and nothing to fetch; namespaces are dropped, for the formats here do not mix names.
 */
import { SaxesParser, type SaxesTagPlain } from 'saxes'
import type { Job } from './job.ts'
import { Refusal } from './refusal.ts'

/** Between two looks at the clock. */
const PIECE_CHARS = 64 * 1024

export interface XmlHandler {
  open?(name: string, attributes: Attributes): void
  text?(text: string): void
  close?(name: string): void
}

/** Values by local name. */
export type Attributes = (name: string) => string | undefined

/** Walks one XML file. Throws `Refusal` at a limit, an `Error` where it is not well-formed. */
export function walkXml(bytes: Buffer, handler: XmlHandler, job: Job): void {
  const text = decodeXml(bytes)
  const parser = new SaxesParser({ xmlns: false, position: false })
  let depth = 0
  parser.on('error', (error) => {
    throw error
  })
  parser.on('doctype', () => {
    throw new Refusal('damaged-file', 'it declares a document type, which office programs never do')
  })
  parser.on('opentag', (tag) => {
    depth += 1
    if (depth > job.limits.depth) throw new Refusal('depth-limit', `nested deeper than ${job.limits.depth}`)
    handler.open?.(localName(tag.name), attributesOf(tag))
  })
  parser.on('closetag', (tag) => {
    depth -= 1
    handler.close?.(localName(tag.name))
  })
  parser.on('text', (piece) => handler.text?.(piece))
  parser.on('cdata', (piece) => handler.text?.(piece))
  for (let at = 0; at < text.length; at += PIECE_CHARS) {
    job.checkTime()
    parser.write(text.slice(at, at + PIECE_CHARS))
  }
  parser.close()
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function attributesOf({ attributes }: SaxesTagPlain): Attributes {
  return (wanted) => {
    for (const name in attributes) if (localName(name) === wanted) return attributes[name]
    return undefined
  }
}

/** UTF-8 or UTF-16 by its mark (XML 1.0, appendix F); office programs write no other. */
function decodeXml(bytes: Buffer): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}
