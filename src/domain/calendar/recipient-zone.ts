/** In which zone a customer of a state most likely works. Where a state has two zones it is the one of most people. */

const EASTERN = 'America/New_York'
const CENTRAL = 'America/Chicago'
const MOUNTAIN = 'America/Denver'
const PACIFIC = 'America/Los_Angeles'

/** States by zone (IANA tz database, `zone1970.tab`; 49 CFR part 71 draws the borders inside states). */
const STATES_OF: Readonly<Record<string, string>> = {
  [EASTERN]: 'CT DC DE FL GA KY MA MD ME NC NH NJ NY OH PA RI SC VA VT WV',
  'America/Detroit': 'MI',
  'America/Indiana/Indianapolis': 'IN',
  [CENTRAL]: 'AL AR IA IL KS LA MN MO MS ND NE OK SD TN TX WI',
  [MOUNTAIN]: 'CO MT NM UT WY',
  'America/Boise': 'ID',
  'America/Phoenix': 'AZ',
  [PACIFIC]: 'CA NV OR WA',
  'America/Anchorage': 'AK',
  'Pacific/Honolulu': 'HI',
}

const ZONE_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(STATES_OF).flatMap(([zone, states]) => states.split(' ').map((state) => [state, zone] as const)),
)

/** The main zone of a state by its USPS code, or our own zone while the state is unknown. */
export function recipientZone(state: string | null, ownZone: string): string {
  return (state === null ? undefined : ZONE_OF.get(state)) ?? ownZone
}
