export interface FindableStore {
  /** Puts the words of some mails that were read into the index; returns how many. */
  makeFindable(most: number): Promise<number>
}
