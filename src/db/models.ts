/** Trained models: every version is kept, one is in use. Version 0 is the model that comes with the program. */
import type { Report } from '../domain/learn/report.ts'
import { type Pool, rows } from './pool.ts'

export interface ModelLine {
  readonly id: number
  readonly madeAt: Date | null
  readonly madeBy: string
  readonly examples: number
  readonly corrections: number
  readonly report: Report | null
  readonly inUse: boolean
}

export interface NewModel {
  readonly examples: number
  readonly corrections: number
  readonly report: Report
  readonly weights: string
}

export async function saveModel(pool: Pool, model: NewModel, actor: string): Promise<number> {
  const [row] = await rows<{ version: number }>(
    pool,
    `insert into model (made_by, examples, corrections, report, weights) values ($1, $2, $3, $4, $5) returning version`,
    [actor, model.examples, model.corrections, JSON.stringify(model.report), model.weights],
  )
  return (row as { version: number }).version
}

/** Versions after `after`, oldest first; version 0 is not in the table. */
export function listModels(pool: Pool, { after, most }: { after: number; most: number }): Promise<ModelLine[]> {
  return rows<ModelLine>(
    pool,
    `select version as id, made_at as "madeAt", made_by as "madeBy", examples, corrections, report,
       version::text = (select value from setting where key = 'model') as "inUse"
     from model where version > $1 order by version limit $2`,
    [after, most],
  )
}

export async function modelInUse(pool: Pool): Promise<number> {
  const [row] = await rows<{ value: string }>(pool, `select value from setting where key = 'model'`)
  return Number(row?.value ?? 0)
}

/** The weights of a version as text; null when there is no such version. */
export async function modelWeights(pool: Pool, version: number): Promise<string | null> {
  const [row] = await rows<{ weights: string }>(pool, 'select weights from model where version = $1::bigint', [version])
  return row?.weights ?? null
}

/** False when there is no such version. The change is told in the timeline. */
export async function useModel(pool: Pool, version: number, actor: string): Promise<boolean> {
  const found = await rows(
    pool,
    `with known as (select 0 as version union all select version from model),
     used as (
       update setting set value = $1::text where key = 'model' and exists (select from known where version = $1::bigint)
       returning value)
     insert into timeline (at, actor, event, detail)
     select now(), $2, 'model-used', json_build_object('version', $1::bigint) from used returning id`,
    [version, actor],
  )
  return found.length > 0
}
