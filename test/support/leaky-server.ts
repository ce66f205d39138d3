import type { ServerResponse } from 'node:http'
import { startDemoProcess } from './demo-process.ts'
import { type Answering, type FaultServer, reply, startFaultServer } from './fault-server.ts'
import { spellingsOf } from './secret-search.ts'

/** A good API that gives the key away in every header it can, and on demand in its errors too. */
export type LeakyServer = Omit<FaultServer, 'hangUp'> & {
  host: string
  /** From now on every POST is refused with an error full of the key; `false` heals the server. */
  leak(on: boolean): void
}

export async function startLeakyServer(key: string): Promise<LeakyServer> {
  const api = await startDemoProcess({ key })
  const echo = spellingsOf(key)
    .filter(({ name }) => !name.startsWith('UTF-16') && name !== 'reversed')
    .map(({ bytes }) => bytes.toString())
    .join(' / ')
  const headers = { 'set-cookie': `key=${key}; Max-Age=9999`, 'x-request-id': key, etag: `"${key}"` }
  let leaking = false
  const answer: Answering = (response, _attempt, request) => {
    if (leaking && request.method === 'POST') {
      reply(response, 403, { code: key, error: `Refused: ${echo} (xai-...${key.slice(-4)})` }, headers)
      return
    }
    const { authorization = '', 'content-type': type = '' } = request.headers
    const init = { method: request.method, headers: { authorization, 'content-type': type } }
    const body = request.method === 'GET' ? {} : { body: request.body }
    fetch(`${api.baseUrl}${request.url}`, { ...init, ...body }).then(
      (real) => passOn(real, response, headers),
      () => response.destroy(),
    )
  }
  const server = await startFaultServer(answer)
  return {
    origin: server.origin,
    host: new URL(server.origin).host,
    seen: server.seen,
    leak: (on) => {
      leaking = on
    },
    async close() {
      await server.close()
      await api.stop()
    },
  }
}

async function passOn(
  real: Response,
  response: ServerResponse,
  headers: Record<string, string>,
): Promise<void> {
  const type = real.headers.get('content-type') ?? 'text/plain'
  response.writeHead(real.status, { ...headers, 'content-type': type })
  for await (const chunk of real.body ?? []) response.write(chunk)
  response.end()
}
