import { Readable } from 'node:stream'
import { type ClientRequest, type IncomingMessage, net, session } from 'electron'

/** Answers that have no body by the standard: `Response` refuses one for them. */
const WITHOUT_BODY: readonly number[] = [204, 205, 304]

/**
 * Chromium's network stack for the API: system proxy and trust store work. A session of its own, in memory and
 * without cache, so nothing of an answer reaches the disk and the page's session stays without network
 * (docs/decisions/0006-network-stack.md).
 *
 * Not the session's own `fetch`: that one buffers up to a gigabyte of a body nobody reads, and forgets the signal once
 * the answer has begun, so that an endless answer went on filling the memory after we had given it up.
 */
export function apiFetch(url: string, init: RequestInit): Promise<Response> {
  const { signal } = init
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason)
    const request = net.request({
      url,
      method: init.method ?? 'GET',
      session: session.fromPartition('tokenbook-api', { cache: false }),
      redirect: 'error',
      credentials: 'omit',
      useSessionCookies: false,
    })
    new Headers(init.headers).forEach((value, name) => {
      request.setHeader(name, value)
    })
    const stop = (): void => {
      request.abort()
      reject(signal?.reason)
    }
    // Not taken away when the request closes: that is when it has been sent, and the answer may still be coming.
    signal?.addEventListener('abort', stop, { once: true })
    request.on('error', reject)
    request.on('response', (message) => {
      try {
        resolve(responseOf(message, request))
      } catch (error) {
        request.abort()
        reject(error)
      }
    })
    request.end(typeof init.body === 'string' ? init.body : undefined)
  })
}

function responseOf(message: IncomingMessage, request: ClientRequest): Response {
  const status = message.statusCode
  const headers = new Headers()
  for (let at = 0; at + 1 < message.rawHeaders.length; at += 2) {
    headers.append(message.rawHeaders[at] ?? '', message.rawHeaders[at + 1] ?? '')
  }
  const body = bodyOf(message, request)
  return new Response(WITHOUT_BODY.includes(status) ? null : body, { status, headers })
}

/** The body as it is asked for: while nobody reads, the network waits. */
function bodyOf(message: object, request: ClientRequest): ReadableStream<Uint8Array> {
  if (!(message instanceof Readable)) throw new Error('the answer is no stream')
  // An error before anybody reads is told to whoever reads then.
  message.on('error', () => {})
  const chunks: AsyncIterator<unknown> = message[Symbol.asyncIterator]()
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = await chunks.next()
        if (next.done === true) controller.close()
        else if (next.value instanceof Uint8Array) controller.enqueue(next.value)
      },
      cancel: () => request.abort(),
    },
    { highWaterMark: 0 },
  )
}
