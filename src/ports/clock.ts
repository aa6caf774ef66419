/** The clock is an argument everywhere below the flows; only the composition root knows the real one. */
export type Clock = () => Date
