import type { CaseFile } from '../../src/domain/casework/case-file.ts'

/** Case 42, a request received at `at`, of which nothing else is known so far. What the builders of cases start from. */
export function blankCase(at: number): CaseFile {
  return {
    id: 42,
    ref: 'CLEC-2026-00042',
    requestId: 42,
    clecId: null,
    company: null,
    state: null,
    family: null,
    agreement: null,
    route: null,
    routeDoubtful: false,
    carrierType: null,
    intent: 'agreement-request',
    receivedAt: at,
    lastMailAt: at,
    subjectStem: 'interconnection in colorado',
    negotiator: null,
    needsPerson: null,
    closed: null,
    items: {},
    extensions: [],
    chase: null,
    told: [],
    version: 0,
  }
}
