import { sentencesIn } from '../../reading.ts'
import { sentencesOf } from '../../sentences.ts'
import { addressFor, addressSaid, spokenOfBefore, withBlocks } from './address-meant.ts'
import { personBehind, wordsHandedOn } from './behind-mailbox.ts'
import { contactInForm } from './form.ts'
import { type Handover, handoversIn } from './handover.ts'
import { namedByLeaver } from './leaver.ts'
import { domainOf, emailsIn } from './mailboxes.ts'
import { findPerson, nameOfAddress } from './people.ts'
import { fitsAddress, isFullName } from './person-name.ts'
import { isSame } from './phone-of.ts'
import type { Scene } from './scene.ts'
import { headOf, signedName, signOffStart } from './sign-off.ts'
import type { Person, Speech } from './speeches.ts'

/** Why somebody may be the one to answer; the greatest weight wins, the first of equals. */
export const REASONS = {
  /** "Reply to me": whatever else the mail says. */
  'asks for himself': 100,
  /** "Please answer Kim Lee". */
  'handed over': 90,
  /** The one other person with an address whom somebody names who leaves. */
  'after one who leaves': 85,
  /** A form typed into the mail, or sent by a web page, has a contact. */
  'form in the mail': 80,
  /** The innermost writer of a mail that our colleague, a relay, or somebody else passes on ("answer her"). */
  'passed on': 70,
  /** An attached form or letter says whom to answer. */
  'named in a file': 60,
  /** The only person whom an office's or a tool's mail names with an address. */
  'behind a mailbox': 45,
  /** The signer of a letter that an assistant, a scanner or an office sends. */
  'signed the letter': 50,
  writer: 40,
  /** Any person with an address in what a device or relay sends. */
  mentioned: 20,
  /** A device's own address, when nobody is named. */
  device: 5,
} as const
export type Reason = keyof typeof REASONS

export interface Candidate extends Person {
  readonly reason: Reason
  readonly phone: string | null
  readonly from: string
  readonly text: string
}

/** Everybody who may be meant, each with the reason. */
export function candidatesOf(scene: Scene): Candidate[] {
  return [
    ...handedOver(scene),
    ...afterLeaver(scene),
    ...behind(scene),
    ...askedBelow(scene),
    ...inTypedForm(scene),
    ...passedOn(scene),
    ...inFiles(scene),
    ...signedLetter(scene),
    ...theWriter(scene),
    ...mentioned(scene),
  ]
}

function theWriter(scene: Scene): Candidate[] {
  if (scene.isUnread || (scene.writing === 'machine' && scene.isOurs)) return []
  const reason = scene.writing === 'machine' || scene.writing === 'colleague' ? 'device' : 'writer'
  const email = scene.writing === 'shared' ? (mailboxOfSigner(scene) ?? scene.writer.email) : scene.writer.email
  return [{ ...scene.writer, email, reason, phone: null, from: 'text', text: '' }]
}

/** A person who writes from a shared mailbox and signs with an address of his own at the same place. */
function mailboxOfSigner(scene: Scene): string | null {
  const { name, email } = scene.writer
  if (name === null || email === null) return null
  const found = scene.people.find(
    (one) => one.email !== email && domainOf(one.email) === domainOf(email) && fitsAddress(name, one.email),
  )
  return found?.email ?? null
}

function handedOver(scene: Scene): Candidate[] {
  const sentences = withBlocks(sentencesIn(scene.reading, 'newest', 'signature').map((one) => one.text))
  return handoversIn(sentences, scene.people, scene.writer).flatMap((one) => candidateOf(one, scene))
}

/** "Send it to me", in the request that somebody passes on with hardly a word: its own writer is to be answered. */
function askedBelow(scene: Scene): Candidate[] {
  const { reading, people, quoted, writing } = scene
  const speech = quoted.at(-1)
  const speaker = innermost(scene)
  if (writing !== 'person' || !reading.forwarded || !reading.nearlyEmpty || speech === undefined) return []
  if (speaker === null || speech.speaker === null || !isSame(speaker, speech.speaker)) return []
  return handoversIn(sentencesOf(speech.lines.join('\n')), people, speaker)
    .filter(({ to }) => to === 'self')
    .map(({ text }) => ({ ...speaker, reason: 'passed on', phone: null, from: 'text', text }))
}

function afterLeaver(scene: Scene): Candidate[] {
  const found = namedByLeaver(scene)
  if (found === null) return []
  return [{ ...found.person, reason: 'after one who leaves', phone: null, from: 'text', text: found.text }]
}

function behind(scene: Scene): Candidate[] {
  const [words, person] = [wordsHandedOn(scene), personBehind(scene)]
  return [
    ...(words === null ? [] : [{ ...words.person, reason: 'passed on' as const, text: words.text }]),
    ...(person === null ? [] : [{ ...person.person, reason: 'behind a mailbox' as const, text: person.text }]),
  ].map((one) => ({ ...one, phone: null, from: 'text' }))
}

