import type { Contact, Evidence } from '../../../understanding.ts'
import { evidence } from '../../quote.ts'
import type { Reading } from '../../reading.ts'
import { type Candidate, candidatesOf, REASONS } from './candidates.ts'
import { folded, fullerName, isFullName, namesIn } from './person-name.ts'
import { phoneOf } from './phone-of.ts'
import { type Scene, sceneOf } from './scene.ts'

/** Whom to answer: the writer, unless the mail names somebody else. */
export interface ContactFinding {
  readonly contact: Contact | null
  readonly evidence: readonly Evidence[]
}

/** The candidate with the best reason, with the name, address and number that the mail gives for that person. */
export function contactOf(reading: Reading, ownAddresses: readonly string[]): ContactFinding {
  const scene = sceneOf(reading, ownAddresses)
  const candidates = candidatesOf(scene)
  const best = named(bestOf(candidates), candidates)
  if (best === null || best.email === null) return { contact: null, evidence: [] }
  const name = nameOf(best, scene)
  const person = { name, email: best.email }
  // What a relay writes is what the person told it.
  const own = scene.writing === 'machine' ? { ...scene.own, speaker: person } : scene.own
  const phone = phoneOf(person, [own, ...scene.quoted, ...scene.files])
  return {
    contact: { name: name ?? '', email: best.email, phone: best.phone ?? phone?.number ?? null },
    evidence: [
      ...(best.text === '' ? [] : [evidence('contact', best.from, `${best.reason}: ${best.text}`)]),
      ...(phone === null || best.phone !== null ? [] : [evidence('contact', phone.from, phone.text, phone.at)]),
    ],
  }
}

function bestOf(candidates: readonly Candidate[]): Candidate | null {
  const reachable = candidates.filter((one) => one.email !== null)
  return reachable.reduce<Candidate | null>(
    (best, one) => (best === null || REASONS[one.reason] > REASONS[best.reason] ? one : best),
    null,
  )
}

/** An address alone is the person's whom another reason names with it. */
function named(best: Candidate | null, candidates: readonly Candidate[]): Candidate | null {
  if (best === null || best.name !== null) return best
  const name = candidates.find((one) => one.email === best.email && one.name !== null)?.name ?? null
  return { ...best, name }
}

/** The name as the reason gives it, completed where the mail elsewhere writes it in full. */
function nameOf(best: Candidate, scene: Scene): string | null {
  const known = scene.people.find((one) => one.email === best.email)?.name ?? null
  if (best.name === null) return known
  const fuller = known === null ? best.name : fullerName(best.name, known)
  if (isFullName(fuller)) return fuller
  const other = scene.people.find((one) => one.name !== null && fullerName(fuller, one.name) !== fuller)
  return other?.name ?? wholeNameBelow(fuller, scene) ?? fuller
}

/** "nell", below whose words or in whose paper stands "Nell Strand", and no other Nell. */
function wholeNameBelow(name: string, scene: Scene): string | null {
  const speeches = [...scene.quoted, ...scene.files]
  const texts = speeches.flatMap(({ lines }) => lines.filter((line) => line.length < 200))
  const names = texts.flatMap((line) => namesIn(line).map((one) => one.name))
  const whole = new Map(
    names.filter((one) => isFullName(one) && fullerName(name, one) === one).map((one) => [folded(one), one]),
  )
  const [only, ...others] = whole.values()
  return only === undefined || others.length > 0 ? null : only
}
