import type { ItemRule } from '../step.ts'

/** The carrier's template without changes: nothing more is needed than the request (domain 2.2 step 3c; NEG79). */
export const templateAsIs: readonly ItemRule[] = []