function candidateOf(one: Handover, scene: Scene): Candidate[] {
  const told = { phone: null, from: 'text', text: one.text }
  if (one.to === 'self') {
    return scene.writing === 'person' || scene.writing === 'shared'
      ? theWriter(scene).map((writer) => ({
          ...writer,
          ...told,
          email: addressSaid(one, scene) ?? writer.email,
          reason: 'asks for himself' as const,
        }))
      : []
  }
  if (one.to === 'pronoun') {
    const meant = spokenOfBefore(scene, one) ?? innermost(scene)
    return meant === null ? [] : [{ ...meant, ...told, reason: 'passed on' }]
  }
  return [{ ...one.to, ...told, email: addressFor(one.to, scene), reason: 'handed over' }]
}

function inTypedForm(scene: Scene): Candidate[] {
  const form = contactInForm(scene.own.lines, true)
  if (form === null) return []
  const isWriter = isSame({ name: form.name, email: form.email }, scene.writer)
  const email =
    form.email ??
    findPerson(scene.people, form.name)?.email ??
    (isWriter ? scene.writer.email : addressFor(form, scene))
  return [{ name: form.name, email, phone: form.phone, reason: 'form in the mail', from: 'text', text: form.text }]
}

function passedOn(scene: Scene): Candidate[] {
  if (scene.writing !== 'colleague' && scene.writing !== 'machine') return []
  const person = innermost(scene)
  return person === null
    ? []
    : [
        {
          ...person,
          reason: 'passed on',
          phone: null,
          from: 'text',
          text: `From: ${person.name ?? ''} ${person.email ?? ''}`,
        },
      ]
}

/** The one who wrote first of all whose mails are passed on, neither the writer nor one of us. */
function innermost(scene: Scene): Person | null {
  const attached = scene.files.filter((one) => one.speaker !== null)
  const speakers = [...scene.quoted, ...attached].flatMap((one) => (one.speaker === null ? [] : [one.speaker]))
  const outside = speakers.filter(
    (one) =>
      one.email !== null && !isSame(one, scene.writer) && scene.people.some((known) => known.email === one.email),
  )
  return outside.at(-1) ?? null
}

/** Forms and letters: who they say is to be answered. */
function inFiles(scene: Scene): Candidate[] {
  return scene.files.flatMap((file): Candidate[] => {
    const named = { reason: 'named in a file' as const, from: file.from }
    const form = contactInForm(file.lines, false)
    if (form !== null) {
      const known = form.email ?? findPerson(scene.people, form.name)?.email ?? null
      const email = known ?? addressFor(form, scene)
      if (email !== null) return [{ ...named, name: form.name, email, phone: form.phone, text: form.text }]
    }
    const signer = signerOf(file, scene)
    const speaker = signer ?? { name: null, email: null }
    const sentences = sentencesIn(scene.reading, 'file').filter((one) => one.from === file.from)
    const texts = sentences.map((one) => one.text)
    return handoversIn(texts, scene.people, speaker).flatMap((one) => {
      const to = one.to === 'self' ? signer : one.to === 'pronoun' ? null : one.to
      return to === null || to.email === null ? [] : [{ ...named, ...to, phone: null, text: one.text }]
    })
  })
}

const LETTER =
  /^\s{0,8}(?:Dear\b|To whom|Ladies|Gentlemen|Re\s?:|(?:Very truly|Yours|Sincerely|Respectfully|Regards))/im

/** A letter's signer with an address of his own in it. */
function signerOf(file: Speech, scene: Scene): Person | null {
  if (file.speaker !== null || !LETTER.test(file.lines.join('\n'))) return null
  const name = signedName(file.lines, { name: null, email: null })
  const known = name === null ? null : findPerson(scene.people, name)
  return known === null ? null : { name, email: known.email }
}

const ASSISTS =
  /\b(?:paralegal|(?:legal|executive|administrative|personal) (?:assistant|secretary)|assistant|secretary|for and on behalf of|on behalf of|sent for|dictated by)\b/i

function signedLetter(scene: Scene): Candidate[] {
  const ending = scene.own.lines.slice(signOffStart(scene.own.lines, scene.writer)).join('\n')
  if (scene.writing === 'person' && !(ASSISTS.test(ending) && scene.reading.newest.length < 700)) return []
  return scene.files.flatMap((file) => {
    const signer = signerOf(file, scene)
    return signer === null
      ? []
      : [
          {
            ...signer,
            reason: 'signed the letter' as const,
            phone: null,
            from: file.from,
            text: file.lines.slice(0, 3).join(' '),
          },
        ]
  })
}

/** What a device or relay carries: the first address that comes with a name, in the text, else in a file. */
function mentioned(scene: Scene): Candidate[] {
  if (scene.writing === 'person' || (scene.writing === 'shared' && !scene.isUnread)) return []
  return [scene.own, ...scene.files].flatMap((speech) =>
    speech.lines.flatMap((line, at) =>
      emailsIn(line).flatMap((found) => {
        if (found.email === scene.writer.email || !scene.people.some((one) => one.email === found.email)) return []
        const name =
          nameOfAddress(speech.lines.slice(Math.max(0, at - 5), at).join('\n'), line, found) ??
          nameBefore(speech, at, line)
        return [{ name, email: found.email, reason: 'mentioned' as const, phone: null, from: speech.from, text: line }]
      }),
    ),
  )
}

function nameBefore(speech: Speech, at: number, line: string): string | null {
  const heads = [...speech.lines.slice(Math.max(0, at - 3), at).toReversed(), line].map(headOf)
  return heads.find(isFullName) ?? null
}
