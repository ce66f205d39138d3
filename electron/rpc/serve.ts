import { RPCHandler } from '@orpc/server/message-port'
import type { ReportBug } from '../services/report-bug.ts'
import { type PageMessage, readPageMessage } from './page-message.ts'
import type { AppRouter } from './router.ts'

/** Electron's `MessagePortMain`: messages come wrapped in an event. */
type MainPort = {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { data: unknown }) => void): unknown
  on(event: 'close', listener: () => void): unknown
}
/** A port of `node:worker_threads` or of the web. */
type WebPort = {
  postMessage(message: unknown): void
  addEventListener(event: 'message', listener: (event: { data: unknown }) => void): void
  addEventListener(event: 'close', listener: () => void): void
}
export type PagePort = MainPort | WebPort

/**
 * Answers what comes over the port until it closes; closing it aborts what is under way, and with it every stream of
 * events. Messages that our own client would not send are dropped and reported without their content. The caller starts
 * the port.
 */
export function serveRouter(router: AppRouter, port: PagePort, reportBug: ReportBug): void {
  let strange = 0
  const listen = (listener: (event: { data: PageMessage }) => void) => (data: unknown) => {
    const message = readPageMessage(data)
    if (message !== null) return listener({ data: message })
    strange += 1
    // The first is enough to know: a page that floods us must not flood the log too.
    if (strange === 1) reportBug('rpc', new Error('a message from the page was not a request'))
  }
  new RPCHandler(router).upgrade({
    postMessage: (message: unknown) => port.postMessage(message),
    on(event: string, listener: (event?: { data: unknown }) => void) {
      if (event === 'close') onClose(port, () => listener())
      else onMessage(port, listen(listener))
    },
  })
}

/** Kept when the page at the other end has gone: every message that it sent has come before. */
export function closedPort(port: PagePort): Promise<void> {
  return new Promise((resolve) => onClose(port, resolve))
}

function onMessage(port: PagePort, listener: (data: unknown) => void): void {
  if ('addEventListener' in port) port.addEventListener('message', ({ data }) => listener(data))
  else port.on('message', ({ data }) => listener(data))
}

function onClose(port: PagePort, listener: () => void): void {
  if ('addEventListener' in port) port.addEventListener('close', listener)
  else port.on('close', listener)
}
