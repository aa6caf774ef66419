import type { ItemRule } from '../step.ts'

/**
 * An ordinary contract: nothing more is needed than the request. No clock of section 252 and no approval by the
 * commission (domain 1, 4.2; CLSP14).
 */
export const commercial: readonly ItemRule[] = []
