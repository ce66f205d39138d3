import { ipcRenderer } from 'electron'

/**
 * Hands the page one end of a message channel when it asks, and the other end to the main process, which checks who
 * sent it. Nothing is exposed to the page: no function, no channel name, no Electron object.
 */
window.addEventListener('message', (event) => {
  if (event.source !== window || !asksForPort(event.data)) return
  const { port1, port2 } = new MessageChannel()
  ipcRenderer.postMessage('tokenbook:port', null, [port2])
  window.postMessage({ kind: 'tokenbook:port' }, location.origin, [port1])
})

function asksForPort(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'kind' in data && data.kind === 'tokenbook:port-wanted'
}
