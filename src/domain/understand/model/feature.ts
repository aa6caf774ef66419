/** One thing that a mail shows. `sentence` is its index in the reading, -1 for what no sentence says. */
export interface Feature {
  readonly name: string
  readonly value: number
  readonly sentence: number
}
