/** Which states are this carrier's (domain 5.2): the built-in table, which `intagree.yaml` may change. */

/** `qc` and `kept`: ours; `sold`: the buyer's since the sale; `none`: never ours. */
export const TERRITORIES = ['qc', 'kept', 'sold', 'none'] as const
export type Territory = (typeof TERRITORIES)[number]

const BY_TERRITORY: Readonly<Record<Exclude<Territory, 'none'>, string>> = {
  // Qwest Corporation.
  qc: 'AZ CO ID IA MN MT NE NM ND OR SD UT WA WY',
  // CenturyTel and Embarq companies that were kept.
  kept: 'FL NV',
  // The buyer's since October 2022.
  sold: 'AL AR GA IL IN KS LA MI MS MO NJ NC OH OK PA SC TN TX VA WI',
}

const TERRITORY: ReadonlyMap<string, Territory> = new Map(
  Object.entries(BY_TERRITORY).flatMap(([territory, states]) =>
    states.split(' ').map((state) => [state, territory as Territory] as const),
  ),
)

/** `changed`: what the settings say otherwise. */
export function territoryOf(
  changed: Readonly<Record<string, Territory | undefined>> = {},
): (state: string) => Territory {
  return (state) => changed[state] ?? TERRITORY.get(state) ?? 'none'
}
