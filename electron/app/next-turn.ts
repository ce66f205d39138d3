/** What the page asked for and the window's own events wait while this process is busy: here they pass. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1))
}
