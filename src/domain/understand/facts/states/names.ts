/** USPS codes and names of the states and the District of Columbia. */
export const STATES: readonly (readonly [code: string, name: string])[] = [
  ['AL', 'Alabama'],
  ['AK', 'Alaska'],
  ['AZ', 'Arizona'],
  ['AR', 'Arkansas'],
  ['CA', 'California'],
  ['CO', 'Colorado'],
  ['CT', 'Connecticut'],
  ['DE', 'Delaware'],
  ['DC', 'District of Columbia'],
  ['FL', 'Florida'],
  ['GA', 'Georgia'],
  ['HI', 'Hawaii'],
  ['ID', 'Idaho'],
  ['IL', 'Illinois'],
  ['IN', 'Indiana'],
  ['IA', 'Iowa'],
  ['KS', 'Kansas'],
  ['KY', 'Kentucky'],
  ['LA', 'Louisiana'],
  ['ME', 'Maine'],
  ['MD', 'Maryland'],
  ['MA', 'Massachusetts'],
  ['MI', 'Michigan'],
  ['MN', 'Minnesota'],
  ['MS', 'Mississippi'],
  ['MO', 'Missouri'],
  ['MT', 'Montana'],
  ['NE', 'Nebraska'],
  ['NV', 'Nevada'],
  ['NH', 'New Hampshire'],
  ['NJ', 'New Jersey'],
  ['NM', 'New Mexico'],
  ['NY', 'New York'],
  ['NC', 'North Carolina'],
  ['ND', 'North Dakota'],
  ['OH', 'Ohio'],
  ['OK', 'Oklahoma'],
  ['OR', 'Oregon'],
  ['PA', 'Pennsylvania'],
  ['RI', 'Rhode Island'],
  ['SC', 'South Carolina'],
  ['SD', 'South Dakota'],
  ['TN', 'Tennessee'],
  ['TX', 'Texas'],
  ['UT', 'Utah'],
  ['VT', 'Vermont'],
  ['VA', 'Virginia'],
  ['WA', 'Washington'],
  ['WV', 'West Virginia'],
  ['WI', 'Wisconsin'],
  ['WY', 'Wyoming'],
]

/** The fourteen states of Qwest Corporation, "the Qwest region" (domain 5.2). */
export const QWEST_STATES: readonly string[] = [
  'AZ',
  'CO',
  'IA',
  'ID',
  'MN',
  'MT',
  'ND',
  'NE',
  'NM',
  'OR',
  'SD',
  'UT',
  'WA',
  'WY',
]

/** All states in which the carrier is still the incumbent since October 2022. */
export const INCUMBENT_STATES: readonly string[] = [...QWEST_STATES, 'FL', 'NV'].sort()

export const CODE_OF: ReadonlyMap<string, string> = new Map(STATES.map(([code, name]) => [name.toLowerCase(), code]))
export const CODES: ReadonlySet<string> = new Set(STATES.map(([code]) => code))

/** Codes that are also common words or abbreviations when written in capitals: they count only among other states. */
export const WORDLIKE: ReadonlySet<string> = new Set([
  'OR',
  'IN',
  'ME',
  'OK',
  'HI',
  'ID',
  'CO',
  'MS',
  'LA',
  'PA',
  'MA',
  'AL',
  'DE',
  'CT',
  'OH',
  'DC',
])

/** Codes that stand for nothing else in such mail. */
export const UNMISTAKABLE: ReadonlySet<string> = new Set(['AZ', 'MN', 'MT', 'ND', 'NM', 'NV', 'SD', 'UT', 'WA', 'WY'])

/** As French, Spanish, Portuguese and German write those whose names differ. */
export const FOREIGN: ReadonlyMap<string, string> = new Map([
  ['dakota du nord', 'ND'],
  ['dakota du sud', 'SD'],
  ['dakota del norte', 'ND'],
  ['dakota del sur', 'SD'],
  ['dakota do norte', 'ND'],
  ['dakota do sul', 'SD'],
  ['nord-dakota', 'ND'],
  ['norddakota', 'ND'],
  ['süd-dakota', 'SD'],
  ['süddakota', 'SD'],
  ['nouveau-mexique', 'NM'],
  ['nuevo méxico', 'NM'],
  ['nuevo mexico', 'NM'],
  ['novo méxico', 'NM'],
  ['neumexiko', 'NM'],
  ['floride', 'FL'],
  ['oregón', 'OR'],
])

/** As people call them besides: "the Treasure State", "NoDak". */
export const NICKNAMES: ReadonlyMap<string, string> = new Map([
  ['grand canyon state', 'AZ'],
  ['centennial state', 'CO'],
  ['sunshine state', 'FL'],
  ['hawkeye state', 'IA'],
  ['gem state', 'ID'],
  ['gopher state', 'MN'],
  ['north star state', 'MN'],
  ['treasure state', 'MT'],
  ['big sky country', 'MT'],
  ['big sky state', 'MT'],
  ['peace garden state', 'ND'],
  ['nodak', 'ND'],
  ['cornhusker state', 'NE'],
  ['land of enchantment', 'NM'],
  ['silver state', 'NV'],
  ['beaver state', 'OR'],
  ['mount rushmore state', 'SD'],
  ['sodak', 'SD'],
  ['beehive state', 'UT'],
  ['evergreen state', 'WA'],
  ['cowboy state', 'WY'],
  ['equality state', 'WY'],
])

/** The old abbreviations, with their full stop and without blanks, in small letters. */
export const ABBREVIATIONS: ReadonlyMap<string, string> = new Map([
  ['ariz.', 'AZ'],
  ['calif.', 'CA'],
  ['colo.', 'CO'],
  ['fla.', 'FL'],
  ['minn.', 'MN'],
  ['mont.', 'MT'],
  ['nebr.', 'NE'],
  ['neb.', 'NE'],
  ['nev.', 'NV'],
  ['n.m.', 'NM'],
  ['n.mex.', 'NM'],
  ['n.dak.', 'ND'],
  ['s.dak.', 'SD'],
  ['n.d.', 'ND'],
  ['s.d.', 'SD'],
  ['ore.', 'OR'],
  ['wash.', 'WA'],
  ['wis.', 'WI'],
  ['wyo.', 'WY'],
])

/** Those that stand for nothing else in such mail, also where the full stop is left out. */
export const PLAIN_SHORT: readonly string[] = ['ariz', 'calif', 'fla', 'minn', 'nebr', 'wyo']
/** Those that are words too. */
export const WORDLIKE_SHORT: readonly string[] = ['mont', 'neb', 'nev', 'ore', 'wash']
