/** So much of a long conversation is worked on at once: less than a frame's worth, also on a slow computer. */
const SLICE = 100

/** Works through a long list in slices and lets everything else of the process have its turn after each. */
export async function inSlices<Item, Result>(
  items: readonly Item[],
  work: (slice: readonly Item[], from: number) => readonly Result[],
): Promise<Result[]> {
  const results: Result[] = []
  for (let from = 0; from < items.length; from += SLICE) {
    for (const result of work(items.slice(from, from + SLICE), from)) results.push(result)
    await new Promise((resolve) => setImmediate(resolve))
  }
  return results
}
