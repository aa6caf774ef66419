/** A case as a row: the file, and the columns that lists and look-ups need, worked out of it. */
import type { CaseFile, Family } from '../domain/casework/case-file.ts'
import type { Clec } from '../domain/casework/clec.ts'
import { nameKey } from '../domain/casework/name-key.ts'
import type { CaseOutcome } from '../domain/casework/outcome.ts'

/** Columns of a JSON record set of cases. */
export const CASE_COLUMNS = `id bigint, opened boolean, version int, ref text, request_id bigint, clec_id bigint,
    company text, company_key text, states text[], ilec text, agreement text, path text, intent text, status text,
    subject_stem text, negotiator text, received_at timestamptz, last_mail_at timestamptz, tracking text,
    early_order boolean, file json, missing text[], clocks json, next_due_at timestamptz`

/** From a record set `u` of CASE_COLUMNS; `$NOW` is written by the caller. */
export const INSERT_CASES = `
  insert into casefile (id, version, ref, request_id, clec_id, company, company_key, states, ilec, agreement, path, intent,
    status, subject_stem, negotiator, opened_at, received_at, last_mail_at, tracking, early_order, file, missing, clocks,
    next_due_at)
  select u.id, u.version, u.ref, u.request_id, u.clec_id, u.company, u.company_key, u.states, u.ilec, u.agreement, u.path,
    u.intent, u.status, u.subject_stem, u.negotiator, $NOW, u.received_at, u.last_mail_at, u.tracking, u.early_order,
    u.file, u.missing, u.clocks, u.next_due_at`

export const UPDATE_CASES = `
  update casefile set version = u.version, request_id = u.request_id, clec_id = u.clec_id, company = u.company,
    company_key = u.company_key, states = u.states, ilec = u.ilec, agreement = u.agreement, path = u.path,
    intent = u.intent, status = u.status, negotiator = u.negotiator, last_mail_at = u.last_mail_at,
    tracking = u.tracking, early_order = u.early_order, file = u.file, missing = u.missing, clocks = u.clocks,
    next_due_at = u.next_due_at`

const ILEC: Record<Family, string> = {
  qc: 'Qwest Corporation d/b/a CenturyLink QC',
  'ct-eq': 'CenturyTel and Embarq companies d/b/a CenturyLink',
}

export function caseRow({ file, opened, summary }: CaseOutcome) {
  return {
    ...{ id: file.id, opened, version: file.version, ref: file.ref, request_id: file.requestId, clec_id: file.clecId },
    company: file.company,
    company_key: file.company === null ? null : nameKey(file.company) || null,
    states: file.state === null ? [] : [file.state],
    ilec: file.family === null ? null : ILEC[file.family],
    ...{ agreement: file.agreement, path: file.route, intent: file.intent, status: summary.stage },
    ...{ subject_stem: file.subjectStem, negotiator: file.negotiator },
    received_at: new Date(file.receivedAt),
    last_mail_at: new Date(file.lastMailAt),
    tracking: file.items['draft-issued']?.value ?? null,
    early_order: waitsForEarlyOrder(file),
    ...{ file, missing: summary.missing, clocks: summary.clocks },
    next_due_at: summary.nextDueAt === null ? null : new Date(summary.nextDueAt),
  }
}

function waitsForEarlyOrder(file: CaseFile): boolean {
  const { items, closed } = file
  return closed === null && items['early-ordering-request'] !== undefined && items.approved === undefined
}

export function clecRow(clec: Clec) {
  const { id, legalName, version } = clec
  return { id, legal_name: legalName, name_key: nameKey(legalName), version, file: clec }
}
