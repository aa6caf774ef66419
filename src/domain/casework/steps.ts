/** The steps of the carrier's process in their order (domain 2.2). */
export const STEP_IDS = [
  'certification',
  'agreement-request',
  'route',
  'arbitration',
  'draft',
  'signature',
  'filing',
  'approval',
  'questionnaire',
  'start-up',
  'network',
  'collocation',
  'early-ordering',
  'ready-to-order',
] as const
export type StepId = (typeof STEP_IDS)[number]
