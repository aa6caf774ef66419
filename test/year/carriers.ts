/** The carriers of the year, drawn by the seed: a firm, the person who writes for it, and its states. */
import type { Chance } from '../support/chance.ts'

export interface Carrier {
  /** Legal name, one of a kind in the year. */
  readonly company: string
  readonly person: string
  readonly title: string
  readonly phone: string
  readonly address: string
  /** What the company calls its state of formation and form: "a Delaware limited liability company". */
  readonly formation: string
  readonly ocn: string
  readonly street: string
}

const FIRST = [
  ...['Juniper', 'Sandstone', 'Elkhorn', 'Prairie', 'Copper', 'Basin', 'Larkspur', 'Silver', 'Tamarack', 'Mesa'],
  ...['Granite', 'Cottonwood', 'Sagebrush', 'Bluebird', 'Pinyon', 'Redrock', 'Osprey', 'Foothill', 'Caldera', 'Willow'],
  ...['Antelope', 'Harbor', 'Summit', 'Meadow', 'Canyon', 'Northfork', 'Heron', 'Quarry', 'Badger', 'Aspen'],
]
const SECOND = ['Fiber', 'Telecom', 'Broadband', 'Networks', 'Communications', 'Voice', 'Telephone']
const FORMS = [
  ['LLC', 'a Delaware limited liability company'],
  ['Inc.', 'a Nevada corporation'],
  ['L.L.C.', 'a Colorado limited liability company'],
  ['Corp.', 'a Minnesota corporation'],
] as const
const GIVEN = ['Dana', 'Marisol', 'Terrence', 'Ingrid', 'Kwame', 'Lucia', 'Owen', 'Priya', 'Stellan', 'Yolanda']
const FAMILY = ['Whitaker', 'Oduya', 'Lindgren', 'Castellanos', 'Brandt', 'Nakai', 'Ferreira', 'Hollis', 'Yamada']
const TITLES = ['Director of Carrier Relations', 'Office Manager', 'Regulatory Manager', 'President']

/** `at`: no two of the same number share a name. */
export function drawCarrier(luck: Chance, at: number): Carrier {
  const first = FIRST[at % FIRST.length] as string
  const second = SECOND[(Math.floor(at / FIRST.length) + at) % SECOND.length] as string
  const [form, formation] = luck.pick(FORMS)
  const person = drawPerson(luck)
  const domain = `${first}${second}.example`.toLowerCase()
  return {
    company: `${first} ${second}, ${form}`,
    ...person,
    address: `${person.person.toLowerCase().replace(' ', '.')}@${domain}`,
    formation,
    ocn: `${luck.whole(10)}${luck.whole(10)}${luck.whole(10)}${'ABCDEFGH'[luck.whole(8)]}`,
    street: `${100 + luck.whole(900)} ${luck.pick(['Main Street', 'Second Avenue', 'Depot Road', 'Mill Lane'])}`,
  }
}

export function drawPerson(luck: Chance): Pick<Carrier, 'person' | 'title' | 'phone'> {
  return {
    person: `${luck.pick(GIVEN)} ${luck.pick(FAMILY)}`,
    title: luck.pick(TITLES),
    phone: `(${303 + luck.whole(500)}) 555-01${String(luck.whole(100)).padStart(2, '0')}`,
  }
}
