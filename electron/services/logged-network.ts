import type { Log } from './log.ts'
import {
  type ChatPart,
  type Clock,
  ServiceFailure,
  type StreamChat,
  type Target,
  type Wire,
} from './ports.ts'

type Ports = { log: Pick<Log, 'write'>; clock: Pick<Clock, 'monotonic'> }

/** The same wire; each request leaves one line: what was asked where, how it ended, under which id, in what time. */
export function loggedWire(wire: Wire, { log, clock }: Ports): Wire {
  return {
    async json(target, request) {
      const began = clock.monotonic()
      const facts = { method: request.method, route: routeOf(request.path), server: serverOf(target) }
      const ms = () => Math.round(clock.monotonic() - began)
      try {
        const answer = await wire.json(target, request)
        const { status, headers } = answer
        log.write('info', 'request', { ...facts, status, requestId: headers.requestId, ms: ms() })
        return answer
      } catch (error) {
        log.write('warn', 'request', { ...facts, ...endOf(error), ms: ms() })
        throw error
      }
    },
  }
}

/** The same stream; each answer leaves one line when it has ended, however that was. */
export function loggedStream(streamChat: StreamChat, { log, clock }: Ports): StreamChat {
  return async function* (target, request) {
    const began = clock.monotonic()
    const seen = { requestId: null as string | null, retries: 0, ended: false }
    let end: ReturnType<typeof endOf> | null = null
    try {
      for await (const part of streamChat(target, request)) {
        notice(seen, part)
        yield part
      }
    } catch (error) {
      end = endOf(error)
      throw error
    } finally {
      const ms = Math.round(clock.monotonic() - began)
      const facts = {
        protocol: request.protocol,
        model: request.model,
        server: serverOf(target),
        ...seen,
        ms,
      }
      log.write(end === null ? 'info' : 'warn', 'answer', { ...facts, ...end })
    }
  }
}

function notice(seen: { requestId: string | null; retries: number; ended: boolean }, part: ChatPart): void {
  if (part.kind === 'headers') seen.requestId = part.headers.requestId
  else if (part.kind === 'retry') seen.retries += 1
  else if (part.kind === 'end') seen.ended = true
}

function endOf(error: unknown) {
  if (!(error instanceof ServiceFailure)) return { code: 'bug', status: null, requestId: null }
  const { code, status, requestId, phase } = error.failure
  return { code, status, requestId, ...(phase === null ? {} : { phase }) }
}

/** The kind of server, never its address: a gateway's name may be nobody's business. */
function serverOf({ demo, kind }: Target): string {
  return demo ? 'demo' : kind
}

/** Without what follows the name of the list, such as the id of a model or of an answer. */
function routeOf(path: string): string {
  return path.split(/[/?]/).slice(0, 3).join('/')
}
