import type { Piece } from './request-reader.ts'

export type Token =
  | { readonly kind: 'atom'; readonly text: string }
  | { readonly kind: 'quoted'; readonly text: string }
  | { readonly kind: 'literal'; readonly bytes: Buffer }
  | { readonly kind: 'list'; readonly items: readonly Token[] }

/** What stands after the name of a command. */
export type Args = readonly Token[]

export interface Request {
  readonly tag: string
  /** In capitals; for `UID FETCH` it is FETCH with `uid` set. */
  readonly name: string
  readonly uid: boolean
  readonly args: Args
}

const DEEPEST_LIST = 50

/** Reads the tokens of a request; the tag and a sentence when it is no request at all. */
export function readRequest(pieces: readonly Piece[]): Request | { readonly tag: string; readonly problem: string } {
  const tag = /^[^\s(){%*"\\+]+(?= |$)/.exec(String(pieces[0] ?? ''))?.[0]
  if (tag === undefined) return { tag: '*', problem: 'Every command begins with a tag' }
  const tokens = readTokens(pieces)
  if (typeof tokens === 'string') return { tag, problem: tokens }
  const [, first, ...args] = tokens
  if (first?.kind !== 'atom') return { tag, problem: 'A command name is missing' }
  const name = first.text.toUpperCase()
  if (name !== 'UID') return { tag, name, uid: false, args }
  const [second, ...uidArgs] = args
  if (second?.kind !== 'atom') return { tag, problem: 'UID wants a command name' }
  return { tag, name: second.text.toUpperCase(), uid: true, args: uidArgs }
}

/** The tokens in their lists, or a sentence about what is wrong. */
function readTokens(pieces: readonly Piece[]): readonly Token[] | string {
  const stack: Token[][] = [[]]
  const add = (token: Token) => stack.at(-1)?.push(token)
  for (const piece of pieces) {
    if (typeof piece !== 'string') {
      add({ kind: 'literal', bytes: piece })
      continue
    }
    let at = 0
    while (at < piece.length) {
      const sign = piece[at]
      if (sign === ' ') at++
      else if (sign === '(') {
        if (stack.push([]) > DEEPEST_LIST) return 'Lists are nested too deeply'
        at++
      } else if (sign === ')') {
        const items = stack.pop()
        if (!items || stack.length === 0) return 'A closing parenthesis too many'
        add({ kind: 'list', items })
        at++
      } else if (sign === '"') {
        const quoted = /"((?:[^"\\]|\\.)*)"/y
        quoted.lastIndex = at
        const match = quoted.exec(piece)
        if (!match) return 'A quoted string is not closed'
        add({ kind: 'quoted', text: (match[1] ?? '').replace(/\\(.)/g, '$1') })
        at = quoted.lastIndex
      } else {
        const text = atomAt(piece, at)
        add({ kind: 'atom', text })
        at += text.length
      }
    }
  }
  return stack.length === 1 ? (stack[0] ?? []) : 'A parenthesis is not closed'
}

/** `BODY[HEADER.FIELDS (From To)]<0.10>` is one atom, with the spaces and parentheses inside its brackets. */
function atomAt(piece: string, at: number): string {
  const section = /BODY(?:\.PEEK)?\[[^\]]*\](?:<[\d.]*>)?/iy
  section.lastIndex = at
  const plain = /[^ ()"]+/y
  plain.lastIndex = at
  return section.exec(piece)?.[0] ?? plain.exec(piece)?.[0] ?? piece.slice(at)
}

/** The text of an astring, one character per byte; null for a list or nothing. */
export function textOf(token: Token | undefined): string | null {
  if (token === undefined || token.kind === 'list') return null
  return token.kind === 'literal' ? token.bytes.toString('latin1') : token.text
}

/** An atom in capitals, for comparing with keywords; null for anything else. */
export function keywordOf(token: Token | undefined): string | null {
  return token?.kind === 'atom' ? token.text.toUpperCase() : null
}

/** Texts of a list, or of a single token; null when something else is inside. */
export function textsOf(token: Token | undefined): readonly string[] | null {
  if (token === undefined) return null
  const texts = (token.kind === 'list' ? token.items : [token]).map(textOf)
  return texts.every((text) => text !== null) ? texts : null
}
