import type { ReadMail } from '../../mail.ts'
import { plain } from '../plain.ts'
import { type Reading, sentencesIn } from '../reading.ts'
import { type Marked, marked } from '../word-marks.ts'
import { checkedBy, failedChecks } from './authentication.ts'
import { headerFacts } from './headers.ts'
import { asks, carriedFor } from './person.ts'
import { letters } from './phrases.ts'
import type { TextPlace, Texts } from './texts.ts'

/** What the kind needs to know besides the mail. */
export interface KindWorld {
  readonly ownAddresses: readonly string[]
  /** Servers whose Authentication-Results are believed; none: no field is. */
  readonly authservIds?: readonly string[]
}

/** The texts with what many signs ask of them. */
export interface Look extends Texts {
  /** How many sentences ask something of us or hand it in. */
  readonly asks: number
  /** The device or service that carried a person's matter, or null. */
  readonly carriedFor: string | null
}

const GATEWAY_TAG = /^\s*(?:\[(?:ext|external|extern|caution|spam\??)[^\]]{0,20}\]:?|\*{1,3}ext(?:ernal)?\*{1,3})\s*/i

export function lookAt(reading: Reading, world: KindWorld): Look {
  const texts = textsOf(reading, world)
  return { ...texts, asks: asks(texts), carriedFor: carriedFor(texts) }
}

function textsOf(reading: Reading, world: KindWorld): Texts {
  const { mail } = reading
  const from = mail.from[0]
  const address = from?.address ?? ''
  const at = address.lastIndexOf('@')
  const newest = letters(reading.newest.slice(0, 12_000))
  const whole = letters(plain(mail.text.slice(0, 12_000)))
  const places = {
    subject: withoutTags(letters(plain(mail.subject.slice(0, 400)))),
    bareSubject: letters(reading.subject),
    opening: newest.slice(0, 900),
    own: `${newest}\n${letters(reading.signature.slice(0, 2000))}`,
    whole,
    head: whole.slice(0, 6000),
    sender: letters(`${from?.name ?? ''} <${address}>`),
    local: at < 0 ? address : address.slice(0, at),
  }
  return {
    mail,
    reading,
    headers: headerFacts(mail),
    ...places,
    domain: at < 0 ? '' : address.slice(at + 1),
    words: countWords(newest),
    sentences: sentencesIn(reading, 'newest').flatMap((one) => letters(one.text).split(/(?<=[。!?])/)),
    ownAddresses: world.ownAddresses,
    failedChecks: failedEvidence(mail, world.authservIds ?? []),
    marked: markedOnce(places),
  }
}

function failedEvidence(mail: ReadMail, authservIds: readonly string[]): string | null {
  const failed = failedChecks(mail, authservIds)
  if (failed === null) return null
  return `${checkedBy(mail, authservIds) === 'our server' ? 'Authentication-Results' : 'Our own check'}: ${failed}`
}

function markedOnce(places: Readonly<Record<TextPlace, string>>): (place: TextPlace) => Marked {
  const known = new Map<TextPlace, Marked>()
  return (place) => {
    const found = known.get(place) ?? marked(places[place])
    known.set(place, found)
    return found
  }
}

function withoutTags(subject: string): string {
  let bare = subject
  for (let i = 0; i < 3 && GATEWAY_TAG.test(bare); i += 1) bare = bare.replace(GATEWAY_TAG, '')
  return bare.trim()
}

function countWords(text: string): number {
  const latin = text.split(/\s+/, 400).filter((word) => word !== '').length
  const ideographs = (text.slice(0, 2000).match(/[\u3040-\u30ff\u4e00-\u9fff]/g)?.length ?? 0) / 2
  return Math.round(latin + ideographs)
}
