const MOST_KEPT = 1_000

/** Lets go of what was kept first until 1,000 are left: a stand-in that runs for days must not grow. */
export function forgetOldest(kept: Map<string, unknown>): void {
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) return
    kept.delete(oldest)
  }
}
