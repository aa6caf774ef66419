/** The readable text of a mail out of its text parts (RFC 2046 5.1.4: of alternatives the plain one). */
import type { DocumentBody } from '../documents/document.ts'
import { decodeText } from '../text/charset.ts'
import { htmlToText } from '../text/html-text.ts'
import { cleanText } from './clean.ts'
import { unflow } from './flowed.ts'
import { alternativeOf, type Part } from './part.ts'
import type { ProblemLog } from './problems.ts'

export interface TextPart {
  readonly part: Part | null
  readonly isHtml: boolean
  /** A part with a file name is a file first; its text counts only when the mail has no other. */
  readonly isFile: boolean
  /** Decoded, LF line ends. */
  readonly text: string
}

export interface BodyText {
  readonly text: string
  readonly textFrom: 'plain' | 'html' | 'none'
}

/** Decodes a text part by its charset and format parameters. */
export function decodePart(bytes: Buffer, type: string, part: Part | null, problems: ProblemLog): string {
  const declared = part?.parameters.charset ?? ''
  const { text, problem } = decodeText(bytes, declared === '' && type === 'text/html' ? metaCharset(bytes) : declared)
  if (problem !== null) problems.note('charset', `${type}: ${problem}`)
  const clean = cleanText(text)
  const isFlowed = type === 'text/plain' && part?.parameters.format?.toLowerCase() === 'flowed'
  return isFlowed ? unflow(clean, part?.parameters.delsp?.toLowerCase() === 'yes') : clean
}

/** Joins the parts a reader would be shown, in their order; without any, the message that Outlook packed. */
export function bodyText(parts: readonly TextPart[], letters: readonly DocumentBody[]): BodyText {
  const bodies = parts.filter(({ isFile }) => !isFile)
  const [letter] = letters.filter(hasInk)
  if (letter && !bodies.some(hasInk)) return { text: letter.text, textFrom: letter.from }
  const shown = (bodies.some(hasInk) ? bodies : parts).filter(hasInk)
  const alternativesWithPlain = new Set(shown.filter(({ isHtml }) => !isHtml).map(alternative))
  const chosen = shown.filter((each) => !each.isHtml || !alternativesWithPlain.has(alternative(each) ?? each))
  const text = chosen
    .map((each) => (each.isHtml ? htmlToText(each.text) : each.text))
    .join('\n\n')
    .trim()
  if (text === '') return { text, textFrom: 'none' }
  return { text, textFrom: chosen.some(({ isHtml }) => !isHtml) ? 'plain' : 'html' }
}

function alternative(each: TextPart): Part | TextPart | null {
  return each.part ? alternativeOf(each.part) : null
}

function hasInk({ text }: Pick<TextPart, 'text'>): boolean {
  return /\S/.test(text)
}

/** `<meta charset>` of a page whose header names none. */
function metaCharset(bytes: Buffer): string {
  return /<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]{1,40})/i.exec(bytes.toString('latin1', 0, 2048))?.[1] ?? ''
}
