/** The cases of a mail that a person corrected: files, columns and timeline, in the transaction of the correction. */
import type { CaseFile } from '../domain/casework/case-file.ts'
import type { DeskSettings } from '../domain/casework/desk-settings.ts'
import { nameKey } from '../domain/casework/name-key.ts'
import type { CaseOutcome } from '../domain/casework/outcome.ts'
import { mailCorrected, type Said } from '../domain/decide/mail-corrected.ts'
import type { Label } from '../domain/learn/example.ts'
import type { Understanding } from '../domain/understanding.ts'
import { CASE_COLUMNS, caseRow, UPDATE_CASES } from './case-row.ts'
import { jsonText } from './json.ts'
import { readingsOf } from './order-cases.ts'
import { type Queryable, rows } from './pool.ts'
import { caseTimeline } from './timeline-entries.ts'

/** Its cases, and whether it opened them: it is their first. Held, so that nobody changes them meanwhile. */
const OF_MAIL = `
select file, $1 = (select min(message_id) from case_message where case_id = c.id) as opened
from casefile c where id in (select case_id from case_message where message_id = $1)
order by id for update`

const ASK = `
insert into task (sort, sentence, case_id, message_id, once)
select q.sort, q.sentence, q."caseId", $2, q.once
from json_to_recordset($1) as q(sort text, sentence text, "caseId" bigint, once text)
on conflict (once) where once is not null and done_at is null do nothing`

const STATES = `
select distinct file ->> 'state' as state from casefile where request_id = any($1)`

const UPDATE = `${UPDATE_CASES} from json_to_recordset($1) as u(${CASE_COLUMNS}) where casefile.id = u.id`

const TELL = `
insert into timeline (at, actor, event, case_id, message_id, detail)
select now(), $2, t.event, t.case_id, $3, t.detail
from json_to_recordset($1) as t(event text, case_id bigint, detail json)`

/** What a correction did to cases, for whoever made it. */
export interface Mended {
  readonly caseRefs: readonly string[]
  /** States that the mail names and that no case of its request is for; none is opened for them. */
  readonly withoutCase: readonly string[]
}

interface Correction {
  readonly messageId: number
  readonly label: Label
  /** What a person said of the mail before. */
  readonly earlier: Label | null
  readonly actor: string
  /** When it was said. */
  readonly at: number
}

export async function mendCases(client: Queryable, correction: Correction, desk: DeskSettings): Promise<Mended> {
  const { messageId, label, actor } = correction
  if (label.kind !== 'human') return { caseRefs: [], withoutCase: [] }
  const files = await rows<{ file: CaseFile; opened: boolean }>(client, OF_MAIL, [messageId])
  if (files.length === 0) return { caseRefs: [], withoutCase: [] }
  const requests = [...new Set(files.map(({ file }) => file.requestId))]
  const states = (await rows<{ state: string | null }>(client, STATES, [requests])).map(({ state }) => state)
  const readings = await readingsOf(
    client,
    files.map(({ file }) => file.ref),
    messageId,
  )
  const mail = [...readings.values()].flat().find(({ id }) => id === messageId)
  if (mail === undefined) return { caseRefs: [], withoutCase: [] }
  const known = await entityOf(client, label.company)
  const before = correction.earlier ?? (await understood(client, messageId))
  const { cases, withoutCase, asks } = mailCorrected(
    {
      opened: files.filter(({ opened }) => opened).map(({ file }) => file),
      filedIn: files.filter(({ opened }) => !opened).map(({ file }) => file),
      ...{ request: states, before, now: label, mail, readings, at: correction.at, clecOf: () => known },
    },
    desk,
  )
  const changed = cases.filter(({ changes }) => changes.length > 0)
  await write(client, changed, messageId, actor)
  await rows(client, ASK, [jsonText(asks), messageId])
  return {
    caseRefs: changed.map(({ file }) => file.ref),
    withoutCase: files.some((one) => one.opened) ? withoutCase : [],
  }
}

async function entityOf(client: Queryable, company: string | null): Promise<number | null> {
  if (company === null) return null
  const [row] = await rows<{ id: number }>(client, 'select id from clec where name_key = $1', [nameKey(company)])
  return row?.id ?? null
}

async function understood(client: Queryable, messageId: number): Promise<Said> {
  const found = await rows<{ understanding: Understanding }>(
    client,
    'select understanding from decision where message_id = $1',
    [messageId],
  )
  const understanding = found[0]?.understanding
  if (understanding === undefined) return { intents: [], agreement: null, path: null, company: null, states: [] }
  return { ...understanding, intents: understanding.intents.map(({ intent }) => intent) }
}

async function write(client: Queryable, cases: readonly CaseOutcome[], messageId: number, actor: string) {
  await rows(client, UPDATE, [jsonText(cases.map(caseRow))])
  await rows(client, TELL, [jsonText(cases.flatMap(caseTimeline)), actor, messageId])
}
