/**
 * What only the question who wrote a mail looks at: who the sender says it is, and the shape of the letter. A person
 * seldom writes from `alerts@`, and a robot seldom says "I".
 */
import type { ReadMail } from '../../mail.ts'
import type { Reading, Sentence } from '../reading.ts'
import type { Feature } from './feature.ts'

const PREFIX = 'letter:'
const VALUE = 0.7

export function isOfLetter({ name }: Feature): boolean {
  return name.startsWith(PREFIX)
}

export function letterFeatures(reading: Reading): readonly Feature[] {
  const names = new Set([...ofSender(reading.mail), ...ofShape(reading), ...ofSubject(reading.mail.subject)])
  return [...names].map((name) => ({ name: `${PREFIX}${name}`, value: VALUE, sentence: -1 }))
}

function ofSender({ from }: ReadMail): readonly string[] {
  const sender = from[0]
  if (sender === undefined) return ['no-sender']
  const at = sender.address.lastIndexOf('@')
  const local = sender.address.slice(0, Math.max(at, 0))
  const labels = sender.address.slice(at + 1).split('.')
  const name = sender.name.trim()
  const words = wordsOf(name)
  return [
    ...wordsOf(local).map((word) => `local ${word}`),
    ...words.map((word) => `name ${word}`),
    ...labels.slice(0, -1).map((label) => `domain ${label}`),
    ...(name === '' ? ['no-name'] : []),
    ...(/\s/.test(name) ? [] : ['one-name']),
    // jane.doe@ of Jane Doe: a mailbox of one person.
    ...(words.some((word) => word.length > 2 && local.includes(word)) ? ['own-box'] : []),
  ]
}

function ofShape({ mail, newest, signature, sentences }: Reading): readonly string[] {
  const lines = newest
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const words = newest.split(/\s+/).filter((word) => word !== '').length
  return [
    `words ${Math.min(8, Math.floor(Math.log2(words + 1)))}`,
    `questions ${upTo(3, newest, /\?/g)}`,
    `links ${upTo(3, newest, /https?:\/\//g)}`,
    `fields ${Math.min(4, Math.ceil(lines.filter((line) => FIELD.test(line)).length / 2))}`,
    ...(/\b(?:I|I'm|I'll|I've|my|me)\b/.test(newest) ? ['says-i'] : []),
    ...(/\bwe\b|\bour\b/i.test(newest) ? ['says-we'] : []),
    ...(/\byour?\b/i.test(newest) ? ['says-you'] : []),
    ...(GREETING.test(lines[0] ?? '') ? ['greets'] : []),
    ...(signature.trim() === '' ? [] : ['signs']),
    ...signedBy(mail, `${lines.slice(-6).join('\n')}\n${signature}`),
    `asks ${Math.min(3, sentences.filter(isAsk).length)}`,
    ...(mail.inReplyTo.length > 0 ? ['answers'] : []),
    ...(mail.attachments.length > 0 ? ['has-file'] : []),
    ...(mail.to.length > 1 || mail.cc.length > 0 ? ['to-others-too'] : []),
    ...(TICKET.test(`${newest}\n${mail.subject}`) ? ['ticket'] : []),
  ]
}

/** A person puts the name under the letter that stands before it, and where to call. */
function signedBy({ from }: ReadMail, end: string): readonly string[] {
  const names = wordsOf(from[0]?.name ?? '').filter((word) => word.length > 2)
  const under = new Set(wordsOf(end))
  return [
    ...(names.length > 1 && names.every((word) => under.has(word)) ? ['signs-whole-name'] : []),
    ...(names.some((word) => under.has(word)) ? ['signs-own-name'] : []),
    ...(PHONE.test(end) ? ['signs-phone'] : []),
  ]
}

const PHONE = /\(?\b\d{3}\)?[-. ]\d{3}[-. ]\d{4}\b/

/** Something is asked of us in particular, not of everybody who reads it. */
function isAsk({ place, text }: Sentence): boolean {
  return place === 'newest' && ASK.test(text) && !CONDITION.test(text)
}

/** The model was made with these words: `kind/person.ts` has more of them, and other ones, for the signs of a kind. */
const ASK =
  /\b(?:could|can|would|will|may) (?:you|somebody|someone|we|i)\b|\b(?:tell|send|call|give|make|let|show) (?:me|us)\b|\bplease (?:add|advise|amend|call|change|confirm|correct|countersign|find|forward|file|have|point|process|put|remove|resend|return|send|set|sign|start|take|tell)\b|\bwe(?:'d| would)? (?:ask|elect|like|need|request|want|wish)\b|\bi(?:'d| would)? (?:ask|like|need|want|wonder)\b|\b(?:attached|enclosed) (?:is|are)\b|\bhere (?:is|are)\b/i
const CONDITION =
  /^\W*(?:if|should you|in case|for (?:urgent|immediate|further|more|any|questions)|when you|unless|to )\b/i

const FIELD = /^[A-Z][\w /#.-]{1,28}:\s*\S/
const GREETING = /^(?:hi|hello|hey|dear|good (?:morning|afternoon)|[A-Z][a-z]+,)(?![\w'])/i
const TICKET = /[0-9a-f]{8}|#\d{3}|\b[A-Z]{2,8}-\d{3}/

function ofSubject(subject: string): readonly string[] {
  return [
    ...(/\d/.test(subject) ? ['subject-number'] : []),
    ...(subject.includes('!') ? ['subject-shout'] : []),
    ...(/^[a-z]/.test(subject) ? ['subject-lower'] : []),
  ]
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[a-z]{2,}/g) ?? []
}

function upTo(most: number, text: string, pattern: RegExp): number {
  return Math.min(most, text.match(pattern)?.length ?? 0)
}
