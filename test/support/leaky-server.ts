import type { ServerResponse } from 'node:http'
import { startDemoProcess } from './demo-process.ts'
import { type Answering, type FaultServer, reply, startFaultServer } from './fault-server.ts'
import { spellingsOf } from './secret-search.ts'

/** A good API that gives the key away in every header and every answer it can, and on demand in its errors too. */
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
      (real) => passOn(real, response, { headers, key, echo }),
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

type Leak = { headers: Record<string, string>; key: string; echo: string }

async function passOn(real: Response, response: ServerResponse, { headers, key, echo }: Leak): Promise<void> {
  const type = real.headers.get('content-type') ?? 'text/plain'
  response.writeHead(real.status, { ...headers, 'content-type': type })
  if (type.includes('json')) {
    response.end(withEcho(await real.text(), key, echo))
    return
  }
  // Whole, and then a few letters with each event.
  const letters = [`You sent ${key} `, ...(key.match(/.{1,5}/g) ?? []), ' to me. ']
  if (type.includes('event-stream')) for (const content of letters) response.write(chunkOf(key, content))
  for await (const chunk of real.body ?? []) response.write(chunk)
  response.end()
}

/** In the owner of each model, and in a field that nobody knows. */
function withEcho(json: string, key: string, echo: string): string {
  const body: unknown = JSON.parse(json.replaceAll('"owned_by":"xai"', `"owned_by":"echo ${key}"`))
  return JSON.stringify(typeof body === 'object' && !Array.isArray(body) ? { ...body, echo } : body)
}

function chunkOf(key: string, content: string): string {
  const choices = [{ index: 0, delta: { content } }]
  return `data: ${JSON.stringify({ id: key, object: 'chat.completion.chunk', echo: key, choices })}\n\n`
}
