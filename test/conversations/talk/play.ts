/** Plays a talk at the desk in memory and tells what came of it, step by step. */
import { instantOf } from '../../../src/domain/calendar/zone.ts'
import type { StaffMember } from '../../../src/domain/casework/desk-settings.ts'
import { forbiddenIn } from '../../../src/render/forbidden-wording.ts'
import { type Desk, type DeskOptions, openDesk, type Turn } from '../desk.ts'
import { bounceOf, rawOf, recognisedIn } from './mails.ts'
import type { Step, Talk } from './parse.ts'
import { seenSoFar, tell } from './tell.ts'

const DAY = 24 * 3_600_000
const START = Date.parse('2026-01-02T16:00:00Z')

export interface Played {
  /** By the line of its `then`: what was told, and what was expected. */
  readonly told: ReadonlyMap<number, readonly string[]>
  readonly expected: ReadonlyMap<number, readonly string[]>
  readonly desk: Desk
}

export async function play(talk: Talk): Promise<Played> {
  const options = optionsOf(talk.settings)
  const zone = options.settings?.timeZone ?? ZONE
  const desk = openDesk(options)
  const [told, expected] = [new Map<number, readonly string[]>(), new Map<number, readonly string[]>()]
  let since = seenSoFar(desk)
  let [turns, answers]: [Turn[], string[]] = [[], []]
  for (const [at, step] of talk.steps.entries()) {
    if (step.step === 'then') {
      told.set(step.line, tell(desk, zone, since, { turns, answers }))
      expected.set(step.line, step.expected)
      since = seenSoFar(desk)
      ;[turns, answers] = [[], []]
    } else {
      const done = await take(desk, step, { number: at, zone })
      turns.push(...done.turns)
      answers.push(...done.answers)
    }
  }
  refuseForbidden(desk)
  return { told, expected, desk }
}

interface Done {
  readonly turns: readonly Turn[]
  readonly answers: readonly string[]
}

const NOTHING: Done = { turns: [], answers: [] }

/** Where the desk sits. */
const ZONE = 'America/Denver'

interface Place {
  /** Which step it is. */
  readonly number: number
  readonly zone: string
}

async function take(desk: Desk, step: Exclude<Step, { readonly step: 'then' }>, place: Place): Promise<Done> {
  switch (step.step) {
    case 'at': {
      const [day = '', time = '09:00'] = step.moment.split(' ')
      await desk.until(instantOf(day, time, place.zone))
      return NOTHING
    }
    case 'pass':
      await desk.pass(step.days * DAY)
      return NOTHING
    case 'mail':
      return {
        ...NOTHING,
        turns: [await desk.receive(rawOf(desk, step.mail, place.number), undefined, recognisedIn(step.mail))],
      }
    case 'bounce':
      return { ...NOTHING, turns: [await desk.receive(bounceOf(desk, step.address))] }
    case 'digest': {
      const said = await desk.digest(step.address)
      return said === null ? { ...NOTHING, answers: [`no digest for ${step.address}: nothing to say`] } : NOTHING
    }
    case 'order':
      return { ...NOTHING, answers: (await desk.order(step.words, step.by ?? undefined)).map((one) => `order: ${one}`) }
  }
}

/** Nothing that leaves accepts, promises or names days that it must not (T3, T4). */
function refuseForbidden(desk: Desk): void {
  for (const { text, to } of desk.letters) {
    const found = forbiddenIn(text)
    if (found.length > 0) throw new Error(`a letter to ${to} says what none may say: ${found.join('; ')}\n${text}`)
  }
}

function optionsOf(settings: readonly string[]): DeskOptions {
  const values = (word: string) =>
    settings.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1))
  const [[mode], [timeZone]] = [values('mode'), values('zone')]
  const held = Object.fromEntries(values('hold').map((line) => line.split(' ') as [string, 'draft']))
  const links = Object.fromEntries(values('link').map((line) => line.split(' ') as [string, string]))
  return {
    start: START,
    authservIds: values('trust'),
    settings: { staff: values('staff').map(staffOf), links, ...(timeZone ? { timeZone } : {}) },
    autonomy: { held, ...(mode ? { master: mode as 'draft' } : {}) },
  }
}

/** `staff Anna Keller <anna@carrier.example> CO UT`, `staff Dana <dana@carrier.example> manager`. */
function staffOf(line: string): StaffMember {
  const [, name = '', email = '', rest = ''] = /^(.*?) <([^>]+)>\s*(.*)$/.exec(line) ?? []
  const words = rest.split(' ').filter(Boolean)
  return { name, email, states: words.filter((word) => word !== 'manager'), manager: words.includes('manager') }
}
