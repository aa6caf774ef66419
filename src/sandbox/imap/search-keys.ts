import { fieldValue } from '../message/header.ts'
import type { OpenedMail } from '../message/opened-mail.ts'
import { anyHeaderContains, bodyContains, headerContains } from '../message/searchable.ts'
import { hasFlag } from '../store/flags.ts'
import { readSequenceSet } from './sequence-set.ts'
import { keywordOf, type Token, textOf } from './tokens.ts'
import type { Numbered, View } from './view.ts'
import { readDateField, readDay } from './wire.ts'

/** A message under examination; its file is opened only by the keys that need it. */
export interface Candidate extends Numbered {
  mail(): OpenedMail
}

export type Test = (candidate: Candidate) => boolean

/** Reads one search key and its arguments from the front of `tokens` (RFC 3501 6.4.4); null when it makes no sense. */
export function readKey(tokens: Token[], view: View): Test | null {
  const token = tokens.shift()
  if (token?.kind === 'list') return readAll([...token.items], view)
  const key = keywordOf(token) ?? ''
  if (/^[\d*]/.test(key)) return inSet(key, view, false)
  if (key === 'NOT') {
    const test = readKey(tokens, view)
    return test && ((candidate) => !test(candidate))
  }
  if (key === 'OR') {
    const [one, other] = [readKey(tokens, view), readKey(tokens, view)]
    return one && other && ((candidate) => one(candidate) || other(candidate))
  }
  if (key === 'UID') return inSet(textOf(tokens.shift()) ?? '', view, true)
  if (key === 'MODSEQ') return readModseq(tokens)
  return flagKey(key) ?? withArguments(key, tokens)
}

/** Keys side by side must all be true. */
export function readAll(tokens: Token[], view: View): Test | null {
  if (tokens.length === 0) return null
  const tests: Test[] = []
  while (tokens.length > 0) {
    const test = readKey(tokens, view)
    if (test === null) return null
    tests.push(test)
  }
  return (candidate) => tests.every((test) => test(candidate))
}

function inSet(text: string, view: View, byUid: boolean): Test | null {
  const set = readSequenceSet(text)
  if (set === null) return null
  const uids = new Set(view.within(set, byUid).map(({ message }) => message.uid))
  return ({ message }) => uids.has(message.uid)
}

function flagKey(key: string): Test | null {
  if (key === 'ALL' || key === 'OLD') return () => true
  // No session is ever the first to see a mail here, so nothing is recent.
  if (key === 'NEW' || key === 'RECENT') return () => false
  const match = /^(UN)?(ANSWERED|DELETED|DRAFT|FLAGGED|SEEN)$/.exec(key)
  return match ? carries(`\\${match[2]}`, match[1] === undefined) : null
}

function carries(flag: string, wanted: boolean): Test {
  return ({ message }) => hasFlag(message.flags, flag) === wanted
}

function withArguments(key: string, tokens: Token[]): Test | null {
  const first = textOf(tokens.shift())
  if (first === null) return null
  if (key === 'HEADER') {
    const value = textOf(tokens.shift())
    return value === null ? null : headerTest(first, value)
  }
  if (/^(FROM|TO|CC|BCC|SUBJECT)$/.test(key)) return headerTest(key, first)
  if (key === 'KEYWORD' || key === 'UNKEYWORD') return carries(first, key === 'KEYWORD')
  if (key === 'LARGER' || key === 'SMALLER') return sizeTest(key, first)
  if (key === 'TEXT' || key === 'BODY') return textTest(key, first)
  return dateTest(key, first)
}

function headerTest(name: string, value: string): Test {
  const [field, text] = [name.toLowerCase(), readable(value)]
  return (candidate) => headerContains(candidate.mail(), field, text)
}

function textTest(key: 'TEXT' | 'BODY', value: string): Test {
  const text = readable(value)
  const inHeader: Test = (candidate) => key === 'TEXT' && anyHeaderContains(candidate.mail(), text)
  return (candidate) => inHeader(candidate) || bodyContains(candidate.mail(), text)
}

function sizeTest(key: 'LARGER' | 'SMALLER', value: string): Test | null {
  if (!/^\d{1,10}$/.test(value)) return null
  const size = Number(value)
  return key === 'LARGER' ? ({ message }) => message.size > size : ({ message }) => message.size < size
}

const DAY = 24 * 60 * 60 * 1000

function dateTest(key: string, value: string): Test | null {
  const match = /^(SENT)?(BEFORE|ON|SINCE)$/.exec(key)
  const day = readDay(value)
  if (!match || day === null) return null
  const fits = (at: number) =>
    match[2] === 'BEFORE' ? at < day : at >= day && (match[2] === 'SINCE' || at < day + DAY)
  if (match[1] === undefined) return ({ message }) => fits(message.at)
  return (candidate) => {
    const sent = readDateField(fieldValue(candidate.mail().fields(), 'date') ?? '')
    return sent !== null && fits(sent)
  }
}

/** MODSEQ of RFC 7162 3.1.5; the optional entry name and type are taken and ignored, as only flags have one. */
function readModseq(tokens: Token[]): Test | null {
  if (tokens[0]?.kind === 'quoted') tokens.splice(0, 2)
  const value = textOf(tokens.shift()) ?? ''
  return /^\d{1,15}$/.test(value) ? ({ message }) => message.modseq >= Number(value) : null
}

/** Search text arrives as bytes in UTF-8. */
function readable(text: string): string {
  return Buffer.from(text, 'latin1').toString('utf8').toLowerCase()
}
