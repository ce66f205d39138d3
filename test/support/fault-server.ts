import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTcpServer, type Server, type Socket } from 'node:net'

/** What a request looked like when it arrived. `at` is monotonic ms. */
type SeenRequest = {
  method: string
  url: string
  headers: Record<string, string>
  body: string
  at: number
}

export type FaultServer = {
  origin: string
  /** Every request, oldest first. */
  seen: SeenRequest[]
  /** Resolves when a client closes a connection before its answer was finished. */
  hangUp: Promise<void>
  close(): Promise<void>
}

/** Answers however the test wants, also in ways no API should. `attempt` counts from 1. */
export type Answering = (response: ServerResponse, attempt: number, request: SeenRequest) => void

/** An HTTP server on a free port of 127.0.0.1 whose every byte is up to the test. */
export async function startFaultServer(answer: Answering): Promise<FaultServer> {
  const seen: SeenRequest[] = []
  let tellHangUp = () => {}
  const hangUp = new Promise<void>((resolve) => {
    tellHangUp = resolve
  })
  const server = createServer(async (request, response) => {
    response.on('close', () => {
      if (!response.writableFinished) tellHangUp()
    })
    const arrived = await seenOf(request)
    seen.push(arrived)
    answer(response, seen.length, arrived)
  })
  const sockets = trackSockets(server)
  return { origin: await listen(server), seen, hangUp, close: () => closeAll(server, sockets) }
}

/** A TCP server that is handed the bare socket: for answers that are no HTTP. */
export async function startTcpServer(
  onSocket: (socket: Socket) => void,
): Promise<Omit<FaultServer, 'seen' | 'hangUp'>> {
  const server = createTcpServer((socket) => {
    socket.on('error', () => {})
    onSocket(socket)
  })
  const sockets = trackSockets(server)
  return { origin: await listen(server), close: () => closeAll(server, sockets) }
}

/** Answers with a status, a content type and a text, as a well-behaved server would. */
export function reply(
  response: ServerResponse,
  status: number,
  body: string | object,
  headers: Record<string, string> = {},
): void {
  const json = typeof body === 'object'
  response.writeHead(status, {
    'content-type': json ? 'application/json' : 'text/plain; charset=utf-8',
    ...headers,
  })
  response.end(json ? JSON.stringify(body) : body)
}

/** Closes with an RST, as a crashing server or a firewall does. */
export function reset(response: ServerResponse): void {
  response.socket?.resetAndDestroy()
}

async function seenOf(request: IncomingMessage): Promise<SeenRequest> {
  const at = performance.now()
  let body = ''
  request.setEncoding('utf8')
  for await (const chunk of request) body += chunk
  const headers = Object.entries(request.headersDistinct).map(([name, values]) => [
    name,
    (values ?? []).join(', '),
  ])
  return {
    method: request.method ?? '',
    url: request.url ?? '',
    headers: Object.fromEntries(headers),
    body,
    at,
  }
}

function trackSockets(server: Server): Set<Socket> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  return sockets
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve, reject) => {
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      if (address === null || typeof address === 'string') reject(new Error('no port'))
      else resolve(`http://127.0.0.1:${address.port}`)
    })
  })
}

function closeAll(server: Server, sockets: Set<Socket>): Promise<void> {
  for (const socket of sockets) socket.destroy()
  return new Promise((resolve) => server.close(() => resolve()))
}
