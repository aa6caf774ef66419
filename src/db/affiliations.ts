/** Companies that a person recorded as belonging together. */
import type { Affiliation } from '../domain/casework/affiliates.ts'
import { nameKey } from '../domain/casework/name-key.ts'
import { type Queryable, rows } from './pool.ts'

/** Those in which one of these companies stands. */
export function affiliationsOf(db: Queryable, companies: readonly string[]): Promise<readonly Affiliation[]> {
  return rows<Affiliation>(
    db,
    `select one_name as one, other_name as other from affiliation
     where one_key = any($1) or other_key = any($1) order by at, one_key, other_key`,
    [companies.map(nameKey)],
  )
}

const JOIN = `
insert into affiliation (one_key, other_key, one_name, other_name, at, by_whom)
values ($1, $2, $3, $4, to_timestamp($5::float8 / 1000), $6) on conflict do nothing returning one_key`

/** No row: they were recorded already. */
export function joinAffiliates(db: Queryable, pair: Affiliation, now: number, by: string): Promise<readonly object[]> {
  const [one, other] = inOrder(pair)
  return rows(db, JOIN, [nameKey(one), nameKey(other), one, other, now, by])
}

/** No row: they were not recorded. */
export function partAffiliates(db: Queryable, pair: Affiliation): Promise<readonly object[]> {
  const [one, other] = inOrder(pair)
  return rows(db, 'delete from affiliation where one_key = $1 and other_key = $2 returning one_key', [
    nameKey(one),
    nameKey(other),
  ])
}

/** A pair stands in the table once, whoever was named first. */
function inOrder({ one, other }: Affiliation): readonly [string, string] {
  return nameKey(one) < nameKey(other) ? [one, other] : [other, one]
}
