/** Longest wait for a quiet moment (ms): what waits for it must come even while the page stays busy. */
const LONGEST_MS = 600

/** Kept in the first quiet moment: for what may come after the first row, so that it does not hold the row up. */
export function whenIdle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window) window.requestIdleCallback(() => resolve(), { timeout: LONGEST_MS })
    else setTimeout(resolve, 0)
  })
}
