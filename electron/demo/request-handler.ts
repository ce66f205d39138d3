import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Outgoing, spoilOf } from './answer-writer.ts'
import type { DemoState } from './demo-state.ts'
import { isOwnHost } from './host-check.ts'
import { pause } from './pause.ts'
import type { RecordedRequest, RequestLog } from './recorded-request.ts'
import { plainText, type Reply } from './reply.ts'
import { readRequestBody } from './request-body.ts'
import { answer } from './router.ts'
import { sendBody } from './send-body.ts'
import { sendEvents } from './send-events.ts'
import { sendFault } from './send-fault.ts'

export type Limits = { maxBodyBytes: number; port: () => number }

/** One request from its first byte to its last. Never throws: a defect of the demo is answered with 500. */
export async function handleRequest(
  state: DemoState,
  log: RequestLog,
  limits: Limits,
  message: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const record = log.add(message, state.now())
  const gone = new AbortController()
  response.once('close', () => {
    record.outcome = response.writableFinished ? 'finished' : 'client-left'
    gone.abort()
  })
  const bare: Outgoing = { response, record, spoil: [], pacing: 'none', gone: gone.signal }
  if (!isOwnHost(message.headers.host, limits.port())) {
    return sendBody(bare, { ...refused(421, 'This server answers to 127.0.0.1 only'), headers: CLOSE })
  }
  try {
    const body = await readRequestBody(message, limits.maxBodyBytes)
    if (body === null) {
      const tooLarge = 'Failed to buffer the request body: length limit exceeded'
      return sendBody(bare, { ...refused(413, tooLarge), headers: CLOSE })
    }
    log.keepBody(record, body)
    await respond(state, message, body, { ...bare, pacing: state.pacing })
  } catch {
    // The reader left while sending its body, or the demo has a defect; there is nobody to tell but the reader.
    if (response.headersSent || gone.signal.aborted) response.destroy()
    else await sendBody(bare, refused(500, 'Internal error'))
  }
}

const CLOSE = { connection: 'close' }

async function respond(
  state: DemoState,
  message: IncomingMessage,
  body: string,
  outgoing: Outgoing,
): Promise<void> {
  const path = pathOf(outgoing.record)
  const faults = state.faults.take(path)
  const spoiling: Outgoing = { ...outgoing, spoil: faults.spoil }
  const delay = spoilOf(spoiling, 'delay')
  if (delay !== null && !(await pause(delay.ms, outgoing.gone))) return
  if (faults.answer !== null) return sendFault(spoiling, faults.answer, state)
  const { headers, method = '' } = message
  const reply = answer({ state, method, path, id: '', headers, body })
  if (reply.kind === 'events') await sendEvents(spoiling, reply, state.era)
  else await sendBody(spoiling, reply)
}

function pathOf(record: RecordedRequest): string {
  return record.path.split('?')[0] ?? ''
}

function refused(status: number, words: string): Extract<Reply, { kind: 'text' }> {
  const reply = plainText(status, words)
  if (reply.kind !== 'text') throw new Error('plain text is text')
  return reply
}
