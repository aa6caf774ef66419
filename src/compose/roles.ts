/** The parts of the work. A process plays one or several; loading their names loads none of them. */
export const ROLES = ['poller', 'reader', 'decider', 'sender', 'scheduler'] as const
export type Role = (typeof ROLES)[number]
