/** So long after its last question the page is taken to have what it asked for (ms). */
const QUIET_MS = 6
/** However much the page asks, work goes on after this (ms). */
const LONGEST_MS = 60

let askedAt = Number.NEGATIVE_INFINITY

/** The page asked this process for a file. */
export function pageAsked(): void {
  askedAt = performance.now()
}

/**
 * What the page asked for and the window's own events wait while this process is busy: here they pass. While the page
 * asks for its files it is let through first, because the first row waits for the last of them.
 */
export async function nextTurn(): Promise<void> {
  const began = performance.now()
  do await new Promise((resolve) => setTimeout(resolve, 1))
  while (performance.now() - askedAt < QUIET_MS && performance.now() - began < LONGEST_MS)
}
