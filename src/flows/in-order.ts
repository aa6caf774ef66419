/**
 * Works on several items at once and yields the results in the order of the items. At most `parallel` are under way
 * or wait to be taken, so a slow reader of the results slows the work down instead of filling the memory.
 */
export async function* inOrder<Item, Result>(
  items: Iterable<Item>,
  parallel: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const under: Promise<Result>[] = []
  for (const item of items) {
    const started = work(item)
    // A failure is thrown when its turn comes; until then it must not count as unhandled.
    started.catch(() => undefined)
    under.push(started)
    if (under.length >= parallel) yield await under.shift()!
  }
  while (under.length > 0) yield await under.shift()!
}
