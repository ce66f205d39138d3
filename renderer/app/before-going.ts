/**
 * Calls `write` before the page goes, by a closed window or by a reload, and when it is hidden, until what it returns is
 * called: for changes that wait a moment before they are written. It must write at once, and nothing twice. What is sent
 * over the port in here arrives: the main process waits for the end of the port before it closes the data
 * (electron/app/quit-in-order.ts).
 */
export function beforeGoing(write: () => void): () => void {
  const onHidden = () => {
    if (document.visibilityState === 'hidden') write()
  }
  window.addEventListener('beforeunload', write)
  window.addEventListener('pagehide', write)
  document.addEventListener('visibilitychange', onHidden)
  return () => {
    window.removeEventListener('beforeunload', write)
    window.removeEventListener('pagehide', write)
    document.removeEventListener('visibilitychange', onHidden)
  }
}
